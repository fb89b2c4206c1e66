"""The piece of a text that shows why it was found, with the words that answer the question marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groeimodel.rules.search.asking import Term
from groeimodel.rules.search.matching import answers
from groeimodel.rules.search.words import written

_WORD = re.compile(r"\w+")
BEFORE, LENGTH = 60, 200
"""Characters of a piece before its first marked word, and in all; words stay whole, so it can be a little less."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text that are shown in one way; the pieces of a text put together are the text."""

    text: str
    marked: bool = False


def marked(text: str, terms: Sequence[Term], parts: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """A text in pieces: each word by which it was found is one of its own."""
    pieces, place = [], 0
    for start, end in _places(text, terms, parts):
        pieces += [Piece(text[place:start]), Piece(text[start:end], marked=True)]
        place = end
    return tuple(piece for piece in (*pieces, Piece(text[place:])) if piece.text)


def excerpt(text: str, terms: Sequence[Term], parts: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """The part of a text around its first marked word (else its beginning), on one line, with the words marked."""
    line = " ".join(text.split())
    start, end = _window(line, next(_places(line, terms, parts), (0, 0))[0])
    pieces = marked(line[start:end], terms, parts)
    before = (Piece("… "),) if start else ()
    return (*before, *pieces, *((Piece(" …"),) if end < len(line) else ()))


def _places(text: str, terms: Sequence[Term], parts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the words that answer begin and end."""
    for word in _WORD.finditer(text):
        if any(answers(term, kept) for kept in written(word.group(), parts) for term in terms):
            yield word.span()


def _window(line: str, first: int) -> tuple[int, int]:
    """Where the part of a line around a place begins and ends: at blanks, where there are."""
    if len(line) <= LENGTH:
        return 0, len(line)
    start = line.find(" ", first - BEFORE, first) + 1 if first > BEFORE else 0
    start = start or (first if first > BEFORE else 0)
    if len(line) - start <= LENGTH:
        return start, len(line)
    blank = line.rfind(" ", start + 1, start + LENGTH + 1)
    return start, blank if blank > first else start + LENGTH
