"""Where aldermen and officers differ, where they misjudge each other, and what divides."""

import math

import pytest

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import SEAT_ROLES, Content, Role
from groeimodel.rules.growth.diagnosis import Diagnosis, RoleGap
from groeimodel.rules.growth.tests.factory import Line, content, round_of, small, statement

MODEL = small()


def soil_gap(pairs: list[tuple[float, float]], extra: list[Line] | None = None) -> RoleGap:
    """Layer gap of municipalities given as (alderman's answer, officer's answer)."""
    lines: list[Line] = [
        (f"T{index}", role, said)
        for index, pair in enumerate(pairs)
        for role, said in zip(SEAT_ROLES, pair, strict=True)
    ]
    return diagnose(round_of([*lines, *(extra or [])], MODEL), MODEL).role_gaps[0]


@pytest.mark.claim("G2")
def test_gap_by_hand() -> None:
    gap = soil_gap([(5, 4), (5, 3), (4, 3)])
    # Differences 25, 50, 25: mean 33.3, standard deviation 14.434, t(0.95; 2) = 2.919986.
    half = 2.919986 * 14.4338 / math.sqrt(3)
    assert (gap.kind, gap.subject, gap.municipalities) == ("layer", "soil", 3)
    assert gap.alderman == pytest.approx(275 / 3)
    assert gap.officer == pytest.approx(175 / 3)
    assert gap.gap == pytest.approx(100 / 3)
    assert gap.low == pytest.approx(100 / 3 - half, abs=1e-3)
    assert gap.high == pytest.approx(100 / 3 + half, abs=1e-3)
    assert gap.to_talk_about


@pytest.mark.parametrize(
    ("pairs", "talk"),
    [
        ([(4, 4)] * 5, False),
        ([(3.6, 3)] * 5, True),  # 15 points, and the same everywhere
        ([(3.5, 3)] * 5, False),  # 12.5 points: too little, however sure
        ([(5, 3), (4, 4), (4, 4), (5, 3), (3, 3)], False),  # 20 points, but the interval holds 0
        ([(5, 3), (5, 3), (1, 1), (5, 3), (1, 2)], True),  # 25 points: wide enough, however unsure
        ([(5, 4)], True),  # one municipality, 25 points
        ([(3.9, 3)], False),  # one municipality, 22.5 points: nothing to be sure with
        ([(3, 3.6)] * 5, True),  # the other way round
    ],
)
def test_what_to_talk_about(pairs: list[tuple[float, float]], talk: bool) -> None:
    assert soil_gap(pairs).to_talk_about == talk


def test_only_municipalities_with_both_seats_make_the_gap() -> None:
    gap = soil_gap([(5, 3)] * 3, [("Alone", "alderman", 1), ("Also alone", "officer", 5)])
    assert (gap.gap, gap.alderman, gap.officer, gap.municipalities) == (50, 100, 50, 3)


def test_no_pair_no_gap() -> None:
    gap = soil_gap([], [("Alone", "alderman", 1), ("Also alone", "officer", 5)])
    assert (gap.gap, gap.low, gap.municipalities, gap.to_talk_about) == (None, None, 0, False)


@pytest.mark.claim("G2")
def test_there_is_a_gap_for_every_layer_and_block() -> None:
    found = diagnose(round_of([("T", "alderman", 4), ("T", "officer", 2)], MODEL), MODEL).role_gaps
    assert [one.subject for one in found][:4] == ["soil", "meadow", "shop", "soil.a"]
    assert len(found) == 3 + 6
    assert {one.gap for one in found} == {50}


GUESSING = content(statement("a", "one", guess=True), statement("b", "one"))


def guessed(rows: list[tuple[str, Role, float, float | None]], model: Content = GUESSING) -> Diagnosis:
    """Rows of municipality, role, own answer to a, guess of the other's answer to a."""
    return diagnose(
        round_of(
            [(town, role, {"a": own, "b": 3}) for town, role, own, _ in rows],
            model,
            guesses=[{} if guess is None else {"a": guess} for *_, guess in rows],
        ),
        model,
    )


