"""Taking documents away: rows in the transaction, what lies in storage after it."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django_scopes import scopes_disabled

from groeimodel.foundation.files import storing
from groeimodel.foundation.files.models import Document


def remove_beside(kind: str, keys: Iterable[int]) -> int:
    """Remove all documents beside these rows; how many."""
    with scopes_disabled():
        return remove_rows(Document.objects.filter(subject=kind, key__in=list(keys)))


def remove_rows(rows: QuerySet[Document]) -> int:
    """Remove the rows now, and the files as soon as that is certain; how many."""
    paths = [path for pair in rows.values_list("path", "thumb") for path in pair if path]
    count = rows.delete()[0]
    transaction.on_commit(lambda: storing.discard(paths))
    return int(count)
