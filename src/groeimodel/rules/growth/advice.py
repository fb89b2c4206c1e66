"""The next steps: which statements of the layer that needs it first would gain most.

In words, with the formula: docs/rules/diagnosis.md.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import ACTORS, SEAT_ROLES, Actor, Content, Layer
from groeimodel.rules.growth.diagnosis import Step
from groeimodel.rules.growth.intervals import Floats
from groeimodel.rules.growth.scores import SEATS, Scores

TARGET = 75.0
"""The score of a 4: 'this is mostly so'."""
STEPS = 3


def next_steps(
    scores: Scores, content: Content, layer: Layer, *, hidden: frozenset[tuple[str, Actor]] = frozenset()
) -> dict[Actor, tuple[Step, ...]]:
    """The three steps per actor with the largest gain; equal gains by the lowest score.

    A statement on which nobody is under 4 gains nothing, and so comes only when there is
    nothing better: it is what has to be kept. Pairs in ``hidden`` are left out.
    """
    pull = answer_pull(scores, content, layer)
    return {actor: _steps_of(scores, layer, actor, pull=pull, hidden=hidden) for actor in ACTORS}


def answer_pull(scores: Scores, content: Content, layer: Layer) -> Mapping[int, Floats]:
    """How far each seat's answers move the layer: statement column -> (municipalities, 2).

    Points of the municipality's layer score per point on the statement, when everybody on
    the seat who answered moves by the same. It follows the averaging of `scores.score` down
    to the single answer, so the gains are exact.
    """
    table = scores.table
    counted = table.counted
    blocks = [scores.columns["block", block.id] for block in content.blocks if block.layer == layer]
    scored = ~np.isnan(scores.people[counted][:, blocks])
    blocks_of_person = scored.sum(axis=1)
    seat = table.municipality[counted] * SEATS + table.roles[counted]
    size = len(table.municipalities) * SEATS
    people = scores.people_behind("layer", layer)
    seats = (people > 0).sum(axis=1, keepdims=True)
    answered = ~np.isnan(table.answers[counted])
    found: dict[int, Floats] = {}
    for position, block in enumerate(one.id for one in content.blocks if one.layer == layer):
        inside = [column for column, one in enumerate(table.statements) if one.block == block]
        weight = np.zeros(len(scored))
        share = answered[:, inside].sum(axis=1) * blocks_of_person
        np.divide(1.0, share, out=weight, where=scored[:, position])
        for column in inside:
            summed = np.bincount(seat, weights=weight * answered[:, column], minlength=size)
            shape = (len(table.municipalities), SEATS)
            found[column] = _divide(summed.reshape(shape).astype(np.float64), people * seats)
    return found


def _steps_of(
    scores: Scores,
    layer: Layer,
    actor: Actor,
    *,
    pull: Mapping[int, Floats],
    hidden: frozenset[tuple[str, Actor]],
) -> tuple[Step, ...]:
    ranked: list[tuple[float, float, int, Step]] = []
    municipalities = max(int((~np.isnan(scores.of("layer", layer))).sum()), 1)
    for column, moves in pull.items():
        statement = scores.table.statements[column]
        if actor not in statement.advice or (statement.id, actor) in hidden:
            continue
        if actor == "together":
            values, moved = scores.municipality[:, column], moves.sum(axis=1)
        else:
            seat = SEAT_ROLES.index(actor)
            values, moved = scores.seats[:, seat, column], moves[:, seat]
        there = ~np.isnan(values)
        if not there.any():
            continue
        short = np.where(there, np.maximum(TARGET - values, 0.0), 0.0)
        gain = float((short * moved).sum()) / municipalities
        step = Step(
            statement=statement.id,
            actor=actor,
            layer=layer,
            gain=gain,
            below=int((short > 0).sum()),
            municipalities=int(there.sum()),
        )
        # Rounded, so that sums in another order don't change the order of equal gains.
        ranked.append((-round(gain, 9), round(float(values[there].mean()), 9), column, step))
    return tuple(step for *_, step in sorted(ranked, key=lambda one: one[:3])[:STEPS])


def _divide(total: Floats, count: NDArray[np.int64]) -> Floats:
    found: Floats = np.divide(total, count, out=np.zeros(total.shape), where=count > 0)
    return found
