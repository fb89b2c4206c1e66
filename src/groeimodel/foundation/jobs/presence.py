"""The sign of life that a worker writes, so that whoever watches the installation knows that mails go out.

No thread of its own: a worker that hangs should not be called alive. So it may be silent as long as one job can take.
"""

from __future__ import annotations

import socket
from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from groeimodel.foundation.jobs.models import Job, WorkerSeen
from groeimodel.foundation.jobs.registry import LEASE, handlers

EVERY = timedelta(seconds=30)
"""Between two signs of life."""
ONCE = "once"


class Presence:
    """One worker, as others see it."""

    def __init__(self, *, name: str = "") -> None:
        self.name = name or uuid4().hex
        self.host = socket.gethostname()[:255]
        self.since = timezone.now()
        self.written: datetime | None = None

    def sign(self, job: Job | None = None) -> None:
        """Say that it is here, at most twice a minute; before a job that may take long always."""
        lengthy = job is not None and handlers[job.kind].lease > LEASE
        now = timezone.now()
        if self.written is not None and abs(now - self.written) < EVERY and not lengthy:
            return
        seen = WorkerSeen(
            name=self.name,
            host=self.host,
            since=self.since,
            seen_at=now,
            kind=job.kind if job else "",
            busy_until=job.leased_until if job else None,
        )
        # One statement: runs of a scheduler share a row, and two may start at the same moment.
        WorkerSeen.objects.bulk_create(
            [seen],
            update_conflicts=True,
            unique_fields=["name", "host"],
            update_fields=["since", "seen_at", "kind", "busy_until"],
        )
        # After a lengthy job the next sign is due: it must not be called busy for the rest of its lease.
        self.written = None if lengthy else now

    def leave(self) -> None:
        """Stopped in order."""
        WorkerSeen.objects.filter(name=self.name, host=self.host).delete()
