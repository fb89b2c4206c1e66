"""Divide a total by a key: exact first, rounded once, with everything that the sum was made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.keys.keys import EQUAL, Key, Slice

Figures = Mapping[str, Mapping[str, Fraction | int | None]]
"""By name of the figure, then by municipality; None, or left out, is unknown."""


class Impossible(ValueError):
    """The key cannot divide this total."""


class Unknown(Impossible):
    """A figure that the key needs is not known of some municipalities."""

    def __init__(self, figure: str, who: tuple[str, ...]) -> None:
        super().__init__(f"{figure} is not known of {', '.join(who)}")
        self.figure = figure
        self.who = who


@dataclass(frozen=True, slots=True)
class Part:
    """What one slice asks of one municipality: `size` x `own` / `all`, in cents."""

    by: str
    size: Fraction
    """Of the slice, in cents."""
    own: Fraction
    """The figure of this municipality; one where the slice is divided equally."""
    all: Fraction
    """The figure of all municipalities together."""

    @property
    def cents(self) -> Fraction:
        return self.size * self.own / self.all


@dataclass(frozen=True, slots=True)
class Share:
    cents: int
    exact: Fraction
    """Before rounding, in cents."""
    parts: tuple[Part, ...]

    @property
    def rounding(self) -> Fraction:
        """What rounding added, or took away: less than one cent."""
        return self.cents - self.exact


@dataclass(frozen=True, slots=True)
class Split:
    total: int
    key: Key
    shares: Mapping[str, Share]
    """By municipality, in the order of their names."""

    @property
    def cents(self) -> dict[str, int]:
        return {who: share.cents for who, share in self.shares.items()}


def split(total: int, who: Collection[str], key: Key, figures: Figures | None = None) -> Split:
    """Divide `total` cents over municipalities. The order in which they are named does not matter.

    Raises:
        Unknown: a figure is not known; it names the figure and the municipalities.
        Impossible: nobody to divide over, a total or figure below zero, more fixed than there is, or a figure that is
            zero for all.
    """
    names = sorted(set(who))
    if total < 0:
        raise Impossible("a total is not below zero")
    if not names:
        raise Impossible("there is nobody to divide over")
    known: Figures = {**(figures or {}), **key.tables}
    sizes = _sizes(total, len(names), key)
    parts: dict[str, list[Part]] = {name: [] for name in names}
    for slice_, size in zip(key.slices, sizes, strict=True):
        own = _figure(slice_, names, known)
        together = sum(own.values(), Fraction(0))
        if not together:
            raise Impossible(f"{slice_.by} is zero for all")
        for name in names:
            parts[name].append(Part(slice_.by, size, own[name], together))
    exact = {name: sum((part.cents for part in of), Fraction(0)) for name, of in parts.items()}
    cents = rounded(total, exact)
    return Split(total, key, {n: Share(cents[n], exact[n], tuple(parts[n])) for n in names})


def _sizes(total: int, count: int, key: Key) -> list[Fraction]:
    fixed = [
        Fraction(one.each * count) if one.each is not None else total * (one.part or Fraction(0))
        for one in key.slices
    ]
    rest = total - sum(fixed, Fraction(0))
    if rest < 0:
        raise Impossible("more is fixed than there is to divide")
    return [rest if one.is_rest else size for one, size in zip(key.slices, fixed, strict=True)]


def _figure(slice_: Slice, names: list[str], known: Figures) -> dict[str, Fraction]:
    if slice_.by == EQUAL:
        return dict.fromkeys(names, Fraction(1))
    given = known.get(slice_.by, {})
    own = {name: given.get(name) for name in names}
    if unknown := tuple(name for name, value in own.items() if value is None):
        raise Unknown(slice_.by, unknown)
    found = {name: Fraction(value) for name, value in own.items() if value is not None}
    if below := [name for name, value in found.items() if value < 0]:
        raise Impossible(f"{slice_.by} is below zero for {', '.join(below)}")
    return found


def rounded(total: int, exact: Mapping[str, Fraction]) -> dict[str, int]:
    """Whole numbers that together are `total`, each less than one from its exact part (largest remainder).

    Everybody gets the whole part; what is left goes, one by one, to the largest remainders. Where those are equal: to the
    larger part, then by name. The exact parts together are `total`, and none is below zero.
    """
    whole = {name: int(part) for name, part in exact.items()}
    left = total - sum(whole.values())
    order = sorted(exact, key=lambda name: (whole[name] - exact[name], -exact[name], name))
    for name in order[:left]:
        whole[name] += 1
    return whole
