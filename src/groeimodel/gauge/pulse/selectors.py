"""Reads of the pulse, inside the scope of a partnership."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.pulse.models import Pulse, TrustSum
from groeimodel.rules.energy import WINDOW, Deed, Half, Kind, points, share
from groeimodel.rules.trust import FEWEST_PARTNERS, Link, link
from groeimodel.soil.energy.selectors import deeds_of, members_of
from groeimodel.soil.meetings.models import Attendance, Meeting

ROLES = ("alderman", "officer", "ambassador", "coordinator")
"""Who is asked: whoever is of the partnership, not who looks along or supports it."""
YEAR = timedelta(days=365)
FEWEST_ANSWERS = 3
"""So many answers of one partner in two half-years are needed for it to count in the link."""
SHOWN = 18
"""Pulses in the picture: three years of six meetings."""


def people_of(meeting: Meeting) -> list[Attendance]:
    """Who was there; where nobody was marked, who said to come: one query."""
    rows = list(
        Attendance.objects.filter(Q(came=True) | Q(coming="yes"), meeting=meeting, role__in=ROLES)
        .filter(person__is_active=True)
        .order_by("pk")
    )
    there = [one for one in rows if one.came]
    return there or rows


@dataclass(frozen=True, slots=True)
class Beat:
    """One published pulse, with the energy of all members in the half-year before it."""

    pulse: Pulse
    day: date
    people: int
    trust: int
    questions: tuple[int, ...]
    involvement: float


@dataclass(frozen=True, slots=True)
class Course:
    """Trust and involvement over time, oldest first, and whether they go together over the partners."""

    beats: tuple[Beat, ...]
    unheard: int
    """Pulses that were closed with too few answers to show anything."""
    link: Link | None
    partners: int
    """How many partners have enough answers to count in the link."""
    needed: int = FEWEST_PARTNERS

    @property
    def latest(self) -> Beat | None:
        return self.beats[-1] if self.beats else None


def course_of(partnership: Partnership, today: date) -> Course:
    """Six queries, however many pulses."""
    closed = list(
        Pulse.objects.filter(partnership=partnership, closed_at__isnull=False)
        .select_related("meeting__partnership")
        .order_by("-opened_at")[:SHOWN]
    )
    told = [one for one in reversed(closed) if one.published]
    since = min([timezone.localdate(one.opened_at) for one in told] + [today - YEAR]) - timedelta(days=WINDOW)
    deeds, members = deeds_of(partnership, since=since), members_of(partnership)
    beats = tuple(_beat(one, deeds, len(members)) for one in told)
    found, partners = _link(partnership, deeds, {one.municipality_id for one in members}, today)
    return Course(beats, len(closed) - len(told), found, partners)


def _beat(pulse: Pulse, deeds: list[Deed], members: int) -> Beat:
    day = timezone.localdate(pulse.opened_at)
    figures = pulse.published or {}
    return Beat(
        pulse=pulse,
        day=day,
        people=figures["people"],
        trust=figures["trust"],
        questions=tuple(figures["questions"]),
        involvement=_energy(deeds, day, WINDOW, members),
    )


def _energy(deeds: list[Deed], day: date, days: int, members: int) -> float:
    """0-100: all points in so many days up to a day, shared over the members."""
    last = day.toordinal()
    sums = dict.fromkeys(Kind, 0.0)
    for deed in deeds:
        if last - days < deed.day <= last:
            sums[deed.kind] += deed.amount
    return (share(points(sums), members) or 0.0) if members else 0.0


def in_half(day: date) -> str:
    """'2026-2': July to December 2026."""
    half = Half.of(day.year, day.month)
    return f"{half.year}-{half.part}"


def _link(
    partnership: Partnership, deeds: list[Deed], members: set[int], today: date
) -> tuple[Link | None, int]:
    """Over the partners of today with enough answers in this half-year and the one before."""
    now = Half.of(today.year, today.month)
    halves = [f"{one.year}-{one.part}" for one in (now, now.before)]
    since = date(now.before.year, 1 if now.before.part == 1 else 7, 1)
    rows = TrustSum.objects.filter(partnership=partnership, half__in=halves, municipality__in=members)
    sums: dict[int, tuple[float, int]] = {}
    for where, total, answers in rows.values_list("municipality", "total", "answers"):
        before = sums.get(where, (0.0, 0))
        sums[where] = (before[0] + total, before[1] + answers)
    enough = sorted(one for one, (_total, answers) in sums.items() if answers >= FEWEST_ANSWERS)
    days = (today - since).days + 1
    involvement = [
        _energy([deed for deed in deeds if deed.municipality == one], today, days, 1) for one in enough
    ]
    trust = [sums[one][0] / sums[one][1] for one in enough]
    return link(involvement, trust), len(enough)


def trust_for_picture(partnership: Partnership, today: date) -> float | None:
    """What the groundwater of the garden means: the latest published pulse of the last year, 0 to 100. One query."""
    last = (
        Pulse.objects.filter(
            partnership=partnership, published__isnull=False, opened_at__date__gt=today - YEAR
        )
        .order_by("-opened_at")
        .first()
    )
    return float(last.published["trust"]) if last and last.published else None


def open_for(person: int, partnership: Partnership) -> list[Pulse]:
    """The pulses that somebody was asked and did not answer: one query."""
    waiting = Q(asked__person=person, asked__answered=False)  # one and the same row says both
    rows = Pulse.objects.filter(waiting, partnership=partnership, closed_at=None)
    return list(rows.select_related("meeting").order_by("opened_at"))
