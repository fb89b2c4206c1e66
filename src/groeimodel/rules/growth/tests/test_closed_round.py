"""A closed round gives nobody away: attacked from outside, with everything that is shown."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import SEAT_ROLES
from groeimodel.rules.growth.diagnosis import Diagnosis, Privacy
from groeimodel.rules.growth.responses import Responses
from groeimodel.rules.growth.tests.factory import Line, content, random_round, round_of, statement

MODEL = content(
    statement("a1", "a", hallmark=True),
    statement("a2", "a"),
    statement("a3", "a"),
    statement("b1", "b", hallmark=True),
    statement("b2", "b", guess=True),
    statement("m1", "m", layer="meadow", hallmark=True),
    statement("m2", "m", layer="meadow", guess=True),
)


def means_shown(diagnosis: Diagnosis) -> dict[str, float]:
    """Every mean of answers in a diagnosis, by name."""
    found: dict[str, float | None] = {}
    for layer, result in diagnosis.layers.items():
        found[f"{layer}"] = result.estimate.score
        found[f"{layer} hallmark"] = result.hallmark.score
    found |= {block.block: block.estimate.score for block in diagnosis.blocks}
    for role, layers in diagnosis.per_role.items():
        found |= {f"{role} {layer}": score for layer, score in layers.items()}
    for town, scores in diagnosis.per_municipality.items():
        found |= {f"{town} {layer}": score for layer, score in scores.items()}
    for gap in diagnosis.role_gaps:
        found |= {f"gap {gap.subject} a": gap.alderman, f"gap {gap.subject} o": gap.officer}
        found[f"gap {gap.subject}"] = gap.gap
    for one in diagnosis.misperception:
        name = f"guess {one.statement} {one.guesser}"
        found |= {f"{name} own": one.own, f"{name} guess": one.guess, f"{name} actual": one.actual}
    return {name: value for name, value in found.items() if value is not None}


def sensitivity(responses: Responses, privacy: Privacy) -> NDArray[np.float64]:
    """(figures, people, answers): how far each figure moves when one answer moves. Learnt by trying."""
    base = means_shown(diagnose(responses, MODEL, privacy=privacy))
    arrays = {"answers": responses.answers}
    if responses.guesses is not None:
        arrays["guesses"] = responses.guesses
    people, width = responses.answers.shape
    found = np.zeros((len(base), people, width * len(arrays)))
    for start, (name, array) in enumerate(arrays.items()):
        for person, column in np.argwhere(~np.isnan(array)):
            moved = array.copy()
            step = 0.5 if moved[person, column] < 5 else -0.5
            moved[person, column] += step
            changed = (
                replace(responses, answers=moved) if name == "answers" else replace(responses, guesses=moved)
            )
            other = means_shown(diagnose(changed, MODEL, privacy=privacy))
            assert other.keys() == base.keys()  # what is hidden must not depend on the answers
            change = [other[figure] - base[figure] for figure in base]
            found[:, person, start * width + column] = np.array(change) / step
    return found


def given_away(figures: NDArray[np.float64]) -> list[tuple[int, ...]]:
    """Pairs of people about whom some combination of figures says something, and about nobody else."""
    people = figures.shape[1]
    found: list[tuple[int, ...]] = []
    if not len(figures):
        return found
    rank = np.linalg.matrix_rank(figures.reshape(len(figures), -1), tol=1e-7)
    for pair in combinations(range(people), min(2, people)):
        others = np.delete(figures, pair, axis=1).reshape(len(figures), -1)
        if np.linalg.matrix_rank(others, tol=1e-7) < rank:
            found.append(pair)
    return found


def town_lines(*towns: tuple[int, int]) -> list[Line]:
    """Municipalities given as (aldermen, officers)."""
    return [
        (f"T{index}", role, 3)
        for index, counts in enumerate(towns)
        for role, count in zip(SEAT_ROLES, counts, strict=True)
        for _ in range(count)
    ]


def some_missing(lines: list[Line], seed: int, share: float, guesses: bool = False) -> Responses:
    generator = np.random.default_rng(seed)
    responses = round_of(lines, MODEL)
    shape = responses.answers.shape
    answers = generator.integers(1, 6, shape).astype(float)
    answers[generator.random(shape) < share] = np.nan
    guessed = generator.integers(1, 6, shape).astype(float)
    guessed[generator.random(shape) < 0.5] = np.nan
    return replace(responses, answers=answers, guesses=guessed if guesses else None)


ROUNDS = {
    "five municipalities": some_missing(town_lines(*[(1, 1)] * 5), 1, 0),
    "two aldermen, five officers": some_missing(town_lines((1, 1), (1, 1), (0, 1), (0, 1), (0, 1)), 2, 0),
    "one alderman alone": some_missing(town_lines((1, 1), (1, 1), (1, 1), (1, 0)), 3, 0),
    "uneven seats": some_missing(town_lines((3, 1), (0, 2), (1, 0), (2, 2)), 4, 0),
    "some don't know": some_missing(town_lines(*[(1, 1)] * 4), 5, 0.2),
    "many don't know": some_missing(town_lines(*[(1, 1)] * 5), 6, 0.45),
    "with guesses": some_missing(town_lines(*[(1, 1)] * 5), 7, 0.15, guesses=True),
    "two people": some_missing(town_lines((1, 1)), 8, 0),
    "three people": some_missing(town_lines((1, 1), (1, 0)), 9, 0),
    "also others": replace(random_round(MODEL, 10, people=14, towns=4), guesses=None),
}


@pytest.mark.parametrize("name", ROUNDS)
def test_nothing_follows_about_one_or_two_people(name: str) -> None:
    assert given_away(sensitivity(ROUNDS[name], "closed")) == []


@pytest.mark.parametrize("name", ["five municipalities", "some don't know", "with guesses"])
def test_the_attack_works_on_an_open_round(name: str) -> None:
    assert given_away(sensitivity(ROUNDS[name], "open"))


def test_a_full_round_keeps_nearly_everything() -> None:
    """Five municipalities, both seats, everything answered: only what is about one municipality goes."""
    responses = ROUNDS["five municipalities"]
    shown = means_shown(diagnose(responses, MODEL, privacy="closed"))
    everything = means_shown(diagnose(responses, MODEL))
    assert {name for name in everything if name not in shown} == {
        name for name in everything if name.startswith("T")
    }


def test_two_aldermen_beside_five_officers_hide_both_roles() -> None:
    found = diagnose(ROUNDS["two aldermen, five officers"], MODEL, privacy="closed")
    assert found.layers["soil"].estimate.score is not None
    assert found.per_role["alderman"]["soil"] is None
    assert found.per_role["officer"]["soil"] is None
    reasons = {one.what: one.reason for one in found.suppressed}
    assert reasons["role.alderman.soil"] == "fewer_than_three"
    assert reasons["role.officer.soil"] == "by_subtraction"
    assert found.next_steps["alderman"] == found.next_steps["officer"] == ()
    assert found.next_steps["together"]
    assert all(gap.gap is None and not gap.to_talk_about for gap in found.role_gaps)


def test_two_people_see_nothing() -> None:
    found = diagnose(ROUNDS["two people"], MODEL, privacy="closed")
    assert means_shown(found) == {}
    assert found.verdict.key == "unknown"
    assert set(found.certainty.values()) == {1 / 3}
    assert not any(found.next_steps.values())
    assert all(one.r_wg is None and one.raters == 0 and not any(one.counts) for one in found.agreement)
    assert found.heard == {"T0": ("alderman", "officer")}  # who was heard, not what they said


def test_counts_of_answers_show_no_one_or_two() -> None:
    model = content(statement("a", "one"), statement("b", "one"), statement("c", "one"))
    said = [{"a": 2, "b": 5, "c": 3}] * 3 + [{"a": 4, "b": 5, "c": 3}] * 3 + [{"a": 4, "b": 1}] * 1
    lines: list[Line] = [(f"T{index}", "officer", row) for index, row in enumerate(said)]
    found = {
        one.statement: one for one in diagnose(round_of(lines, model), model, privacy="closed").agreement
    }
    assert found["a"].counts == (0, 3, 0, 4, 0)
    assert found["b"].counts == (0, 0, 0, 0, 0)  # one person said 1
    assert found["b"].r_wg is not None
    assert found["c"].counts == (0, 0, 6, 0, 0)


def test_a_statement_that_two_answered_is_not_shown_nor_felt_in_its_block() -> None:
    model = content(statement("a", "one"), statement("b", "one"))
    said = [{"a": 2, "b": 5}, {"a": 3, "b": 1}, {"a": 4}, {"a": 5}]
    lines: list[Line] = [(f"T{index}", "officer", row) for index, row in enumerate(said)]
    closed = diagnose(round_of(lines, model), model, privacy="closed")
    assert (closed.agreement[1].raters, closed.agreement[1].r_wg) == (0, None)
    assert "statement.b" in {one.what for one in closed.suppressed}
    # The block's agreement is that of a alone: variance 5/3.
    assert closed.block_agreement[0].r_wg_star_j == pytest.approx(1 - 5 / 3 / 2)


def test_steps_say_no_count_about_one_or_two() -> None:
    model = content(statement("a", "one"), statement("b", "two"))
    said = [{"a": 2, "b": 1}, {"a": 4, "b": 1}, {"a": 5, "b": 1}, {"a": 5, "b": 1}]
    lines: list[Line] = [(f"T{index}", "officer", row) for index, row in enumerate(said)]
    found = diagnose(round_of(lines, model), model, privacy="closed").next_steps["officer"]
    counts = {one.statement: (one.gain, one.below, one.municipalities) for one in found}
    assert counts["b"] == (37.5, 4, 4)  # 75 x 1/2
    assert counts["a"] == (6, 0, 0)  # one of four lacks 50: 6.25 in half points, and not how many


def test_coordinators_are_shown_from_three() -> None:
    lines = [*town_lines((1, 1), (1, 1), (1, 1))]
    for count, expected in ((2, None), (3, 50.0)):
        coordinator: Line = (None, "coordinator", 3)
        more = [*lines, *([coordinator] * count)]
        found = diagnose(round_of(more, MODEL), MODEL, privacy="closed")
        assert found.per_role["coordinator"]["soil"] == expected


def test_many_people_are_judged_quickly_and_safely() -> None:
    found = diagnose(random_round(MODEL, 1, people=400, towns=20), MODEL, privacy="closed")
    assert found.layers["soil"].estimate.score is not None
    assert found.per_role["alderman"]["soil"] is not None
    assert all(gap.gap is not None for gap in found.role_gaps if gap.subject != "shop")


def test_with_many_people_a_lone_one_is_still_hidden() -> None:
    lines = [*town_lines((0, 40), (0, 40)), ("T0", "alderman", 3)]
    found = diagnose(round_of(lines, MODEL), MODEL, privacy="closed")
    assert found.layers["soil"].estimate.score is not None
    assert found.per_role["officer"]["soil"] is None
    assert found.per_role["alderman"]["soil"] is None
