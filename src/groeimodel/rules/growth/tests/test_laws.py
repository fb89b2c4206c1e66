"""Laws of the diagnosis, tried on many made-up rounds."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import LAYERS, Layer
from groeimodel.rules.growth.diagnosis import Privacy
from groeimodel.rules.growth.responses import Responses
from groeimodel.rules.growth.tests.factory import content, random_round, small, statement
from groeimodel.rules.growth.tests.test_scores import scores_of

MODEL = small()
WIDTH = len(MODEL.statements)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

answer = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, np.nan])


@st.composite
def rounds(draw: st.DrawFn) -> Responses:
    people = draw(st.integers(1, 14))
    towns = draw(st.integers(1, 5))
    return Responses(
        statements=tuple(one.id for one in MODEL.statements),
        municipalities=tuple(f"Town {index}" for index in range(towns)),
        respondents=tuple(draw(st.lists(st.sampled_from("abc"), min_size=people, max_size=people))),
        municipality=draw(arrays.arrays(np.int64, people, elements=st.integers(-1, towns - 1))),
        roles=draw(arrays.arrays(np.int8, people, elements=st.integers(0, 4))),
        answers=draw(arrays.arrays(np.float64, (people, WIDTH), elements=answer)),
        guesses=draw(arrays.arrays(np.float64, (people, WIDTH), elements=answer)),
    )


def rows(responses: Responses, order: list[int]) -> Responses:
    guesses = responses.guesses
    return replace(
        responses,
        respondents=tuple(responses.respondents[row] for row in order),
        municipality=responses.municipality[order],
        roles=responses.roles[order],
        answers=responses.answers[order],
        guesses=None if guesses is None else guesses[order],
    )


@quick
@given(rounds(), st.randoms(use_true_random=False), st.sampled_from(["open", "closed"]))
def test_order_of_rows_municipalities_and_columns_does_not_matter(
    responses: Responses, random: Random, privacy: Privacy
) -> None:
    order = list(range(len(responses.respondents)))
    random.shuffle(order)
    other = rows(responses, order)
    towns = list(range(len(responses.municipalities)))
    random.shuffle(towns)
    columns = list(range(WIDTH))
    random.shuffle(columns)
    place = np.array([*np.argsort(towns), -1])
    other = replace(
        other,
        municipalities=tuple(responses.municipalities[town] for town in towns),
        municipality=place[other.municipality],
        statements=tuple(responses.statements[column] for column in columns),
        answers=other.answers[:, columns],
        guesses=None if other.guesses is None else other.guesses[:, columns],
    )
    assert diagnose(other, MODEL, privacy=privacy) == diagnose(responses, MODEL, privacy=privacy)


@quick
@given(rounds())
def test_duplicating_every_respondent_changes_no_score(responses: Responses) -> None:
    everyone = list(range(len(responses.respondents)))
    once, twice = diagnose(responses, MODEL), diagnose(rows(responses, everyone * 2), MODEL)
    assert scores_of(twice) == pytest.approx(scores_of(once))
    assert twice.certainty == pytest.approx(once.certainty, abs=0.001)
    for role, layers in once.per_role.items():
        assert twice.per_role[role] == pytest.approx(layers)
    assert [one.gap for one in twice.role_gaps] == pytest.approx([one.gap for one in once.role_gaps])
    for actor, steps in once.next_steps.items():
        assert [one.gain for one in twice.next_steps[actor]] == pytest.approx([one.gain for one in steps])


@quick
@given(rounds(), st.data())
def test_raising_an_answer_never_lowers_a_score(responses: Responses, data: st.DataObject) -> None:
    places = np.argwhere(responses.answers < 5)
    if not len(places):
        return
    row, column = data.draw(st.sampled_from([tuple(place) for place in places.tolist()]))
    raised = responses.answers.copy()
    raised[row, column] += 1
    before, after = (
        scores_of(diagnose(one, MODEL)) for one in (responses, replace(responses, answers=raised))
    )
    for subject, score in before.items():
        higher = after[subject]
        assert (score is None and higher is None) or (
            score is not None and higher is not None and higher >= score - 1e-9
        )


@quick
@given(rounds(), st.sampled_from(["open", "closed"]), st.sampled_from([None, *LAYERS]))
def test_shares_add_up_and_everything_stays_on_its_scale(
    responses: Responses, privacy: Privacy, aim: Layer | None
) -> None:
    found = diagnose(responses, MODEL, privacy=privacy, aim=aim)
    assert sum(found.certainty.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in found.certainty.values())
    for layer in found.layers.values():
        for one in (layer.estimate, layer.hallmark):
            assert one.score is None or 0 <= one.score <= 100
            if one.score is not None and one.low is not None and one.high is not None:
                assert 0 <= one.low <= one.score <= one.high <= 100
    assert all(step.gain >= 0 for steps in found.next_steps.values() for step in steps)


@quick
@given(rounds())
def test_leaving_out_someone_who_said_nothing_changes_no_score(responses: Responses) -> None:
    silent = responses.answers.copy()
    silent[0] = np.nan
    with_silence = replace(responses, answers=silent)
    without = rows(with_silence, list(range(1, len(responses.respondents))))
    assert scores_of(diagnose(with_silence, MODEL)) == pytest.approx(scores_of(diagnose(without, MODEL)))


def test_the_same_answers_give_the_same_certainty() -> None:
    responses = random_round(MODEL, 3)
    assert diagnose(responses, MODEL).certainty == diagnose(responses, MODEL).certainty


def test_order_does_not_matter_where_people_share_a_name() -> None:
    """Thirds don't add up exactly, so without an order of their own the last decimals would differ."""
    model = content(*(statement(f"{block}{number}", block) for block in "abc" for number in range(3)))
    responses = random_round(model, 1, towns=1, people=40, missing=0.3)
    responses = replace(responses, respondents=("anonymous",) * 40)
    generator = np.random.default_rng(2)
    for _ in range(10):
        shuffled = rows(responses, generator.permutation(40).tolist())
        assert diagnose(shuffled, model) == diagnose(responses, model)
