"""Every write of the traces that backups leave. The administrator's command writes them: there is no actor."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from groeimodel.foundation.backup.models import Backup

HOLDS = timedelta(days=1)
"""Longest time that a backup keeps files from being removed; it lets go as soon as it ends."""
KEEP_TRACES = timedelta(days=400)


def begin(*, name: str) -> Backup | None:
    """Say that a backup begins, before its snapshot is taken; None when the database is of a version without traces.

    Raises DatabaseError when it cannot be said: a backup that holds nothing may miss files.

    Whoever removes a row after this leaves its file for the nightly sweep. Whoever removed it before this is not in the
    snapshot. So every file that the snapshot names is there until the backup lets go.
    """
    now = timezone.now()
    if Backup._meta.db_table not in connection.introspection.table_names():
        return None
    Backup.objects.filter(started_at__lt=now - KEEP_TRACES).delete()
    return Backup.objects.create(name=name[-120:], started_at=now, held_until=now + HOLDS)


def finish(*, backup: Backup, size: int, documents: int, missing: int) -> None:
    """Say that an archive is there."""
    Backup.objects.filter(pk=backup.pk).update(
        finished_at=timezone.now(), size=size, documents=documents, missing=missing
    )


def let_go(*, backup: Backup) -> None:
    """Files may be removed again; a backup that did not finish leaves no other trace."""
    Backup.objects.filter(pk=backup.pk, finished_at__isnull=True).delete()
    Backup.objects.filter(pk=backup.pk).update(held_until=None)
