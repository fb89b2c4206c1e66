"""How much room text takes on a slide, so that nothing runs out of its box.

Whoever opens the file may have other letters than ours. Widths are those of our own fonts, made as wide as the
widest letters that take their place (DejaVu, on a bare Linux): with the letters meant, there is room to spare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Face = Literal["text", "bold", "head"]
_FONTS = Path(__file__).parent / "fonts"
_FACES: dict[Face, tuple[str, float]] = {
    "text": ("AtkinsonHyperlegibleNext-Regular.ttf", 1.16),
    "bold": ("AtkinsonHyperlegibleNext-Bold.ttf", 1.22),
    "head": ("Fraunces-SemiBold.ttf", 1.20),
}
_OTHER = 1.4
"""Width of a letter that we do not have, an emoji for instance, in parts of its size."""
BROKEN = 0.8
LINE = 1.22
"""Height of a line, in parts of the size of its letters."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\x80-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold, and what breaks a line where we do not."""
_SPACES = re.compile("[ \t\r\n]+")


def clean(text: str) -> str:
    """One line that any XML file can hold; spaces that do not break stay."""
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", text)).strip()


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / _FACES[face][0], 100)


@cache
def _letter(letter: str, face: Face) -> float:
    """In parts of the size."""
    code = ord(letter)
    if code > 0x24F and not 0x2010 <= code <= 0x20AC:
        return _OTHER
    return _font(face).getlength(letter) / 100 * _FACES[face][1]


def width_of(text: str, size: float, face: Face = "text") -> float:
    """In points."""
    return sum(_letter(one, face) for one in text) * size


def lines_of(text: str, size: float, width: float, face: Face = "text") -> list[str]:
    """The lines that text falls into; a word wider than the line is broken. `width` in points."""
    lines: list[str] = []
    line, taken, space = "", 0.0, width_of(" ", size, face)
    for word in _words(text, size, width, face):
        more = width_of(word, size, face)
        if line and taken + space + more > width:
            lines.append(line)
            line, taken = word, more
        else:
            line, taken = (f"{line} {word}", taken + space + more) if line else (word, more)
    return [*lines, line] if line else lines


def _words(text: str, size: float, width: float, face: Face) -> Iterator[str]:
    for word in text.split(" "):
        piece, taken = "", 0.0
        # A word that is broken may be all wide letters: room is kept for those of other fonts.
        for letter in word if width_of(word, size, face) > width else ():
            more = _letter(letter, face) * size
            if piece and taken + more > width * BROKEN:
                yield piece
                piece, taken = "", 0.0
            piece, taken = piece + letter, taken + more
        yield piece or word


def height_of(text: str, size: float, width: float, face: Face = "text") -> float:
    """In points."""
    return len(lines_of(text, size, width, face)) * size * LINE


def largest(
    text: str, sizes: Sequence[int], width: float, lines: int, face: Face = "text"
) -> tuple[int, str]:
    """The largest of the sizes in which text takes at most so many lines; in the last, it is cut off at a word."""
    for size in sizes:
        if len(lines_of(text, size, width, face)) <= lines:
            return size, text
    return sizes[-1], cut(text, sizes[-1], width, lines, face)


def cut(text: str, size: float, width: float, lines: int, face: Face = "text", *, end: str = "") -> str:
    """The text itself when it fits, else as many words as do, and '…'; always with its `end`."""
    found = lines_of(text + end, size, width, face)
    if len(found) <= lines:
        return text + end
    words = " ".join(found[:lines]).split(" ")
    while len(words) > 1 and len(lines_of(" ".join(words) + " …" + end, size, width, face)) > lines:
        words.pop()
    whole = " ".join(words) + " …"
    while len(whole) > 2 and len(lines_of(whole + end, size, width, face)) > lines:
        whole = whole[:-3].rstrip() + "\N{NO-BREAK SPACE}…"
    return whole + end
