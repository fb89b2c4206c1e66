"""What changed between two rounds."""

import math

import pytest

from groeimodel.rules.growth import compare
from groeimodel.rules.growth.diagnosis import Change
from groeimodel.rules.growth.responses import Responses
from groeimodel.rules.growth.tests.factory import Line, content, round_of, small, statement

MODEL = small()


def officers(answers: dict[str, float], statements: list[str] | None = None) -> Responses:
    lines: list[Line] = [(town, "officer", said) for town, said in answers.items()]
    return round_of(lines, MODEL, statements=statements)


def soil(before: Responses, after: Responses) -> Change:
    return compare(before, after, MODEL)[0]


def test_by_hand() -> None:
    found = soil(officers({"A": 2, "B": 2, "C": 3}), officers({"A": 3, "B": 4, "C": 4}))
    # Changes 25, 50, 25: mean 33.3, standard deviation 14.434.
    half = 2.919986 * 14.4338 / math.sqrt(3)
    assert (found.subject, found.kind, found.municipalities) == ("soil", "layer", 3)
    assert found.before == pytest.approx(100 / 3)
    assert found.after == pytest.approx(200 / 3)
    assert found.change == pytest.approx(100 / 3)
    assert found.low == pytest.approx(100 / 3 - half, abs=1e-3)
    assert found.high == pytest.approx(100 / 3 + half, abs=1e-3)
    assert found.changed


def test_a_change_that_may_be_luck_is_not_called_one() -> None:
    found = soil(officers({"A": 2, "B": 2, "C": 3}), officers({"A": 5, "B": 2, "C": 2}))
    assert found.change == pytest.approx(50 / 3)
    assert found.low is not None
    assert found.low < 0
    assert not found.changed


def test_two_municipalities_are_too_few_to_call_it_a_change() -> None:
    found = soil(officers({"A": 1, "B": 1}), officers({"A": 5, "B": 5}))
    assert (found.change, found.low, found.changed) == (100, None, False)


def test_only_municipalities_of_both_rounds() -> None:
    found = soil(officers({"Gone": 1, "A": 2, "B": 2, "C": 2}), officers({"C": 2, "B": 2, "A": 2, "New": 5}))
    assert (found.change, found.municipalities, found.changed) == (0, 3, False)


def test_only_statements_of_both_rounds() -> None:
    everything = [one.id for one in MODEL.statements]
    without = [one for one in everything if one != "soil.a1"]
    lines: list[Line] = [(town, "officer", {"soil.a1": 5, "soil.a2": 2, "soil.b1": 2}) for town in "ABC"]
    before = round_of(lines, MODEL)
    after = round_of(lines, MODEL, statements=without)
    found = {one.subject: one for one in compare(before, after, MODEL)}
    assert (found["soil.a"].before, found["soil.a"].change) == (25, 0)
    assert found["shop"].change is None


def test_a_statement_of_an_older_questionnaire_does_not_count() -> None:
    older = content(*MODEL.statements, statement("soil.a3", "soil.a"))
    lines: list[Line] = [(town, "officer", 2) for town in "ABC"]
    assert soil(round_of(lines, older), round_of(lines, MODEL)).change == 0


def test_nothing_in_common() -> None:
    found = compare(officers({"A": 2}), officers({"B": 3}), MODEL)
    assert {(one.change, one.municipalities, one.changed) for one in found} == {(None, 0, False)}


def test_closed_rounds_give_nobody_away() -> None:
    both = dict.fromkeys("ABCD", 2.0)
    same = compare(officers(both), officers(both), MODEL, privacy="closed")[0]
    assert same.change == 0
    # E's officer would follow from the difference with the first round's own score.
    one_less = compare(officers(both | {"E": 5}), officers(both), MODEL, privacy="closed")[0]
    assert (one_less.change, one_less.before) == (None, None)
    three_less = compare(officers(both | {"E": 5, "F": 5, "G": 5}), officers(both), MODEL, privacy="closed")[
        0
    ]
    assert three_less.change == 0
    few = compare(officers({"A": 2, "B": 2}), officers({"A": 3, "B": 3}), MODEL, privacy="closed")[0]
    assert few.change is None
