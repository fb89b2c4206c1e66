"""Every step is kept: beside what is there, and only what exists."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from groeimodel.content import load
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.selectors import to_responses
from groeimodel.gauge.scan.steps import way_of
from groeimodel.gauge.scan.tests.filling import handed_in, marks, opened

FIRST, SECOND, THIRD = (one.id for one in load().form("officer")[:3])


@pytest.fixture
def sheet(db: None) -> Sheet:
    return services.start_sheet(role="officer")


def test_two_tabs_save_beside_each_other(sheet: Sheet) -> None:
    other_tab = Sheet.objects.get(pk=sheet.pk)
    services.answer(sheet=sheet, answers={FIRST: 2})
    services.answer(sheet=other_tab, answers={SECOND: 5})
    sheet.refresh_from_db()
    assert sheet.answers == {FIRST: 2, SECOND: 5}


def test_a_changed_mind_replaces_the_answer(sheet: Sheet) -> None:
    services.answer(sheet=sheet, answers={FIRST: 2})
    services.answer(sheet=sheet, answers={FIRST: None})
    assert sheet.answers == {FIRST: None}


@pytest.mark.parametrize("given", [{"geen-stelling": 3}, {FIRST: 0}, {FIRST: 6}, {FIRST: "4"}, {FIRST: 2.5}])
def test_what_does_not_exist_is_refused_and_nothing_is_kept(sheet: Sheet, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="bestaat niet"):
        services.answer(sheet=sheet, answers={SECOND: 3, **given})
    sheet.refresh_from_db()
    assert sheet.answers == {}


def test_dont_know_is_seen_but_never_a_three(sheet: Sheet) -> None:
    services.answer(sheet=sheet, answers={FIRST: None, SECOND: 3})
    content = load()
    row = to_responses([sheet], content).answers[0]
    columns = [one.id for one in content.statements]
    assert row[columns.index(FIRST)] != row[columns.index(FIRST)], "NaN: missing"
    assert row[columns.index(SECOND)] == 3
    assert way_of(sheet).seen == 2


def test_the_way_goes_on_at_the_first_statement_not_seen(sheet: Sheet) -> None:
    assert way_of(sheet).first_open == 1
    services.answer(sheet=sheet, answers={FIRST: 4, THIRD: 4})
    assert way_of(sheet).first_open == 2
    services.answer(sheet=sheet, answers=marks("officer", None))
    assert way_of(sheet).first_open is None


def test_no_guess_is_no_answer(cast: Cast) -> None:
    guessed = next(one.id for one in load().statements if one.guess)
    sheet = handed_in(opened(cast), "alderman", cast.municipality, guesses={guessed: None})
    assert sheet.guesses == {}


def test_handing_in_needs_at_least_one_answer(sheet: Sheet) -> None:
    services.answer(sheet=sheet, answers={FIRST: None})
    with pytest.raises(ValidationError, match="minstens één stelling"):
        services.submit(sheet=sheet)
    services.answer(sheet=sheet, answers={FIRST: 1})
    services.submit(sheet=sheet)
    assert sheet.submitted_at is not None


def test_handing_in_twice_changes_nothing(sheet: Sheet) -> None:
    services.answer(sheet=sheet, answers={FIRST: 1})
    services.submit(sheet=sheet)
    moment = sheet.submitted_at
    services.submit(sheet=Sheet.objects.get(pk=sheet.pk))
    sheet.refresh_from_db()
    assert sheet.submitted_at == moment
