"""A closed round: nothing about fewer than three people, also not by subtraction.

Every mean that a diagnosis shows is a weighted sum of answers. Who holds several of them can
add and subtract them; a leak is a combination in which only the answers of one or two people
remain. Here the means are laid out as rows of weights and taken in one by one, the most
needed first; a row with which such a combination exists is not shown. So what is hidden
follows from who answered what, never from what they answered.

In words, and what this cannot guard against: docs/rules/diagnosis.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import ACTORS, LAYERS, ROLES, SEAT_ROLES, Actor, Content, Layer, Role
from groeimodel.rules.growth.diagnosis import Hidden, Step
from groeimodel.rules.growth.gaps import guessed_by_seat
from groeimodel.rules.growth.intervals import Floats
from groeimodel.rules.growth.scores import SEATS, Column, Scores

FEWEST_PEOPLE = 3
EXACT_UP_TO = 60
"""People for whom every pair is tried; for more, a quicker test that may hide too much, never too little."""
ZERO = 1e-9


@dataclass(frozen=True, slots=True)
class Hiding:
    """What a closed round may not show."""

    columns: tuple[Column, ...] = ()
    """Scores of the partnership: ('layer', ...), ('hallmark', ...), ('block', ...)."""
    roles: frozenset[tuple[Role, str]] = frozenset()
    gaps: frozenset[Column] = frozenset()
    guesses: frozenset[tuple[str, Role]] = frozenset()
    steps: frozenset[tuple[str, Actor]] = frozenset()
    listed: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
    """One mean that a diagnosis would show: what it is, and its row of weights (people, answers)."""

    kind: Literal["score", "role", "gap", "guess"]
    column: Column
    role: Role
    weights: Floats

    @property
    def what(self) -> str:
        kind, subject = self.column
        if self.kind in ("role", "guess"):
            return f"{self.kind}.{self.role}.{subject}"
        return f"{kind}.{subject}" if self.kind == "score" else f"gap.{subject}"

    @property
    def people(self) -> int:
        return int(self.weights.any(axis=1).sum())


def hiding(scores: Scores, content: Content) -> Hiding:
    """What has to be hidden in a closed round."""
    hidden: list[_Figure] = []
    for layer in LAYERS:
        figures = list(_figures(scores, content, layer))
        shown = _safe(np.stack([one.weights for one in figures]))
        hidden += [figure for figure, safe in zip(figures, shown, strict=True) if not safe]
    listed = {"municipalities": Hidden("municipalities", "fewer_than_three")}
    for figure in hidden:
        few = figure.people < FEWEST_PEOPLE
        listed.setdefault(figure.what, Hidden(figure.what, "fewer_than_three" if few else "by_subtraction"))
    roles = [(one.role, one.column[1]) for one in hidden if one.kind == "role"]
    for one, subject in tuple(roles):
        # Also where the other role would only nearly follow: twice the whole minus one half.
        other = SEAT_ROLES[1 - SEAT_ROLES.index(one)]
        roles.append((other, subject))
        what = f"role.{other}.{subject}"
        listed.setdefault(what, Hidden(what, "by_subtraction"))
    for role, layer in _small_other_roles(scores):
        roles.append((role, layer))
        listed[f"role.{role}.{layer}"] = Hidden(f"role.{role}.{layer}", "fewer_than_three")
    steps = frozenset(_few_behind_step(scores))
    for actor in ACTORS:
        if any(one == actor for _, one in steps):
            listed[f"steps.{actor}"] = Hidden(f"steps.{actor}", "fewer_than_three")
    return Hiding(
        columns=tuple(one.column for one in hidden if one.kind == "score"),
        roles=frozenset(roles),
        gaps=frozenset(one.column for one in hidden if one.kind == "gap"),
        guesses=frozenset((one.column[1], one.role) for one in hidden if one.kind == "guess"),
        steps=steps,
        listed=tuple(listed.values()),
    )


def _small_other_roles(scores: Scores) -> Iterator[tuple[Role, Layer]]:
    """Roles beside the seats with one or two people; nothing else rests on their answers."""
    for index, role in enumerate(ROLES):
        if role in SEAT_ROLES:
            continue
        members = scores.people[scores.table.roles == index]
        for layer in LAYERS:
            there = int((~np.isnan(members[:, scores.columns["layer", layer]])).sum())
            if 0 < there < FEWEST_PEOPLE:
                yield role, layer


def guarded(steps: tuple[Step, ...], scores: Scores) -> tuple[Step, ...]:
    """Steps of a closed round: gain in half points, and no count that is about one or two people.

    Rounding keeps answers from being worked out of the gains; a gain is never rounded to
    none. 'Below' and 'municipalities' are 0 where the count is not shown.
    """
    return tuple(_guarded(step, scores) for step in steps)


def _guarded(step: Step, scores: Scores) -> Step:
    column = scores.columns["statement", step.statement]
    people = scores.seat_people[:, :, column]
    if step.actor == "together":
        values, behind = scores.municipality[:, column], people.sum(axis=1)
    else:
        seat = SEAT_ROLES.index(step.actor)
        values, behind = scores.seats[:, seat, column], people[:, seat]
    under = int(behind[values < 75].sum())
    over = int(behind[values >= 75].sum())
    telling = 0 < under < FEWEST_PEOPLE or 0 < over < FEWEST_PEOPLE
    step = replace(step, gain=max(round(2 * step.gain) / 2, 0.5 if step.gain > 0 else 0.0))
    return replace(step, below=0, municipalities=0) if telling else step


def _figures(scores: Scores, content: Content, layer: Layer) -> Iterator[_Figure]:
    """The means about one layer, the most needed first. Layers share no answers, so they go apart."""
    table = scores.table
    counted = table.counted
    inside = np.array([one.layer == layer for one in table.statements], dtype=np.bool_)
    answered = ~np.isnan(table.answers[counted])
    seat = (table.municipality[counted], table.roles[counted].astype(np.int64))
    blocks = [block.id for block in content.blocks if block.layer == layer]
    width = int(inside.sum()) * (1 if table.guesses is None else 2)
    own: dict[Column, Floats] = {}
    for block in blocks:
        members = np.array([one.block == block for one in table.statements], dtype=np.bool_)
        own["block", block] = _person_weights(scores, ("block", block), answered & members)
    hallmarks = np.array([one.hallmark for one in table.statements], dtype=np.bool_) & inside
    own["hallmark", layer] = _person_weights(scores, ("hallmark", layer), answered & hallmarks)
    everything = sum((own["block", block] for block in blocks), start=np.zeros(answered.shape))
    own["layer", layer] = _person_weights(scores, ("layer", layer), everything)

    def figure(
        kind: Literal["score", "role", "gap"], column: Column, role: Role, people: NDArray[np.int64]
    ) -> _Figure:
        row = np.zeros((len(seat[0]), width))
        row[:, : inside.sum()] = own[column][:, inside] * _equal(people)[seat][:, np.newaxis]
        return _Figure(kind, column, role, row)

    subjects: list[Column] = [("layer", layer), *(("block", block) for block in blocks)]
    scored: list[Column] = [("layer", layer), ("hallmark", layer), *subjects[1:]]
    for column in scored:
        yield figure("score", column, "other", scores.people_behind(*column))
    for role in SEAT_ROLES:
        yield figure("role", ("layer", layer), role, scores.people_behind("layer", layer) * _only(role))
    for column in subjects:
        people = scores.people_behind(*column)
        paired = people * (people > 0).all(axis=1, keepdims=True)
        for role in SEAT_ROLES:
            yield figure("gap", column, role, paired * _only(role))
    yield from _guess_figures(scores, inside)


def _guess_figures(scores: Scores, inside: NDArray[np.bool_]) -> Iterator[_Figure]:
    """Guess, own and the other's own, per statement and guessing role."""
    table = scores.table
    if table.guesses is None:
        return
    counted = table.counted
    seats = (table.municipality[counted], table.roles[counted].astype(np.int64))
    said = {"own": ~np.isnan(table.answers[counted]), "guess": ~np.isnan(table.guesses[counted])}
    width = int(inside.sum())
    for place, column in enumerate(np.flatnonzero(inside)):
        for seat, role in enumerate(SEAT_ROLES):
            guess = guessed_by_seat(scores, int(column), seat)
            complete = ~np.isnan(guess) & ~np.isnan(scores.seats[:, :, column]).any(axis=1)
            if not complete.any():
                continue
            subject: Column = ("statement", table.statements[column].id)
            for source, about in (("guess", role), ("own", role), ("own", SEAT_ROLES[1 - seat])):
                there = said[source][:, column]
                behind = np.zeros((len(complete), SEATS), dtype=np.int64)
                np.add.at(behind, seats, there.astype(np.int64))
                per_seat = _equal(behind * complete[:, np.newaxis] * _only(about))
                row = np.zeros((len(there), 2 * width))
                row[:, place + (width if source == "guess" else 0)] = there * per_seat[seats]
                yield _Figure("guess", subject, role, row)


