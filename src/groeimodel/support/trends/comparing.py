"""Reads of the comparison: the own figures, and in which band each stands. The figures of others go no further."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.formats.band_strip import strip
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.bands import FEWEST, Band, Peer, Standing, compare, fives
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing
from groeimodel.support.trends import invented, words
from groeimodel.support.trends.figures import COMPARED, Compared
from groeimodel.support.trends.models import Measure


@dataclass(frozen=True, slots=True)
class Line:
    """One figure on the page."""

    figure: Compared
    number: str
    """As it is read in Belgium; empty where it was not recorded."""
    standing: Standing | None
    """None where it was not recorded, or by fewer than five others."""
    says: str
    with_whom: str
    picture: SafeString


@dataclass(frozen=True, slots=True)
class Comparison:
    lines: tuple[Line, ...]
    measured_on: date
    others: int
    """How many others let their figures count, at least: 5, 10; 0 where that is fewer than five."""
    invented: bool

    @property
    def enough(self) -> bool:
        return self.others >= FEWEST

    def of(self, *layers: str) -> list[Line]:
        return [one for one in self.lines if one.figure.layer in layers]

    @property
    def soil(self) -> list[Line]:
        return self.of("soil")

    @property
    def above(self) -> list[Line]:
        return self.of("meadow", "shop")

    @property
    def gauge(self) -> list[Line]:
        return self.of("gauge")


Figures = Mapping[str, list[tuple[Peer, Decimal]]]


def comparison_of(partnership: Partnership) -> Comparison | None:
    """None while it was not measured. Two queries; an example compares itself with invented partnerships only."""
    with scopes_disabled():
        showing = partnerships_showing(Kind.COMPARISON).filter(example=False)
        rows = list(Measure.objects.filter(partnership__in=showing).exclude(partnership=partnership))
        own = Measure.objects.filter(partnership=partnership).first()
    if own is None:
        return None
    if partnership.example:
        figures: Figures = {one.key: invented.others(one.key) for one in COMPARED}
        count = len(invented.PEERS)
    else:
        figures = {one.key: _of_others(rows, one.key) for one in COMPARED}
        count = len(rows)
    mine = Peer(own.model, own.municipalities)
    lines = tuple(_line(one, own, mine, figures[one.key]) for one in COMPARED)
    return Comparison(lines, own.measured_on, fives(count), partnership.example)


def _of_others(rows: list[Measure], key: str) -> list[tuple[Peer, Decimal]]:
    return [
        (Peer(one.model, one.municipalities), Decimal(one.figures[key])) for one in rows if key in one.figures
    ]


def _line(figure: Compared, own: Measure, mine: Peer, others: list[tuple[Peer, Decimal]]) -> Line:
    if figure.key not in own.figures:
        return Line(figure, "", None, _("Niet genoteerd."), "", SafeString(""))
    value = Decimal(own.figures[figure.key])
    number = number_format(value.normalize(), 0 if value == value.to_integral_value() else 1)
    told = compare(mine, value, others, step=figure.step)
    if told is None:
        return Line(figure, number, None, _("Nog geen vijf anderen noteerden dit."), "", SafeString(""))
    says = str(words.BANDS[told.band])
    title = f"{figure.label}: {says}. {words.NO_RACE}"
    place = {Band.LOW: "low", Band.MIDDLE: "middle", Band.HIGH: "high"}[told.band]
    picture = mark_safe(strip(place, title))  # type: ignore[arg-type]  # noqa: S308 (made by us, escaped)
    with_whom = words.GROUPS[told.group] % {"n": told.others}
    return Line(figure, number, told, says, with_whom, picture)
