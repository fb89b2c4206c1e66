"""Finding. The caller passes only partnerships that somebody may see; an open entry of others only on request."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django_scopes import scopes_disabled

from groeimodel.content.synonyms import thesaurus
from groeimodel.foundation.search import engine
from groeimodel.foundation.search.kinds import kind_of
from groeimodel.foundation.search.models import SearchEntry, SearchWord
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
    """What answers a question best, the best first; at most nine queries.

    `kinds` are names of models ('themes.theme').
    """
    scope = [engine.scope_word(key) for key in partnerships] + ([engine.OPEN] if with_open else [])
    words = thesaurus()
    asked = ask(query, words)
    keys = _look(asked, scope, width=1)
    if not keys and asked.terms:
        holding = _holding(asked, partnerships)
        asked = ask(query, words, holding=holding, corrections=_corrections(asked, partnerships, holding))
        keys = _look(asked, scope, width=1)
    if len(keys) < ENOUGH:
        keys |= _look(asked, scope, width=2)
    if len(keys) < ENOUGH and len(asked.terms) > 1:
        keys |= _look(asked, scope, width=1, every=False)
    return Found(tuple(_best(asked, keys, kinds, most)), dict(asked.corrected))


def _look(asked: Asked, scope: Sequence[str], *, width: int, every: bool = True) -> set[int]:
    """First in titles, then anywhere, until the index gives no more at once."""
    keys = set(engine.find(engine.Look(scope, asked.terms, width, in_title=True, every=every)))
    if len(keys) < engine.MOST:
        keys |= set(engine.find(engine.Look(scope, asked.terms, width, in_title=False, every=every)))
    return keys


def _holding(asked: Asked, partnerships: Sequence[int]) -> dict[str, frozenset[str]]:
    """For each word that occurs nowhere here by itself, the longer words that hold it."""
    return {
        term.word: frozenset(found)
        for term in asked.terms
        if len(term.word) >= INSIDE
        and partnerships
        and not _occurs(term.exact, partnerships)
        and (found := engine.words_holding(term.word, partnerships))
    }


def _corrections(
    asked: Asked, partnerships: Sequence[int], holding: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """For each word that occurs nowhere here, the one it was meant to be."""
    found = {}
    for term in asked.terms:
        known = thesaurus().same_as(term.word) or term.word in holding
        if known or _occurs(term.exact, partnerships):
            continue
        meant = nearest(term.word, _candidates(term.word, partnerships))
        if meant is not None:
            found[term.word] = meant
    return found


def _occurs(words: Collection[str], partnerships: Sequence[int]) -> bool:
    with scopes_disabled():
        return SearchWord.objects.filter(partnership__in=partnerships, word__in=words).exists()


def _candidates(word: str, partnerships: Sequence[int]) -> set[str]:
    """Words of these partnerships about as long, and the words of the field: somebody may look for what is not there."""
    field = {one for one in thesaurus().parts if abs(len(one) - len(word)) <= 2}
    if len(word) >= LONG and engine.knows_trigrams():
        return field | set(engine.similar_words(word, partnerships))
    with scopes_disabled():
        rows = SearchWord.objects.filter(
            partnership__in=partnerships, length__range=(len(word) - 2, len(word) + 2)
        )
        return field | set(rows.values_list("word", flat=True))


def _best(asked: Asked, keys: set[int], kinds: Collection[str] | None, most: int) -> list[Hit]:
    parts = thesaurus().parts
    with scopes_disabled():
        rows = SearchEntry.objects.filter(pk__in=keys).select_related("municipality__merged_into")
        if kinds is not None:
            rows = rows.filter(model__in=kinds)
        ranked = [
            (rank(asked.terms, written(one.title, parts), set(written(one.text, parts))), one) for one in rows
        ]
    ranked = [(worth, one) for worth, one in ranked if worth.found]
    ranked.sort(
        key=lambda pair: (-pair[0].found, -pair[0].worth, -pair[1].changed_at.timestamp(), pair[1].pk)
    )
    return [
        Hit(
            one,
            _label(one),
            marked(one.title, asked.terms, parts),
            excerpt(one.text, asked.terms, parts),
            worth,
        )
        for worth, one in ranked[:most]
    ]


def _label(entry: SearchEntry) -> str:
    kind = kind_of(entry.model)
    return str(kind.label) if kind else ""
