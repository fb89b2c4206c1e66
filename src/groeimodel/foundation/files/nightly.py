"""The daily sweep: documents whose row is gone, and files in storage that no document names."""

from collections.abc import Callable, Iterable
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


def files_without_row(before: datetime) -> int:
    """Files that nothing names, older than a day; how many went."""
    with scopes_disabled():
        pairs = Document.objects.values_list("path", "thumb")
        named = {path for pair in pairs for path in pair}
    named |= {path for provider in _naming for path in provider()}
    stray = [one for one in storing.everything() if one not in named and storing.kept_since(one) < before]
    storing.discard(stray)
    return len(stray)
