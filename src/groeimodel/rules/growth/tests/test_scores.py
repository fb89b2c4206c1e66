"""From answers to layers."""

import math
from dataclasses import replace

import numpy as np
import pytest

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import LAYERS, Content, Role
from groeimodel.rules.growth.diagnosis import Diagnosis
from groeimodel.rules.growth.responses import Responses
from groeimodel.rules.growth.tests.factory import (
    Line,
    content,
    random_round,
    round_of,
    small,
    statement,
    whole,
)
from groeimodel.rules.growth.tests.twin import Twin


def scores_of(diagnosis: Diagnosis) -> dict[tuple[str, str], float | None]:
    found = {("layer", layer): one.estimate.score for layer, one in diagnosis.layers.items()}
    found |= {("hallmark", layer): one.hallmark.score for layer, one in diagnosis.layers.items()}
    return found | {("block", one.block): one.estimate.score for one in diagnosis.blocks}


def test_five_answers_run_from_nought_to_a_hundred() -> None:
    model = small()
    for answer, expected in ((1, 0), (2, 25), (3, 50), (4, 75), (5, 100)):
        found = diagnose(round_of([("Town", "alderman", answer)], model), model)
        assert {one.estimate.score for one in found.layers.values()} == {expected}


def test_layer_is_the_mean_of_its_blocks_not_of_its_statements() -> None:
    model = content(statement("a", "one"), statement("b", "one"), statement("c", "two"))
    said = {"a": 5, "b": 5, "c": 1}  # blocks 100 and 0; the statements alone would give 66.7
    assert diagnose(round_of([("Town", "officer", said)], model), model).layers["soil"].estimate.score == 50


def test_half_of_a_block_is_enough_and_less_is_not() -> None:
    model = content(*(statement(name, "one") for name in "abcd"))
    half = diagnose(round_of([("Town", "officer", {"a": 5, "b": 4})], model), model)
    less = diagnose(round_of([("Town", "officer", {"a": 5})], model), model)
    assert half.layers["soil"].estimate.score == 87.5
    assert less.layers["soil"].estimate.score is None
    assert [one.key for one in less.warnings if one.key == "too_few_answers"]


def test_half_is_counted_over_what_is_asked_of_the_role() -> None:
    model = content(
        *(statement(name, "one") for name in "ab"),
        *(statement(name, "one", roles=["officer"]) for name in "cd"),
    )
    said = {"a": 3, "c": 5, "d": 5}  # one of the two that are asked of an alderman
    found = diagnose(round_of([("Town", "alderman", said)], model), model)
    assert found.layers["soil"].estimate.score == 50


def test_a_short_round_counts_only_what_it_asked() -> None:
    model = small()
    short = ("soil.a1", "soil.b1", "meadow.a1", "shop.a1")
    found = diagnose(round_of([("Town", "officer", 4)], model, statements=short), model)
    assert found.layers["soil"].estimate.score == 75
    assert found.layers["shop"].estimate.score == 75


def test_a_missing_answer_is_never_a_three() -> None:
    model = small()
    said = {"soil.a1": 5, "soil.b1": 5, "soil.b2": 5}
    found = diagnose(round_of([("Town", "officer", said)], model), model)
    as_three = diagnose(round_of([("Town", "officer", said | {"soil.a2": 3})], model), model)
    assert found.layers["soil"].estimate.score == 100
    assert as_three.layers["soil"].estimate.score == 87.5
    assert found.layers["meadow"].estimate.score is None


@pytest.mark.claim("G1")
def test_roles_and_municipalities_weigh_the_same_whoever_has_more_people() -> None:
    model = small()
    large: Line = ("Large", "officer", 5)
    lines: list[Line] = [*([large] * 9), ("Large", "alderman", 1), ("Small", "officer", 1)]
    found = diagnose(round_of(lines, model), model)
    # Large: officer's seat 100, alderman's seat 0 -> 50. Small: 0. Partnership: 25.
    assert found.per_municipality == {
        "Large": dict.fromkeys(LAYERS, 50.0),
        "Small": dict.fromkeys(LAYERS, 0.0),
    }
    assert found.layers["soil"].estimate.score == 25
    assert found.heard == {"Large": ("alderman", "officer"), "Small": ("officer",)}
    assert [one.values for one in found.warnings if one.key == "seats_empty"] == [{"empty": 1, "seats": 4}]


