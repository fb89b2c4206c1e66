"""Words of a question against words of expertise: which area it is about, and who probably knows. Typing errors are forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from groeimodel.rules.expertise import Nutrient

SHORTEST = 3
STEM = 5
"""So many letters the same at the start make two words alike: 'reglement', 'reglementen'."""
FORGIVING = 5
"""From so many letters on, one typing error is forgiven; from eight on two."""
_COMMON = (
    "aan alle als ben bij dan dat deze die dit doe doen een en er ervaring gaat goed had heb hebben heeft het hij hoe "
    "hun iemand iets in is jaar jij jou jouw jullie kan kom komt kun kunnen maar mag mee meer met mij mijn moet naar niet "
    "nieuw nieuwe nog nu of om ons onze ook op over per samen te tegen toch tot uit van veel voor vraag waar wanneer want was "
    "wat weet wel werk werkt wie wij wil willen word worden wordt zal ze zelf zich zijn zo zoek zoeken zou gemeente gemeenten "
    "jeugd jongeren kinderen jong kind"
)
COMMON = frozenset(_COMMON.split())
"""Words that say nothing of what a question is about."""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning: small letters, no accents, no common words, each once."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    found = re.findall(r"[a-z0-9]+", plain)
    return tuple(dict.fromkeys(one for one in found if len(one) >= SHORTEST and one not in COMMON))


def alike(a: str, b: str) -> bool:
    """The same word, give or take an ending, a compound ('fuifcharter', 'fuif') or a typing error."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and short in long:
        return True
    if len(short) > STEM and a[:STEM] == b[:STEM]:
        return True
    slips = 0 if len(short) < FORGIVING else 1 if len(short) < 8 else 2
    return slips > 0 and abs(len(a) - len(b)) <= slips and distance(a, b) <= slips


def distance(a: str, b: str) -> int:
    """Letters added, left out, changed or swapped with their neighbour to make one word of the other
    (optimal string alignment)."""
    rows = [list(range(len(b) + 1))]
    for at, letter in enumerate(a, start=1):
        row = [at]
        for to, other in enumerate(b, start=1):
            cost = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == b[to - 2] and a[at - 2] == other:
                cost = min(cost, rows[-2][to - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def hits(words: Sequence[str], others: Sequence[str]) -> int:
    """How many of the words have one alike among the others."""
    return sum(any(alike(one, other) for other in others) for one in words)


def guess(text: str, nutrients: Sequence[Nutrient]) -> str:
    """The id of the nutrient that most words of a text point at; empty when none do. At a tie the first."""
    words = tokens(text)
    scores = [(hits(words, (*one.words, *tokens(one.name))), one.id) for one in nutrients]
    best = max((score for score, _id in scores), default=0)
    return next((id for score, id in scores if score == best), "") if best else ""


@dataclass(frozen=True, slots=True)
class Skill:
    """What one person can be asked about: of their own, or because they speak for a municipality."""

    person: int
    nutrient: str
    text: str
    own: bool
    """Said of themselves, rather than of their municipality."""


@dataclass(frozen=True, slots=True)
class Knower:
    """Somebody who probably knows, and why."""

    person: int
    score: int
    reason: Literal["own", "municipality", "words"]
    nutrient: str


OWN, MUNICIPALITY, WORD = 30, 20, 4
"""Points for somebody's own area, for that of the municipality, and for each word alike. A choice of ours: the area
says more than words, and who says it of themselves knows it best."""
MOST = 6
"""So many are asked at most: who is asked all the time stops answering."""


def knowers(text: str, nutrient: str, skills: Sequence[Skill], *, most: int = MOST) -> tuple[Knower, ...]:
    """Who probably knows, the likeliest first, each person once; at a tie in the order of the skills."""
    words, best = tokens(text), dict[int, Knower]()
    for skill in skills:
        said = hits(words, tokens(skill.text))
        here = bool(nutrient) and skill.nutrient == nutrient
        score = (OWN if skill.own else MUNICIPALITY) * here + WORD * said
        reason: Literal["own", "municipality", "words"]
        reason = "words" if not here else "own" if skill.own else "municipality"
        known = best.get(skill.person)
        if score and (known is None or score > known.score):
            best[skill.person] = Knower(skill.person, score, reason, skill.nutrient)
    return tuple(sorted(best.values(), key=lambda one: -one.score)[:most])
