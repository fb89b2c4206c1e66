"""Attacks on what is published of pulses: all that follows from any figures, sums and differences together.

The attacker knows everything that is published of a pulse, and the rule by which it was made. From that follows which
rooms of people could have given these figures; what is the same in all of them, is known. That is more than every sum
and every difference of the figures, so what it cannot find, those cannot either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
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


def exact_mean(answers: list[Answer]) -> object:
    """As published, but the mean of the three made of the exact answers and rounded by itself."""
    told = publish(answers)
    if told is None:
        return None
    percent = sum(value - 1 for one in answers for value in one) / (12 * len(answers)) * 100
    return told.questions, round(percent / 5)


def known_groups(publisher: Publisher, rooms: Iterable[Sequence[Answer]]) -> list[tuple[object, int]]:
    """The published figures and the question of which an attacker then knows somebody's answer for certain.

    That is so when everybody in every room that fits the figures gave the same answer to that question.
    """
    seen: dict[object, tuple[set[int], ...]] = {}
    for room in rooms:
        told = publisher(list(room))
        if told is None:
            continue
        given = seen.setdefault(told, (set(), set(), set()))
        for one in room:
            for question, value in enumerate(one):
                given[question].add(value)
    return [(told, n) for told, given in seen.items() for n, values in enumerate(given) if len(values) == 1]


ALL_ANSWERS = [(a, b, c) for a in VALUES for b in VALUES for c in VALUES]
ONE_QUESTION = [(value, 3, 3) for value in VALUES]
FEW_VALUES = [one for one in ALL_ANSWERS if not {3, 4} & set(one)]


def test_nobodys_answer_follows_from_what_is_published_of_three() -> None:
    """Every room of three people with any answers to the three questions: 325,125 of them."""
    assert not known_groups(publish, combinations_with_replacement(ALL_ANSWERS, 3))


@pytest.mark.parametrize("people", [4, 5, 6, 7, 8])
def test_nobodys_answer_to_one_question_follows_of_more(people: int) -> None:
    """The figure of a question is made of its answers alone, and the mean of the three figures: one question is enough."""
    found = known_groups(publish, combinations_with_replacement(ONE_QUESTION, people))
    assert not [one for one in found if one[1] == 0]


@given(st.lists(st.tuples(*[st.sampled_from(VALUES)] * 3), min_size=3, max_size=12))
def test_the_mean_is_made_of_what_is_shown(room: list[Answer]) -> None:
    told = publish(room)
    assert told is not None
    assert abs(told.trust - sum(told.questions) / 3) <= 2.5
    alone = [publish([(one[n], 3, 3) for one in room]) for n in range(3)]
    assert told.questions == tuple(one.questions[0] for one in alone if one)


@pytest.mark.parametrize("people", [1, 2])
def test_of_one_or_two_nothing_is_published(people: int) -> None:
    for answers in product(VALUES, repeat=people):
        assert publish([(value, value, value) for value in answers]) is None


@pytest.mark.parametrize("people", [1, 2, 3])
def test_the_attack_works_where_nobody_guards(people: int) -> None:
    """So the tests above can fail."""
    assert known_groups(naive, combinations_with_replacement(FEW_VALUES, people))


def test_the_attack_works_where_the_mean_is_rounded_by_itself() -> None:
    """Two roundings of the same answers tell more than one."""
    assert known_groups(exact_mean, combinations_with_replacement(ALL_ANSWERS, 3))


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
    # 4 1/3 of 5 is 83.3; 3 is 50; 1 1/3 is 8.3, which says 'at most 10'. Together (85 + 50 + 10) / 3 = 48.3.
    assert (told.people, told.questions, told.trust) == (3, (85, 50, 10), 50)
    with pytest.raises(ValueError, match="1 to 5"):
        publish([(0, 3, 3)])
