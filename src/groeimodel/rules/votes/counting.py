"""Counting the votes on one point: what was needed, what was reached, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from groeimodel.rules.votes.presence import Attendance, Key, Seat
from groeimodel.rules.votes.statute import Kind, Majority

Choice = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes; a seat with three votes stands here with three."""

    pro: int = 0
    against: int = 0
    abstain: int = 0
    absent: int = 0

    @property
    def cast(self) -> int:
        return self.pro + self.against

    @property
    def present(self) -> int:
        return self.cast + self.abstain

    @property
    def all(self) -> int:
        return self.present + self.absent

    @property
    def tied(self) -> bool:
        return self.pro == self.against > 0

    def of(self, base: str) -> int:
        """So many votes is 'cast', 'present' or 'all'."""
        return {"cast": self.cast, "present": self.present, "all": self.all}[base]


@dataclass(frozen=True, slots=True)
class Reached:
    """One majority: of `base` there were `reached`, and `needed` would do."""

    majority: Majority
    reached: int
    base: int
    needed: int
    by_chair: bool = False
    """Exactly half, and the chair was for."""

    @property
    def met(self) -> bool:
        return self.reached >= self.needed or self.by_chair


@dataclass(frozen=True, slots=True)
class MunicipalVoice:
    """How the seats of one municipality voted together."""

    municipality: Key
    votes: Tally

    @property
    def agrees(self) -> bool:
        """More of its votes are for than against."""
        return self.votes.pro > self.votes.against


@dataclass(frozen=True, slots=True)
class Count:
    votes: Tally
    advisory: Tally
    """Beside it, never counted."""
    reached: tuple[Reached, ...]
    """In the order of the statutes."""
    municipalities: tuple[MunicipalVoice, ...] = ()
    """In the order of their names or keys; empty when the ballot was secret."""
    secret: bool = False

    @property
    def adopted(self) -> bool:
        return all(one.met for one in self.reached)

    @property
    def chair_decided(self) -> bool:
        """A tie that the vote of the chair broke, in favour."""
        return self.adopted and any(one.by_chair for one in self.reached)


def count(
    seats: Sequence[Seat],
    attendance: Attendance,
    choices: Mapping[Key, Choice],
    kind: Kind,
    *,
    chair: Key | None = None,
) -> Count:
    """Count an open vote. `choices` holds what was said per seat, also for a seat that is represented.

    A seat that is here and said nothing abstains. Where the chair breaks ties, it does so by what its own seat said,
    being present itself.

    Raises:
        ValueError: a choice of a seat that is unknown, or neither present nor represented.
    """
    here = attendance.here
    if wrong := sorted(
        str(key) for key in choices if key not in here or key not in {one.key for one in seats}
    ):
        raise ValueError(f"Voted without being here: {', '.join(wrong)}")
    voting = [one for one in seats if not one.advisory]
    votes = _tally(voting, here, choices)
    bound = [one for one in voting if one.municipality is not None]
    voices = _voices(bound, here, choices)
    chair_says = choices.get(chair) if chair is not None and chair in attendance.present else None
    chair_for = kind.tie == "chair" and chair_says == "for" and any(one.key == chair for one in voting)
    reached = []
    for majority in kind.majorities:
        got, base = _figures(majority, votes, _tally(bound, here, choices), voices)
        reached.append(_reached(majority, got, base, votes, chair_for=chair_for))
    advisory = _tally([one for one in seats if one.advisory], here, choices)
    return Count(votes, advisory, tuple(reached), voices)


def count_secret(
    seats: Sequence[Seat],
    attendance: Attendance,
    ballots: Tally,
    kind: Kind,
    *,
    advisory: Tally | None = None,
) -> Count:
    """Count a secret vote from its totals alone; votes that are here but in no total abstain.

    Raises:
        ValueError: there are more ballots than votes here, or a majority asks who voted what.
    """
    if any(one.of != "votes" for one in kind.majorities):
        raise ValueError("A secret ballot cannot tell municipalities")
    whole = _filled_up([one for one in seats if not one.advisory], attendance, ballots)
    beside = _filled_up([one for one in seats if one.advisory], attendance, advisory or Tally())
    reached = tuple(_reached(one, whole.pro, whole.of(one.base), whole) for one in kind.majorities)
    return Count(whole, beside, reached, secret=True)


def _filled_up(seats: Sequence[Seat], attendance: Attendance, ballots: Tally) -> Tally:
    here = sum(one.votes for one in seats if one.key in attendance.here)
    if ballots.present > here or min(ballots.pro, ballots.against, ballots.abstain) < 0:
        raise ValueError(f"{ballots.present} ballots for {here} votes")
    absent = sum(one.votes for one in seats) - here
    return Tally(ballots.pro, ballots.against, here - ballots.cast, absent)


def _tally(seats: Sequence[Seat], here: frozenset[Key], choices: Mapping[Key, Choice]) -> Tally:
    sums = {"for": 0, "against": 0, "abstain": 0, "absent": 0}
    for seat in seats:
        sums[choices.get(seat.key, "abstain") if seat.key in here else "absent"] += seat.votes
    return Tally(sums["for"], sums["against"], sums["abstain"], sums["absent"])


def _voices(
    seats: Sequence[Seat], here: frozenset[Key], choices: Mapping[Key, Choice]
) -> tuple[MunicipalVoice, ...]:
    keys = sorted({one.municipality for one in seats if one.municipality is not None}, key=str)
    return tuple(
        MunicipalVoice(key, _tally([one for one in seats if one.municipality == key], here, choices))
        for key in keys
    )


def _figures(
    majority: Majority, votes: Tally, municipal: Tally, voices: Sequence[MunicipalVoice]
) -> tuple[int, int]:
    """What was reached, and of how many."""
    if majority.of == "votes":
        return votes.pro, votes.of(majority.base)
    if majority.of == "municipal_votes":
        return municipal.pro, municipal.of(majority.base)
    return sum(one.agrees for one in voices), sum(one.votes.of(majority.base) > 0 for one in voices)


def _reached(majority: Majority, got: int, base: int, votes: Tally, *, chair_for: bool = False) -> Reached:
    """With the chair's vote, where nothing but a tie of the votes stands in the way."""
    half = majority.of == "votes" and majority.bound.more_than and majority.bound.share * 2 == 1
    tied = half and votes.tied and 2 * got == base
    return Reached(majority, got, base, majority.bound.needed(base), by_chair=tied and chair_for)
