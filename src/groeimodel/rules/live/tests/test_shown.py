"""The screen never shows what one or two people answered, also not by taking one figure from another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.live import shown

ROLES = ("alderman", "officer", "other")
counts = st.dictionaries(st.sampled_from(ROLES), st.lists(st.integers(0, 4), min_size=5, max_size=5))


def test_roles_apart_or_together() -> None:
    assert shown({"alderman": [0, 0, 0, 1, 2], "officer": [3, 0, 0, 0, 0]}).keys() == {"alderman", "officer"}
    assert shown({"alderman": [0, 0, 0, 1, 1], "officer": [3, 0, 0, 0, 0]}) == {"": [3, 0, 0, 1, 1]}
    assert shown({"alderman": [0, 0, 0, 1, 1]}) == {}
    assert shown({"alderman": [0, 0, 0, 1, 2], "officer": [0] * 5}) == {"alderman": [0, 0, 0, 1, 2]}


@given(counts)
def test_every_difference_of_what_is_shown_is_about_nobody_or_about_three(told: dict[str, list[int]]) -> None:
    """All sums of what is shown, and all differences of those sums."""
    found = shown(told)
    sizes = {role: sum(five) for role, five in found.items()}
    groups = [frozenset(some) for n in range(len(sizes) + 1) for some in combinations(sizes, n)]
    for one in groups:
        for other in groups:
            if other < one:
                assert sum(sizes[role] for role in one - other) >= 3


@given(counts)
def test_nobody_is_lost_or_made_up(told: dict[str, list[int]]) -> None:
    found = shown(told)
    if found:
        for n in range(5):
            assert sum(five[n] for five in found.values()) == sum(five[n] for five in told.values())
