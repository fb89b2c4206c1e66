"""What is said of a species, and what grows best (claim W9)."""

import pytest

from groeimodel.rules.thriving import Grown, Word, best, verdict_on


@pytest.mark.parametrize(
    ("picked", "composted", "word"),
    [
        (0, 0, "young"),
        (1, 0, "young"),
        (2, 0, "thrives"),
        (2, 1, "thrives"),
        (1, 1, "struggles"),
        (3, 2, "grows"),
        (0, 2, "struggles"),
        (5, 5, "struggles"),
    ],
)
def test_a_word_for_each_species(picked: int, composted: int, word: Word) -> None:
    assert verdict_on(Grown(picked + composted + 1, picked, composted)) == word


@pytest.mark.claim("W9")
def test_the_best_is_what_was_picked_most_of_all_that_is_over() -> None:
    poppy, daisy, mallow = Grown(5, 4, 1), Grown(3, 3, 0), Grown(1, 1, 0)
    assert best({"poppy": poppy, "daisy": daisy, "mallow": mallow}) == ("daisy",)
    assert best({"poppy": Grown(3, 3, 0, 1), "daisy": daisy}) == ("poppy",)
    assert best({"poppy": daisy, "daisy": daisy}) == ("poppy", "daisy"), "equal ones are told together"
    assert best({"poppy": Grown(2, 1, 1), "mallow": mallow}) == ()


def test_more_picked_never_makes_a_worse_word() -> None:
    order: list[Word] = ["struggles", "grows", "thrives"]
    for composted in range(6):
        words = [verdict_on(Grown(99, picked, composted)) for picked in range(2, 30)]
        ranks = [order.index(word) for word in words]
        assert ranks == sorted(ranks)
