"""Finding. The caller passes only partnerships that somebody may see; an open entry of others only on request."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection
from django_scopes import scopes_disabled

from groeimodel.content.synonyms import thesaurus
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search import engine
from groeimodel.foundation.search.kinds import all_kinds, kind_of
from groeimodel.foundation.search.models import SearchEntry
from groeimodel.rules.search import Asked, Piece, Rank, ask, excerpt, marked, nearest, rank, written

LONG = 7
"""From so many letters on, trigrams find what a mistyped word was meant to be."""
ENOUGH = 10
"""With so many found there is no need to look wider."""
INSIDE = 4
"""From so many letters on, a word is looked for inside longer ones."""


@dataclass(frozen=True, slots=True)
class Hit:
    entry: SearchEntry
    label: str
    title: tuple[Piece, ...]
    """In pieces, with the words by which it was found marked."""
    excerpt: tuple[Piece, ...]
    """Of the text; empty when there is none."""
    rank: Rank


@dataclass(frozen=True, slots=True)
class Found:
    hits: tuple[Hit, ...]
    corrected: dict[str, str]
    """Typed word to what was taken for it."""


def search(
    query: str,
    *,
    partnerships: Sequence[int],
    kinds: Collection[str] | None = None,
    with_open: bool = False,
    most: int = 30,
) -> Found:
    """What answers a question best, the best first; at most fifteen queries.

    `kinds` are names of models ('themes.theme').
    """
    scope = [engine.scope_word(key) for key in partnerships] + ([engine.OPEN] if with_open else [])
    where = engine.Where(scope, None if kinds is None else sorted(map(engine.kind_word, kinds)))
    vocabulary = engine.Vocabulary(partnerships, with_open)
    words = thesaurus()
    asked = ask(query, words)
    keys = _look(asked, where, width=1)
    if not keys and asked.terms:
        strange = _strange(asked, vocabulary)
        holding = _holding(strange, vocabulary)
        mended = _corrections([word for word in strange if word not in holding], vocabulary)
        asked = ask(query, words, holding=holding, corrections=mended)
        keys = _look(asked, where, width=1)
    if len(keys) < ENOUGH:
        keys |= _look(asked, where, width=2)
    if len(keys) < ENOUGH and len(asked.terms) > 1:
        keys |= _look(asked, where, width=1, every=False)
    return Found(tuple(_best(asked, keys, most)), dict(asked.corrected))


def _look(asked: Asked, where: engine.Where, *, width: int, every: bool = True) -> set[int]:
    """First in titles, then anywhere, until the index gives no more at once.

    When it gave only some, the words as they were typed are looked for apart: the best may not be among the newest.
    """

    def look(width: int, in_title: bool) -> set[int]:
        return set(engine.find(engine.Look(where, asked.terms, width, in_title, every)))

    titles = look(width, True)
    if len(titles) >= engine.MOST:
        return titles | look(0, True) | look(0, False)
    texts = look(width, False)
    return titles | texts | (look(0, False) if len(texts) >= engine.MOST else set())


def _strange(asked: Asked, vocabulary: engine.Vocabulary) -> list[str]:
    """The words of a question that occur nowhere here, and are no words of the field."""
    known = set(vocabulary.known({word for term in asked.terms for word in term.exact}))
    words = thesaurus()
    return [term.word for term in asked.terms if not known & term.exact and not words.same_as(term.word)]


def _holding(strange: Sequence[str], vocabulary: engine.Vocabulary) -> dict[str, frozenset[str]]:
    """For a word that occurs nowhere by itself, the longer words that hold it."""
    return {
        word: frozenset(found)
        for word in strange
        if len(word) >= INSIDE and (found := vocabulary.holding(word))
    }


def _corrections(strange: Sequence[str], vocabulary: engine.Vocabulary) -> dict[str, str]:
    """For a word that occurs nowhere, the one it was meant to be; of the field too: it may be looked for in vain."""
    found = {word: _meant(word, vocabulary) for word in strange}
    return {word: meant for word, meant in found.items() if meant is not None}


def _meant(word: str, vocabulary: engine.Vocabulary) -> str | None:
    field = {one for one in thesaurus().parts if abs(len(one) - len(word)) <= 2}
    if len(word) >= LONG and (near := vocabulary.similar(word)):
        # Trigrams bring each word with one error, so what they give then is what a look at all words would give.
        meant = nearest(word, field.union(near), errors=1)
        if meant is not None:
            return meant
    return nearest(word, field.union(vocabulary.about_as_long(len(word))))


def _best(asked: Asked, keys: set[int], most: int) -> list[Hit]:
    """The best of these, read in two steps: all words to rank by, then the texts of those that are shown."""
    parts = thesaurus().parts
    with scopes_disabled():
        rows = SearchEntry.objects.filter(pk__in=keys)
        facts = rows.values_list("pk", "title", "kept", "changed_at")
        ranked = [(rank(asked.terms, written(title, parts), kept), at, pk) for pk, title, kept, at in facts]
        ranked = sorted((one for one in ranked if one[0].found), reverse=True)[:most]
        shown = (
            rows.select_related("municipality__merged_into")
            .defer("kept")
            .in_bulk([key for *_, key in ranked])
        )
    return [_hit(shown[key], asked, worth) for worth, _, key in ranked if key in shown]


def _hit(entry: SearchEntry, asked: Asked, worth: Rank) -> Hit:
    parts = thesaurus().parts
    title = marked(entry.title, asked.terms, parts)
    return Hit(entry, _label(entry), title, excerpt(entry.text, asked.terms, parts), worth)


def _label(entry: SearchEntry) -> str:
    kind = kind_of(entry.model)
    return str(kind.label) if kind else ""


def out_of_step(partnership: Partnership) -> int:
    """Rows that should be found and are not in the index, and the other way round. For the administrator, not for a page."""
    number = 0
    with scopes_disabled():
        there = SearchEntry.objects.filter(partnership=partnership)
        for kind in all_kinds():
            found = {row.pk for row in kind.rows(partnership) if kind.entry(row) is not None}
            number += len(found ^ set(there.filter(model=kind.name).values_list("key", flat=True)))
    return number


def words_missing() -> bool:
    """Whether entries are there without their words."""
    column = "rowid" if connection.vendor == "sqlite" else "id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM search_searchentry WHERE id NOT IN (SELECT {column} FROM search_fts) LIMIT 1"  # noqa: S608 (one of two names)
        )
        return cursor.fetchone() is not None
