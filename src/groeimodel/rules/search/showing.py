"""The piece of a text that shows why it was found, with the words that answer the question marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    for word in _WORD.finditer(text):
        if any(answers(term, kept) for kept in written(word.group(), parts) for term in terms):
            pieces += [Piece(text[place : word.start()]), Piece(word.group(), marked=True)]
            place = word.end()
    return tuple(piece for piece in (*pieces, Piece(text[place:])) if piece.text)


def excerpt(text: str, terms: Sequence[Term], parts: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """The part of a text around its first marked word (else its beginning), on one line, with the words marked."""
    line = " ".join(text.split())
    pieces = marked(line, terms, parts)
    first = 0
    for piece in pieces:
        if piece.marked:
            break
        first += len(piece.text)
    else:
        first = 0
    start = line.find(" ", first - BEFORE) + 1 if first > BEFORE else 0
    start = start if start <= first else first
    end = start + LENGTH
    if end < len(line):
        end = max(line.rfind(" ", start, end), first) if " " in line[start:end] else end
    return _cut(pieces, start, end if end > start else start + LENGTH, len(line))


def _cut(pieces: Sequence[Piece], start: int, end: int, length: int) -> tuple[Piece, ...]:
    """The characters from `start` to `end`, with dots where something was left out."""
    found, place = [Piece("… ")] if start else [], 0
    for piece in pieces:
        text = piece.text[max(0, start - place) : max(0, end - place)]
        found += [Piece(text, piece.marked)] if text else []
        place += len(piece.text)
    return tuple([*found, Piece(" …")] if end < length else found)
