"""Work that is done later by `groeimodel worker`, kept in our own database.

    from groeimodel.foundation.jobs import daily, handler, queue

    @handler("mail.send", tries=8)
    def send(payload: dict[str, Any]) -> None: ...

    queue("mail.send", {"mail": 3})     # in the transaction of the change that asks for it

    @daily("privacy.retention", hour=3)
    def retention() -> None: ...

A room imports the module with its handlers in `ready()` of its `apps.py`. A job may run twice (a worker that is
killed just before it could say that it was done), so a handler looks first whether its work is there already.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from groeimodel.foundation.jobs.registry import Failed, GiveUp, daily, handler

if TYPE_CHECKING:
    from groeimodel.foundation.jobs.models import Job

__all__ = ["Failed", "GiveUp", "daily", "handler", "queue"]


def queue(
    kind: str, payload: Mapping[str, Any] | None = None, *, at: datetime | None = None, patient: bool = False
) -> "Job":
    """Ask for work, from `at` on (now, when not given); `patient` work lets the rest go first. It counts only when the caller's transaction is kept.

    Raises:
        LookupError: nobody handles this kind.
    """
    from groeimodel.foundation.jobs import (
        services,
    )  # Django's tables are not there yet when this package loads

    return services.add(kind, dict(payload or {}), at=at, patient=patient)
