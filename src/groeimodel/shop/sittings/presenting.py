"""A sitting as pages show it: what comes next, what a point came to, and what the quorum will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions import wording as saying
from groeimodel.rules.votes import Attendance, Enough, Proxy, Seat, quorum
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings import seating
from groeimodel.shop.sittings.counting import majority_data, tally
from groeimodel.shop.sittings.due import leave_by
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting


@dataclass(frozen=True, slots=True)
class Point:
    number: int
    item: AgendaItem
    kind: str
    figures: str
    """'5 stemmen voor, 1 tegen, 0 onthoudingen'; empty where nothing was counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A seat on the page of a sitting."""

    name: str
    place: str
    advisory: bool
    says: str
    """'komt', 'volmacht aan ...', or empty."""


@dataclass(frozen=True, slots=True)
class Provisional:
    """What a point would be if it were counted now."""

    adopted: bool
    figures: str
    advisory: str
    majorities: Sequence[tuple[str, Any]]
    by_chair: bool


def points_of(sitting: Sitting) -> list[Point]:
    """No query where the items were fetched along."""
    return [_point(number, one) for number, one in enumerate(sitting.items.all(), start=1)]


def _point(number: int, item: AgendaItem) -> Point:
    vote = item.decision.vote if item.decision is not None else None
    figures = saying.figures_in_words(vote.pro, vote.against, vote.abstain) if vote is not None else ""
    return Point(number, item, saying.kind_label(item.kind) if item.is_vote else "", figures)


def lines_of(seats: Sequence[OrganSeat], presences: Sequence[Presence], *, opened: bool) -> list[Line]:
    """Every seat with what it said, or how it was there; of an opened sitting, the seats it opened with."""
    if opened:
        return [_line(one, one.get_how_display(), one.holder) for one in presences]
    said = {one.seat_id: one for one in presences}
    lines = []
    for seat in seats:
        row = said.get(seat.pk) or Presence(seat=seat)
        row.person, row.municipality = seat.person, seat.municipality
        row.advisory = seat.advisory
        lines.append(_line(row, row.get_said_display(), row.said_holder))
    return lines


def _line(one: Presence, says: str, holder: OrganSeat | None) -> Line:
    where = one.municipality.name_today if one.municipality is not None else ""
    to = f"{says}: {holder.person or holder}" if holder is not None else says
    return Line(one.name, where, one.advisory, to)


def expected(sitting: Sitting, seats: Sequence[OrganSeat], presences: Sequence[Presence]) -> Enough:
    """The quorum if everybody does as they said; who said nothing is not counted on."""
    said = {one.seat_id: one for one in presences}
    coming = frozenset(key for key, one in said.items() if one.said == Presence.Said.COMES)
    proxies = tuple(
        Proxy(key, one.said_holder_id)
        for key, one in said.items()
        if one.said == Presence.Said.PROXY and one.said_holder_id in coming and one.said_holder_id is not None
    )
    rows = [Seat(one.pk, one.municipality_id, one.votes, one.advisory) for one in seats]
    statute = seating.statute_for(sitting)
    return quorum(statute, rows, Attendance(coming, proxies), second=sitting.is_second)


def provisional(item: AgendaItem, presences: Sequence[Presence]) -> Provisional | None:
    """None while a secret ballot has no totals; at most one query."""
    try:
        found = tally(item, presences)
    except ValidationError:
        return None
    votes, beside = found.votes, found.advisory
    return Provisional(
        found.adopted,
        saying.figures_in_words(votes.pro, votes.against, votes.abstain),
        saying.figures_in_words(beside.pro, beside.against, beside.abstain) if beside.present else "",
        [(saying.bound_in_words(data), data) for data in map(majority_data, found.reached)],
        found.chair_decided,
    )


def said_on(item: AgendaItem) -> list[tuple[str, list[str]]]:
    """Who said what in an open vote that was counted, with the choices in order; nothing of a secret one. One query."""
    rows = SeatVote.objects.filter(item=item).order_by("presence__pk")
    names: dict[str, list[str]] = {choice: [] for choice in SeatVote.Choice.values}
    for one in rows.select_related("presence__person", "presence__seat__municipality"):
        advisory = _(" (raadgevend)") if one.presence.advisory else ""
        names[one.choice].append(f"{one.presence.name}{advisory}")
    return [(str(SeatVote.Choice(key).label), found) for key, found in names.items() if found]


def asked(sitting: Sitting, kind: str) -> list[str]:
    """What a point of this kind needs, in words."""
    rows = seating.statute_for(sitting).kind(kind).majorities
    return [
        saying.bound_in_words(
            {"of": one.of, "share": one.bound.share, "more_than": one.bound.more_than, "base": one.base}
        )
        for one in rows
    ]


@dataclass(frozen=True, slots=True)
class Delay:
    """Whether an invitation that leaves today is in time."""

    days: int
    by: date
    late: bool


def delay_of(sitting: Sitting, today: date) -> Delay:
    by = leave_by(sitting)
    return Delay(seating.statute_for(sitting).delay_days, by, today > by)
