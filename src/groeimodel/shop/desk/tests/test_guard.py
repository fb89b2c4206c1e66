"""What is counted for an hour counts for an hour, on the cache that all processes share."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from groeimodel.shop.desk import guarding


@pytest.mark.django_db
def test_a_count_lasts_an_hour_from_its_first() -> None:
    start = datetime(2026, 5, 4, 10, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        told = []
        for minutes in (0, 6, 12, 18, 59, 61):
            clock.move_to(start + timedelta(minutes=minutes))
            told.append(guarding.too_many_to("Tine@voorbeeld.test"))
    assert told == [False, False, False, True, True, False]
