"""What the metrics read, in a handful of short queries, and whether everything is there that a page needs."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Min
from django.utils import timezone

from groeimodel import content
from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.watch import standing

MAIL = "mail.send"
PATIENCE = 3.0
"""Seconds that the storage of documents has to answer."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Numbers of jobs by kind; `oldest` in seconds, 0 when nothing is due."""

    waiting: dict[str, int]
    given_up: dict[str, int]
    oldest: float


def jobs() -> Jobs:
    """Two queries."""
    now = timezone.now()
    due = list(
        Job.objects.filter(done_at__isnull=True, given_up_at__isnull=True, due_at__lte=now)
        .order_by()
        .values_list("kind")
        .annotate(number=Count("pk"), first=Min("due_at"))
    )
    lost = Job.objects.filter(given_up_at__isnull=False).order_by().values_list("kind").annotate(Count("pk"))
    oldest = min((first for _, _, first in due), default=now)
    return Jobs({kind: number for kind, number, _ in due}, dict(lost), (now - oldest).total_seconds())


def versions() -> dict[str, str]:
    """Of the program and of the texts that hold now; texts that cannot be asked are 'unknown'."""
    try:
        texts = content.load().version
    except DatabaseError:
        texts = "unknown"
    return {"version": version("groeimodel"), "content_version": texts}


def database_bytes() -> int:
    """One query."""
    ask = {
        "postgresql": "SELECT pg_database_size(current_database())",
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    }
    with connection.cursor() as cursor:
        cursor.execute(ask[connection.vendor])
        return int(cursor.fetchone()[0])


def missing() -> list[str]:
    """What is not ready, each in one word: 'database', 'migrations', 'newer', 'cache', 'files'. Empty when all is well."""
    return _of_the_database() + ([] if files_answer() else ["files"])


def _of_the_database() -> list[str]:
    """Two queries."""
    try:
        tables = set(connection.introspection.table_names())
        done = set(MigrationRecorder(connection).applied_migrations()) if RECORDS in tables else set()
    except (DatabaseError, InterfaceError):
        return ["database"]
    table = str(settings.CACHES["default"]["LOCATION"])
    found = {
        "migrations": standing.migrations() - done,
        "newer": standing.unknown(done),
        "cache": table not in tables,
    }
    return [word for word, fault in found.items() if fault]


RECORDS = MigrationRecorder.Migration._meta.db_table


_asker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="readyz")
_asked: list[Future[bool]] = []


def files_answer() -> bool:
    """Whether documents can be kept and read. A storage that hangs is asked by one thread at most, and called missing."""
    storage = storages["files"]
    if isinstance(storage, FileSystemStorage):
        return _writable(Path(storage.location))
    if not _asked:
        _asked.append(_asker.submit(storage.exists, "readyz"))
    try:
        _asked[0].result(timeout=PATIENCE)
    except TooLong:
        return False
    except Exception:  # whatever a storage of others says: it does not answer
        _asked.clear()
        return False
    _asked.clear()
    return True


def _writable(folder: Path) -> bool:
    """The folder is made with the first document: until then it is about where it will stand."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK | os.X_OK)
