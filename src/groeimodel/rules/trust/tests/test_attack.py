"""Attacks on what is published of pulses: all that follows from any figures, sums and differences together.

The attacker knows everything that is published of a pulse, and the rule by which it was made. From that follows which
rooms of people could have given these figures; what is the same in all of them, is known. That is more than every sum
and every difference of the figures, so what it cannot find, those cannot either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.trust import publish

Answer = tuple[int, int, int]
Publisher = Callable[[list[Answer]], object]
VALUES = (1, 2, 3, 4, 5)


def naive(answers: list[Answer]) -> object:
    """What a careless page would show: exact means, of however few."""
    return len(answers), tuple(sum(one[n] for one in answers) for n in range(3))


def known_groups(publisher: Publisher, people: int) -> list[tuple[object, str]]:
    """What an attacker learns of the answers to one question of one or two people, over all rooms of some people.

    On one question only the sorted answers matter. A group is known when in every room that fits the figures there are
    one or two people with certain answers, whoever they are: that is so when all rooms share the same answers.
    """
    rooms: dict[object, set[tuple[int, ...]]] = defaultdict(set)
    for answers in combinations_with_replacement(VALUES, people):
        # The two other questions stand still: the attacker is given them for nothing.
        rooms[publisher([(value, 3, 3) for value in answers])].add(answers)
    return [(told, str(fitting)) for told, fitting in rooms.items() if told is not None and certain(fitting)]


def certain(fitting: set[tuple[int, ...]]) -> bool:
    """Whether somebody's answer is the same in all rooms that fit: everybody in all of them answered alike."""
    return len({value for room in fitting for value in room}) == 1


@pytest.mark.parametrize("people", [3, 4, 5, 6])
def test_nobodys_answer_follows_from_what_is_published(people: int) -> None:
    assert not known_groups(publish, people)


@pytest.mark.parametrize("people", [1, 2])
def test_of_one_or_two_nothing_is_published(people: int) -> None:
    for answers in product(VALUES, repeat=people):
        assert publish([(value, value, value) for value in answers]) is None


@pytest.mark.parametrize("people", [1, 2, 3])
def test_the_attack_works_where_nobody_guards(people: int) -> None:
    """So the tests above can fail."""
    assert known_groups(naive, people)


answers = st.tuples(*[st.sampled_from(VALUES)] * 3)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(answers, max_size=6), min_size=1, max_size=3))
def test_every_sum_and_difference_of_published_figures_is_about_nobody_or_three(
    pulses: list[list[Answer]],
) -> None:
    """All combinations with -1, 0 and 1 of the figures of several pulses, as weights on who answered what.

    A figure weighs every answer to its question in its pulse alike. A combination in which only the answers of one or
    two people remain would be about them.
    """
    rows = []
    for number, room in enumerate(pulses):
        if publish(room) is None:
            continue
        cells = [(number, person, question) for person in range(len(room)) for question in range(3)]
        for question in range(3):
            rows.append({cell: Fraction(1, len(room)) for cell in cells if cell[2] == question})
        rows.append({cell: Fraction(1, 3 * len(room)) for cell in cells})
    for size in range(1, min(3, len(rows)) + 1):
        for some in combinations(rows, size):
            for signs in product((1, -1), repeat=size):
                left: dict[tuple[int, int, int], Fraction] = defaultdict(Fraction)
                for row, sign in zip(some, signs, strict=True):
                    for cell, weight in row.items():
                        left[cell] += sign * weight
                people = {cell[:2] for cell, weight in left.items() if weight}
                assert len(people) not in (1, 2)


def test_figures_by_hand() -> None:
    told = publish([(5, 3, 1), (4, 3, 1), (4, 3, 2)])
    assert told is not None
    # 4 1/3 of 5 is 83.3; 3 is 50; 1 1/3 is 8.3, which says 'at most 10'. Together 47.2.
    assert (told.people, told.questions, told.trust) == (3, (85, 50, 10), 45)
    with pytest.raises(ValueError, match="1 to 5"):
        publish([(0, 3, 3)])
