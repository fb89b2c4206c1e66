"""Daily jobs run once a day, in Brussels, and a night that was missed is made up for once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from groeimodel.foundation.jobs import services, worker
from groeimodel.foundation.jobs.models import DailyRun, Job
from groeimodel.foundation.jobs.tests.working import only_daily

pytestmark = pytest.mark.django_db
BRUSSELS = ZoneInfo("Europe/Brussels")


def at(day: int, hour: int, month: int = 11, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BRUSSELS)


class Counter:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def pass_time(moments: list[datetime], hour: int = 3) -> list[int]:
    """How often the job had run at each moment at which a worker looked."""
    ran, seen = Counter(), []
    with only_daily("test.night", ran, hour=hour):
        for moment in moments:
            with time_machine.travel(moment, tick=False):
                worker.work_all()
                seen.append(ran.count)
    return seen


def test_once_a_night_from_its_hour_on() -> None:
    looks = [at(2, 4), at(2, 12), at(3, 2, minute=59), at(3, 3), at(3, 3, minute=1), at(4, 9)]
    assert pass_time(looks) == [1, 1, 1, 2, 2, 3]


def test_missed_nights_are_made_up_for_once() -> None:
    assert pass_time([at(2, 4), at(9, 1), at(9, 2), at(9, 4)]) == [1, 2, 2, 3]


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)], ids=["an hour less", "an hour more"])
def test_the_clock_that_changes_skips_and_doubles_nothing(month: int, day: int) -> None:
    """At two o'clock: the hour that does not exist in March, and comes twice in October."""
    night = at(day, 0, month).astimezone(ZoneInfo("UTC"))
    looks = [at(day - 1, 12, month), *[night + timedelta(minutes=20 * step) for step in range(24)]]
    seen = pass_time(looks, hour=2)
    assert (seen[0], seen[-1]) == (1, 2)


def test_two_workers_ask_for_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one looked before the first one wrote."""
    ran = Counter()
    with only_daily("test.night", ran, hour=3), time_machine.travel(at(2, 4), tick=False):
        assert services._plan("test.night", date(2026, 11, 2)) == 1
        assert services._plan("test.night", date(2026, 11, 2)) == 0
        assert services.plan_dailies() == 0
        worker.work_all()
    assert ran.count == 1
    assert DailyRun.objects.get().day == date(2026, 11, 2)


def test_one_that_fails_is_tried_again_and_not_asked_for_twice() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with only_daily("test.night", fail, hour=3):
        with time_machine.travel(at(2, 4), tick=False):
            worker.work_all()
        with time_machine.travel(at(3, 4), tick=False):
            services.plan_dailies()
            assert Job.objects.filter(services.OPEN).count() == 1


def test_every_daily_job_of_the_product_runs(db: None) -> None:
    worker.work_all()
    assert DailyRun.objects.count() >= 3
    assert not Job.objects.filter(services.OPEN).exists()
