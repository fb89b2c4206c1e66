"""What the rooms above say of a partnership's records, put together for the gauge."""

from datetime import date

import pytest

from groeimodel.foundation import records
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.responses import Records

TODAY = date(2026, 5, 4)
SOMEWHERE = Partnership(name="Testland", slug="testland")


@pytest.fixture(autouse=True)
def no_providers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_providers", [])


def says(answer: Records) -> records.Provider:
    return lambda partnership, today: answer


def test_without_rooms_nothing_is_known() -> None:
    assert records.of(SOMEWHERE, TODAY) == Records(None, None)


def test_each_room_speaks_for_its_own_layer() -> None:
    records.register(says(Records(shared_action_last_year=True)))
    records.register(says(Records(organ_and_plan=False)))
    assert records.of(SOMEWHERE, TODAY) == Records(True, False)


def test_a_room_that_keeps_no_records_stays_silent() -> None:
    records.register(says(Records()))
    assert records.of(SOMEWHERE, TODAY) == Records(None, None)


def test_the_partnership_and_the_day_are_passed_on() -> None:
    asked: list[tuple[Partnership, date]] = []

    def provider(partnership: Partnership, today: date) -> Records:
        asked.append((partnership, today))
        return Records()

    records.register(provider)
    records.register(provider)
    records.of(SOMEWHERE, TODAY)
    assert asked == [(SOMEWHERE, TODAY)]
