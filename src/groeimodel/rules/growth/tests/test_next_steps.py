"""The next steps: which statements gain the layer most."""

from dataclasses import replace

import numpy as np
import pytest

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import ROLES, Actor, Content, Layer
from groeimodel.rules.growth.diagnosis import Step
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


def test_by_hand() -> None:
    model = content(statement("a", "one"), statement("b", "one"), statement("c", "two"))
    lines: list[Line] = [
        ("T", "alderman", {"a": 2, "b": 4, "c": 3}),
        ("T", "officer", {"a": 1, "b": 5, "c": 4}),
        ("U", "officer", {"a": 4, "b": 1, "c": 1}),
    ]
    steps = diagnose(round_of(lines, model), model).next_steps
    # Each of a, b makes up 1/4 of a person, c 1/2; T has two seats, U one; there are two municipalities.
    # Alderman, T alone (1/2 of T, 1/2 of the partnership): a lacks 50 -> 50 x 1/4 x 1/4, c lacks 25.
    assert [(one.statement, one.gain) for one in steps["alderman"]] == [("a", 3.125), ("c", 3.125), ("b", 0)]
    # Officer: c lacks 75 in U alone -> 75 x 1/2 x 1/2; b 75 in U; a 75 in T, where they are half the seats.
    assert [(one.statement, one.gain) for one in steps["officer"]] == [
        ("c", 18.75),
        ("b", 9.375),
        ("a", 4.6875),
    ]
    assert steps["officer"][0] == Step("c", "officer", "soil", 18.75, 1, 2)
    # Together: municipality means of a are 12.5 (lacks 62.5) and 75; of c 62.5 (lacks 12.5) and 0 (lacks 75).
    together = {one.statement: one for one in steps["together"]}
    assert (together["a"].gain, together["a"].below, together["a"].municipalities) == (62.5 / 4 / 2, 1, 2)
    assert (together["c"].gain, together["c"].below, together["c"].municipalities) == (43.75 / 2, 2, 2)


def lifted(responses: Responses, statement: str, actor: Actor) -> Responses:
    """Everybody of whom the actor's mean is under 4 moves so far that this mean becomes 4."""
    column = responses.statements.index(statement)
    answers = responses.answers.copy()
    for town in range(len(responses.municipalities)):
        rows = {
            role: (responses.municipality == town) & responses.role_mask(role) & ~np.isnan(answers[:, column])
            for role in ("alderman", "officer")
        }
        seats = [rows[role] for role in rows if rows[role].any() and actor in (role, "together")]
        if seats:
            mean = float(np.mean([answers[seat, column].mean() for seat in seats]))
            for seat in seats:
                answers[seat, column] += max(0.0, 4 - mean)
    return replace(responses, answers=answers)


@pytest.mark.parametrize("seed", range(6))
def test_gain_is_what_the_layer_really_gains(seed: int) -> None:
    """Do it, and make the diagnosis again. Answers 2 and 3, so that none goes over 5."""
    model = small()
    responses = random_round(model, seed, people=24, missing=0.25)
    responses = replace(responses, answers=np.clip(responses.answers, 2, 3))
    found = diagnose(responses, model)
    before = found.layers["soil"].estimate.score
    assert before is not None
    tried = 0
    for actor, steps in found.next_steps.items():
        for step in steps:
            after = diagnose(lifted(responses, step.statement, actor), model).layers["soil"].estimate.score
            assert after == pytest.approx(before + step.gain)
            tried += 1
    assert tried >= 8


def test_three_largest_first() -> None:
    model = content(*(statement(name, name) for name in "abcde"))
    said = {"a": 4, "b": 1, "c": 3, "d": 2, "e": 5}
    steps = diagnose(round_of([("T", "officer", said)], model), model).next_steps["officer"]
    assert [one.statement for one in steps] == ["b", "d", "c"]


def test_an_actor_gets_what_is_asked_of_them() -> None:
    model = content(
        statement("a", "one", roles=["alderman"]),
        statement("b", "one", roles=["officer"]),
        statement("c", "one"),
    )
    steps = diagnose(round_of([("T", "alderman", 2), ("T", "officer", 2)], model), model).next_steps
    assert {one.statement for one in steps["alderman"]} == {"a", "c"}
    assert {one.statement for one in steps["officer"]} == {"b", "c"}
    assert {one.statement for one in steps["together"]} == {"a", "b", "c"}


@pytest.mark.claim("P9")
def test_rich_soil_that_is_the_aim_gets_steps_to_keep_it_rich() -> None:
    model = small()
    said = {one.id: 5 for one in model.statements if one.layer == "soil"} | {"soil.b1": 4}
    lines: list[Line] = [(f"T{n}", role, said) for n in range(4) for role in ("alderman", "officer")]
    found = diagnose(round_of(lines, model), model, aim="soil")
    assert found.verdict.key == "soil.rich.at_aim"
    for steps in found.next_steps.values():
        assert [one.gain for one in steps] == [0, 0, 0]
        assert steps[0].statement == "soil.b1"  # the weakest first
        assert steps[0].below == 0


@pytest.mark.claim("G6")
def test_poor_soil_under_a_shop_is_what_the_steps_are_about() -> None:
    model = small()
    found = diagnose(round_of(whole(4, 2, 5, 5), model), model, aim="shop")
    assert found.phase == "shop"
    assert {step.layer for steps in found.next_steps.values() for step in steps} == {"soil"}


@pytest.mark.parametrize(
    ("answers", "aim", "layer"),
    [((5, 1, 1), "meadow", "meadow"), ((5, 3.4, 1), None, "meadow"), ((4, 5, 1), "shop", "shop")],
)
def test_steps_are_about_the_first_layer(
    answers: tuple[float, float, float], aim: Layer | None, layer: Layer
) -> None:
    model = small()
    found = diagnose(round_of(whole(4, *answers), model), model, aim=aim)
    assert found.verdict.first_layer == layer
    assert {step.statement.split(".")[0] for step in found.next_steps["together"]} == {layer}


def test_without_municipalities_there_are_no_steps() -> None:
    model = small()
    found = diagnose(round_of([(None, "alderman", 2), (None, "coordinator", 2)], model), model)
    assert found.next_steps == {"alderman": (), "officer": (), "together": ()}


def test_advice_that_an_actor_has_not_got_is_not_given() -> None:
    model: Content = content(statement("a", "one"), statement("b", "one"))
    first = replace(model.statements[0], advice={"officer": model.statements[0].advice["officer"]})
    model = replace(model, statements=(first, model.statements[1]))
    steps = diagnose(round_of([("T", role, 2) for role in ROLES[:2]], model), model).next_steps
    assert [one.statement for one in steps["alderman"]] == ["b"]
    assert [one.statement for one in steps["officer"]] == ["a", "b"]
