"""What a partnership changes about its cycles."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.plan.models import Cycle

WORK = "plan.work"


@transaction.atomic
def write_cycle(
    *,
    partnership: Partnership,
    title: str,
    starts: date,
    ends: date,
    status: str,
    source: str = "",
    key: str = "",
    actor: Person | None = None,
) -> Cycle:
    """Change a cycle (by its key) for this partnership only, or write down one more.

    Raises:
        ValidationError: it ends before it begins, or a date is called confirmed without saying where that stands.
    """
    blank = Cycle(partnership=partnership, key=key or _free_key(partnership, title))
    require(actor, WORK, blank)
    row = Cycle.objects.filter(partnership=partnership, key=blank.key).first() or blank
    row.title, row.starts, row.ends = title.strip(), starts, ends
    row.status, row.source = status, source.strip()
    if ends < starts:
        raise ValidationError({"ends": _("De laatste dag komt voor de eerste.")})
    if row.status == Cycle.Status.CONFIRMED and not row.source:
        raise ValidationError({"source": _("Waar staat dat? Zonder bron is het nog te bevestigen.")})
    row.full_clean()
    row.save()
    record("plan.cycle_written", partnership=partnership, actor=actor, subject=row, data={"cycle": row.pk})
    return row


def _free_key(partnership: Partnership, title: str) -> str:
    taken = set(Cycle.objects.filter(partnership=partnership).values_list("key", flat=True))
    base = f"eigen-{slugify(title)[:20]}".rstrip("-")
    return next(key for key in (base, *(f"{base}-{number}" for number in range(2, 100))) if key not in taken)


@transaction.atomic
def forget_cycle(*, cycle: Cycle, actor: Person | None = None) -> None:
    """Go back to what everybody has, or take away one that the partnership wrote down itself."""
    require(actor, WORK, cycle)
    record(
        "plan.cycle_forgotten",
        partnership=cycle.partnership,
        actor=actor,
        subject=cycle,
        data={"cycle": cycle.pk},
    )
    cycle.delete()
