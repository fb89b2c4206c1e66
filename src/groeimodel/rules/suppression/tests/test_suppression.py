"""What is shown and what stays away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.suppression import FEWEST, Entry, Hidden, step_of, suppress
from groeimodel.rules.suppression.tests.twin import table

DIMENSIONS = ("model", "province")


def entries(*values: int, model: str = "soil") -> list[Entry]:
    return [Entry(f"{model}{n}", value, {"model": model}) for n, value in enumerate(values)]


def world() -> st.SearchStrategy[list[Entry]]:
    one = st.tuples(
        st.one_of(st.integers(0, 8), st.integers(0, 300)),
        st.sampled_from(["soil", "meadow", "shop"]),
        st.sampled_from(["Limburg", "Antwerpen", ""]),
    )
    return st.lists(one, max_size=26).map(
        lambda rows: [
            Entry(str(n), value, {"model": model, "province": province})
            for n, (value, model, province) in enumerate(rows)
        ]
    )


def test_by_hand() -> None:
    """Six of soil with 62 together, seven of meadow with 117: 60-69 and 100-119, so 160-188 in all."""
    told = suppress(
        [*entries(10, 12, 9, 11, 8, 12), *entries(20, 15, 18, 14, 16, 17, 17, model="meadow")],
        dimensions=("model",),
    )
    assert [(one.group, one.low, one.high, one.partnerships) for one in told.cells] == [
        ("", 160, 188, 10),
        ("meadow", 100, 119, 5),
        ("soil", 60, 69, 5),
    ]


@pytest.mark.parametrize("count", range(FEWEST))
def test_of_fewer_than_five_nothing_is_shown(count: int) -> None:
    told = suppress(entries(*[10] * count), dimensions=("model",))
    assert {one.hidden for one in told.cells} == {Hidden.FEW}
    assert {one.low for one in told.cells} == {None}


def test_who_adds_nothing_does_not_count() -> None:
    assert suppress(entries(10, 10, 10, 10, 0, 0, 0)).total.hidden == Hidden.FEW


def test_one_that_makes_up_most_hides_the_group() -> None:
    assert suppress(entries(41, 20, 20, 10, 9)).total.hidden == Hidden.WEIGHT
    assert suppress(entries(40, 20, 20, 10, 10)).total.shown


def test_three_large_ones_with_next_to_nothing_beside_them_hide_the_group() -> None:
    """Two of them together could take off their own, and would have the third."""
    assert suppress(entries(100, 100, 100, 5, 5)).total.hidden == Hidden.WEIGHT
    assert suppress(entries(100, 100, 100, 10, 10)).total.shown


def test_a_group_stays_away_when_the_rest_would_follow() -> None:
    """Twelve, seven and three: with twelve and seven shown, the three would be what is left of the total."""
    told = suppress(
        [
            *entries(*[10] * 12, model="meadow"),
            *entries(*[10] * 7, model="shop"),
            *entries(*[10] * 3, model="soil"),
        ],
        dimensions=("model",),
    )
    assert {one.group: one.hidden for one in told.of("model")} == {
        "meadow": None,
        "shop": Hidden.REST,
        "soil": Hidden.FEW,
    }


def test_a_group_stays_away_when_it_would_part_another() -> None:
    """Five of the six of soil are all there is in Limburg: soil less Limburg would be one partnership."""
    rows = [Entry(f"l{n}", 10, {"model": "soil", "province": "Limburg"}) for n in range(5)]
    rows.append(Entry("alone", 10, {"model": "soil", "province": "Antwerpen"}))
    rows += [Entry(f"a{n}", 10, {"model": "meadow", "province": "Antwerpen"}) for n in range(9)]
    told = {one.group: one.hidden for one in suppress(rows, dimensions=DIMENSIONS).cells}
    assert {told["soil"], told["meadow"]} == {None}
    assert {told["Limburg"], told["Antwerpen"]} == {Hidden.REST}


def test_without_a_total_there_are_no_parts() -> None:
    told = suppress(
        [*entries(10, 10, 10, 10, 10), Entry("giant", 5000, {"model": "shop"})], dimensions=("model",)
    )
    assert not any(one.shown for one in told.cells)


def test_it_refuses_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="nought"):
        suppress(entries(-1))
    with pytest.raises(ValueError, match="one figure"):
        suppress([Entry("a", 1), Entry("a", 2)])


@given(world())
def test_it_is_what_its_page_says(rows: list[Entry]) -> None:
    told = suppress(rows, dimensions=DIMENSIONS)
    found = {
        (one.dimension, one.group): None
        if one.low is None or one.high is None or one.partnerships is None
        else (one.low, one.high, one.partnerships)
        for one in told.cells
    }
    assert found == table(rows, DIMENSIONS)


@given(world())
def test_the_truth_lies_in_what_is_shown_and_parts_add_up(rows: list[Entry]) -> None:
    told = suppress(rows, dimensions=DIMENSIONS)
    for cell in told.cells:
        of_it = [one for one in rows if not cell.dimension or one.groups[cell.dimension] == cell.group]
        if cell.low is None or cell.high is None or cell.partnerships is None:
            assert cell.hidden
            continue
        adding = [one for one in of_it if one.value]
        assert cell.low <= sum(one.value for one in of_it) <= cell.high
        assert FEWEST <= cell.partnerships <= len(adding)
        # Coarse, but worth reading: at most a quarter of the figure, or the smallest steps.
        assert cell.high - cell.low <= max(cell.high / 4, 5 * cell.partnerships)


@given(world())
def test_the_order_of_the_rows_says_nothing(rows: list[Entry]) -> None:
    turned = sorted(rows, key=lambda one: one.key[::-1])
    assert suppress(rows, dimensions=DIMENSIONS) == suppress(turned, dimensions=DIMENSIONS)


@given(st.integers(0, 10**7))
def test_a_step_is_known_from_what_is_shown(total: int) -> None:
    step = step_of(total)
    assert step >= 5
    assert step == 5 or total / 10 < step <= total / 4
    assert step_of(total // step * step) == step or total < 20