@pytest.mark.claim("G1")
def test_only_seats_count_and_the_others_are_shown_apart() -> None:
    model = small()
    seats = whole(3, 4, 3, 2)
    others: list[Line] = [
        (None, "coordinator", 1),
        ("Town 0", "supporter", 1),
        (None, "other", 5),
        (None, "alderman", 5),
    ]
    alone, together = (diagnose(round_of(lines, model), model) for lines in (seats, [*seats, *others]))
    assert scores_of(together) == scores_of(alone)
    assert together.per_role["coordinator"] == dict.fromkeys(LAYERS, 0.0)
    assert together.per_role["alderman"] == alone.per_role["alderman"]
    assert together.respondents == {"alderman": 4, "officer": 3, "coordinator": 1, "supporter": 1, "other": 1}
    assert "without_municipality" in {one.key for one in together.warnings}


def test_hallmarks_are_one_block() -> None:
    model = content(
        statement("a", "one", hallmark=True),
        statement("b", "one", hallmark=True),
        statement("c", "two", hallmark=True),
        statement("d", "two"),
    )
    said = {"a": 5, "b": 5, "c": 1, "d": 1}
    layer = diagnose(round_of([("Town", "officer", said)], model), model).layers["soil"]
    assert layer.hallmark.score == pytest.approx(200 / 3)
    assert layer.estimate.score == 50


def test_interval_by_hand() -> None:
    model = small()
    lines: list[Line] = [(name, "officer", answer) for name, answer in (("A", 2), ("B", 3), ("C", 4))]
    layer = diagnose(round_of(lines, model), model).layers["soil"].estimate
    # Scores 25, 50, 75: mean 50, standard deviation 25, t(0.95; 2) = 2.919986.
    half = 2.919986 * 25 / math.sqrt(3)
    assert (layer.score, layer.municipalities) == (50, 3)
    assert layer.low == pytest.approx(50 - half, abs=1e-4)
    assert layer.high == pytest.approx(50 + half, abs=1e-4)


def test_interval_stays_within_the_scale_and_needs_three_municipalities() -> None:
    model = small()
    wide = diagnose(
        round_of([(name, "officer", a) for name, a in (("A", 1), ("B", 5), ("C", 5))], model), model
    )
    assert (wide.layers["soil"].estimate.low, wide.layers["soil"].estimate.high) == (0, 100)
    two = diagnose(round_of(whole(2, 4, 4, 4), model), model)
    assert two.layers["soil"].estimate.low is None
    assert [one.values for one in two.warnings if one.key == "few_municipalities"] == [{"municipalities": 2}]


@pytest.mark.parametrize("seed", range(12))
def test_equals_the_slow_twin(seed: int) -> None:
    asked: tuple[list[Role], ...] = (["alderman"], ["officer", "supporter"], ["alderman", "officer", "other"])
    model = content(
        *(
            statement(
                f"{layer}{number}",
                f"{layer}.{number // 3}",
                layer=layer,
                hallmark=number % 2 == 0,
                roles=asked[number % 3],
            )
            for layer in LAYERS
            for number in range(7)
        )
    )
    responses = random_round(model, seed, people=25, missing=0.4)
    twin = Twin(responses, model)
    found = diagnose(responses, model)
    for column, expected in twin.everything().items():
        assert scores_of(found)[column] == pytest.approx(expected), column
    for town, name in enumerate(responses.municipalities):
        for layer in LAYERS:
            assert found.per_municipality[name][layer] == pytest.approx(twin.town(town, "layer", layer))


def test_nobody_at_all() -> None:
    model = small()
    found = diagnose(round_of([], model), model)
    assert {one.estimate.score for one in found.layers.values()} == {None}
    assert found.verdict.key == "unknown"
    assert not found.verdict.healthy
    assert sum(found.certainty.values()) == pytest.approx(1)
    assert not any(found.next_steps.values())
    assert "no_seat_answers" in {one.key for one in found.warnings}


def test_columns_that_the_content_does_not_know_are_named() -> None:
    model = small()
    found = diagnose(round_of(whole(3, 4, 4, 4), model, statements=["soil.a1", "gone.1", "gone.2"]), model)
    assert [one.values for one in found.warnings if one.key == "unknown_statements"] == [{"statements": 2}]


def wrong(responses: Responses, **values: object) -> Responses:
    return replace(responses, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"answers": np.full((2, 12), 6.0)},
        {"answers": np.full((2, 12), 0.0)},
        {"answers": np.full((2, 3), 3.0)},
        {"guesses": np.full((2, 12), np.inf)},
        {"municipality": np.array([0, 7])},
        {"municipality": np.array([0])},
        {"roles": np.array([0, 9], dtype=np.int8)},
        {"municipalities": ("Town 0", "Town 0")},
        {"statements": ("soil.a1",) * 12},
    ],
)
def test_arrays_that_do_not_fit_are_refused(values: dict[str, object]) -> None:
    model: Content = small()
    with pytest.raises(ValueError, match=r".+"):
        diagnose(wrong(round_of(whole(1, 4, 4, 4), model), **values), model)
