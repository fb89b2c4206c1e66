"""Scan rounds over two years: invented answers that follow from a few written-down leanings.

Each story says, per round, how strong each layer is (1 to 5). On that come small, fixed
differences: between municipalities, between the two seats, and per statement. The chance is seeded
with the story's name, so that the same story always answers the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from groeimodel.content import load
from groeimodel.demo.kit import Planted, moment
from groeimodel.foundation.partners.models import Municipality, Seat
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Role, Round
from groeimodel.rules.growth.content import Layer, Statement
from groeimodel.rules.growth.content import Role as RoleName

SPREAD = 0.55
"""Standard deviation of one answer around its leaning, in answer steps."""
UNSURE = 0.04
"""Share of 'don't know'."""


@dataclass(frozen=True, slots=True)
class RoundStory:
    """A round, and how strong the three layers were then, on the scale of an answer."""

    days: int
    title: str
    strength: Mapping[Layer, float]
    privacy: str = Round.Privacy.OPEN


@dataclass(frozen=True, slots=True)
class Leanings:
    """What is particular to a partnership."""

    rounds: Sequence[RoundStory]
    alderman: Mapping[str, float] = field(default_factory=dict)
    """Per block or statement: how much higher aldermen answer than the layer's strength; officers lower."""
    divided: Sequence[str] = ()
    """Statements on which people disagree whatever their seat."""
    guesses: Mapping[str, float] = field(default_factory=dict)
    """Per statement: how far each seat overrates (above 0) the answer of the other."""
    municipality: Mapping[str, float] = field(default_factory=dict)
    voices: Mapping[tuple[str, str], tuple[str, str, str]] = field(default_factory=dict)
    """Needs, thresholds and opportunities, by municipality and role, in the last round."""


def run_rounds(planted: Planted, leanings: Leanings) -> None:
    """Open, answer and close every round, oldest first."""
    chance = Random(planted.story.slug)  # noqa: S311 (example data, nothing secret)
    last = leanings.rounds[-1]
    coordinator = planted.people[planted.story.coordinator]
    for told in leanings.rounds:
        opened, closed = planted.day(told.days), planted.day(told.days - 14)
        round = services.open_round(
            partnership=planted.partnership,
            by=coordinator,
            title=told.title,
            privacy=told.privacy,
            at=moment(opened, 9),
        )
        for name in planted.memberships:
            for role in Seat.Role.values:
                if planted.seat(name, role) is not None:
                    voice = leanings.voices.get((name, role)) if told is last else None
                    _answer(planted, round, told, leanings, _Who(name, role, voice), chance)
        _answer(planted, round, told, leanings, _Who("", Role.COORDINATOR), chance)
        services.close_round(round=round, by=coordinator, at=moment(closed, 16))


@dataclass(frozen=True, slots=True)
class _Who:
    municipality: str
    role: str
    voice: tuple[str, str, str] | None = None


def _answer(
    planted: Planted, round: Round, told: RoundStory, leanings: Leanings, who: _Who, chance: Random
) -> None:
    at = moment(planted.day(told.days - chance.randint(1, 12)), chance.randint(9, 20))
    where: Municipality | None = planted.municipality(who.municipality) if who.municipality else None
    sheet = services.start_sheet(role=who.role, round=round, municipality=where, at=at)
    role: RoleName = who.role  # type: ignore[assignment]
    asked = [one for one in load().statements if one.asked_of(role)]
    answers = {one.id: _mark(one, told, leanings, who, chance) for one in asked}
    guesses = {
        one.id: _guess(one, told, leanings, who, chance)
        for one in asked
        if one.guess and who.role in Seat.Role.values
    }
    services.answer(sheet=sheet, answers=answers, guesses=guesses)
    if who.voice:
        needs, thresholds, opportunities = who.voice
        services.note_views(sheet=sheet, needs=needs, thresholds=thresholds, opportunities=opportunities)
    services.submit(sheet=sheet, at=at)


def _level(one: Statement, told: RoundStory, leanings: Leanings, role: str) -> float:
    tilt = leanings.alderman.get(one.id, leanings.alderman.get(one.block, 0.0))
    if role == Seat.Role.ALDERMAN:
        return told.strength[one.layer] + tilt
    return told.strength[one.layer] - (tilt if role == Seat.Role.OFFICER else 0.0)


def _mark(one: Statement, told: RoundStory, leanings: Leanings, who: _Who, chance: Random) -> int | None:
    if chance.random() < UNSURE:
        return None
    level = _level(one, told, leanings, who.role) + leanings.municipality.get(who.municipality, 0.0)
    if one.id in leanings.divided:
        level += chance.choice((-1.6, 1.4))
    return _rounded(chance.gauss(level, SPREAD))


def _guess(one: Statement, told: RoundStory, leanings: Leanings, who: _Who, chance: Random) -> int:
    other = Seat.Role.OFFICER if who.role == Seat.Role.ALDERMAN else Seat.Role.ALDERMAN
    level = _level(one, told, leanings, other) + leanings.guesses.get(one.id, 0.0)
    return _rounded(chance.gauss(level, SPREAD))


def _rounded(value: float) -> int:
    return min(5, max(1, round(value)))
