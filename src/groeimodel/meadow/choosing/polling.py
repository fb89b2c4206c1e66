"""Who speaks for each municipality in a round: its voters, their ballots, and which one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing.covering import Cover, cover
from groeimodel.meadow.choosing.models import Ballot, Round, Stake


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who may fill in a ballot of a municipality: its alderman, or who holds a mandate of it."""

    person: Person
    alderman: bool
    cover: Cover


@dataclass(frozen=True, slots=True)
class Judged:
    """A ballot that was handed in, and how it stands with its mandate."""

    ballot: Ballot
    cover: Cover
    counts: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Poll:
    """One municipality in a round."""

    round: Round
    stake: Stake
    voters: tuple[Voter, ...]
    handed_in: tuple[Judged, ...]
    """The last first; at most one counts."""

    @property
    def municipality(self) -> Municipality:
        return self.stake.municipality

    @property
    def holders(self) -> frozenset[int]:
        """Keys of the people who hold a mandate that is in force."""
        return frozenset(one.person.pk for one in self.voters if one.cover.in_force)

    @property
    def covered(self) -> bool:
        """Whether anybody can hand in a ballot that counts."""
        return any(one.cover.counts for one in self.voters)

    @property
    def counting(self) -> Judged | None:
        return next((one for one in self.handed_in if one.counts), None)

    @property
    def best(self) -> Voter | None:
        """Whose mandate reaches furthest; the alderman where there is none."""
        ranked = sorted(self.voters, key=lambda one: (not one.cover.counts, not one.cover.in_force))
        return ranked[0] if ranked else None

    def voter(self, person: int) -> Voter | None:
        return next((one for one in self.voters if one.person.pk == person), None)


def polls_of(
    round: Round, day: date, *, stakes: Sequence[Stake] | None = None, lock: bool = False
) -> list[Poll]:
    """Every municipality of a round, by name, as it stands on a day: five queries.

    `stakes` where they are not saved yet. With `lock` the mandates are held until the end of the transaction: nobody
    revokes one while it is counted on.
    """
    if stakes is None:
        stakes = list(round.stakes.select_related("municipality").order_by("municipality__name"))
    keys = frozenset(f"actions.action:{one}" for one in round.proposals.values_list("action", flat=True))
    mandates: dict[int, list[Mandate]] = defaultdict(list)
    for one in _mandates(round, stakes, lock):
        mandates[one.municipality_id].append(one)
    aldermen = _aldermen(round)
    ballots: dict[int, list[Ballot]] = defaultdict(list)
    rows = round.ballots.filter(handed_in_at__isnull=False).select_related("person", "cast_by")
    for ballot in rows.order_by("-handed_in_at", "-pk"):
        ballots[ballot.municipality_id].append(ballot)
    found = []
    for stake in stakes:
        here = stake.municipality_id
        covers = _Covers(mandates[here], stake, day, keys)
        voters = covers.voters(aldermen.get(here))
        found.append(Poll(round, stake, voters, _judge(ballots[here], covers)))
    return found


def poll_of(round: Round, municipality: int, day: date) -> Poll | None:
    """One municipality of a round; None where it does not take part."""
    return next((one for one in polls_of(round, day) if one.municipality.pk == municipality), None)


class _Covers:
    """The mandates of one municipality, by person."""

    def __init__(self, mandates: Sequence[Mandate], stake: Stake, day: date, keys: frozenset[str]) -> None:
        self.stake, self.day, self.keys = stake, day, keys
        self.of: dict[int, list[Mandate]] = defaultdict(list)
        self.people: dict[int, Person] = {}
        for one in mandates:
            self.of[one.holder_id].append(one)
            self.people[one.holder_id] = one.holder

    def cover(self, person: int) -> Cover:
        return cover(self.of.get(person, ()), on=self.day, amount=self.stake.own, proposals=self.keys)

    def voters(self, alderman: Person | None) -> tuple[Voter, ...]:
        """Who holds a mandate that is in force, and the alderman; by name, who can make it count first."""
        found = {}
        for key, person in self.people.items():
            its = self.cover(key)
            if its.in_force:
                found[key] = Voter(person, alderman is not None and key == alderman.pk, its)
        if alderman is not None and alderman.pk not in found:
            found[alderman.pk] = Voter(alderman, True, self.cover(alderman.pk))
        return tuple(sorted(found.values(), key=lambda one: (not one.cover.counts, one.person.name)))


def _judge(ballots: Sequence[Ballot], covers: _Covers) -> tuple[Judged, ...]:
    """The last ballot that rests on a mandate counts; one without a mandate takes no other's place."""
    judged: list[Judged] = []
    taken: Ballot | None = None
    for ballot in ballots:
        its = covers.cover(ballot.person_id)
        if not its.counts:
            judged.append(Judged(ballot, its, False, its.why_not))
        elif taken is None:
            taken = ballot
            judged.append(Judged(ballot, its, True, ""))
        else:
            why = _("Een latere stembrief telt: die van %(name)s.") % {"name": taken.person}
            judged.append(Judged(ballot, its, False, why))
    return tuple(judged)


def _mandates(round: Round, stakes: Sequence[Stake], lock: bool) -> QuerySet[Mandate]:
    """Given mandates to decide for these municipalities, closed ones too: they say why a ballot does not count."""
    rows = Mandate.objects.filter(
        partnership=round.partnership_id,
        kind=Mandate.Kind.DECIDE,
        municipality__in=[one.municipality_id for one in stakes],
        given_at__isnull=False,
        refused_at=None,
        holder__is_active=True,
    )
    rows = rows.select_related("holder", "given_by").order_by("pk")
    return rows.select_for_update(of=("self",)) if lock else rows


def _aldermen(round: Round) -> dict[int, Person]:
    """The alderman of today of each member."""
    rows = Tenure.objects.filter(
        ends=None,
        seat__role=Seat.Role.ALDERMAN,
        seat__membership__ends=None,
        seat__membership__partnership=round.partnership_id,
    ).select_related("person", "seat__membership")
    return {one.seat.membership.municipality_id: one.person for one in rows}
