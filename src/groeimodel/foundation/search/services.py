"""Every write of what can be found. No right is asked: a service that changed a row did that."""

from __future__ import annotations

from collections import defaultdict
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
FIELDS = ["title", "text", "kept", "url", "municipality", "person", "open", "changed_at"]
RENAMING = frozenset({"privacy.name_changed", "privacy.erased"})
"""Deeds after which somebody has another name."""
SHORT = 3
"""Words up to so many letters are not kept as meant by a typing error."""


def follow(entry: JournalEntry) -> None:
    """Index what the journal tells of; called for every entry, in its transaction."""
    name, _, key = entry.subject.partition(":")
    if entry.verb in RENAMING:
        _rename(int(key))
    kind = kind_of(name)
    if kind is None:
        return
    with scopes_disabled():
        row = None if entry.verb in kind.gone else kind.model.objects.filter(pk=key).first()
    if row is None:
        forget(name, [int(key)])
    else:
        refresh(row)


def _rename(person: int) -> None:
    """Index anew whatever holds the name of somebody."""
    with scopes_disabled():
        for entry in SearchEntry.objects.filter(person=person):
            kind = kind_of(entry.model)
            row = kind.model.objects.filter(pk=entry.key).first() if kind else None
            if row is None:
                forget(entry.model, [entry.key])
            else:
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
    parts, now = thesaurus().parts, timezone.now()
    before = {
        one.key: one for one in SearchEntry.objects.filter(model=model, key__in=[key for key, _ in rows])
    }
    entries, words = [], set()
    for key, one in rows:
        old = before.get(key)
        new = SearchEntry(
            model=model,
            key=key,
            partnership=one.partnership,
            title=one.title[:300],
            text=one.text,
            kept=" ".join(written(one.text, parts)),
            url=one.url,
            municipality=one.municipality,
            person=one.person,
            open=one.open,
            changed_at=now,
        )
        if old is not None and (old.title, old.text) == (new.title, new.text):
            new.changed_at = old.changed_at
        entries.append(new)
        words |= _words_of(new)
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["model", "key", "partnership"], update_fields=FIELDS
    )
    keys = dict(
        SearchEntry.objects.filter(model=model, key__in=[one.key for one in entries]).values_list("key", "pk")
    )
    engine.put(_kept(keys[one.key], one) for one in entries)
    _know(words)
    _unlearn(set().union(*map(_words_of, before.values())) - words)


def _kept(pk: int, entry: SearchEntry) -> engine.Kept:
    scope = [engine.scope_word(entry.partnership_id), engine.kind_word(entry.model)]
    title = written(entry.title, thesaurus().parts)
    return engine.Kept(pk, [*scope, engine.OPEN] if entry.open else scope, title, entry.kept.split())


def _words_of(entry: SearchEntry) -> set[tuple[int | None, str]]:
    """The words that a mistyped one can have been meant to be, with the partnership; None for all that is open."""
    wheres = [entry.partnership_id, None] if entry.open else [entry.partnership_id]
    words = {*written(entry.title, thesaurus().parts), *entry.kept.split()}
    return {(where, word) for word in words if len(word) > SHORT for where in wheres}


def _know(words: set[tuple[int | None, str]]) -> None:
    """Keep the words that are not known yet."""
    by_place: dict[int | None, set[str]] = defaultdict(set)
    for where, word in words:
        by_place[where].add(word)
    for where, some in by_place.items():
        known = set(
            SearchWord.objects.filter(partnership=where, word__in=some).values_list("word", flat=True)
        )
        SearchWord.objects.bulk_create(
            SearchWord(partnership_id=where, word=word, length=len(word)) for word in sorted(some - known)
        )


def _unlearn(words: set[tuple[int | None, str]]) -> None:
    """Forget the words that occur nowhere any more: a name that was taken away is not suggested either."""
    for where, word in words:
        if not engine.holds(engine.OPEN if where is None else engine.scope_word(where), word):
            SearchWord.objects.filter(partnership=where, word=word).delete()


@transaction.atomic
def forget(model: str, keys: Sequence[int]) -> None:
    """Take rows of a kind out, by their keys."""
    with scopes_disabled():
        gone = list(SearchEntry.objects.filter(model=model, key__in=keys))
        engine.take_out([one.pk for one in gone])
        SearchEntry.objects.filter(pk__in=[one.pk for one in gone]).delete()
        _unlearn(set().union(*map(_words_of, gone)))


@transaction.atomic
def rebuild(partnership: Partnership) -> int:
    """Make everything of a partnership to be found anew; returns how many entries. What did not change keeps its day."""
    with scopes_disabled():
        number = 0
        for kind in all_kinds():
            rows = [
                (row.pk, entry) for row in kind.rows(partnership) if (entry := kind.entry(row)) is not None
            ]
            kept = {key for key, _ in rows}
            there = SearchEntry.objects.filter(partnership=partnership, model=kind.name).values_list(
                "key", flat=True
            )
            forget(kind.name, [key for key in there if key not in kept])
            number += index(kind.name, rows)
        return number


def tidy() -> int:
    """Each night: index anew what changed without a word in the journal, and forget what is gone; returns how many.

    A meeting that gets another name changes the titles of its notes; a row can go along with another one.
    """
    number = 0
    engine.sweep()
    with scopes_disabled():
        for partnership in Partnership.objects.filter(listed_only=False).order_by("pk").iterator():
            number += sum(_tidy(kind, partnership) for kind in all_kinds())
    return number


@transaction.atomic
def _tidy(kind: Kind, partnership: Partnership) -> int:
    old = {
        one.key: _shown(one) for one in SearchEntry.objects.filter(partnership=partnership, model=kind.name)
    }
    rows = {row.pk: entry for row in kind.rows(partnership) if (entry := kind.entry(row)) is not None}
    gone = sorted(old.keys() - rows.keys())
    changed = [(key, one) for key, one in rows.items() if old.get(key) != _shown(one)]
    forget(kind.name, gone)
    index(kind.name, changed)
    return len(gone) + len(changed)


def _shown(one: Entry | SearchEntry) -> tuple[object, ...]:
    """What is compared; of what is kept only the keys of municipality and person are there to compare."""
    about: tuple[int | None, int | None] = (
        (one.municipality_id, one.person_id)
        if isinstance(one, SearchEntry)
        else (one.municipality.pk if one.municipality else None, one.person.pk if one.person else None)
    )
    return (one.title[:300], one.text, one.url, one.open, *about)
