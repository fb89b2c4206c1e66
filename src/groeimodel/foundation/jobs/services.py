"""Every write of jobs: ask for one, take one, say how it went, try again. Each is one short transaction."""

from __future__ import annotations

import random
import traceback
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from groeimodel.foundation.jobs.models import DailyRun, Job, WorkerSeen
from groeimodel.foundation.jobs.pauses import pause
from groeimodel.foundation.jobs.registry import DAILY, Failed, GiveUp, dailies, handlers
from groeimodel.foundation.rights import require

ABANDONED = "De werker stopte telkens midden in deze taak."
OPEN = Q(done_at__isnull=True, given_up_at__isnull=True)


def add(kind: str, payload: dict[str, Any], *, at: datetime | None = None, patient: bool = False) -> Job:
    """Ask for work; a patient job lets the others go first. Raises LookupError for a kind that nobody handles."""
    if kind not in handlers:
        raise LookupError(f"No handler for jobs of kind {kind}")
    return Job.objects.create(kind=kind, payload=payload, due_at=at or timezone.now(), patient=patient)


def add_all(kind: str, payloads: list[dict[str, Any]]) -> None:
    """Ask for the same patient work on many things, in one query; raises LookupError for a kind nobody handles."""
    if kind not in handlers:
        raise LookupError(f"No handler for jobs of kind {kind}")
    Job.objects.bulk_create(Job(kind=kind, payload=one, patient=True) for one in payloads)


def due(now: datetime) -> QuerySet[Job]:
    """What can be taken now. Kinds that this version does not know wait for a worker that does."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return Job.objects.filter(OPEN, free, due_at__lte=now, kind__in=handlers).order_by(
        "patient", "due_at", "pk"
    )


def take() -> Job | None:
    """Take the job that waits longest, so that no other worker does; None when there is nothing to do.

    A job of a worker that was killed is free again when its lease ends. When that happened at every try, the job
    itself is to blame and is given up.
    """
    while True:
        if not due(timezone.now()).exists():  # a plain read, so that an idle worker locks nothing
            return None
        with transaction.atomic():
            now = timezone.now()
            skip = connection.features.has_select_for_update_skip_locked
            job = due(now).select_for_update(skip_locked=skip).first()
            if job is None:
                return None
            one = handlers[job.kind]
            if job.tries >= one.tries:
                _give_up(job, ABANDONED)
                continue
            job.tries += 1
            job.lease, job.leased_until = uuid4().hex, now + one.lease
            job.save(update_fields=["tries", "lease", "leased_until"])
            return job


def done(job: Job) -> None:
    """Say that the work is done; without effect when the lease went to another worker meanwhile."""
    _mine(job).update(done_at=timezone.now(), leased_until=None, error="")


def failed(job: Job, error: Exception) -> None:
    """Say that a try failed: it comes back after a pause, or is given up after the last try."""
    with transaction.atomic():
        held = _mine(job).select_for_update().first()
        if held is None:
            return
        if isinstance(error, GiveUp) or held.tries >= handlers[held.kind].tries:
            _give_up(held, in_short(error))
            return
        held.due_at = timezone.now() + pause(held.tries, random.random())  # noqa: S311 (no secret)
        held.leased_until, held.lease, held.error = None, "", in_short(error)
        held.save(update_fields=["due_at", "leased_until", "lease", "error"])


def _mine(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(OPEN, pk=job.pk, lease=job.lease)


def _give_up(job: Job, error: str) -> None:
    job.given_up_at, job.leased_until, job.error = timezone.now(), None, error
    job.save(update_fields=["given_up_at", "leased_until", "error"])
    if tell := handlers[job.kind].given_up:
        tell(job.payload)


def in_short(error: Exception) -> str:
    """What went wrong, without personal data: the text only of our own errors, of others just kind and place.

    A text of a library may well quote an address or a row.
    """
    if isinstance(error, Failed):
        return f"{type(error).__name__}: {error}"[:300]
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{place}"[:300]


def try_again(jobs: QuerySet[Job], *, actor: Any) -> int:
    """Open given-up jobs again, with all their tries; returns how many.

    Raises:
        PermissionDenied: the actor does not run this installation.
    """
    require(actor, "jobs.try_again", None)
    return jobs.filter(given_up_at__isnull=False).update(
        given_up_at=None, tries=0, due_at=timezone.now(), lease="", leased_until=None
    )


def remove_done(*, before: datetime) -> int:
    """Forget what was done before a moment; returns how many."""
    return Job.objects.filter(done_at__lt=before).delete()[0]


def forget_workers(*, before: datetime) -> int:
    """Forget workers that were killed before a moment; returns how many."""
    return WorkerSeen.objects.filter(seen_at__lt=before).delete()[0]


def plan_dailies() -> int:
    """Ask for every daily job whose hour has come and that was not asked for yet; returns how many.

    However many days were missed, it is asked for once. Workers that look at the same time do not ask twice.
    """
    now = timezone.localtime()
    days = {row.name: row.day for row in DailyRun.objects.all()}
    asked = 0
    for one in dailies.values():
        day = _last_turn(now, one.hour)
        if (known := days.get(one.name)) is None or known < day:
            asked += _plan(one.name, day)
    return asked


def _last_turn(now: datetime, hour: int) -> date:
    """The last day on which the hour has come."""
    return now.date() if now.time() >= time(hour) else now.date() - timedelta(days=1)


def _plan(name: str, day: date) -> int:
    with transaction.atomic():
        DailyRun.objects.get_or_create(name=name)
        run = DailyRun.objects.select_for_update().get(name=name)
        if run.day is not None and run.day >= day:
            return 0
        run.day = day
        run.save(update_fields=["day"])
        if Job.objects.filter(OPEN, kind=DAILY + name).exists():
            return 0  # yesterday's is still being tried: that one will do
        add(DAILY + name, {})
        return 1
