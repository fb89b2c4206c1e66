"""Reads of jobs, for whoever watches the installation: how many wait, and who carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from groeimodel.foundation.jobs.models import Job, WorkerSeen
from groeimodel.foundation.jobs.registry import LEASE

QUIET = LEASE + timedelta(minutes=1)
"""A worker that is silent for longer is gone: a plain job takes no more than its lease."""


def workers_seen() -> list[WorkerSeen]:
    """The workers that live, the one seen last first: one query."""
    now = timezone.now()
    lives = Q(seen_at__gte=now - QUIET) | Q(busy_until__gte=now)
    return list(WorkerSeen.objects.filter(lives).order_by("-seen_at"))


def last_sign() -> datetime | None:
    """When any worker was last seen, also one that is gone since; rows of gone ones are kept for some days."""
    last: datetime | None = WorkerSeen.objects.aggregate(last=Max("seen_at"))["last"]
    return last


@dataclass(frozen=True, slots=True)
class Waiting:
    """How the row of jobs stands."""

    due: int
    """Jobs that could be done now, or are in hand."""
    later: int
    given_up: int
    oldest_due: datetime | None
    """Since when the longest waiting one could be done."""


def waiting() -> Waiting:
    """How many jobs wait, and how many were given up: one query."""
    ready = Q(done_at__isnull=True, given_up_at__isnull=True, due_at__lte=timezone.now())
    later = Q(done_at__isnull=True, given_up_at__isnull=True, due_at__gt=timezone.now())
    found = Job.objects.filter(done_at__isnull=True).aggregate(
        due=Count("pk", filter=ready),
        later=Count("pk", filter=later),
        given_up=Count("pk", filter=Q(given_up_at__isnull=False)),
        oldest_due=Min("due_at", filter=ready),
    )
    return Waiting(**found)
