"""Trust and involvement over partners: too early to say, or a correlation with its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.trust import FEWEST_PARTNERS, link


def test_by_hand() -> None:
    involvement = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    trust = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9]
    # Each rank is one off: 1 - 6 * 10 / (10 * 99) = 0.939; z 1.733, half a width 0.763.
    found = link(involvement, trust)
    assert found is not None
    assert (found.partners, found.value, found.low, found.high, found.sure) == (10, 0.9, 0.7, 1.0, True)


def test_too_early_to_say() -> None:
    assert link([1] * 7, [1] * 7) is None
    assert link(range(FEWEST_PARTNERS - 1), range(FEWEST_PARTNERS - 1)) is None
    assert link([3] * 9, range(9)) is None, "all alike in one of both"
    with pytest.raises(ValueError, match="every partner"):
        link([1], [1, 2])


pairs = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 100)), min_size=FEWEST_PARTNERS, max_size=30)


@given(pairs)
def test_laws(rows: list[tuple[int, int]]) -> None:
    found = link([a for a, _ in rows], [b for _, b in rows])
    if found is None:
        return
    assert -1 <= found.low <= found.value <= found.high <= 1
    turned = link([-a for a, _ in rows], [b for _, b in rows])
    assert turned is not None
    assert turned.value == pytest.approx(-found.value, abs=0.11)
    larger = link([3 * a + 1 for a, _ in rows], [b for _, b in rows])
    assert larger == found, "only the order counts"
