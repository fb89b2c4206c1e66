"""The gauge and a round as pages show them: figures in words, charts, and tables of who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from groeimodel.formats import gauge_charts
from groeimodel.gauge.expectations.models import Round
from groeimodel.gauge.expectations.results import Course, Result, course_of, result_of
from groeimodel.gauge.expectations.selectors import kept_since
from groeimodel.rules.gauge import Difference, Dot, Reading

STEADY = 3.0
"""A change of fewer points is no news."""
NAMES = ("known", "shared", "met")
TITLES = {"known": _lazy("Bekend"), "shared": _lazy("Gedeeld"), "met": _lazy("Ingelost")}


@dataclass(frozen=True, slots=True)
class Meter:
    """One figure of the gauge."""

    name: str
    title: str
    value: int | None
    weather: str
    says: str
    trend: str
    rises: bool | None
    dial: SafeString
    course: SafeString


def meters_of(course: Course) -> tuple[Meter, ...]:
    """Of the latest round; empty before the first."""
    latest = course.latest
    if latest is None:
        return ()
    changes = course.changes
    return tuple(_meter(name, latest, course, changes) for name in NAMES)


def _meter(name: str, latest: Result, course: Course, changes: Reading | None) -> Meter:
    value = getattr(latest.reading, name)
    change = getattr(changes, name) if changes else None
    values = [getattr(one.reading, name) for one in reversed(course.results)]
    before = values[-2] if len(values) > 1 else None
    return Meter(
        name=name,
        title=str(TITLES[name]),
        value=None if value is None else round(value),
        weather=weather_word(name, value),
        says=SAYS[name](latest),
        trend=_trend(change, course),
        rises=None if change is None or abs(change) < STEADY else change > 0,
        dial=safe(gauge_charts.dial(value, before=before)),
        course=safe(gauge_charts.course(values)),
    )


WEATHER: dict[str, tuple[tuple[int, Any], ...]] = {
    "known": ((65, _lazy("helder")), (45, _lazy("wat mist")), (0, _lazy("mist"))),
    "shared": (
        (80, _lazy("open lucht")),
        (60, _lazy("een wolk")),
        (40, _lazy("wolken")),
        (0, _lazy("zwaar bewolkt")),
    ),
    "met": ((65, _lazy("zon")), (45, _lazy("wisselend")), (0, _lazy("regen"))),
}
"""The same bounds as the sky of the garden (rules/picture/sky.py)."""


def weather_word(name: str, value: float | None) -> str:
    if value is None:
        return _("nog te weinig antwoorden")
    return next(str(word) for bound, word in WEATHER[name] if value >= bound)


def _known(result: Result) -> str:
    heard, seats = len(result.voices.heard), 2 * len(result.voices.places)
    return _("%(heard)s van de %(seats)s zetels spraken zich uit.") % {"heard": heard, "seats": seats}


def _shared(result: Result) -> str:
    told = [one for one in result.differences if one.agreement is not None]
    divided = sum(one.divided for one in told)
    if not told or result.reading.shared is None:
        return _("Daarvoor zijn er minstens drie mensen nodig.")
    if not divided:
        return _("Jullie zijn het eens over wat belangrijk is.")
    return ngettext(
        "Over %(n)s van de %(all)s verwachtingen zijn jullie verdeeld.",
        "Over %(n)s van de %(all)s verwachtingen zijn jullie verdeeld.",
        divided,
    ) % {"n": divided, "all": len(told)}


def _met(result: Result) -> str:
    if result.reading.met is None:
        return _("Daarvoor zijn er minstens drie mensen nodig.")
    talk = sum(one.quadrant == "talk" for one in result.differences)
    if not talk:
        return _("Wat belangrijk is, lukt.")
    return ngettext(
        "%(n)s verwachting is belangrijk en lukt nog niet.",
        "%(n)s verwachtingen zijn belangrijk en lukken nog niet.",
        talk,
    ) % {"n": talk}


SAYS = {"known": _known, "shared": _shared, "met": _met}


def _trend(change: float | None, course: Course) -> str:
    if len(course.results) < 2:
        return _("eerste meting")
    if change is None:
        return _("niet te vergelijken met de vorige ronde")
    if abs(change) < STEADY:
        return _("zoals de vorige keer")
    points = {"n": abs(round(change))}
    return _("%(n)s punten hoger") % points if change > 0 else _("%(n)s punten lager") % points


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer of 1 to 5 in the spread of an expectation, with who gave it."""

    value: int
    aldermen: tuple[str, ...]
    officers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One expectation of a round, as a page shows it."""

    number: int
    key: str
    text: str
    of: Difference
    importance: str
    fulfilment: str
    place: str
    """Its corner of the map, in words."""
    spreads: tuple[tuple[str, tuple[Cell, ...]], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What one partner answered, per expectation: alderman and officer, importance and fulfilment."""

    name: str
    cells: tuple[tuple[str, str], ...]


