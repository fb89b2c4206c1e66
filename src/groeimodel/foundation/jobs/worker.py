"""The worker: takes jobs one by one and carries them out, until it is told to stop."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, close_old_connections, connection

from groeimodel.foundation.jobs import services
from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.jobs.presence import ONCE, Presence
from groeimodel.foundation.jobs.registry import handlers

logger = logging.getLogger("groeimodel.jobs")
IDLE = 2.0
"""Seconds between two looks when there is nothing to do."""
AFTER_TROUBLE = 3.0
"""Seconds to wait when the database cannot be reached."""

Wait = Callable[[float], bool]
"""Waits for some seconds; True when the worker has to stop."""


def work(wait: Wait) -> None:
    """Carry out what is due, again and again, until `wait` says stop. A job in hand is always finished first.

    A database that goes away does not stop it: it waits until the database is back.
    """
    seconds, presence = 0.0, Presence()
    while not wait(seconds):
        try:
            close_old_connections()
            presence.sign()
            services.plan_dailies()
            seconds = 0.0 if work_once(presence) else IDLE
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database does not answer (%s); trying again", type(error).__name__)
            connection.close()
            seconds = AFTER_TROUBLE
    with contextlib.suppress(OperationalError, InterfaceError):
        presence.leave()


def work_all() -> int:
    """Carry out everything that is due now, and stop; returns how many jobs."""
    presence = Presence(name=ONCE)
    presence.sign()
    services.plan_dailies()
    count = 0
    while work_once(presence):
        count += 1
    return count


def work_once(presence: Presence | None = None) -> bool:
    """Carry out one job; False when nothing is due."""
    job = services.take()
    if job is None:
        return False
    if presence is not None:
        presence.sign(job)
    carry_out(job)
    return True


def carry_out(job: Job) -> None:
    """Run the handler of a job that was taken, and write down how it went."""
    began = time.perf_counter()
    told = {"job": job.pk, "kind": job.kind, "try": job.tries}
    try:
        handlers[job.kind].run(job.payload)
    except Exception as error:
        why = services.in_short(error)
        logger.warning("Job %s (%s), try %s: %s", job.pk, job.kind, job.tries, why, extra={"told": told})
        services.failed(job, error)
    else:
        services.done(job)
        ms = round((time.perf_counter() - began) * 1000)
        extra = {"told": told | {"ms": ms}}
        logger.info("Job %s (%s), try %s: done in %s ms", job.pk, job.kind, job.tries, ms, extra=extra)
