"""From answers to scores: respondent, seat, municipality.

Every level of averaging gives each of its members the same weight (claim G1), so a
large municipality or a role with many respondents never outweighs another.
In words, with the formulas: docs/rules/diagnosis.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import LAYERS, ROLES, SEAT_ROLES, Content, Layer, Role, Statement
from groeimodel.rules.growth.intervals import Floats, mean_over
from groeimodel.rules.growth.responses import Responses

Kind = Literal["statement", "block", "hallmark", "layer"]
Column = tuple[Kind, str]
"""What a column of the scores is about: ('block', 'trust'), ('hallmark', 'meadow'), ..."""

SEATS = len(SEAT_ROLES)


@dataclass(frozen=True, slots=True)
class Table:
    """Answers in one fixed order, whatever order they came in.

    Rows (n) run by municipality, role, respondent; columns (m) as in the content, and only
    the statements of this round that the content knows. An answer to a statement that is
    not asked of the respondent's role is left out.
    """

    statements: tuple[Statement, ...]
    municipalities: tuple[str, ...]
    municipality: NDArray[np.int64]
    roles: NDArray[np.int8]
    answers: Floats
    guesses: Floats | None
    asked: NDArray[np.bool_]
    """(roles, m): whether a statement is asked of a role."""
    unknown: int
    """How many columns this content does not know."""

    @property
    def counted(self) -> NDArray[np.bool_]:
        """(n,): respondents on a seat of a municipality; only they make up the scores."""
        return (self.municipality >= 0) & (self.roles < SEATS)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores 0-100 per respondent, seat and municipality, in the same k columns; NaN is missing."""

    table: Table
    columns: Mapping[Column, int]
    people: Floats
    """(n, k), also of those who do not count."""
    seats: Floats
    """(municipalities, 2, k): alderman's seat, officer's seat."""
    seat_people: NDArray[np.int64]
    """(municipalities, 2, k): how many respondents each seat score rests on."""
    municipality: Floats
    """(municipalities, k)."""

    def of(self, kind: Kind, subject: str) -> Floats:
        """Municipality scores of one column; all NaN when the content has no such column."""
        return self.municipality[:, self.columns[kind, subject]]

    def seat(self, kind: Kind, subject: str, role: Role) -> Floats:
        return self.seats[:, SEAT_ROLES.index(role), self.columns[kind, subject]]

    def people_behind(self, kind: Kind, subject: str) -> NDArray[np.int64]:
        """(municipalities, 2): respondents behind one column."""
        return self.seat_people[:, :, self.columns[kind, subject]]

    def without(self, hidden: Sequence[Column]) -> "Scores":
        """The same scores with some columns made missing."""
        if not hidden:
            return self
        where = [self.columns[column] for column in hidden]
        people, seats, municipality = self.people.copy(), self.seats.copy(), self.municipality.copy()
        for values in (people, seats, municipality):
            values[..., where] = np.nan
        seat_people = self.seat_people.copy()
        seat_people[..., where] = 0
        return replace(self, people=people, seats=seats, municipality=municipality, seat_people=seat_people)


def arrange(responses: Responses, content: Content) -> Table:
    """Put responses in the fixed order. Raises ValueError for arrays that don't fit or answers outside 1-5."""
    _check(responses)
    known = {name: column for column, name in enumerate(responses.statements)}
    statements = tuple(one for one in content.statements if one.id in known)
    columns = np.array([known[one.id] for one in statements], dtype=np.intp)
    names = sorted(responses.municipalities)
    rank = {name: index for index, name in enumerate(names)}
    renumber = np.array([rank[name] for name in responses.municipalities] + [-1], dtype=np.int64)
    municipality = renumber[responses.municipality]
    rows = _row_order(responses, municipality, columns)
    roles = responses.roles[rows]
    asked = np.array([[one.asked_of(role) for one in statements] for role in ROLES], dtype=np.bool_)
    asked = asked.reshape(len(ROLES), len(statements))
    answers = np.where(asked[roles], responses.answers[np.ix_(rows, columns)], np.nan)
    guesses = None if responses.guesses is None else responses.guesses[np.ix_(rows, columns)]
    return Table(
        statements=statements,
        municipalities=tuple(names),
        municipality=municipality[rows],
        roles=roles,
        answers=answers,
        guesses=guesses,
        asked=asked,
        unknown=len(responses.statements) - len(statements),
    )


def score(table: Table, content: Content) -> Scores:
    """Score every respondent, seat and municipality.

    A block (and a layer's hallmarks, taken as one block) needs answers to at least half of
    the statements asked of the respondent's role; a layer is the mean of the blocks.
    """
    columns, groups, block_layer = _layout(table, content)
    points = (table.answers - 1) * 25
    there = ~np.isnan(points)
    total = np.where(there, points, 0.0) @ groups
    count = there.astype(np.float64) @ groups
    needed = (table.asked.astype(np.float64) @ groups)[table.roles]
    enough = (count > 0) & (2 * count >= needed)
    grouped = np.divide(total, count, out=np.full(total.shape, np.nan), where=enough)
    blocks = grouped[:, : len(content.blocks)]
    scored = ~np.isnan(blocks)
    layer_count = scored.astype(np.float64) @ block_layer
    layers = np.divide(
        np.where(scored, blocks, 0.0) @ block_layer,
        layer_count,
        out=np.full(layer_count.shape, np.nan),
        where=layer_count > 0,
    )
    people = np.concatenate([points, grouped, layers], axis=1)
    seats, seat_people = _seats(people, table)
    return Scores(table, columns, people, seats, seat_people, mean_over(seats, axis=1))


