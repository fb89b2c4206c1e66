"""What municipalities bring in beside the subsidy, per year and over the term; exact to the cent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Means:
    """Of one year and one side (budget or actual), in euro."""

    own: Decimal = NOTHING
    """What municipalities bring in."""
    subsidy: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class Side:
    """Own means beside the subsidy, with what the ratio asks."""

    own: Decimal
    subsidy: Decimal
    asked: Decimal | None
    """Own means that the subsidy asks for, rounded up to the cent; None while the ratio is not known."""

    @property
    def margin(self) -> Decimal | None:
        """Above what is asked; below zero is a shortfall."""
        return None if self.asked is None else self.own - self.asked

    @property
    def shortfall(self) -> Decimal | None:
        return None if self.margin is None else max(NOTHING, -self.margin)

    @property
    def outcome(self) -> str:
        """'ok', 'not' or 'unknown'."""
        if self.margin is None or not (self.own or self.subsidy):
            return "unknown"
        return "ok" if self.margin >= 0 else "not"


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    budget: Side
    actual: Side | None
    """None for a year that has yet to come."""
    over: bool
    """The whole year lies behind: only then its actual figures are judged."""

    @property
    def blank(self) -> bool:
        """Nothing is known of it."""
        sides = [one for one in (self.budget, self.actual) if one is not None]
        return not any(one.own or one.subsidy for one in sides)

    @property
    def running(self) -> bool:
        return self.actual is not None and not self.over


@dataclass(frozen=True, slots=True)
class Cofinancing:
    ratio: Fraction | None
    """Own euro for each euro of subsidy."""
    years: tuple[Year, ...]
    budget: Side
    """Over the term."""
    actual: Side
    """Over the years that are over: of a year that runs, contributions may still come in."""


def cofinancing_of(
    rows: Iterable[tuple[int, Means, Means]], ratio: Fraction | None, this_year: int
) -> Cofinancing:
    """`rows`: year, budget and actual. Over the term the asked part is reckoned from the whole subsidy, so that rounding is done once."""
    found = list(rows)
    years = tuple(
        Year(
            year,
            _side(budget, ratio),
            _side(actual, ratio) if year <= this_year else None,
            over=year < this_year,
        )
        for year, budget, actual in found
    )
    return Cofinancing(
        ratio,
        years,
        budget=_side(_sum(budget for _, budget, _ in found), ratio),
        actual=_side(_sum(actual for year, _, actual in found if year < this_year), ratio),
    )


def lever_of(means: Means) -> Fraction | None:
    """Euro of subsidy for each euro of the municipalities, exact; None where they bring in nothing."""
    return Fraction(means.subsidy) / Fraction(means.own) if means.own > 0 else None


def _sum(parts: Iterable[Means]) -> Means:
    own = subsidy = NOTHING
    for one in parts:
        own, subsidy = own + one.own, subsidy + one.subsidy
    return Means(own, subsidy)


def _side(means: Means, ratio: Fraction | None) -> Side:
    return Side(means.own, means.subsidy, None if ratio is None else _asked(means.subsidy, ratio))


def _asked(subsidy: Decimal, ratio: Fraction) -> Decimal:
    """A part of a cent is asked as a whole one."""
    exact = Fraction(subsidy) * ratio * 100
    whole = -(-exact.numerator // exact.denominator)
    return (Decimal(whole) / 100).quantize(NOTHING)
