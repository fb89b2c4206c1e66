"""Young people's advice: the rule of the round over equal voices, and nothing that tells of one of them."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.advice import FEWEST, Advice, Answer, advise
from groeimodel.rules.choosing import Ballot, Election, Project, Settings, choose

AGES, PLACES = ("u12", "12-15"), ("a", "b")
PROJECTS = [Project("p1", Fraction(30)), Project("p2", Fraction(50)), Project("p3", Fraction(20))]


def advice_of(answers: list[Answer], settings: Settings | None = None) -> Advice:
    return advise(
        answers,
        projects=PROJECTS,
        budget=Fraction(60),
        settings=settings or Settings(),
        ages=AGES,
        places=PLACES,
    )


def answer(*picks: int, age: str = "12-15", place: str = "a") -> Answer:
    return Answer(frozenset(picks), age, place)


some = st.builds(Answer, st.frozensets(st.integers(0, 2)), st.sampled_from(AGES), st.sampled_from(PLACES))


def test_fewer_than_five_tell_nothing() -> None:
    found = advice_of([answer(0)] * (FEWEST - 1))
    assert (found.total, found.chosen, found.parts) == (0, (), ())
    assert set(found.ages.values()) | set(found.places.values()) == {0}


def test_it_is_the_rule_of_the_round_over_equal_voices() -> None:
    answers = [answer(1)] * 4 + [answer(0, 2)] * 3
    plain = Election(
        tuple(PROJECTS),
        tuple(Ballot(dict.fromkeys(one.picks, 1)) for one in answers),
        Fraction(60),
    )
    for settings in (Settings(), Settings("greedy"), Settings("phragmen"), Settings("consent")):
        assert set(advice_of(answers, settings).chosen) == set(choose(plain, settings).selected)


def test_own_contributions_of_municipalities_are_not_theirs() -> None:
    answers = [answer(0)] * 6
    assert advice_of(answers, Settings(money="own")).chosen == advice_of(answers).chosen


def test_answers_without_a_pick_count_as_heard() -> None:
    found = advice_of([answer()] * 5)
    assert (found.total, found.chosen, found.parts) == (5, (), (5, 5, 5))


@given(st.lists(some, max_size=40))
def test_no_figure_is_of_fewer_than_five(answers: list[Answer]) -> None:
    found = advice_of(answers)
    for shown in (found.total, *found.ages.values(), *found.places.values()):
        assert shown % FEWEST == 0
        assert shown <= len(answers)
    assert all(5 <= part <= 95 and part % 5 == 0 for part in found.parts)


@given(st.lists(some, min_size=6, max_size=40), some)
def test_whoever_knows_all_others_does_not_read_the_ages_of_the_last(
    answers: list[Answer], last: Answer
) -> None:
    """Attack: all answers but one are known. A band that shows a figure held at least four others."""
    found = advice_of([*answers, last])
    for age, shown in found.ages.items():
        others = sum(one.age == age for one in answers)
        assert shown == 0 or others >= FEWEST - 1


def test_the_order_of_answers_makes_no_difference() -> None:
    answers = [answer(1)] * 3 + [answer(0, 2)] * 3 + [answer(2)] * 2
    assert advice_of(answers) == advice_of(answers[::-1])
