"""The pauses between tries grow, and a job never comes back sooner than its plain pause."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.foundation.jobs.pauses import FIRST, LONGEST, pause

TRIES = st.integers(min_value=1, max_value=500)
CHANCE = st.floats(min_value=0, max_value=1)


@given(TRIES, CHANCE)
def test_never_sooner_and_at_most_a_fifth_later(tries: int, chance: float) -> None:
    plain = pause(tries, 0)
    assert FIRST <= plain <= LONGEST
    assert plain <= pause(tries, chance) <= plain * 1.2


@given(TRIES, CHANCE, CHANCE)
def test_each_is_longer_until_the_longest(tries: int, one: float, other: float) -> None:
    """Whatever chance adds."""
    if pause(tries + 1, 0) < LONGEST:
        assert pause(tries, one) < pause(tries + 1, other)
    else:
        assert pause(tries, 0) <= pause(tries + 1, 0) == LONGEST


def test_eight_tries_outlast_a_night() -> None:
    """A mail server that is down in the evening and is repaired in the morning loses no mail."""
    assert sum((pause(one, 0) for one in range(1, 8)), timedelta()) > timedelta(hours=12)
