"""Jobs are done once, tried again after a pause, and given up in sight of somebody."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from django.utils import timezone

from groeimodel.foundation.jobs import Failed, GiveUp, queue, services, worker
from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.jobs.tests.working import work
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db


class Diary:
    """Writes down what it was asked, and fails as often as it is told."""

    def __init__(self, *fails: Exception) -> None:
        self.fails = list(fails)
        self.asked: list[dict[str, Any]] = []

    def __call__(self, payload: dict[str, Any]) -> None:
        self.asked.append(payload)
        if self.fails:
            raise self.fails.pop(0)


def test_what_was_asked_is_done_once_in_order() -> None:
    diary = Diary()
    with work("test.write", diary):
        for number in (1, 2, 3):
            queue("test.write", {"number": number})
        while worker.work_once():
            pass
    assert [one["number"] for one in diary.asked] == [1, 2, 3]
    assert not Job.objects.filter(services.OPEN).exists()


def test_what_may_wait_lets_the_rest_go_first() -> None:
    """Somebody waits for a code while the digests of everybody go out."""
    diary = Diary()
    with work("test.write", diary):
        services.add_all("test.write", [{"number": 1}, {"number": 2}])
        queue("test.write", {"number": 3}, patient=True)
        queue("test.write", {"number": 4})
        while worker.work_once():
            pass
    assert [one["number"] for one in diary.asked] == [4, 1, 2, 3]


def test_what_is_asked_for_later_waits() -> None:
    diary = Diary()
    with work("test.write", diary):
        queue("test.write", at=timezone.now() + timedelta(hours=1))
        assert not worker.work_once()
        with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1), tick=False):
            assert worker.work_once()


def test_without_the_change_there_is_no_job() -> None:
    @transaction.atomic
    def change() -> None:
        queue("test.write")
        raise ZeroDivisionError

    with work("test.write", Diary()), pytest.raises(ZeroDivisionError):
        change()
    assert not Job.objects.exists()


def test_a_kind_that_nobody_handles_cannot_be_asked_for() -> None:
    with pytest.raises(LookupError, match="nobody"):
        queue("nobody.handles")


def test_work_of_a_newer_version_waits_for_its_worker() -> None:
    Job.objects.create(kind="from.tomorrow")
    assert not worker.work_once()


def test_after_a_failure_it_comes_back_later_with_its_reason() -> None:
    diary = Diary(Failed("De mailserver slaapt"))
    with work("test.write", diary):
        queue("test.write")
        worker.work_once()
        job = Job.objects.get()
        assert (job.tries, job.error) == (1, "Failed: De mailserver slaapt")
        assert timedelta(seconds=25) < job.due_at - timezone.now() < timedelta(seconds=40)
        assert not worker.work_once()
        with time_machine.travel(job.due_at + timedelta(seconds=1), tick=False):
            worker.work_once()
    job.refresh_from_db()
    assert job.done_at
    assert not job.error
    assert len(diary.asked) == 2


def test_the_error_of_a_library_is_kept_without_its_words() -> None:
    """They could quote an address."""
    with work("test.write", Diary(ValueError("piet@voorbeeld.test is wrong"))):
        queue("test.write")
        worker.work_once()
    error = Job.objects.get().error
    assert error.startswith("ValueError (test_work.py:")
    assert "piet" not in error


def test_after_the_last_try_it_is_given_up_and_said() -> None:
    told = Diary()
    with work("test.write", Diary(*[Failed("neen")] * 3), tries=3, given_up=told):
        queue("test.write", {"mail": 1})
        for _ in range(3):
            Job.objects.update(due_at=timezone.now())
            assert worker.work_once()
        assert not worker.work_once()
    assert Job.objects.get().given_up_at
    assert told.asked == [{"mail": 1}]


def test_what_will_never_work_is_not_tried_again() -> None:
    with work("test.write", Diary(GiveUp("bestaat niet")), tries=3):
        queue("test.write")
        worker.work_once()
    job = Job.objects.get()
    assert (job.tries, job.error) == (1, "GiveUp: bestaat niet")
    assert job.given_up_at


def test_a_job_that_nobody_finished_is_free_when_its_lease_ends() -> None:
    diary = Diary()
    with work("test.write", diary):
        queue("test.write")
        first = services.take()
        assert first is not None
        assert services.take() is None
        with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
            second = services.take()
            assert second is not None
            services.done(first)  # it comes back to life, too late
            services.failed(first, Failed("te laat"))
            job = Job.objects.get()
            assert (job.done_at, job.error, job.tries) == (None, "", 2)
            services.done(second)
    assert Job.objects.get().done_at


def test_a_job_that_always_takes_its_worker_down_is_given_up() -> None:
    told = Diary()
    with work("test.write", Diary(), tries=2, given_up=told):
        queue("test.write", {"mail": 1})
        for _ in range(2):
            assert services.take()
            Job.objects.update(leased_until=timezone.now())
        assert services.take() is None
    assert Job.objects.get().given_up_at
    assert told.asked == [{"mail": 1}]


def test_somebody_who_runs_the_installation_lets_it_be_tried_again(cast: Cast, client: Client) -> None:
    diary = Diary(GiveUp("vol"))
    with work("test.write", diary):
        job = queue("test.write")
        worker.work_once()
        with pytest.raises(PermissionDenied):
            services.try_again(Job.objects.all(), actor=cast.finn)
        client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
        address = "/beheer/jobs/job/"
        assert client.get(address, {"toestand": "given_up"}).content.count(b"test.write") >= 1
        client.post(address, {"action": "try_again", "_selected_action": [job.pk]})
        assert worker.work_once()
    job.refresh_from_db()
    assert job.done_at
    assert len(diary.asked) == 2


def test_what_was_done_long_ago_is_forgotten_and_what_was_given_up_is_not() -> None:
    from groeimodel.foundation.jobs.tidying import tidy

    now = timezone.now()
    old, young = now - timedelta(days=31), now - timedelta(days=29)
    kept = [Job.objects.create(kind="a", done_at=young), Job.objects.create(kind="b", given_up_at=old)]
    Job.objects.create(kind="c", done_at=old)
    tidy()
    assert set(Job.objects.all()) == set(kept)


def test_the_worker_waits_when_the_database_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """And goes on when it is back."""
    from django.db import OperationalError

    def gone() -> int:
        raise OperationalError("gone")

    waited: list[float] = []

    def wait(seconds: float) -> bool:
        waited.append(seconds)
        if len(waited) == 2:
            monkeypatch.setattr(services, "plan_dailies", lambda: 0)
        return len(waited) == 4

    diary = Diary()
    with work("test.write", diary):
        queue("test.write")
        monkeypatch.setattr("groeimodel.foundation.jobs.worker.close_old_connections", lambda: None)
        monkeypatch.setattr("groeimodel.foundation.jobs.worker.connection", Open())
        monkeypatch.setattr(services, "plan_dailies", gone)
        worker.work(wait)
    assert waited[:2] == [0.0, worker.AFTER_TROUBLE]
    assert diary.asked == [{}]


class Open:
    """The connection of a test, that has to stay open."""

    def close(self) -> None:
        pass
