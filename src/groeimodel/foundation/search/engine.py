"""The full-text index of the database: FTS5 of SQLite, or a `tsvector` of PostgreSQL. The one place that knows which.

Both hold the same words (`rules.search.written`), so both find the same; they differ in how they look them up. Each
entry also holds a word for its partnership, so that the index itself keeps partnerships apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from groeimodel.rules.search import Term

OPEN = "xopenx"
MOST = 200
"""Entries that one look brings; the best of these are worked out in Python."""

CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE search_fts USING fts5(title, body, tokenize='unicode61', prefix='3 4')"],
    "postgresql": [
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "CREATE TABLE search_fts (id bigint PRIMARY KEY REFERENCES search_searchentry(id) ON DELETE CASCADE,"
        " words tsvector NOT NULL)",
        "CREATE INDEX search_fts_words ON search_fts USING gin (words)",
        "CREATE INDEX search_word_trigrams ON search_searchword USING gin (word gin_trgm_ops)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE search_fts"],
    "postgresql": ["DROP TABLE search_fts", "DROP INDEX search_word_trigrams"],
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index keeps of an entry."""

    pk: int
    scope: Sequence[str]
    title: Sequence[str]
    body: Sequence[str]


def scope_word(partnership: int) -> str:
    return f"xp{partnership}x"


def put(rows: Iterable[Kept]) -> None:
    """Add entries to the index, or replace them."""
    kept = list(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany("DELETE FROM search_fts WHERE rowid = %s", [(one.pk,) for one in kept])
            cursor.executemany(
                "INSERT INTO search_fts (rowid, title, body) VALUES (%s, %s, %s)",
                [(one.pk, " ".join(one.title), " ".join([*one.scope, *one.body])) for one in kept],
            )
        else:
            cursor.executemany(
                "INSERT INTO search_fts (id, words) VALUES"
                " (%s, setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s))"
                " ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words",
                [(one.pk, " ".join(one.title), " ".join([*one.scope, *one.body])) for one in kept],
            )


def take_out(keys: Sequence[int]) -> None:
    """Take entries out of the index. PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_fts WHERE rowid = %s", [(key,) for key in keys])


@dataclass(frozen=True, slots=True)
class Look:
    """One look into the index."""

    scope: Sequence[str]
    terms: Sequence[Term]
    width: int
    """0: the words; 1: also longer words that begin so, and words for the same thing; 2: also parts of words."""
    in_title: bool
    every: bool
    """Every word must be there, or one is enough."""


def find(look: Look) -> list[int]:
    """Keys of entries, at most MOST, in no order that means something."""
    if not look.terms or not look.scope:
        return []
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if sqlite:
            cursor.execute(
                "SELECT rowid FROM search_fts WHERE search_fts MATCH %s LIMIT %s", [_fts5(look), MOST]
            )
        else:
            cursor.execute(
                "SELECT id FROM search_fts WHERE words @@ to_tsquery('simple', %s) LIMIT %s",
                [_tsquery(look), MOST],
            )
        return [row[0] for row in cursor.fetchall()]


def _choices(term: Term, width: int) -> tuple[list[str], str]:
    """The words that will do, and what a word may begin with."""
    words = (
        term.exact | (term.near if width > 0 else frozenset()) | (term.parts if width > 1 else frozenset())
    )
    return sorted(words), term.begins if width else ""


def _fts5(look: Look) -> str:
    """Words hold letters and digits only, so nothing can be meant as an operator; quotes keep 'or' a word."""
    groups = []
    for term in look.terms:
        words, begins = _choices(term, look.width)
        parts = [f'"{word}"' for word in words] + ([f'"{begins}"*'] if begins else [])
        groups.append(f"({' OR '.join(parts)})")
    asked = (" AND " if look.every else " OR ").join(groups)
    scope = " OR ".join(f'"{one}"' for one in look.scope)
    return f"body : ({scope}) AND {'title : ' if look.in_title else ''}({asked})"


def _tsquery(look: Look) -> str:
    weight = "A" if look.in_title else ""
    groups = []
    for term in look.terms:
        words, begins = _choices(term, look.width)
        parts = [f"{word}:{weight}" if weight else word for word in words]
        parts += [f"{begins}:*{weight}"] if begins else []
        groups.append(f"({' | '.join(parts)})")
    asked = (" & " if look.every else " | ").join(groups)
    return f"({' | '.join(look.scope)}) & ({asked})"


def similar_words(word: str, partnerships: Sequence[int]) -> list[str]:
    """Words of these partnerships that a long mistyped word can have been meant to be, by trigrams; PostgreSQL only."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT word FROM search_searchword WHERE word %% %s AND partnership_id = ANY(%s) LIMIT 100",
            [word, list(partnerships)],
        )
        return [row[0] for row in cursor.fetchall()]


def words_holding(word: str, partnerships: Sequence[int]) -> list[str]:
    """Words of these partnerships that hold another one inside: 'persoonsgegevens' holds 'gegevens'."""
    marks = ", ".join(["%s"] * len(partnerships))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT word FROM search_searchword WHERE partnership_id IN ({marks}) AND word LIKE %s LIMIT 50",  # noqa: S608 (marks only)
            [*partnerships, f"%{word}%"],
        )
        return [row[0] for row in cursor.fetchall()]


def knows_trigrams() -> bool:
    return connection.vendor == "postgresql"
