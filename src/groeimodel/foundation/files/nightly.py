"""The daily sweep: documents whose row is gone, and files in storage that no document names."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.files import storing, subjects
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.removing import remove_beside
from groeimodel.foundation.jobs import daily

YOUNG = timedelta(days=1)
"""A file that was just written may belong to a form that is still being sent."""

_naming: list[Callable[[], Iterable[str]]] = []


def named_by(provider: Callable[[], Iterable[str]]) -> None:
    """Tell of files in storage that a room keeps itself, by path; the same provider twice counts once."""
    if provider not in _naming:
        _naming.append(provider)


@daily("files.sweep", hour=4)
def sweep() -> None:
    """Remove what belongs to nothing any more."""
    with transaction.atomic():
        rows_without_subject()
    files_without_row(timezone.now() - YOUNG)


def rows_without_subject() -> int:
    """Documents beside rows that are gone; how many went. Kinds that no room accepts now are left: a room may be off."""
    count = 0
    with scopes_disabled():
        for kind in subjects.kinds():
            named = set(Document.objects.filter(subject=kind.kind).values_list("key", flat=True))
            there = set(kind.rows().filter(pk__in=named).values_list("pk", flat=True))
            count += remove_beside(kind.kind, named - there)
    return count


def all_named() -> Iterator[tuple[str, str]]:
    """Every path in storage that a row names, with the SHA-256 of what lies there where that is known, else empty."""
    with scopes_disabled():
        rows = Document.objects.order_by("pk").values_list("path", "thumb", "sha256")
        for path, thumb, sha256 in rows.iterator(chunk_size=2000):
            yield path, sha256
            if thumb:
                yield thumb, ""
    for provider in _naming:
        yield from ((path, "") for path in provider())


def files_without_row(before: datetime) -> int:
    """Files that nothing names, older than a day; how many there are. While a backup runs they stay a night longer."""
    named = {path for path, _ in all_named()}
    stray = [one for one in storing.everything() if one not in named and storing.kept_since(one) < before]
    storing.discard(stray)
    return len(stray)