def _check(responses: Responses) -> None:
    shape = (len(responses.respondents), len(responses.statements))
    arrays = {"answers": responses.answers} | (
        {} if responses.guesses is None else {"guesses": responses.guesses}
    )
    for name, array in arrays.items():
        if array.shape != shape:
            raise ValueError(f"{name} has shape {array.shape}, not {shape} (respondents, statements)")
        if np.any((array < 1) | (array > 5)):
            raise ValueError(f"{name} holds a value outside 1-5")
    if responses.municipality.shape != shape[:1] or responses.roles.shape != shape[:1]:
        raise ValueError("municipality and roles need one value a respondent")
    if shape[0] and not (
        -1 <= responses.municipality.min() <= responses.municipality.max() < len(responses.municipalities)
    ):
        raise ValueError("municipality points outside the list of municipalities")
    if shape[0] and not 0 <= responses.roles.min() <= responses.roles.max() < len(ROLES):
        raise ValueError("roles points outside ROLES")
    if len(set(responses.statements)) < len(responses.statements):
        raise ValueError("a statement has two columns")
    if len(set(responses.municipalities)) < len(responses.municipalities):
        raise ValueError("a municipality is listed twice")


def _row_order(
    responses: Responses, municipality: NDArray[np.int64], columns: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Rows by municipality, role, respondent; rows that share all three by what they answered."""
    names = np.array(responses.respondents, dtype=np.str_)
    rows = np.lexsort((names, responses.roles, municipality))
    same = (
        (np.diff(municipality[rows]) == 0)
        & (np.diff(responses.roles[rows]) == 0)
        & (names[rows][1:] == names[rows][:-1])
    )
    if not same.any():
        return rows
    said = [responses.answers] if responses.guesses is None else [responses.answers, responses.guesses]
    keys = [np.nan_to_num(array[:, column], nan=0.0) for array in said for column in columns]
    return np.lexsort((*keys, names, responses.roles, municipality))


def _layout(table: Table, content: Content) -> tuple[dict[Column, int], Floats, Floats]:
    """Names of the k columns; which statements make up a block or hallmark score; which blocks a layer."""
    names: list[Column] = [("statement", one.id) for one in table.statements]
    names += [("block", block.id) for block in content.blocks]
    names += [("hallmark", layer) for layer in LAYERS]
    names += [("layer", layer) for layer in LAYERS]
    groups = np.zeros((len(table.statements), len(content.blocks) + len(LAYERS)))
    for row, statement in enumerate(table.statements):
        for column, block in enumerate(content.blocks):
            groups[row, column] = statement.block == block.id
        for column, layer in enumerate(LAYERS, start=len(content.blocks)):
            groups[row, column] = statement.hallmark and statement.layer == layer
    block_layer = np.array(
        [[block.layer == layer for layer in LAYERS] for block in content.blocks], dtype=float
    )
    return {name: index for index, name in enumerate(names)}, groups, block_layer.reshape(-1, len(LAYERS))


def _seats(people: Floats, table: Table) -> tuple[Floats, NDArray[np.int64]]:
    """Mean and number of respondents per seat: both (municipalities, 2, k)."""
    shape = (len(table.municipalities), SEATS, people.shape[1])
    totals, counts = np.zeros(shape), np.zeros(shape, dtype=np.int64)
    counted = table.counted
    if counted.any():
        values = people[counted]
        seat = table.municipality[counted] * SEATS + table.roles[counted]
        first = np.flatnonzero(np.diff(seat, prepend=-1))  # rows are in the order of seats
        there = ~np.isnan(values)
        flat = (-1, people.shape[1])
        totals.reshape(flat)[seat[first]] = np.add.reduceat(np.where(there, values, 0.0), first, axis=0)
        counts.reshape(flat)[seat[first]] = np.add.reduceat(there, first, axis=0, dtype=np.int64)
    return np.divide(totals, counts, out=np.full(shape, np.nan), where=counts > 0), counts


def role_scores(scores: Scores) -> dict[Role, dict[Layer, float | None]]:
    """Layer scores per role that has respondents: seat roles over their municipalities, others over people."""
    found: dict[Role, dict[Layer, float | None]] = {}
    for index, role in enumerate(ROLES):
        members = scores.table.roles == index
        if not members.any():
            continue
        found[role] = {}
        for layer in LAYERS:
            own = (
                scores.seat("layer", layer, role)
                if role in SEAT_ROLES
                else scores.people[members, scores.columns["layer", layer]]
            )
            mean = mean_over(own, axis=0)
            found[role][layer] = None if np.isnan(mean) else float(mean)
    return found
