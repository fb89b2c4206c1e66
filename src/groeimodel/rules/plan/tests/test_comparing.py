"""What changed between two plans: everything that differs, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.plan import (
    Cell,
    Difference,
    Item,
    Snapshot,
    canonical,
    checksum,
    compare,
    read,
    totals,
)

EXPENSE: Cell = (2026, "exploitation", "expense")


def goal(key: int, title: str = "Doel", code: str = "") -> Item:
    return Item("objective", key, None, {"code": code or str(key), "title": title, "text": ""})


def way(key: int, parent: int, title: str = "Plan") -> Item:
    return Item("action_plan", key, parent, {"code": f"{parent}.{key}", "title": title, "text": ""})


def action(key: int, parent: int, cents: int = 0, title: str = "Actie") -> Item:
    amounts = {EXPENSE: cents} if cents else {}
    return Item("action", key, parent, {"code": str(key), "title": title, "text": ""}, amounts)


def plan(*items: Item, title: str = "MJP") -> Snapshot:
    return Snapshot(title, "2026-01-01", "2031-12-31", items)


def test_the_same_plan_has_no_difference() -> None:
    one = plan(goal(1), way(1, 1), action(1, 1, 500))
    assert compare(one, plan(goal(1), way(1, 1), action(1, 1, 500))).is_empty


def test_an_action_that_costs_more_is_told_with_the_difference() -> None:
    found = compare(plan(goal(1), way(1, 1), action(1, 1, 500)), plan(goal(1), way(1, 1), action(1, 1, 800)))
    (change,) = found.changes
    (amount,) = change.amounts
    assert (amount.year, amount.before, amount.after, amount.difference) == (2026, 500, 800, 300)
    assert [one.difference for one in found.totals] == [300]


def test_added_and_removed_carry_their_amounts() -> None:
    with_it, without = plan(goal(1), way(1, 1), action(1, 1, 500)), plan(goal(1), way(1, 1))
    (added,) = compare(without, with_it).changes
    (removed,) = compare(with_it, without).changes
    assert added.added
    assert [one.difference for one in added.amounts] == [500]
    assert removed.removed
    assert [one.difference for one in removed.amounts] == [-500]


def test_an_action_under_another_action_plan_is_moved_and_not_new() -> None:
    before = plan(goal(1), way(1, 1), action(7, 1), way(2, 1))
    after = plan(goal(1), way(1, 1), way(2, 1), action(7, 2))
    (change,) = compare(before, after).changes
    assert change.is_moved
    assert not change.added
    assert change.moved_from is not None
    assert change.moved_to is not None
    assert (change.moved_from.key, change.moved_to.key) == (1, 2)


def test_one_objective_that_goes_to_the_front_is_one_move() -> None:
    before, after = plan(goal(1), goal(2), goal(3)), plan(goal(3), goal(1), goal(2))
    (change,) = compare(before, after).changes
    assert (change.key, change.reordered) == (3, True)


def test_other_words_are_told_by_field() -> None:
    found = compare(plan(goal(1, "Oud")), plan(goal(1, "Nieuw"), title="Ander plan"))
    assert [(one.field, one.before, one.after) for one in found.changes[0].texts] == [
        ("title", "Oud", "Nieuw")
    ]
    assert [(one.field, one.before, one.after) for one in found.head] == [("title", "MJP", "Ander plan")]


def test_the_text_of_a_plan_does_not_depend_on_the_order_of_cells() -> None:
    cells = {EXPENSE: 5, (2027, "investment", "receipt"): 7}
    one = replace(action(1, 1), amounts=cells)
    other = replace(action(1, 1), amounts=dict(reversed(cells.items())))
    assert canonical(plan(one)) == canonical(plan(other))
    assert checksum(canonical(plan(one))) == checksum(canonical(plan(other)))


def test_a_text_in_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format"):
        read('{"format": 99}')


@st.composite
def plans(draw: st.DrawFn) -> Snapshot:
    """Plans over the same few rows, so that two of them share many."""
    items: list[Item] = []
    actions = draw(st.permutations(range(1, 7)))
    ways = draw(st.permutations(range(1, 4)))
    for key in draw(st.lists(st.integers(1, 3), unique=True)):
        items.append(goal(key, draw(st.sampled_from("ab"))))
        for under in ways:
            if not draw(st.booleans()) or any(one.name == ("action_plan", under) for one in items):
                continue
            items.append(way(under, key, draw(st.sampled_from("ab"))))
            for one in actions:
                if draw(st.booleans()) and all(row.name != ("action", one) for row in items):
                    cell = (draw(st.integers(2026, 2027)), "exploitation", "expense")
                    items.append(
                        Item(
                            "action",
                            one,
                            under,
                            {"title": draw(st.sampled_from("ab"))},
                            {cell: draw(st.integers(0, 3))},
                        )
                    )
    return Snapshot(draw(st.sampled_from(["MJP", "Plan"])), "2026-01-01", "2031-12-31", tuple(items))


def parts(difference: Difference, *, turned: bool = False) -> Counter[tuple[object, ...]]:
    """The changes without their order; turned around, what came is what goes."""
    found: Counter[tuple[object, ...]] = Counter()
    for one in difference.changes:
        added, removed = (one.removed, one.added) if turned else (one.added, one.removed)
        sign = -1 if turned else 1
        amounts = tuple((a.year, a.nature, a.direction, sign * a.difference) for a in one.amounts)
        found[one.level, one.key, added, removed, one.is_moved, amounts] += 1
    return found


@given(plans(), plans())
def test_nothing_that_differs_is_silent_and_nothing_else_is_told(before: Snapshot, after: Snapshot) -> None:
    assert compare(before, after).is_empty == (canonical(before) == canonical(after))


@given(plans(), plans())
def test_amounts_of_the_changes_add_up_to_the_change_of_the_totals(before: Snapshot, after: Snapshot) -> None:
    found = compare(before, after)
    by_cell: Counter[Cell] = Counter()
    for change in found.changes:
        for one in change.amounts:
            by_cell[one.year, one.nature, one.direction] += one.difference
    assert {cell: cents for cell, cents in by_cell.items() if cents} == {
        (one.year, one.nature, one.direction): one.difference for one in found.totals
    }
    old, new = totals(before), totals(after)
    assert sum(one.difference for one in found.totals) == sum(new.values()) - sum(old.values())


@given(plans(), plans())
def test_looking_back_tells_the_same_the_other_way_round(before: Snapshot, after: Snapshot) -> None:
    there = Counter(key for key in parts(compare(before, after)) if key[2] or key[3] or key[4] or key[5])
    back = Counter(
        key for key in parts(compare(after, before), turned=True) if key[2] or key[3] or key[4] or key[5]
    )
    assert there == back


@given(plans(), plans())
def test_what_comes_what_goes_and_what_is_put_elsewhere_makes_the_new_plan(
    before: Snapshot, after: Snapshot
) -> None:
    """The difference says which rows there are afterwards, where, with which words and amounts."""
    parents = {one.name: one.parent for one in before.items}
    texts = {one.name: dict(one.texts) for one in before.items}
    amounts = {one.name: dict(one.amounts) for one in before.items}
    new = after.by_name()
    for change in compare(before, after).changes:
        name = (change.level, change.key)
        if change.removed:
            del parents[name], texts[name], amounts[name]
            continue
        if change.added:
            parents[name], texts[name], amounts[name] = new[name].parent, dict(new[name].texts), {}
        elif change.moved_to is not None:
            parents[name] = change.moved_to.key
        texts[name] |= {one.field: one.after for one in change.texts}
        amounts[name] |= {(a.year, a.nature, a.direction): a.after for a in change.amounts}
    assert parents == {one.name: one.parent for one in after.items}
    assert texts == {one.name: one.texts for one in after.items}
    assert {name: +Counter(cells) for name, cells in amounts.items()} == {
        one.name: +Counter(one.amounts) for one in after.items
    }


@given(plans())
def test_a_text_reads_back_as_the_same_plan(one: Snapshot) -> None:
    assert canonical(read(canonical(one))) == canonical(one)
    assert compare(one, read(canonical(one))).is_empty
