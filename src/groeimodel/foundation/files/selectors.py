"""Reads of documents, inside the scope of a partnership."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from groeimodel.foundation.files import subjects
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.access import Visitor, standing_with
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.rights import what_is
from groeimodel.rules.rights import Role, may

Parts = frozenset[tuple[Role, int | None]]


def _rows() -> QuerySet[Document]:
    return Document.objects.select_related("uploaded_by", "partnership")


def documents_of(subject: Any) -> list[Document]:
    """The documents beside one row, newest first: one query."""
    return list(_rows().filter(subject=subjects.kind_of(subject), key=subject.pk))


def documents_by(rows: Sequence[Any]) -> dict[int, list[Document]]:
    """The documents beside many rows of one table, by the key of the row: one query."""
    found: dict[int, list[Document]] = defaultdict(list)
    if rows:
        for one in _rows().filter(subject=subjects.kind_of(rows[0]), key__in=[row.pk for row in rows]):
            found[one.key].append(one)
    return found


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with the row that it lies beside."""

    document: Document
    subject: str
    """The row in words."""
    url: str
    may_remove: bool


def all_of(partnership: Partnership, person: Visitor, parts: Parts) -> list[Placed]:
    """Every document that somebody with these parts may see: one query, and one for each kind of row."""
    documents = list(_rows().filter(partnership=partnership))
    seen = _subjects_of(documents, person, parts)
    placed = [
        Placed(one, str(row), subjects.accepted(row).page(row), may_remove(one, person, parts))
        for one in documents
        if (row := seen.get((one.subject, one.key))) is not None
    ]
    return sorted(placed, key=lambda one: (one.document.subject, one.subject))  # newest first within each


def may_remove(document: Document, person: Visitor, parts: Parts) -> bool:
    """No query: the rights were read when the page was opened."""
    return may("files.remove", standing_with(person, parts, what_is(document)))


def _subjects_of(documents: Iterable[Document], person: Visitor, parts: Parts) -> dict[tuple[str, int], Any]:
    keys: dict[str, set[int]] = defaultdict(set)
    for one in documents:
        keys[one.subject].add(one.key)
    return {
        (kind.kind, row.pk): row
        for kind in subjects.kinds()
        if keys[kind.kind]
        for row in kind.rows().filter(pk__in=keys[kind.kind])
        if may(kind.see, standing_with(person, parts, what_is(row)))
    }


def subject_of(document: Document) -> Any:
    """The row that a document lies beside; None when it is gone, or no room accepts documents there any more."""
    try:
        kind = subjects.accepted(document.subject)
    except LookupError:
        return None
    return kind.rows().filter(pk=document.key).first()


def may_see(person: Visitor, document: Document) -> bool:
    """Whoever may see the documents of the partnership, and the row that this one lies beside."""
    row = subject_of(document)
    if row is None or not person.has_perm("files.see", document):
        return False
    return person.has_perm(subjects.accepted(row).see, row)
