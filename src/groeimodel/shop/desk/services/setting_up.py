"""Opening the desk, and what it promises."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.desk.models import Desk
from groeimodel.shop.desk.models.requests import KEEP_MONTHS, PROMISE_DAYS


@dataclass(frozen=True, slots=True)
class Terms:
    """How the desk takes requests."""

    open: bool
    days: int = PROMISE_DAYS
    """Working days in which the first answer is promised."""
    welcome: str = ""
    keep_months: int = KEEP_MONTHS


@transaction.atomic
def set_up(*, partnership: Partnership, terms: Terms, actor: Person | None = None) -> Desk:
    """Open or close the desk, and say what it promises. What was promised before stays promised.

    Raises:
        PermissionDenied: the actor may not.
        ValidationError: days or months out of bounds.
    """
    require(actor, "desk.set_up", partnership)
    desk = Desk.objects.filter(partnership=partnership).first() or Desk(partnership=partnership)
    was_open = desk.pk is not None and desk.open
    for name, value in asdict(terms).items():
        setattr(desk, name, value.strip() if isinstance(value, str) else value)
    desk.full_clean()
    desk.save()
    data = {"days": desk.days}
    if desk.open and not was_open:
        record("desk.opened", partnership=partnership, actor=actor, data=data)
    else:
        record(
            "desk.changed" if desk.open else "desk.closed", partnership=partnership, actor=actor, data=data
        )
    return desk
