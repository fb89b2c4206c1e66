"""Rounds of the gauge: what invented partners expect, how well it goes, and what they agreed about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from groeimodel.demo import potgrond, weide, winkel
from groeimodel.demo.kit import Planted, moment
from groeimodel.foundation.partners.models import Seat
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.models import Gauge, Round, Sheet
from groeimodel.gauge.expectations.services import Agreed

Level = tuple[float, float]
"""How important, and how well it goes: 1 to 5."""


@dataclass(frozen=True, slots=True)
class Promise:
    text: str
    owner: str
    about: str
    days: int
    """Due so many days ago; below 0 is still to come."""
    done: int | None = None
    """Done so many days ago."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One round: opened so many days ago, and what people found then."""

    days: int
    levels: Mapping[str, Level]
    open: bool = False
    talked: int | None = None
    promises: Sequence[Promise] = ()
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    silent: Sequence[tuple[str, str]] = ()
    """Seats that did not answer, by municipality and role."""


@dataclass(frozen=True, slots=True)
class Expecting:
    rounds: Sequence[Asking]
    tilt: Mapping[str, float] = field(default_factory=dict)
    """By expectation: how much more important aldermen find it than officers."""
    divided: Sequence[str] = ()
    misread: Mapping[str, float] = field(default_factory=dict)
    """By expectation: how far each seat overrates the other."""
    cadence: int = Gauge.Cadence.HALF_YEAR


A, O = Seat.Role.ALDERMAN.value, Seat.Role.OFFICER.value  # noqa: E741
FIRST = {
    "learn": (4.4, 3.0),
    "use": (4.5, 2.3),
    "present": (4.0, 2.9),
    "honest": (3.9, 2.8),
    "informed": (4.2, 2.0),
    "time": (4.3, 2.2),
    "fair": (3.3, 3.0),
    "young": (3.8, 2.4),
}

SOIL = Expecting(
    rounds=[
        Asking(
            405,
            FIRST,
            talked=371,
            promises=[
                Promise(
                    "Na elke ontmoeting een kort verslag voor de schepen",
                    "Lotte Claessens",
                    "informed",
                    340,
                    338,
                ),
                Promise("Een vaste plek voor documenten die we delen", "Stijn Aerts", "use", 320, 331),
            ],
            silent=[(potgrond.B, A), (potgrond.V, A), (potgrond.V, O)],
        ),
        Asking(
            215,
            {**FIRST, "use": (4.5, 3.1), "present": (4.1, 3.6), "honest": (4.0, 3.3), "informed": (4.3, 3.0)},
            talked=186,
            promises=[Promise("Wie niet kan, belt vooraf één collega", "Jonas Mertens", "present", 120, 118)],
            silent=[(potgrond.B, A)],
        ),
        Asking(
            38,
            {
                "learn": (4.6, 4.2),
                "use": (4.6, 3.7),
                "present": (4.1, 4.0),
                "honest": (4.0, 3.6),
                "informed": (4.4, 3.2),
                "time": (4.3, 2.3),
                "fair": (3.1, 3.7),
                "young": (4.1, 2.8),
            },
            promises=[],
            words={
                (
                    potgrond.L,
                    A,
                ): "Dat ik op tijd weet wat er speelt, zodat ik het op het college kan verdedigen.",
                (potgrond.L, O): "Uren om het goed te doen. En collega's die opnemen als ik bel.",
                (potgrond.E, O): "Dat we niet elk apart hetzelfde reglement schrijven.",
                (potgrond.E, A): "Geen extra structuur. Wel dingen die bij ons werken.",
                (potgrond.H, O): "Iemand die meedenkt, want ik ben alleen op de dienst.",
                (potgrond.V, O): "Dat ook de kleine gemeenten hun vraag kunnen stellen.",
            },
            silent=[(potgrond.B, A)],
        ),
    ],
    tilt={"informed": 0.8, "time": -1.2, "young": 0.5},
    divided=["fair"],
    misread={"time": -0.9, "use": 0.3},
)

MEADOW = Expecting(
    rounds=[
        Asking(
            190,
            {**FIRST, "fair": (4.4, 2.4), "time": (4.2, 2.8)},
            talked=160,
            promises=[
                Promise("Een tabel met de uren van elke gemeente", "Finn Claes", "fair", 100, 96),
                Promise("Elk najaar samen de taken van het jaar verdelen", "Celia Moreels", "fair", -24),
            ],
            words={
                (weide.K, O): "Dat wie ja zegt tegen een actie, er ook staat.",
                (weide.A, A): "Zichtbare resultaten, ook voor wie niet in het jeugdhuis komt.",
            },
        ),
        Asking(
            6,
            {**FIRST, "fair": (4.5, 3.2)},
            open=True,
            silent=[(weide.K, A), (weide.K, O), (weide.W, A), (weide.M, O)],
        ),
    ],
    tilt={"young": 0.6},
    divided=["fair"],
)

