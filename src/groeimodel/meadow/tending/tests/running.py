"""For tests that need running actions: one on the shared meadow, one on the plot of Proefdorp, both tended by Bram."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Bounds
from groeimodel.meadow.actions.tests.starting import decided
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.models import Expense
from groeimodel.meadow.tending.services import Spent


def running(
    cast: Cast,
    *,
    title: str = "Fuifcoaches",
    plot: Municipality | None = None,
    gardener: Person | None = None,
    days: tuple[int, int] = (-30, 60),
    budget: int = 1000,
    species: str = "cornflower",
) -> Action:
    """An action that runs from so many days from now to so many; the scope must be open."""
    today = timezone.localdate()
    starts, ends = (today + timedelta(days=one) for one in days)
    seed = actions.take_down_seed(
        partnership=cast.partnership, title=title, species=species, on=min(starts, today), plot=plot
    )
    if plot is None:
        decided(seed, amount=Decimal(budget))
    return actions.start_action(
        action=seed, bounds=Bounds(starts, ends, Decimal(budget)), gardener=gardener or cast.bram
    )


def spend(
    action: Action,
    amount: str,
    *,
    actor: Person | None = None,
    payer: Municipality | None = None,
    on: date | None = None,
    what: str = "Geluid",
) -> Expense:
    spent = Spent(on or timezone.localdate(), Decimal(amount), what, "factuur 12", payer)
    return services.note_expense(action=action, spent=spent, actor=actor)


def address(action: Action, name: str = "action", *rows: int) -> str:
    return reverse(f"tending:{name}", args=[action.partnership.slug, action.pk, *rows])
