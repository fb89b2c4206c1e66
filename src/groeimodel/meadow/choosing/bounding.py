"""What the layout of the aldermen means: how much each kind of action may cost (claim W11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.models import Layout, Proposal, Round, Stake
from groeimodel.rules.choosing.layout import Bound, bounds_of

KINDS = tuple(Action.Species.values)


def bounds(
    round: Round, layouts: Sequence[Layout], stakes: Sequence[Stake], budget: Fraction
) -> tuple[Bound, ...]:
    """A bound for each kind, in the order of the model; none where nobody gave a layout. Reads nothing."""
    if not round.asks_layout:
        return ()
    weights = {one.municipality_id: Fraction(one.together) for one in stakes}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, Fraction(1))
    given = {str(one.municipality_id): one.parts for one in layouts if weights.get(one.municipality_id)}
    return bounds_of(
        budget,
        KINDS,
        given,
        {str(key): weight for key, weight in weights.items()},
        slack=Fraction(round.slack),
    )


@dataclass(frozen=True, slots=True)
class Spread:
    """What aldermen wish for one kind, and what follows from it."""

    label: str
    species: str
    wishes: tuple[tuple[str, int], ...]
    """Name of the municipality, and percent."""
    mean: Fraction
    """In percent."""
    up_to: Fraction
    """In percent, with the slack, 100 at most."""
    most: Fraction
    """In euro, at the full budget."""
    asked: Fraction
    """What the proposals of this kind cost together, in euro."""
    too_dear: tuple[str, ...]
    """Titles that alone go over it."""


def spreads(
    round: Round, layouts: Sequence[Layout], stakes: Sequence[Stake], proposals: Sequence[Proposal]
) -> list[Spread]:
    """For the page of a round: what was wished, at the full budget. Reads nothing."""
    budget = sum((Fraction(one.together) for one in stakes), Fraction(0))
    labels = dict(Action.Species.choices)
    names = {one.municipality_id: one.municipality.name for one in stakes}
    found = []
    for one in bounds(round, layouts, stakes, budget):
        of_kind = [p for p in proposals if p.species == one.group]
        found.append(
            Spread(
                label=str(labels[one.group]),
                species=one.group,
                wishes=tuple(
                    (names[layout.municipality_id], int(layout.parts.get(one.group, 0)))
                    for layout in layouts
                    if layout.municipality_id in names
                ),
                mean=one.mean * 100,
                up_to=min(Fraction(100), one.mean * 100 + one.slack),
                most=one.most,
                asked=sum((Fraction(p.cost) for p in of_kind), Fraction(0)),
                too_dear=tuple(str(p) for p in of_kind if p.cost > one.most),
            )
        )
    return found
