"""Whether a text still says who it is about: a lesson is shared without names. See docs/rules/lessons.md.

    traces("Lindergem deed het met Lotte.", Names(people=("Lotte Claessens",), places=("Lindergem",)))

Pure: the names to look for come in, what was found goes out with where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Trace(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    WEB = "web"
    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    """A partnership."""


@dataclass(frozen=True, slots=True)
class Names:
    """What to look for."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Municipalities, old and new."""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    trace: Trace
    text: str
    """As it stands in the text."""
    start: int
    """Characters before it."""


PATTERNS = (
    (Trace.EMAIL, re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")),
    (
        Trace.WEB,
        re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:be|vlaanderen|brussels|eu|org|com|net)\b", re.I),
    ),
    (Trace.PHONE, re.compile(r"(?<![\d,.])(?:\+|00)?(?:32|0)(?:[\s./()-]*\d){8,9}(?!\d)")),
)
SHORTEST = 3
"""Letters of a part of a name that is looked for on its own."""
BETWEEN = frozenset(
    [
        "de",
        "den",
        "der",
        "des",
        "di",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "ter",
        "tot",
        "van",
        "vande",
        "vanden",
        "vander",
        "vom",
        "von",
        "d'",
        "l'",
        "'t",
    ]
)
"""Words inside names that say nothing on their own."""
ORDINARY = frozenset(
    [
        "alken",
        "as",
        "balen",
        "bever",
        "boom",
        "bree",
        "duffel",
        "essen",
        "halle",
        "ham",
        "hove",
        "kapellen",
        "landen",
        "lede",
        "lier",
        "lint",
        "lo",
        "mol",
        "peer",
        "pelt",
        "putte",
        "schelle",
        "staden",
        "tienen",
        "voeren",
        "wellen",
    ]
)
"""Names of municipalities looked for with a capital only, so that 'een ham' or 'de boom' is left alone."""
ENDING = r"(?:['’]?s|se|e|er|aar|enaar|naar)?"
"""What Dutch puts behind a name: Gents, Leuvense, Lottes, Gentenaar."""


def traces(text: str, names: Names) -> tuple[Found, ...]:
    """Everything in a text that says who it is about, in the order of the text; what lies inside another is left out."""
    found = [
        Found(trace, match.group(), match.start())
        for trace, pattern in PATTERNS
        for match in pattern.finditer(text)
    ]
    plain = flat(text)
    for trace, pattern in _patterns(names):
        for match in pattern.finditer(plain):
            found.append(Found(trace, text[match.start() : match.end()], match.start()))
    return tuple(_outermost(found))


def flat(text: str) -> str:
    """The text without accents, with a space for every hyphen: as many characters as before."""
    return "".join(" " if sign in "-‐‑–—" else unicodedata.normalize("NFD", sign)[0] for sign in text)


def _patterns(names: Names) -> Iterator[tuple[Trace, re.Pattern[str]]]:
    """Whole names in any case; parts of names, and places that are ordinary words too, with a capital only."""
    people = [" ".join(flat(one).split()) for one in names.people]
    places = [" ".join(flat(one).split()) for one in names.places]
    groups = [" ".join(flat(re.sub(r"\(.*?\)", " ", one)).split()) for one in names.groups]
    parts = {part for one in people for part in parts_of(one)}
    ordinary = [one for one in places if one.lower() in ORDINARY]
    yield from _any_of(Trace.GROUP, groups, re.IGNORECASE)
    yield from _any_of(Trace.PERSON, people, re.IGNORECASE)
    yield from _any_of(Trace.PERSON, sorted(parts), re.NOFLAG)
    yield from _any_of(Trace.PLACE, [one for one in places if one.lower() not in ORDINARY], re.IGNORECASE)
    yield from _any_of(Trace.PLACE, ordinary, re.NOFLAG)


def parts_of(name: str) -> Iterator[str]:
    """The parts of a person's name that give somebody away on their own."""
    words = name.split()
    yield from (word for word in words if len(word) >= SHORTEST and word.lower() not in BETWEEN)
    # 'De Wachter' gives away, 'de wachter' does not: with its small word in front, as it is written.
    yield from (f"{one} {two}" for one, two in pairwise(words) if one.lower() in BETWEEN)


def _any_of(
    trace: Trace, names: Iterable[str], flags: re.RegexFlag
) -> Iterator[tuple[Trace, re.Pattern[str]]]:
    choices = sorted({one for one in names if len(one) > 1}, key=lambda one: (-len(one), one))
    if choices:
        inside = "|".join(r"\s+".join(re.escape(word) for word in one.split()) for one in choices)
        yield trace, re.compile(rf"(?<!\w)(?:{inside}){ENDING}(?!\w)", flags)


def _outermost(found: list[Found]) -> Iterator[Found]:
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -len(one.text))):
        if one.start >= end:
            yield one
            end = one.start + len(one.text)
