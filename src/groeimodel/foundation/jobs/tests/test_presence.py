"""Whoever watches the installation sees which workers live, and what they do."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from groeimodel.foundation.jobs import queue, selectors, services, tidying, worker
from groeimodel.foundation.jobs.models import Job, WorkerSeen
from groeimodel.foundation.jobs.presence import Presence
from groeimodel.foundation.jobs.registry import DAILY
from groeimodel.foundation.jobs.tests.working import only_daily, work

pytestmark = pytest.mark.django_db


def looks(number: int, look: Callable[[], None] = lambda: None) -> Callable[[float], bool]:
    """A `wait` that lets the worker look so often, and looks along each time."""
    left = [number]

    def wait(seconds: float) -> bool:
        look()
        left[0] -= 1
        return left[0] < 0

    return wait


def test_a_worker_is_seen_while_it_runs_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    # It would close the connection that the transaction of this test is on.
    monkeypatch.setattr("groeimodel.foundation.jobs.worker.close_old_connections", lambda: None)
    seen: list[int] = []
    before = timezone.now()
    worker.work(looks(2, lambda: seen.append(len(selectors.workers_seen()))))
    assert seen == [0, 1, 1]
    assert not WorkerSeen.objects.exists()
    assert before <= timezone.now()


def test_it_says_what_it_does() -> None:
    told: list[tuple[str, bool]] = []

    def look(payload: dict[str, Any]) -> None:
        (one,) = selectors.workers_seen()
        told.append((one.kind, one.busy_until is not None))

    with work("test.write", look):
        queue("test.write")
        presence = Presence()
        worker.work_once(presence)
        presence.sign()
    assert told == [("test.write", True)]


def test_between_two_signs_lies_half_a_minute() -> None:
    presence = Presence()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        presence.sign()
        clock.shift(29)
        with CaptureQueriesContext(connection) as queries:
            presence.sign()
        assert len(queries) == 0
        clock.shift(2)
        presence.sign()
        assert WorkerSeen.objects.get().seen_at == timezone.now()


def test_a_worker_that_was_killed_is_gone_after_the_longest_plain_job() -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        Presence().sign()
        clock.shift(selectors.QUIET)
        assert len(selectors.workers_seen()) == 1
        clock.shift(1)
        assert selectors.workers_seen() == []
        assert selectors.last_sign() == timezone.now() - selectors.QUIET - timedelta(seconds=1)


def test_in_a_job_that_takes_an_hour_it_still_lives() -> None:
    lives: list[int] = []
    with time_machine.travel(timezone.now(), tick=False) as clock:

        def night() -> None:
            clock.shift(timedelta(minutes=50))
            lives.append(len(selectors.workers_seen()))
            clock.shift(timedelta(minutes=15))
            lives.append(len(selectors.workers_seen()))

        with only_daily("test.night", night, hour=0):
            services.plan_dailies()
            presence = Presence()
            presence.sign()
            assert worker.work_once(presence)
            assert WorkerSeen.objects.get().kind == DAILY + "test.night"
            presence.sign()
            assert WorkerSeen.objects.get().kind == "", "it waits again"
    assert lives == [1, 0]


def test_runs_of_a_scheduler_share_a_row() -> None:
    for _ in range(3):
        worker.work_all()
    assert len(selectors.workers_seen()) == 1


def test_those_that_were_killed_are_forgotten_after_a_week() -> None:
    Presence().sign()
    WorkerSeen.objects.update(seen_at=timezone.now() - timedelta(days=8))
    Presence().sign()
    tidying.tidy()
    assert WorkerSeen.objects.count() == 1


def test_how_many_jobs_wait() -> None:
    now = timezone.now()
    with work("test.write", lambda payload: None):
        queue("test.write", at=now - timedelta(hours=2))
        queue("test.write", at=now - timedelta(hours=1))
        queue("test.write", at=now + timedelta(hours=1))
        Job.objects.create(kind="test.write", given_up_at=now)
        Job.objects.create(kind="test.write", done_at=now)
        found = selectors.waiting()
    assert (found.due, found.later, found.given_up) == (2, 1, 1)
    assert found.oldest_due == now - timedelta(hours=2)
