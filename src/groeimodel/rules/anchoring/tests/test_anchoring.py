"""The weakest part counts, days are counted to the day, and unknown stays unknown (claim B11)."""

from itertools import product

import pytest

from groeimodel.rules.anchoring import ORDER, PARTS, Part, Secured, State, anchoring


def all_of(left: int | None) -> list[Secured]:
    return [Secured(part, True, left) for part in PARTS]


@pytest.mark.parametrize(
    ("left", "state"),
    [
        (None, State.OPEN),
        (400, State.SECURED),
        (91, State.SECURED),
        (90, State.SOON),
        (31, State.SOON),
        (30, State.NEAR),
        (0, State.NEAR),
        (-1, State.ENDED),
    ],
)
def test_the_state_turns_on_the_very_day(left: int | None, state: State) -> None:
    found = anchoring(all_of(left))
    assert (found.state, found.left, found.weakest) == (state, left, PARTS)


def test_nothing_known_is_unknown_and_does_not_warn() -> None:
    found = anchoring([])
    assert (found.state, found.weakest, found.unknown, found.warns) == (State.UNKNOWN, PARTS, PARTS, False)


def test_an_end_that_is_near_is_weaker_than_what_is_not_known() -> None:
    found = anchoring([Secured("people", True, 12)])
    assert (found.state, found.weakest, found.left) == (State.NEAR, ("people",), 12)
    assert found.unknown == ("funding", "agreement")


def test_what_is_not_known_is_weaker_than_a_day_far_away() -> None:
    found = anchoring([Secured("people", True, 800), Secured("funding", True, None)])
    assert (found.state, found.weakest, found.left) == (State.UNKNOWN, ("agreement",), None)


def test_of_two_that_end_the_first_one_counts() -> None:
    found = anchoring([Secured("funding", True, 60), Secured("people", True, 45), Secured("agreement", True)])
    assert (found.state, found.weakest, found.left) == (State.SOON, ("people",), 45)


def test_against_a_slow_twin() -> None:
    """Every combination of eight values for three parts: the state is that of the first state that any part is in."""
    values: list[tuple[bool, int | None]] = [(False, None), (True, None)]
    values += [(True, left) for left in (-5, 0, 30, 31, 90, 91)]
    for combination in product(values, repeat=3):
        parts: list[Secured] = []
        for part, (known, left) in zip(PARTS, combination, strict=True):
            parts.append(Secured(part, known, left))
        found = anchoring(parts)
        for state in ORDER:
            if any(one.state == state for one in parts):
                assert found.state == state
                break
        lefts = [one.left for one in parts if one.state == found.state and one.left is not None]
        assert found.left == (sorted(lefts)[0] if lefts else None)
        weakest: set[Part] = {
            one.part for one in parts if one.state == found.state and one.left == found.left
        }
        assert set(found.weakest) == weakest
