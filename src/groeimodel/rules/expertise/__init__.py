"""Who brings what, who looks for what, and who complements whom. In words: `docs/rules/expertise.md`.

A nutrient is an area of expertise. Order is always the order of the nutrients and the order in which members are given:
nothing is sorted by how much somebody brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["brings", "seeks"]


@dataclass(frozen=True, slots=True)
class Nutrient:
    id: str
    name: str
    plain: str
    """What it is about, in one sentence."""
    words: tuple[str, ...]
    """Examples, in small letters; from them the area of a question is guessed."""


@dataclass(frozen=True, slots=True)
class Bringer:
    """A member of the picture: a municipality, or the partnership's own people."""

    id: str
    name: str
    colour: int = 0
    """Index in the palette of municipality colours; wraps around."""


@dataclass(frozen=True, slots=True)
class Share:
    """One member brings or seeks one nutrient."""

    nutrient: str
    member: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Stratum:
    """One nutrient with who brings it and who looks for it; a member that does both stands in `both` only."""

    nutrient: Nutrient
    brings: tuple[Bringer, ...]
    seeks: tuple[Bringer, ...]
    both: tuple[Bringer, ...] = ()
    """Brings something of it and looks for something else of it: an exchange among equals."""

    @property
    def givers(self) -> tuple[Bringer, ...]:
        return self.brings + self.both

    @property
    def takers(self) -> tuple[Bringer, ...]:
        return self.seeks + self.both

    @property
    def missing(self) -> bool:
        """Nobody brings it."""
        return not self.givers

    @property
    def wanted(self) -> bool:
        """Nobody brings it, and somebody looks for it."""
        return self.missing and bool(self.seeks)


@dataclass(frozen=True, slots=True)
class Complement:
    """One member brings what another looks for."""

    giver: Bringer
    taker: Bringer
    nutrients: tuple[Nutrient, ...]


def strata(
    nutrients: Sequence[Nutrient], members: Sequence[Bringer], shares: Sequence[Share]
) -> tuple[Stratum, ...]:
    """One stratum a nutrient, in the given order; what names an unknown nutrient or member is left out."""
    brings = {(one.nutrient, one.member) for one in shares if one.kind == "brings"}
    seeks = {(one.nutrient, one.member) for one in shares if one.kind == "seeks"}
    both = brings & seeks

    def among(nutrient: Nutrient, pairs: set[tuple[str, str]]) -> tuple[Bringer, ...]:
        return tuple(one for one in members if (nutrient.id, one.id) in pairs)

    return tuple(
        Stratum(one, among(one, brings - both), among(one, seeks - both), among(one, both))
        for one in nutrients
    )


def complements(layers: Sequence[Stratum]) -> tuple[Complement, ...]:
    """Every pair of which one brings what the other looks for, with all its nutrients, by order of the giver's first one."""
    pairs: dict[tuple[str, str], list[Nutrient]] = {}
    people: dict[str, Bringer] = {}
    for layer in layers:
        for giver in layer.givers:
            for taker in layer.takers:
                if giver.id != taker.id:
                    people |= {giver.id: giver, taker.id: taker}
                    pairs.setdefault((giver.id, taker.id), []).append(layer.nutrient)
    return tuple(Complement(people[a], people[b], tuple(found)) for (a, b), found in pairs.items())


def missing(layers: Sequence[Stratum]) -> tuple[Stratum, ...]:
    """What nobody brings: first what somebody looks for, then the rest."""
    return tuple(
        [one for one in layers if one.wanted] + [one for one in layers if one.missing and not one.wanted]
    )
