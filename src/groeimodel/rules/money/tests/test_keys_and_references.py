"""Keys come back from JSON as they were, no cent is lost, and references are what banks take."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import ogm_vcs

from groeimodel.rules.keys import Slice, split
from groeimodel.rules.money import key_of, mixed, reference

FIGURES = ("equal", "inhabitants", "under_25", "participation")
whole = st.integers(1, 200_000)
rows = st.dictionaries(st.sampled_from("ABCDEFGH"), st.tuples(whole, whole, whole), min_size=1)


@given(
    rows, st.integers(1, 10**10), st.dictionaries(st.sampled_from(FIGURES), st.integers(1, 100), min_size=1)
)
def test_no_cent_is_lost_whatever_the_weights(
    places: dict[str, tuple[int, int, int]], total: int, weights: dict[str, int]
) -> None:
    figures = {
        name: {who: own[at] for who, own in places.items()}
        for at, name in enumerate(("inhabitants", "under_25", "participation"))
    }
    shares = split(total, list(places), key_of(mixed(weights)), figures)
    assert sum(shares.cents.values()) == total
    assert all(abs(one.rounding) < 1 for one in shares.shares.values())


def test_a_mixed_key_by_hand() -> None:
    """1.000 euro, half the same for all, half by inhabitants: 250 + 375 and 250 + 125."""
    key = key_of(mixed({"equal": 50, "inhabitants": 50}))
    assert key.slices == (Slice("equal", part=Fraction(1, 2)), Slice("inhabitants"))
    assert split(100_000, ["A", "B"], key, {"inhabitants": {"A": 30, "B": 10}}).cents == {
        "A": 62_500,
        "B": 37_500,
    }


@pytest.mark.parametrize("said", [{}, {"name": "luck"}, {"name": "mixed", "slices": []}])
def test_what_is_no_key_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each says its own)
        key_of(said)


def test_no_weight_is_no_key() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        mixed({"equal": 0})


@given(st.integers(2000, 2099), st.integers(1, 10**8 - 1))
def test_a_reference_passes_the_check_of_banks(year: int, number: int) -> None:
    assert ogm_vcs.is_valid(reference(year, number))


def test_a_remainder_of_zero_is_97() -> None:
    assert reference(2000, 97)[-2:] == "97"
