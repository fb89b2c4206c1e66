"""Reads of energy: from the journal and the time mandates, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates.models import Use
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.rules.energy import (
    PAST,
    VERBS,
    WINDOW,
    Deed,
    Dry,
    Half,
    Kind,
    Row,
    dry,
    halves,
    points,
    quiet,
    rows,
    share,
    windows,
)
from groeimodel.rules.energy.bars import bars

SHOWN = 6
"""Half-years on the page."""


def half_of(day: date) -> Half:
    return Half.of(day.year, day.month)


def deeds_of(partnership: Partnership, *, since: date) -> list[Deed]:
    """Everything that was done for a municipality since a day, for the one that it is today: two queries."""
    return deeds_of_all([partnership.pk], since=since)[partnership.pk]


def deeds_of_all(partnerships: Sequence[int], *, since: date) -> dict[int, list[Deed]]:
    """The same for several partnerships (keys) at once: two queries."""
    start = timezone.make_aware(datetime.combine(since, time()))
    today_is = Coalesce("municipality__merged_into", "municipality")
    told = (
        Entry.objects.filter(
            partnership__in=partnerships, verb__in=VERBS, at__gte=start, municipality__isnull=False
        )
        .annotate(where=today_is)
        .values_list("partnership", "verb", "where", "at")
    )
    worked = (
        Use.objects.filter(partnership__in=partnerships, on__gte=since, hours__isnull=False)
        .annotate(where=Coalesce("mandate__municipality__merged_into", "mandate__municipality"))
        .values_list("partnership", "where", "on", "hours")
    )
    found: dict[int, list[Deed]] = {key: [] for key in partnerships}
    for key, verb, where, at in told:
        kind, amount = VERBS[verb]
        day = timezone.localdate(at)
        found[key].append(Deed(where, kind, half_of(day), day.toordinal(), amount))
    for key, where, on, hours in worked:
        found[key].append(Deed(where, Kind.HOURS, half_of(on), on.toordinal(), float(hours or 0)))
    return found


def dry_of_all(partnerships: Sequence[int], today: date) -> dict[int, tuple[Municipality, ...]]:
    """Where it dries out, in each of these partnerships (keys), as `ground_of` says it: three queries for all."""
    members = Membership.objects.filter(partnership__in=partnerships, ends=None).select_related(
        "municipality"
    )
    deeds = deeds_of_all(partnerships, since=today - timedelta(days=WINDOW * (PAST + 1)))
    by_place = {key: _by_place(rows) for key, rows in deeds.items()}
    found: dict[int, list[Municipality]] = {key: [] for key in partnerships}
    for one in members.order_by("municipality__name"):
        own = by_place[one.partnership_id][one.municipality_id]
        if dry(windows(own, today=today.toordinal(), since=one.starts.toordinal())):
            found[one.partnership_id].append(one.municipality)
    return {key: tuple(rows) for key, rows in found.items()}


@dataclass(frozen=True, slots=True)
class Patch:
    """One municipality on the page."""

    municipality: Municipality
    rows: tuple[Row, ...]
    recent: float
    picture: SafeString
    dry: Dry | None

    @property
    def empty(self) -> bool:
        return not any(row.points for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ground:
    """The energy of a partnership."""

    halves: tuple[Half, ...]
    patches: tuple[Patch, ...]
    quiet: int | None
    """Days without a meeting, when that is long."""

    @property
    def dry(self) -> tuple[Patch, ...]:
        return tuple(one for one in self.patches if one.dry)


def members_of(partnership: Partnership) -> list[Membership]:
    """The members of today, by name: one query."""
    found = Membership.objects.filter(partnership=partnership, ends=None).select_related("municipality")
    return list(found.order_by("municipality__name"))


def last_met(partnership: Partnership) -> date | None:
    """The last day on which somebody was at a meeting, as far as it was marked: one query."""
    at = Entry.objects.filter(partnership=partnership, verb="meetings.attended").aggregate(last=Max("at"))[
        "last"
    ]
    return timezone.localdate(at) if at else None


def ground_of(partnership: Partnership, today: date) -> Ground:
    """All of it, by name of the municipality: four queries."""
    shown = halves(half_of(today), SHOWN)
    first = date(shown[0].year, 1 if shown[0].part == 1 else 7, 1)
    since = min(first, today - timedelta(days=WINDOW * (PAST + 1)))
    members, deeds = members_of(partnership), deeds_of(partnership, since=since)
    began = min((one.starts for one in members), default=today)
    shown = tuple(half for half in shown if half >= half_of(began)) or shown[-1:]
    by_place: Mapping[int, list[Deed]] = _by_place(deeds)
    sums = rows(deeds, shown)
    patches = tuple(_patch(one, by_place[one.municipality_id], sums, shown, today) for one in members)
    met = last_met(partnership)
    days = quiet(met.toordinal() if met else None, today=today.toordinal(), since=began.toordinal())
    return Ground(shown, patches, days if members else None)


def _by_place(deeds: Sequence[Deed]) -> dict[int, list[Deed]]:
    found: dict[int, list[Deed]] = defaultdict(list)
    for deed in deeds:
        found[deed.municipality].append(deed)
    return found


def _patch(
    membership: Membership,
    deeds: Sequence[Deed],
    sums: Mapping[int, tuple[Row, ...]],
    shown: Sequence[Half],
    today: date,
) -> Patch:
    place = membership.municipality
    figures = windows(deeds, today=today.toordinal(), since=membership.starts.toordinal())
    nothing = tuple(Row(half, dict.fromkeys(Kind, 0.0)) for half in shown)
    own = sums.get(place.pk, nothing)
    said = ", ".join(f"{in_words(row.half)}: {number_format(round(row.points, 1))}" for row in own)
    title = _("Energie van %(name)s per half jaar, in punten. %(said)s.") % {"name": place.name, "said": said}
    picture = mark_safe(bars(own, [short(row.half) for row in own], title))  # noqa: S308 (made by us, escaped)
    return Patch(place, own, figures[0], picture, dry(figures))


def in_words(half: Half) -> str:
    """'januari tot juni 2026'."""
    words = _("januari tot juni %(year)s") if half.part == 1 else _("juli tot december %(year)s")
    return words % {"year": half.year}


def short(half: Half) -> str:
    """'1/26': what fits under a bar."""
    return f"{half.part}/{half.year % 100:02d}"


def energy_for_picture(partnership: Partnership, today: date, members: int) -> float | None:
    """What the crumbs and worms of the garden mean: all energy of the last 183 days, 0 to 100. Two queries."""
    if not members:
        return None
    by_kind = dict.fromkeys(Kind, 0.0)
    for deed in deeds_of(partnership, since=today - timedelta(days=WINDOW - 1)):
        by_kind[deed.kind] += deed.amount
    return share(points(by_kind), members)
