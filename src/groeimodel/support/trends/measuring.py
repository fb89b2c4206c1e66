"""What one partnership measures, inside its scope: for a comparison today, or for the open figures of a year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import period_of
from groeimodel.soil.energy.selectors import energy_for_picture
from groeimodel.soil.meetings.models import Attendance
from groeimodel.support.trends.figures import PROVINCES, PUBLISHED

CENT = Decimal("0.01")
AS_IT_IS = ("meetings", "trust", "scan_soil", "scan_meadow", "scan_shop")
PER_PARTNER = ("exchanged", "harvest", "running")


def measured(partnership: Partnership, today: date) -> dict[str, Decimal]:
    """Figures by key of `COMPARED`; what nobody recorded is not there. A constant number of queries."""
    seats = seats_of(partnership)
    if not seats:
        return {}
    told = {one.key: one.value for one in facts_of(partnership, period_of("", today), today).facts}
    found = {key: told[key] for key in AS_IT_IS if key in told}
    found |= {key: told[key] / len(seats) for key in PER_PARTNER if key in told}
    filled = sum((one.alderman is not None) + (one.officer is not None) for one in seats)
    found["seats"] = Decimal(100 * filled) / (2 * len(seats))
    if energy := energy_for_picture(partnership, today, len(seats)):
        found["energy"] = Decimal(str(energy))
    if granted := hours_granted(partnership, today):
        found["granted"] = granted / len(seats)
    return {key: value.quantize(CENT) for key, value in found.items()}


def hours_granted(partnership: Partnership, today: date) -> Decimal:
    """Hours a month in time mandates that are in force: one query."""
    rows = Mandate.objects.filter(
        partnership=partnership, kind=Mandate.Kind.TIME, given_at__isnull=False, refused_at=None,
        closed_on=None, starts__lte=today, ends__gte=today,
    )  # fmt: skip
    return Decimal(rows.aggregate(n=Sum("hours"))["n"] or 0)


@dataclass(frozen=True, slots=True)
class Counted:
    """What one partnership adds to the open figures of a year: whole numbers by key, and the groups it is in."""

    key: str
    values: dict[str, int]
    model: str
    province: str
    """Where most of its municipalities lie; empty where that is not one."""


def counted(partnership: Partnership, year: int, today: date) -> Counted:
    """Run it after the year is over, inside the scope. A constant number of queries."""
    facts = facts_of(partnership, period_of(str(year), today), today)
    told = {one.key: int(one.value) for one in facts.facts}
    last = date(year, 12, 31)
    members = list(
        Membership.objects.filter(Q(ends=None) | Q(ends__gt=last), partnership=partnership, starts__lte=last)
        .select_related("municipality")
        .order_by("pk")
    )
    values = {one.key: told[one.key] for one in PUBLISHED if one.key in told}
    values |= {"partnerships": 1, "members": len(members), "municipalities": met_in(partnership, year)}
    most = Counter(one.municipality.province for one in members).most_common(2)
    one_is_most = most and (len(most) == 1 or most[0][1] > most[1][1])
    province = most[0][0] if one_is_most and most[0][0] in PROVINCES else ""
    return Counted(str(partnership.pk), values, partnership.aim or "none", province)


def met_in(partnership: Partnership, year: int) -> int:
    """Municipalities of which somebody was at a meeting that took place; after a merger for the new one. One query."""
    there = Attendance.objects.filter(
        came=True,
        municipality__isnull=False,
        meeting__partnership=partnership,
        meeting__cancelled_at=None,
        meeting__starts__year=year,
    ).annotate(where=Coalesce("municipality__merged_into", "municipality"))
    return there.values("where").distinct().count()