def corner(name: str) -> str:
    return {
        "talk": _("hier eerst over praten"),
        "keep": _("zo houden"),
        "later": _("kan wachten"),
        "extra": _("mooi meegenomen"),
    }[name]


def round_page(round: Round) -> dict[str, Any]:
    """Everything that the page of a closed round shows."""
    course = course_of(round.partnership)
    result = next((one for one in course.results if one.round.pk == round.pk), None) or result_of(round)
    before = course.before(result)
    rows = rows_of(result)
    return {
        "round": round,
        "result": result,
        "rows": rows,
        "map": map_of(rows),
        "sums": sums_of(result),
        "answers": answers_of(result),
        "agreements": list(kept_since(round, before.round if before else None)),
        "meters": meters_of(Course(course.results[course.results.index(result) :]))
        if result in course.results
        else meters_of(Course((result,))),
    }


def rows_of(result: Result) -> tuple[Row, ...]:
    return tuple(
        Row(
            number=number,
            key=one.item,
            text=result.texts[one.item],
            of=one,
            importance=figure(one.importance),
            fulfilment=figure(one.fulfilment),
            place=corner(one.quadrant) if one.quadrant else "",
            spreads=(
                (_("Belangrijk"), cells(one.dots, "importance", result.names)),
                (_("Lukt"), cells(one.dots, "fulfilment", result.names)),
            ),
            sentence=sentence_of(one),
        )
        for number, one in enumerate(result.differences, start=1)
    )


def cells(dots: Sequence[Dot], on: str, names: dict[str, str]) -> tuple[Cell, ...]:
    """Who answered 1, 2, 3, 4 and 5; two people in one seat stand at their mean, rounded."""
    said = [(one, round(value)) for one in dots if (value := getattr(one, on)) is not None]
    return tuple(
        Cell(
            value,
            tuple(names[one.place] for one, told in said if told == value and one.seat == "alderman"),
            tuple(names[one.place] for one, told in said if told == value and one.seat == "officer"),
        )
        for value in range(1, 6)
    )


def sentence_of(one: Difference) -> str:
    """What stands out, in one sentence or two."""
    told = []
    if one.divided:
        told.append(_("Jullie zijn verdeeld over hoe belangrijk dit is."))
    if one.paired is not None and abs(one.paired) >= 1:
        who = (
            _("Schepenen vinden dit belangrijker dan hun ambtenaar.")
            if one.paired > 0
            else _("Ambtenaren vinden dit belangrijker dan hun schepen.")
        )
        told.append(who)
    if one.misread_by_alderman is not None and abs(one.misread_by_alderman) >= 1:
        told.append(_("Schepenen schatten hun ambtenaar hier anders in."))
    if one.misread_by_officer is not None and abs(one.misread_by_officer) >= 1:
        told.append(_("Ambtenaren schatten hun schepen hier anders in."))
    return " ".join(told)


def map_of(rows: Sequence[Row]) -> SafeString:
    points = [
        gauge_charts.Point(
            row.number, row.text, row.of.importance, row.of.fulfilment, row.of.quadrant == "talk"
        )
        for row in rows
        if row.of.importance is not None and row.of.fulfilment is not None
    ]
    labels = {
        "title": _("Hoe belangrijk iets is, en hoe goed het lukt"),
        "across": _("hoe goed het lukt"),
        "cross": _(
            "Omhoog: hoe belangrijk. Naar rechts: hoe goed het lukt. Het kruis staat op 3, het midden van de schaal."
        ),
        **{name: corner(name).capitalize() for name in ("talk", "keep", "later", "extra")},
    }
    return safe(gauge_charts.importance_map(points, labels)) if points else safe("")


def sums_of(result: Result) -> list[tuple[int, str, str, str, str]]:
    """Per expectation: agreement, importance and fulfilment, of which 'gedeeld' and 'ingelost' are made."""
    return [
        (
            number,
            result.texts[one.item],
            "–" if one.agreement is None else str(round(100 * one.agreement)),
            figure(one.importance),
            figure(one.fulfilment),
        )
        for number, one in enumerate(result.differences, start=1)
    ]


def answers_of(result: Result) -> list[Answers]:
    """Every partner with what its seats answered; 'importance / fulfilment'."""
    said: dict[tuple[str, str, str], Dot] = {
        (one.item, dot.place, dot.seat): dot for one in result.differences for dot in one.dots
    }

    def cell(item: str, place: str, seat: str) -> str:
        dot = said.get((item, place, seat))
        return f"{figure(dot.importance, 0)} / {figure(dot.fulfilment, 0)}" if dot else "–"

    return [
        Answers(
            result.names[place],
            tuple(
                (cell(one.item, place, "alderman"), cell(one.item, place, "officer"))
                for one in result.differences
            ),
        )
        for place in result.voices.places
    ]


def figure(value: float | None, decimals: int = 1) -> str:
    """'3,4', or a dash."""
    return "–" if value is None else str(number_format(value, decimals))


def safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308