def test_disagreement_and_misperception_by_hand() -> None:
    found = guessed(
        [
            ("T", "alderman", 5, 5),  # thinks the officer says 5; the officer says 2
            ("T", "officer", 2, 4),  # thinks the alderman says 4; the alderman says 5
            ("U", "alderman", 4, 3),
            ("U", "officer", 3, None),
        ]
    ).misperception
    alderman, officer = found
    assert (alderman.guesser, alderman.guessed, alderman.municipalities) == ("alderman", "officer", 2)
    assert (alderman.own, alderman.guess, alderman.actual) == (87.5, 75, 37.5)
    assert alderman.disagreement == 87.5 - 37.5
    assert alderman.misperception == 75 - 37.5
    assert (officer.guesser, officer.municipalities) == ("officer", 1)
    assert (officer.own, officer.guess, officer.actual) == (25, 75, 100)
    assert (officer.disagreement, officer.misperception) == (-75, -25)


def test_people_may_agree_and_not_know_it() -> None:
    one = guessed([("T", "alderman", 4, 1), ("T", "officer", 4, 4)]).misperception[0]
    assert (one.disagreement, one.misperception) == (0, -75)


def test_a_guess_is_held_against_the_own_municipality_only() -> None:
    one = guessed([("T", "alderman", 4, 1), ("U", "officer", 4, None)]).misperception
    assert [(found.misperception, found.municipalities) for found in one] == [(None, 0)]


def test_nobody_guessed() -> None:
    assert guessed([("T", "alderman", 4, None), ("T", "officer", 4, None)]).misperception == ()
    assert diagnose(round_of([("T", "officer", 4)], MODEL), MODEL).misperception == ()


def test_a_guess_changes_no_score() -> None:
    rows: list[tuple[str, Role, float, float | None]] = [("T", "alderman", 4, 1), ("T", "officer", 2, 5)]
    with_guess, without = guessed(rows), guessed([(*row[:3], None) for row in rows])
    assert with_guess.layers == without.layers
    assert with_guess.agreement == without.agreement


def test_divided_statement() -> None:
    model = content(*(statement(name, "one") for name in "ab"))
    lines: list[Line] = [
        (f"T{index}", role, {"a": 1 if index < 2 else 5, "b": 4})
        for index in range(4)
        for role in ("alderman", "officer")
    ]
    found = diagnose(round_of(lines, model), model)
    split, agreed = found.agreement
    # a: four times 1 and four times 5: mean 3, variance 8 x 4 / 7 = 4.57 > 2; distance 2.
    assert (split.r_wg, split.ad_m, split.divided, split.raters) == (0, 2, True, 8)
    assert split.counts == (4, 0, 0, 0, 4)
    assert (agreed.r_wg, agreed.ad_m, agreed.divided) == (1, 0, False)
    assert found.divided == (split,)
    # Everything lies between municipalities, nothing within.
    assert (found.block_agreement[0].icc1, found.block_agreement[0].icc2) == (1, 1)


@pytest.mark.parametrize(("raters", "divided"), [(2, False), (3, False), (4, True)])
def test_few_raters_divide_nothing(raters: int, divided: bool) -> None:
    model = content(statement("a", "one"))
    lines: list[Line] = [(f"T{index}", "officer", 1 if index % 2 else 5) for index in range(raters)]
    found = diagnose(round_of(lines, model), model).agreement[0]
    assert found.r_wg == 0
    assert found.divided == divided


def test_agreement_is_about_the_seats_alone() -> None:
    model = content(statement("a", "one"))
    lines: list[Line] = [(f"T{index}", "officer", 4) for index in range(4)]
    others: list[Line] = [(None, "coordinator", 1), ("T0", "supporter", 1), (None, "officer", 1)]
    found = diagnose(round_of([*lines, *others], model), model).agreement[0]
    assert (found.raters, found.r_wg) == (4, 1)


def test_block_takes_each_statement_with_the_raters_it_has() -> None:
    model = content(statement("a", "one", roles=["alderman"]), statement("b", "one", roles=["officer"]))
    lines: list[Line] = [("T", "alderman", 3), ("U", "alderman", 5), ("T", "officer", 4), ("U", "officer", 4)]
    found = diagnose(round_of(lines, model), model).block_agreement[0]
    # Variances 2 and 0: m = 1/2. r*_wg(j) = 1/2, r_wg(j) = 2 x 1/2 / (2 x 1/2 + 1/2), AD_M(j) = (1 + 0) / 2.
    assert (found.r_wg_star_j, found.ad_m_j) == (0.5, 0.5)
    assert found.r_wg_j == pytest.approx(2 / 3)
