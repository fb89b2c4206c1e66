"""Every write of what can be found. No right is asked: a service that changed a row did that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.content.synonyms import thesaurus
from groeimodel.foundation.journal.models import Entry as JournalEntry
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search import engine
from groeimodel.foundation.search.kinds import Entry, Kind, all_kinds, kind_of
from groeimodel.foundation.search.models import SearchEntry, SearchWord
from groeimodel.rules.search import written

AT_ONCE = 500
SHORT = 3
"""Words up to so many letters are not kept as meant by a typing error."""


def follow(entry: JournalEntry) -> None:
    """Index what the journal tells of; called for every entry, in its transaction."""
    name, _, key = entry.subject.partition(":")
    kind = kind_of(name)
    if kind is None:
        return
    if entry.verb in kind.gone:
        forget(name, [int(key)])
    else:
        with scopes_disabled():
            row = kind.model.objects.filter(pk=key).first()
            if row is not None:
                refresh(row)


@transaction.atomic
def refresh(row: Any) -> None:
    """Index a row as it is now; a row that is not to be found is taken out."""
    kind = kind_of(row._meta.label_lower)
    if kind is None:
        raise LookupError(f"No room registered {row._meta.label_lower} to be found")
    with scopes_disabled():
        entry = kind.entry(row)
        if entry is None:
            forget(kind.name, [row.pk])
        else:
            index(kind.name, [(row.pk, entry)])


@transaction.atomic
def index(model: str, rows: Iterable[tuple[int, Entry]]) -> int:
    """Index many rows of one kind, by their keys; returns how many. A row that is there already is replaced."""
    found = list(rows)
    with scopes_disabled():
        for start in range(0, len(found), AT_ONCE):
            _index(model, found[start : start + AT_ONCE])
    return len(found)


def _index(model: str, rows: Sequence[tuple[int, Entry]]) -> None:
    entries = [
        SearchEntry(
            model=model,
            key=key,
            partnership=one.partnership,
            title=one.title[:300],
            text=one.text,
            url=one.url,
            municipality=one.municipality,
            open=one.open,
            changed_at=timezone.now(),
        )
        for key, one in rows
    ]
    fields = ["partnership", "title", "text", "url", "municipality", "open", "changed_at"]
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["model", "key"], update_fields=fields
    )
    keys = dict(
        SearchEntry.objects.filter(model=model, key__in=[key for key, _ in rows]).values_list("key", "pk")
    )
    parts = thesaurus().parts
    kept, words = [], set()
    for key, one in rows:
        title, body = written(one.title, parts), written(one.text, parts)
        scope = [engine.scope_word(one.partnership.pk), *([engine.OPEN] if one.open else [])]
        kept.append(engine.Kept(keys[key], scope, title, body))
        words |= {(one.partnership.pk, word) for word in (*title, *body) if len(word) > SHORT}
    engine.put(kept)
    SearchWord.objects.bulk_create(
        (SearchWord(partnership_id=where, word=word, length=len(word)) for where, word in sorted(words)),
        ignore_conflicts=True,
    )


@transaction.atomic
def forget(model: str, keys: Sequence[int]) -> None:
    """Take rows of a kind out, by their keys."""
    with scopes_disabled():
        gone = SearchEntry.objects.filter(model=model, key__in=keys)
        engine.take_out(list(gone.values_list("pk", flat=True)))
        gone.delete()


@transaction.atomic
def rebuild(partnership: Partnership) -> int:
    """Make everything of a partnership to be found anew; returns how many entries."""
    with scopes_disabled():
        old = SearchEntry.objects.filter(partnership=partnership)
        engine.take_out(list(old.values_list("pk", flat=True)))
        old.delete()
        SearchWord.objects.filter(partnership=partnership).delete()
        return sum(index(kind.name, _entries(kind, partnership)) for kind in all_kinds())


def _entries(kind: Kind, partnership: Partnership) -> list[tuple[int, Entry]]:
    return [(row.pk, entry) for row in kind.rows(partnership) if (entry := kind.entry(row)) is not None]
