"""Attacks on the open figures: all that follows from everything that is shown, by linear programming.

The attacker has every table, knows the rule, knows who takes part and in which group, who has anything to add, and the
exact figures of his own partnership and of one that helps him. For every other partnership the programme looks for the
smallest and the largest figure that fits all of it. What lies between must stay as wide as promised: a fifth of the
figure; and whoever takes the largest for a guess must be a fifth too high. Everything that adding, subtracting and
comparing can find, this finds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from groeimodel.rules.growth.privacy import _safe
from groeimodel.rules.suppression import Cell, Entry, Table, step_of, suppress

Publisher = Callable[[Sequence[Entry]], Table]
DIMENSIONS = ("model", "province")
PROMISED = 1 / 5


def guarded(entries: Sequence[Entry]) -> Table:
    return suppress(entries, dimensions=DIMENSIONS)


@dataclass(frozen=True)
class Year:
    """What is published of a year, and who took part."""

    table: Table
    entries: tuple[Entry, ...]


def bounds(
    years: Sequence[Year],
    target: str,
    known: Mapping[str, Sequence[int]],
    *,
    knows_rule: bool = True,
    least: int = 1,
) -> tuple[float, float]:
    """The least and the most that `target` can have. With more years: when nobody else's figure changed.

    `known` holds the own figures by year. An attacker who `knows_rule` also uses that nobody makes up more than two
    fifths of a group that is shown. With `least` 1 he knows who has anything to add, with 0 he does not.
    """
    keys = sorted({one.key for year in years for one in year.entries if one.value})
    at = {key: n for n, key in enumerate(keys)}
    rows, limits = [], []
    for n, year in enumerate(years):
        own = {key: figures[n] for key, figures in known.items()}
        for cell in year.table.cells:
            if cell.low is None or cell.high is None:
                continue
            row, fixed = np.zeros(len(keys)), 0.0
            inside = [one for one in year.entries if one.value and in_cell(one, cell)]
            for one in inside:
                if one.key in own:
                    fixed += own[one.key]
                else:
                    row[at[one.key]] = 1
            rows += [row, -row]
            limits += [cell.high - fixed, fixed - cell.low]
            for one in inside if knows_rule else ():
                if one.key not in own:
                    share = -0.4 * row
                    share[at[one.key]] += 1
                    rows.append(share)
                    limits.append(0.4 * fixed)
    found = []
    for sign in (1, -1):
        goal = np.zeros(len(keys))
        goal[at[target]] = sign
        answer = linprog(
            goal,
            A_ub=np.array(rows),
            b_ub=np.array(limits) + 1e-6,
            bounds=[(least, None)] * len(keys),
        )
        assert answer.status in (0, 3), answer.message
        found.append(float("inf") if answer.status == 3 else sign * float(answer.fun or 0))
    return found[0], found[1]


def in_cell(entry: Entry, cell: Cell) -> bool:
    return not cell.dimension or entry.groups.get(cell.dimension) == cell.group


def too_close(years: Sequence[Year], knows: Sequence[str], *, knows_rule: bool = True) -> list[str]:
    """Whose figure the attacker knows more closely than was promised."""
    known = {
        key: [next((one.value for one in year.entries if one.key == key), 0) for year in years]
        for key in knows
    }
    truth = {one.key: one.value for year in years for one in year.entries if one.value}
    found = []
    for key, value in truth.items():
        if key in known:
            continue
        low, high = bounds(years, key, known, knows_rule=knows_rule)
        assert low <= value + 1e-3
        assert high >= value - 1e-3
        guess = bounds(years, key, known, knows_rule=False, least=0)[1] if len(years) == 1 else high
        if high - low < PROMISED * value - 1e-3 or (
            len(years) == 1 and guess < (1 + PROMISED) * value - 1e-3
        ):
            found.append(key)
    return found


def make(seed: int, most: int = 60, size: tuple[int, int] = (5, 24)) -> list[Entry]:
    """A world of partnerships: some skew, some even, some with nothing."""
    chance = np.random.default_rng(seed)
    skew = float(chance.choice([0.4, 1.0, 2.0]))
    return [
        Entry(
            f"p{n}",
            0 if chance.random() < 0.1 else max(1, round(most * chance.random() ** skew)),
            {
                "model": str(chance.choice(["soil", "meadow", "meadow", "shop"])),
                "province": str(chance.choice(["Limburg", "Antwerpen", "West-Vlaanderen"])),
            },
        )
        for n in range(int(chance.integers(size[0], size[1] + 1)))
    ]


def pairs(entries: Sequence[Entry], chance: np.random.Generator, count: int = 3) -> list[tuple[str, ...]]:
    """Who attacks: the two largest, who know most of a total; one alone; and some others."""
    keys = [one.key for one in sorted(entries, key=lambda one: -one.value) if one.value]
    both = [tuple(one) for one in combinations(keys, 2)]
    return [
        tuple(keys[:2]),
        tuple(keys[1:3]),
        (keys[-1],),
        *(both[int(n)] for n in chance.permutation(len(both))[:count]),
    ]


@pytest.mark.parametrize("seed", range(16))
def test_nobody_is_known_from_the_tables_of_a_year(seed: int) -> None:
    entries = make(seed)
    told = guarded(entries)
    if not told.total.shown:
        return
    for knows in pairs(entries, np.random.default_rng(seed)):
        assert not too_close([Year(told, tuple(entries))], knows)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=5, max_size=12),
    st.integers(0, 11),
    st.integers(0, 11),
)
def test_nobody_is_known_from_a_few_small_groups(
    rows: list[tuple[int, bool]], first: int, second: int
) -> None:
    entries = [
        Entry(str(n), value, {"model": "soil" if soil else "meadow"}) for n, (value, soil) in enumerate(rows)
    ]
    told = guarded(entries)
    if told.total.shown:
        knows = {str(first % len(rows)), str(second % len(rows))}
        assert not too_close([Year(told, tuple(entries))], sorted(knows))


@pytest.mark.parametrize("seed", range(24))
def test_who_leaves_or_joins_is_not_known_from_two_years(seed: int) -> None:
    """Though nobody else's figure changed, and the attackers' own did."""
    chance = np.random.default_rng(1000 + seed)
    before = make(1000 + seed, most=40, size=(9, 20))
    there = [one for one in before if one.value]
    gone = there[int(chance.integers(len(there) - 3))]
    own = [one.key for one in there[-2:]]
    after = [
        replace(one, value=max(1, one.value + int(chance.integers(-3, 4)))) if one.key in own else one
        for one in before
        if one.key != gone.key
    ]
    years = [Year(guarded(rows), tuple(rows)) for rows in (before, after)]
    if not any(year.table.total.shown for year in years):
        return
    if seed % 2:
        years.reverse()  # somebody joined
    known = {
        key: [next(one.value for one in year.entries if one.key == key) for year in years] for key in own
    }
    low, high = bounds(years, gone.key, known, knows_rule=False)
    assert high - low >= PROMISED * gone.value - 1e-3


def test_every_shown_sum_stands_on_three_or_more_in_any_combination() -> None:
    """The guard of the closed rounds of the scan, held against what this rule shows: it would hide none of it."""
    for seed in range(60):
        entries = [one for one in make(seed) if one.value]
        shown = [one for one in guarded(entries).cells if one.shown]
        if shown:
            rows = [[[float(in_cell(one, cell))] for one in entries] for cell in shown]
            assert all(_safe(np.array(rows)))


# So that the tests above can fail: what careless publishers show.


def exact(entries: Sequence[Entry]) -> Table:
    """Exact totals of everything with five partnerships, and nothing else guarded."""
    told = [Cell("", "", sum(one.value for one in entries), sum(one.value for one in entries), len(entries))]
    for name in DIMENSIONS:
        for group in sorted({one.groups[name] for one in entries}):
            inside = [one for one in entries if one.groups[name] == group and one.value]
            if len(inside) >= 5:
                total = sum(one.value for one in inside)
                told.append(Cell(name, group, total, total, len(inside)))
    return Table(tuple(told))


def apart(entries: Sequence[Entry]) -> Table:
    """Coarse, but each cell rounded by itself, and the rest not looked at."""
    told = exact(entries)
    cells = []
    for one in told.cells:
        step = step_of(one.low or 0) // 5 or 1
        low = (one.low or 0) // step * step
        cells.append(replace(one, low=low, high=low + step - 1))
    return Table(tuple(cells))


@pytest.mark.parametrize("publisher", [exact, apart])
def test_the_attack_works_where_nobody_guards(publisher: Publisher) -> None:
    """Six of soil, of whom five are all there is in Limburg: the sixth follows by subtraction."""
    rows = [Entry(f"l{n}", 20, {"model": "soil", "province": "Limburg"}) for n in range(5)]
    rows.append(Entry("alone", 37, {"model": "soil", "province": "Antwerpen"}))
    rows += [Entry(f"a{n}", 20, {"model": "meadow", "province": "Antwerpen"}) for n in range(6)]
    assert "alone" in too_close([Year(publisher(rows), tuple(rows))], ("l0", "a0"), knows_rule=False)
    assert not too_close([Year(guarded(rows), tuple(rows))], ("l0", "a0"))


def test_the_attack_works_where_one_makes_up_most() -> None:
    rows = [
        Entry(str(n), value, {"model": "soil", "province": "Limburg"})
        for n, value in enumerate((900, 60, 50, 1, 1))
    ]
    assert "0" in too_close([Year(exact(rows), tuple(rows))], ("1", "2"), knows_rule=False)
    assert not guarded(rows).total.shown


def test_the_attack_works_where_years_are_exact() -> None:
    rows = [Entry(str(n), 20 + n, {"model": "soil", "province": "Limburg"}) for n in range(8)]
    for publisher, caught in ((exact, True), (guarded, False)):
        years = [Year(publisher(some), tuple(some)) for some in (rows, rows[1:])]
        assert ("0" in too_close(years, ("6", "7"), knows_rule=False)) is caught
