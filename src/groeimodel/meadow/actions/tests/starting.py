"""For tests that need running actions: a shared one starts on a joint decision, here one without any voice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.services import MatterSaid, Taken, take_decision
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Bounds


def decided(
    action: Action, *, adopted: bool = True, amount: Decimal | None = None, on: date | None = None
) -> Decision:
    """A joint decision about an action."""
    matter = MatterSaid(action.key, action.title, adopted, amount)
    taken = Taken(action.title, Decision.Way.AGREED, [matter], [])
    with scope(partnership=action.partnership):
        return take_decision(
            partnership=action.partnership, taken=taken, on=on or timezone.localdate(), actor=None
        )


def started(
    action: Action,
    bounds: Bounds,
    *,
    gardener: Person | None = None,
    actor: Person | None = None,
) -> Action:
    """Start it; on the shared meadow after a decision."""
    if action.plot_id is None:
        decided(action)
    return services.start_action(action=action, bounds=bounds, gardener=gardener, actor=actor)