def _person_weights(scores: Scores, column: Column, parts: NDArray[np.bool_] | Floats) -> Floats:
    """(people, m): how each answer makes up someone's own score; rows of zeros without a score."""
    scored = ~np.isnan(scores.people[scores.table.counted, scores.columns[column]])
    weights = parts.astype(np.float64)
    total = weights.sum(axis=1, keepdims=True)
    return np.where(scored[:, np.newaxis] & (total > 0), weights / np.where(total > 0, total, 1.0), 0.0)


def _equal(people: NDArray[np.int64]) -> Floats:
    """(municipalities, 2) weight of one respondent: municipalities, their seats, their people alike."""
    seats = (people > 0).sum(axis=1, keepdims=True)
    municipalities = int((seats > 0).sum())
    share = people * seats * municipalities
    weights: Floats = np.divide(1.0, share, out=np.zeros(share.shape), where=share > 0)
    return weights


def _only(role: Role) -> NDArray[np.int64]:
    return np.array([one == role for one in SEAT_ROLES], dtype=np.int64)


def _safe(rows: Floats) -> list[bool]:
    """For rows (figures, people, answers), in order of need: which may be shown together."""
    used = rows.any(axis=(0, 2))
    rows = rows[:, used]
    count, people, _ = rows.shape
    if not people:
        return [True] * count
    # A person's weights may be stretched freely: only their directions matter.
    rows = rows / np.abs(rows).max(axis=(0, 2))[:, np.newaxis]
    if people <= EXACT_UP_TO:
        own = np.einsum("apm,bpm->pab", rows, rows)
        removed = np.stack([own[list(some)].sum(axis=0) for some in _groups(people)])
        kept = own.sum(axis=0) - removed
    else:
        # Of three groups without common members, two people leave at least one intact.
        thirds = [rows[:, start::FEWEST_PEOPLE].reshape(count, -1) for start in range(FEWEST_PEOPLE)]
        kept = np.stack([third @ third.T for third in thirds])
        removed = kept.sum(axis=0) - kept
    return _eliminate(kept, removed)


