"""What every write of this room does: look whether the action ran, name only partners, tell the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import OfAction

RAN = (Action.Stage.FLOWER, Action.Stage.HARVEST, Action.Stage.COMPOST)


def ran(action: Action) -> bool:
    """It runs, or it did: an invoice or a count can come when it is over."""
    return action.stage in RAN and action.starts is not None


def not_run(action: Action) -> list[str]:
    return [] if ran(action) else [_("Dat kan pas als de actie loopt.")]


def stranger(action: Action, municipality: Municipality | None) -> list[str]:
    """Whoever was a partner at any time may be named: what it did stays true."""
    if municipality is None or action.partnership.memberships.filter(municipality=municipality).exists():
        return []
    return [_("Deze gemeente is geen partner van de samenwerking.")]


def not_yet(day: date) -> list[str]:
    return [_("Deze dag moet nog komen.")] if day > timezone.localdate() else []


def refuse(problems: Sequence[str]) -> None:
    """All of them at once; nothing happens without any."""
    if problems:
        raise ValidationError(list(problems))


def euro(amount: Decimal) -> str:
    """For a sentence of the journal, which keeps figures and no markup: '12,50'."""
    return f"{amount:.2f}".replace(".", ",")


def note(
    verb: str,
    row: OfAction,
    *,
    actor: Person | None,
    at: datetime | None = None,
    municipality: Municipality | None = None,
    **figures: str | int | None,
) -> None:
    record(
        verb,
        partnership=row.partnership,
        actor=actor,
        municipality=municipality or row.action.plot,
        subject=row.action,
        data={"action": row.action_id, "row": row.pk, **figures},
        at=at,
    )
