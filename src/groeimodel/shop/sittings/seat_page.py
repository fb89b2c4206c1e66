"""The page of one person on one sitting: whether the own seat comes, and voting for it and for proxies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings import presenting, seating, selectors, services
from groeimodel.shop.sittings.forms import AnswerForm, seat_label
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting


@dataclass(frozen=True, slots=True)
class Ballot:
    """One point, and what one seat said of it."""

    seat: OrganSeat
    label: str
    choice: str


@dataclass(frozen=True, slots=True)
class Voting:
    point: presenting.Point
    secret: bool
    asked: Sequence[str]
    ballots: Sequence[Ballot]


@dataclass(frozen=True, slots=True)
class SeatPage:
    sitting: Sitting
    seats: Sequence[OrganSeat]
    """The own seats, and once it is open those that gave a proxy."""
    answers: Sequence[tuple[OrganSeat, str, AnswerForm]]
    """While it is still to come: one form a seat of one's own."""
    votings: Sequence[Voting]
    points: Sequence[presenting.Point]

    def receive(self, data: Mapping[str, Any], actor: Person) -> None:
        """What was sent: an answer, or a vote.

        Raises:
            ValidationError: it is not complete, or cannot be.
        """
        if "answer" in data:
            for seat, _label, form in self.answers:
                if str(seat.pk) == data["answer"] and form.is_valid():
                    said, holder = form.said()
                    services.answer(sitting=self.sitting, seat=seat, said=said, holder=holder, actor=actor)
                    return
            raise ValidationError(_("Kies of je komt."))
        for one in self.votings:
            for ballot in one.ballots:
                if data.get("vote") == f"{one.point.item.pk}-{ballot.seat.pk}":
                    _vote(one.point.item, ballot.seat, str(data.get("choice", "")), actor)
                    return
        raise ValidationError(_("Dit punt neemt nu geen stemmen aan."))


def _vote(item: AgendaItem, seat: OrganSeat, choice: str, actor: Person) -> None:
    if choice:
        services.vote(item=item, seat=seat, choice=choice, actor=actor)
    else:
        services.take_back(item=item, seat=seat, actor=actor)


def page_for(sitting: Sitting, person: Person, data: Mapping[str, Any] | None) -> SeatPage:
    """A constant number of queries."""
    presences = selectors.presences_of(sitting)
    points = presenting.points_of(sitting)
    if sitting.opened_at is None:
        seats = seating.filled_seats(sitting.organ, sitting.day)
        own = [one for one in seats if one.person_id == person.pk]
        answers = (
            _answers(sitting, own, seats, presences, data) if sitting.state == Sitting.State.PLANNED else []
        )
        return SeatPage(sitting, own, answers, [], points)
    rows = [one for one in presences if _votes_for(one, person)]
    return SeatPage(sitting, [one.seat for one in rows], [], _votings(sitting, rows, points), points)


def _votes_for(one: Presence, person: Person) -> bool:
    """For the own seat, and for whoever gave this person a proxy."""
    if one.holder is not None:
        return one.holder.person_id == person.pk
    return one.person_id == person.pk


def _answers(
    sitting: Sitting,
    own: Sequence[OrganSeat],
    seats: Sequence[OrganSeat],
    presences: Sequence[Presence],
    data: Mapping[str, Any] | None,
) -> list[tuple[OrganSeat, str, AnswerForm]]:
    rows = {one.seat_id: one for one in presences}
    may = seating.statute_for(sitting).proxies > 0
    found = []
    for seat in own:
        holders = [one for one in seats if may and one.pk != seat.pk and (seat.advisory or not one.advisory)]
        mine = data if data is not None and data.get("answer") == str(seat.pk) else None
        form = AnswerForm(mine, holders=holders, row=rows.get(seat.pk), prefix=f"seat{seat.pk}")
        found.append((seat, seat_label(seat), form))
    return found


def _votings(sitting: Sitting, rows: Sequence[Presence], points: Sequence[presenting.Point]) -> list[Voting]:
    if sitting.state != Sitting.State.OPEN:
        return []
    statute, here = seating.statute_for(sitting), [one for one in rows if one.is_here]
    waiting = [one for one in points if one.item.waits and one.item.is_vote]
    said = {
        (item, presence): choice
        for item, presence, choice in SeatVote.objects.filter(
            item__in=[one.item.pk for one in waiting], presence__in=[one.pk for one in here]
        ).values_list("item", "presence", "choice")
    }
    return [
        Voting(
            one,
            statute.kind(one.item.kind).secret,
            presenting.asked(sitting, one.item.kind),
            [Ballot(row.seat, row.name, said.get((one.item.pk, row.pk), "")) for row in here],
        )
        for one in waiting
    ]
