"""Health, phase, certainty and verdict."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from groeimodel.rules.growth import diagnose, phase
from groeimodel.rules.growth.content import LAYERS, Layer
from groeimodel.rules.growth.diagnosis import Diagnosis
from groeimodel.rules.growth.phase import VERDICTS, WARNINGS, certainty, health
from groeimodel.rules.growth.responses import Records
from groeimodel.rules.growth.tests.factory import round_of, small, whole

MODEL = small()
NO_RECORDS = Records()


def judged(
    soil: float,
    meadow: float = 1,
    shop: float = 1,
    *,
    aim: Layer | None = None,
    records: Records = NO_RECORDS,
) -> Diagnosis:
    """Five municipalities that all answer the same per layer (1 to 5)."""
    return diagnose(round_of(whole(5, soil, meadow, shop), MODEL), MODEL, aim=aim, records=records)


def at(score: float) -> float:
    """The answer (with decimals) that gives this score."""
    return score / 25 + 1


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0, "poor"),
        (39.9, "poor"),
        (40, "growing"),
        (69.9, "growing"),
        (70, "rich"),
        (100, "rich"),
        (None, None),
    ],
)
def test_health(score: float | None, expected: str | None) -> None:
    assert health(score) == expected


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((80, 49, 49), "soil"), ((80, 50, 49), "meadow"), ((80, 80, 50), "shop"), ((80, 20, 50), "shop")],
)
def test_phase_is_the_furthest_layer_in_operation(scores: tuple[float, ...], expected: Layer) -> None:
    found = judged(*(at(score) for score in scores))
    assert found.phase == expected
    assert found.certainty[expected] > 0.3  # at 50 on the border it may be any of three


def test_a_shop_without_a_meadow_is_said() -> None:
    assert "layer_skipped" in {one.key for one in judged(4, 2, 4).warnings}
    assert "layer_skipped" not in {one.key for one in judged(4, 4, 4).warnings}


def test_hallmarks_decide_not_the_layer() -> None:
    said = {one.id: 4 if one.hallmark else 1 for one in MODEL.statements if one.layer == "meadow"}
    said |= {one.id: 4 for one in MODEL.statements if one.layer == "soil"}
    found = diagnose(round_of([(f"T{n}", "officer", said) for n in range(4)], MODEL), MODEL)
    assert found.layers["meadow"].estimate.score == 37.5
    assert found.phase == "meadow"


def test_records_must_bear_out_what_the_answers_say() -> None:
    without = judged(4, 4, 4, records=Records(shared_action_last_year=True, organ_and_plan=False))
    assert without.phase == "meadow"
    assert without.certainty["shop"] == 0
    assert without.layers["shop"].answers_say is True
    assert without.layers["shop"].records_say is False
    said = {one.key: one.values for one in without.warnings}
    assert said["answers_yes_records_no"] == {"layer": "shop", "hallmark": 75}


def test_records_alone_do_not_make_a_phase() -> None:
    found = judged(4, 2, 2, records=Records(shared_action_last_year=True))
    assert found.phase == "soil"
    assert "answers_no_records_yes" in {one.key for one in found.warnings}


def test_no_records_is_not_a_no() -> None:
    assert judged(4, 4, 1, records=Records()).layers["meadow"].records_say is None
    assert judged(4, 4, 1, records=Records()).phase == "meadow"


def test_fallow_ground_is_poor_soil_with_nothing_above() -> None:
    assert judged(at(24)).fallow
    assert judged(at(24)).verdict.key == "fallow"
    assert not judged(at(25)).fallow
    assert not judged(at(24), 4).fallow


class TestCertainty:
    def test_shares_follow_student_t(self) -> None:
        """Meadow scores 40, 50, 60, 70: mean 55, standard error 6.455, so t = 0.7746 with 3 degrees."""
        found = certainty(np.array([40.0, 50, 60, 70]), np.full(4, np.nan))
        # P(T < 0.7746; 3) = 0.7524 (table of Student's t).
        assert found["meadow"] == pytest.approx(0.7524, abs=0.02)
        assert found["shop"] == 0
        assert sum(found.values()) == pytest.approx(1)

    def test_layers_that_go_together_do_so_in_the_draws(self) -> None:
        scores = np.array([30.0, 45, 55, 70])
        together = certainty(scores, scores)
        against = certainty(scores, scores[::-1].copy())
        assert together["meadow"] < 0.02  # where the meadow is in operation, so is the shop
        assert against["soil"] < 0.02  # one of the two always is

    @pytest.mark.parametrize("municipalities", [1, 2])
    def test_one_or_two_municipalities_never_make_it_sure(self, municipalities: int) -> None:
        found = certainty(np.full(municipalities, 100.0), np.zeros(municipalities))
        assert 0.5 < found["meadow"] < 0.9
        assert judged(5, 5, 1).certainty["meadow"] > 0.9

    def test_no_difference_between_municipalities_is_not_certainty(self) -> None:
        assert certainty(np.full(3, 51.0), np.zeros(3))["meadow"] < 0.8

    def test_nothing_answered_leaves_all_open(self) -> None:
        nothing = np.full(4, np.nan)
        assert set(certainty(nothing, nothing).values()) == {1 / 3}

    def test_one_layer_unanswered(self) -> None:
        found = certainty(np.full(4, np.nan), np.array([60.0, 70, 80, 90]))
        assert found["meadow"] == 0
        assert found["shop"] > 0.9


@pytest.mark.claim("P9")
def test_rich_soil_that_is_the_aim_is_a_full_result() -> None:
    found = judged(4.5, aim="soil")
    assert found.verdict.key == "soil.rich.at_aim"
    assert found.verdict.healthy
    assert found.verdict.aim_reached
    assert found.verdict.first_layer == "soil"
    assert all(len(steps) == 3 for steps in found.next_steps.values())
    assert {step.layer for steps in found.next_steps.values() for step in steps} == {"soil"}


SOIL_SCORES = (10, 30, 45, 60, 80)
OTHER_SCORES = (30, 60, 80)


def every_partnership() -> list[tuple[tuple[float, ...], Layer | None, Diagnosis]]:
    aims: tuple[Layer | None, ...] = (None, *LAYERS)
    return [
        (scores, aim, judged(*(at(score) for score in scores), aim=aim))
        for scores in itertools.product(SOIL_SCORES, OTHER_SCORES, OTHER_SCORES)
        for aim in aims
    ]


@pytest.fixture(scope="module")
def partnerships() -> list[tuple[tuple[float, ...], Layer | None, Diagnosis]]:
    return every_partnership()


@pytest.mark.claim("G6")
def test_never_healthy_above_poor_soil_and_then_soil_comes_first(partnerships: list) -> None:  # type: ignore[type-arg]
    for (soil, _, _), _, found in partnerships:
        if soil < 40:
            assert not found.verdict.healthy
            assert not found.verdict.aim_reached
            assert found.verdict.first_layer == "soil"
            if found.phase != "soil":
                assert found.verdict.key == f"{found.phase}.poor_soil"


@pytest.mark.claim("G4")
def test_a_later_phase_is_not_better(partnerships: list) -> None:  # type: ignore[type-arg]
    healthy = {found.phase for _, _, found in partnerships if found.verdict.healthy}
    assert healthy == set(LAYERS)  # every model can be a healthy place to be
    for _, aim, found in partnerships:
        further = LAYERS.index(found.verdict.first_layer) > LAYERS.index(found.phase)
        if further:  # advice about the next layer only for who asked for it
            assert aim is not None
            assert LAYERS.index(aim) > LAYERS.index(found.phase)
        assert found.verdict.key.endswith(".at_aim") <= (aim == found.phase)
        assert found.verdict.key.endswith(".ready") == further


def test_first_layer(partnerships: list) -> None:  # type: ignore[type-arg]
    for scores, aim, found in partnerships:
        reach = LAYERS.index(found.phase)
        upto = scores[: reach + 1]
        if scores[0] < 50:
            expected = "soil"
        elif min(upto) < 70:
            expected = LAYERS[upto.index(min(upto))]
        elif aim is not None and LAYERS.index(aim) > reach:
            expected = LAYERS[reach + 1]
        else:
            expected = LAYERS[upto.index(min(upto))]
        assert found.verdict.first_layer == expected, (scores, aim)


def test_verdicts_are_the_listed_ones(partnerships: list) -> None:  # type: ignore[type-arg]
    seen = {found.verdict.key for _, _, found in partnerships}
    # Poor by its scores but in operation by its hallmarks: see the test on hallmarks.
    assert seen | {"unknown", "meadow.poor", "shop.poor"} == set(VERDICTS)


def test_poor_layer_in_operation() -> None:
    said = {one.id: 4 if one.hallmark else 1 for one in MODEL.statements if one.layer == "meadow"}
    said |= {one.id: 5 for one in MODEL.statements if one.layer == "soil"}
    found = diagnose(round_of([(f"T{n}", "officer", said) for n in range(4)], MODEL), MODEL)
    assert found.verdict.key == "meadow.poor"
    assert not found.verdict.healthy


def test_unknown_soil_is_never_healthy() -> None:
    said = {one.id: 5 for one in MODEL.statements if one.layer == "meadow"}
    found = diagnose(round_of([(f"T{n}", "officer", said) for n in range(4)], MODEL), MODEL)
    assert found.phase == "meadow"
    assert found.verdict.key == "unknown"
    assert not found.verdict.healthy
    assert found.verdict.first_layer == "soil"


def test_notices_are_the_listed_ones(partnerships: list) -> None:  # type: ignore[type-arg]
    for _, _, found in partnerships:
        for one in found.warnings:
            assert tuple(one.values) == WARNINGS[one.key]
    source = "".join(path.read_text() for path in Path(phase.__file__).parent.glob("*.py"))
    made = set(re.findall(r'Notice\(\s*"(\w+)"', source)) | set(
        re.findall(r'"(answers_\w+_records_\w+)"', source)
    )
    assert made == set(WARNINGS)


@pytest.mark.claim("G4")
def test_a_phase_beyond_the_aim_is_said_and_not_praised() -> None:
    found = judged(4.5, 4.5, aim="soil")
    assert found.verdict.key == "meadow.rich"
    assert [one.values for one in found.warnings if one.key == "past_aim"] == [
        {"phase": "meadow", "aim": "soil"}
    ]


@pytest.mark.claim("I3")
def test_a_scan_answers_where_we_are_how_sure_why_and_what_next() -> None:
    found = judged(4, 4, 2, aim="shop")
    assert found.phase == "meadow"
    assert found.certainty["meadow"] > 0.9
    assert found.layers["meadow"].hallmark.score == 75
    assert all(found.next_steps[actor] for actor in ("alderman", "officer", "together"))
