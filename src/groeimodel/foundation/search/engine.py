"""The full-text index of the database: FTS5 of SQLite, or `tsvector` of PostgreSQL. The one place that knows which.

Both hold the same words (`rules.search.written`), so both find the same; they differ in how they look them up. Each
entry also holds a word for its partnership and one for its kind, so that the index itself keeps these apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from groeimodel.rules.search import Term

OPEN = "xopenx"
MOST = 200
"""Entries that one look brings, the newest; the best of these are worked out in Python."""

CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE search_fts USING fts5(title, body, tokenize='unicode61', prefix='3 4')"],
    # No foreign key: Django does not know this table, and could not empty the one that it would lead to.
    # Titles have an index of their own: GIN keeps no weights, so with weights each row found would be read again.
    "postgresql": [
        "CREATE TABLE search_fts (id bigint PRIMARY KEY, title tsvector NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX search_fts_title ON search_fts USING gin (title)",
        "CREATE INDEX search_fts_words ON search_fts USING gin (words)",
    ],
}
DROP = {"sqlite": ["DROP TABLE search_fts"], "postgresql": ["DROP TABLE search_fts"]}
TRIGRAMS = "search_word_trigrams"
CREATE_TRIGRAMS = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX {TRIGRAMS} ON search_searchword USING gin (word gin_trgm_ops)",
]
"""PostgreSQL only, and only where it has them and lets us: without, a mistyped word takes longer, and finds the same."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index keeps of an entry."""

    pk: int
    scope: Sequence[str]
    """Words for where it belongs; never a word that somebody can type."""
    title: Sequence[str]
    body: Sequence[str]


def scope_word(partnership: int) -> str:
    return f"xp{partnership}x"


def kind_word(model: str) -> str:
    return f"xk{re.sub('[^a-z0-9]', '', model.lower())}x"


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
                "INSERT INTO search_fts (id, title, words)"
                " VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', %s))"
                " ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, words = EXCLUDED.words",
                [
                    (
                        one.pk,
                        " ".join([*one.scope, *one.title]),
                        " ".join([*one.scope, *one.title, *one.body]),
                    )
                    for one in kept
                ],
            )


def take_out(keys: Sequence[int]) -> None:
    """Take entries out of the index."""
    column = "rowid" if connection.vendor == "sqlite" else "id"
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM search_fts WHERE {column} = %s", [(key,) for key in keys])  # noqa: S608 (one of two names)


def sweep() -> None:
    """Take out what belongs to no entry any more: with a partnership its entries go without a word to us."""
    column = "rowid" if connection.vendor == "sqlite" else "id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM search_fts WHERE {column} NOT IN (SELECT id FROM search_searchentry)"  # noqa: S608 (one of two names)
        )


@dataclass(frozen=True, slots=True)
class Where:
    """What may be found: one of the scopes, and one of the kinds where any are named."""

    scope: Sequence[str]
    kinds: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One look into the index."""

    where: Where
    terms: Sequence[Term]
    width: int
    """0: the words; 1: also longer words that begin so, and words for the same thing; 2: also parts of words."""
    in_title: bool
    every: bool
    """Every word must be there, or one is enough."""


def find(look: Look) -> list[int]:
    """Keys of entries, at most MOST, the newest first."""
    if not look.terms or not look.where.scope or look.where.kinds == []:
        return []
    if connection.vendor == "sqlite":
        statement = "SELECT rowid FROM search_fts WHERE search_fts MATCH %s ORDER BY rowid DESC LIMIT %s"
        asked = _fts5(look)
    else:
        statement = TITLES if look.in_title else TEXTS
        asked = _tsquery(look)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked, MOST])
        return [row[0] for row in cursor.fetchall()]


TITLES = "SELECT id FROM search_fts WHERE title @@ to_tsquery('simple', %s) ORDER BY id DESC LIMIT %s"
TEXTS = "SELECT id FROM search_fts WHERE words @@ to_tsquery('simple', %s) ORDER BY id DESC LIMIT %s"


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
    bounds = [
        " OR ".join(f'"{one}"' for one in some) for some in (look.where.scope, look.where.kinds) if some
    ]
    within = " AND ".join(f"body : ({one})" for one in bounds)
    return f"{within} AND {'title : ' if look.in_title else ''}({asked})"


def _tsquery(look: Look) -> str:
    groups = []
    for term in look.terms:
        words, begins = _choices(term, look.width)
        groups.append(f"({' | '.join([*words, f'{begins}:*'] if begins else words)})")
    asked = (" & " if look.every else " | ").join(groups)
    bounds = [f"({' | '.join(some)})" for some in (look.where.scope, look.where.kinds) if some]
    return f"{' & '.join(bounds)} & ({asked})"


def holds(scope: str, word: str) -> bool:
    """Whether any entry within a scope has a word."""
    term = Term(word, frozenset({word}), frozenset(), frozenset(), "")
    return bool(find(Look(Where([scope]), [term], 0, in_title=False, every=True)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of some partnerships, and of what is open where that is looked for."""

    partnerships: Sequence[int]
    with_open: bool = False

    def clause(self) -> tuple[str, list[int]]:
        """The condition on `search_searchword`, and its values."""
        marks = ", ".join(["%s"] * len(self.partnerships))
        some = [f"partnership_id IN ({marks})"] if self.partnerships else []
        some += ["partnership_id IS NULL"] if self.with_open else []
        return f"({' OR '.join(some) or '1 = 0'})", list(self.partnerships)

    def _words(self, condition: str, values: Collection[str | int], order: str = "word") -> list[str]:
        clause, keys = self.clause()
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT word FROM search_searchword WHERE {clause} AND {condition} GROUP BY word ORDER BY {order}",  # noqa: S608 (constants and marks)
                [*keys, *values],
            )
            return [row[0] for row in cursor.fetchall()]

    def known(self, words: Collection[str]) -> list[str]:
        """Which of these words occur."""
        if not words:
            return []
        marks = ", ".join(["%s"] * len(words))
        return self._words(f"word IN ({marks})", sorted(words))

    def about_as_long(self, length: int) -> list[str]:
        return self._words("length BETWEEN %s AND %s", [length - 2, length + 2])

    def holding(self, word: str) -> list[str]:
        """Words that hold another one inside: 'persoonsgegevens' holds 'gegevens'."""
        return self._words("word LIKE %s", [f"%{word}%"], "word LIMIT 50")

    def similar(self, word: str) -> list[str]:
        """Words with the same trigrams as a mistyped one. It holds every word with one error in seven letters or more."""
        return self._words("word %% %s", [word]) if knows_trigrams() else []


def knows_trigrams() -> bool:
    """Whether this database has trigrams, and the index for them."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [TRIGRAMS])
        row = cursor.fetchone()
    return bool(row and row[0])