def _groups(people: int) -> list[tuple[int, ...]]:
    size = min(people, FEWEST_PEOPLE - 1)
    return list(combinations(range(people), size))


def _eliminate(kept: Floats, removed: Floats) -> list[bool]:
    """Gauss, for all groups at once, on inner products of rows (groups, figures, figures).

    ``kept`` is over the people outside a group, ``removed`` over those inside. Each row is
    cleared of the rows shown so far, as seen outside the group. A row of which nothing is
    left outside, but something inside, would give the group away.
    """
    kept, removed = kept.copy(), removed.copy()
    scale = np.einsum("gaa->ga", kept + removed).max(axis=0)
    shown: list[bool] = []
    for row in range(kept.shape[1]):
        outside, inside = kept[:, row, row], removed[:, row, row]
        nothing_left = outside <= ZERO * scale[row]
        safe = not bool((nothing_left & (inside > ZERO * scale[row])).any())
        shown.append(safe)
        if not safe:
            continue
        factor = np.divide(
            kept[:, row + 1 :, row],
            outside[:, np.newaxis],
            out=np.zeros(kept[:, row + 1 :, row].shape),
            where=~nothing_left[:, np.newaxis],
        )
        for products in (kept, removed):
            pivot = products[:, row, :].copy()
            products[:, row + 1 :, :] -= factor[:, :, np.newaxis] * pivot[:, np.newaxis, :]
            pivot = products[:, :, row].copy()
            products[:, :, row + 1 :] -= pivot[:, :, np.newaxis] * factor[:, np.newaxis, :]
    return shown


def _few_behind_step(scores: Scores) -> Iterator[tuple[str, Actor]]:
    """Steps that rest on one or two people, or would give such a role away beside the other steps."""
    for column, statement in enumerate(scores.table.statements):
        alderman, officer = scores.seat_people[:, :, column].sum(axis=0)
        if 0 < alderman < FEWEST_PEOPLE or 0 < officer < FEWEST_PEOPLE:
            yield statement.id, "alderman"
            yield statement.id, "officer"
        if 0 < alderman + officer < FEWEST_PEOPLE:
            yield statement.id, "together"
