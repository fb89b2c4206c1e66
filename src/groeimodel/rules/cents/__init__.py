"""A table of amounts in whole cents, with every sum kept. In words: docs/rules/cents.md."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Cell = tuple[int, int]
"""Row and column."""


def whole_table(exact: Sequence[Sequence[Fraction]]) -> list[list[int]]:
    """Each cell becomes a whole number less than one from it, so that each column keeps its sum, and each row comes less
    than one from its own.

    So what is paid for each thing together is what it costs, and who was to pay at most so many whole cents pays no more:
    rounding each column by itself could let somebody pay a cent too much for each thing. Such a rounding always exists; it
    is found by shifting along chains of cells that are not whole yet. The same table always gives the same answer.

    Raises:
        ValueError: the sum of a column is no whole number.
    """
    table = [list(row) for row in exact]
    if any(sum(column).denominator != 1 for column in zip(*table, strict=True)):
        raise ValueError("what one thing costs is a whole number of cents")
    while chain := _chain(table):
        _shift(table, chain)
    return [[int(cell) for cell in row] for row in table]


def _chain(table: list[list[Fraction]]) -> list[Cell]:
    """Cells that are not whole, turn by turn in one column and in one row: a circle, or from a row that has but one such
    cell to another; empty when all are whole.

    A column that has one has two, for its sum is whole: so a chain never ends in a column.
    """
    rows = [[at for at, cell in enumerate(row) if cell.denominator != 1] for row in table]
    open_rows = [row for row, cells in enumerate(rows) if cells]
    if not open_rows:
        return []
    row = min(open_rows, key=lambda one: (len(rows[one]) > 1, one))
    chain: list[Cell] = []
    seen, left = {row: 0}, dict[int, int]()  # where in the chain a row was entered, and a column left
    while True:
        last = chain[-1] if chain else None
        further = [at for at in rows[row] if (row, at) != last]
        if not further:
            return chain
        column = further[0]
        chain.append((row, column))
        if column in left:
            return chain[left[column] :]
        left[column] = len(chain)
        row = next(r for r in range(len(table)) if r != row and column in rows[r])
        chain.append((row, column))
        if row in seen:
            return chain[seen[row] :]
        seen[row] = len(chain)


def _shift(table: list[list[Fraction]], chain: list[Cell]) -> None:
    """Add to every other cell what is taken from the ones between, until one of them is whole: the way that shifts least."""
    up, down = chain[::2], chain[1::2]

    def room(add: list[Cell], take: list[Cell]) -> Fraction:
        over = [1 - table[row][at] % 1 for row, at in add]
        return min(over + [table[row][at] % 1 for row, at in take])

    if room(down, up) < room(up, down):
        up, down = down, up
    step = room(up, down)
    for row, at in up:
        table[row][at] += step
    for row, at in down:
        table[row][at] -= step