SHOP = Expecting(
    rounds=[
        Asking(390, FIRST, talked=360, silent=[(winkel.P, A)]),
        Asking(
            24,
            {
                "learn": (3.6, 4.1),
                "use": (4.5, 4.0),
                "present": (4.3, 4.2),
                "honest": (4.4, 3.8),
                "informed": (4.6, 3.9),
                "time": (4.0, 3.5),
                "fair": (4.7, 2.9),
                "young": (4.8, 4.1),
            },
            talked=5,
            promises=[
                Promise(
                    "De verdeelsleutel opnieuw bekijken voor het meerjarenplan", "Hanne Wouters", "fair", -45
                ),
                Promise("Kort verslag van elk bestuur naar alle colleges", "Wout Segers", "informed", -9),
            ],
            words={
                (winkel.D, A): "Dat de winkel er staat voor alle vijf, niet enkel voor het centrum.",
                (winkel.B, O): "Duidelijk wie beslist, en wanneer.",
                (winkel.N, A): "Een eerlijke prijs voor wat we krijgen.",
            },
        ),
    ],
    tilt={"fair": 0.4, "informed": 0.5},
    divided=["learn"],
    cadence=Gauge.Cadence.YEAR,
)
STORIES = {potgrond.STORY.slug: SOIL, weide.STORY.slug: MEADOW, winkel.STORY.slug: SHOP}


def expect(planted: Planted) -> None:
    """Open, answer, close and talk about every round, oldest first; the scope must be open."""
    told = STORIES[planted.story.slug]
    chance = Random(f"verwachtingen {planted.story.slug}")  # noqa: S311 (example data, nothing secret)
    coordinator = planted.people[planted.story.coordinator]
    services.choose_cadence(partnership=planted.partnership, months=told.cadence, actor=coordinator)
    for asking in told.rounds:
        opened = planted.day(asking.days)
        round = services.open_round(
            partnership=planted.partnership,
            actor=coordinator,
            closes_on=opened + timedelta(days=21),
            at=moment(opened, 9),
            mail=asking.open,
        )
        for sheet in (
            Sheet.objects.filter(round=round)
            .select_related("round", "municipality", "person")
            .order_by("municipality__name", "role")
        ):
            if (sheet.municipality.name, sheet.role) not in asking.silent:
                _answer(planted, sheet, told, asking, chance)
        if not asking.open:
            services.close_round(round=round, actor=coordinator, at=moment(planted.day(asking.days - 15), 17))
            _talk(planted, round, asking)


def _answer(planted: Planted, sheet: Sheet, told: Expecting, asking: Asking, chance: Random) -> None:
    services.say(sheet=sheet, words=asking.words.get((sheet.municipality.name, sheet.role), ""))
    guesses = {}
    for key, (importance, met) in asking.levels.items():
        tilt = told.tilt.get(key, 0.0) * (0.5 if sheet.role == A else -0.5)
        split = chance.choice((-1.9, 1.5)) if key in told.divided else 0.0
        services.answer(
            sheet=sheet,
            key=key,
            importance=_mark(importance + tilt + split, chance),
            fulfilment=_mark(met, chance),
        )
        guesses[key] = _mark(importance - tilt + told.misread.get(key, 0.0), chance)
    asked = {one["key"] for one in sheet.round.asked if one["guess"]}
    services.guess(sheet=sheet, guesses={key: value for key, value in guesses.items() if key in asked})
    day = planted.day(asking.days - chance.randint(1, 5 if asking.open else 12))
    services.submit(sheet=sheet, at=moment(day, chance.randint(8, 21)))


def _mark(level: float, chance: Random) -> int:
    return min(5, max(1, round(chance.gauss(level, 0.5))))


def _talk(planted: Planted, round: Round, asking: Asking) -> None:
    coordinator = planted.people[planted.story.coordinator]
    if asking.talked is None:
        return
    services.note_talk(round=round, on=planted.day(asking.talked), actor=coordinator)
    for one in asking.promises:
        row = services.agree(
            round=round,
            agreed=Agreed(one.text, planted.people[one.owner], planted.day(one.days), one.about),
            actor=coordinator,
            at=moment(planted.day(asking.talked), 15),
        )
        if one.done is not None:
            services.mark_done(
                agreement=row, actor=planted.people[one.owner], at=moment(planted.day(one.done))
            )
