"""Settings and caps in a `.pb` file: numbered comments in META, for the format has no place of its own for them.

    #1: groeimodel rule=equal-shares satisfaction=cost completion=none ties=cost money=own step=1 weight=4000
    #2: groeimodel cap=12500.50 projects=a,b name=Sport en spel

`weight` is what one voter of the file weighs; `name` is the last of its comment. Other comments are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.choosing import Cap, Election, Settings

MARK = "groeimodel"
COMMENT = re.compile(r"#\d+: ")
NUMBER = re.compile(r"(\d{1,30})(?:\.(\d{1,30})|/(\d{1,30}))?", re.ASCII)
DIGITS = 30
WORDS = ("rule", "satisfaction", "completion", "ties", "money")


@dataclass(frozen=True, slots=True)
class Said:
    """What the comments of a file say."""

    settings: Settings | None = None
    weight: Fraction = Fraction(1)
    caps: tuple[Cap, ...] = ()


def exact(number: Fraction) -> str:
    """`12`, `12.5`, or `20/3` where no decimals end."""
    digits = 0
    while (whole := number * 10**digits).denominator != 1:
        digits += 1
        if digits > DIGITS:
            return str(number)
    text = str(int(whole)).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}" if digits else text


def comment_of(election: Election, settings: Settings, weight: Fraction) -> str:
    """The value of `comment` in META."""
    words = [f"{word}={getattr(settings, word)}" for word in WORDS]
    if settings.step is not None:
        words.append(f"step={exact(settings.step)}")
    if weight != 1:
        words.append(f"weight={exact(weight)}")
    lines = [" ".join(words)]
    for cap in election.caps:
        ids = ",".join(election.projects[p].id for p in sorted(cap.projects))
        lines.append(f"cap={exact(cap.most)} projects={ids} name={plain(cap.name)}")
    return " ".join(f"#{place}: {MARK} {line}" for place, line in enumerate(lines, 1))


def plain(text: str) -> str:
    """One line, without what parts comments."""
    return " ".join(text.replace("#", " ").split())


def read_comment(comment: str, numbers: Mapping[str, int], problems: list[str]) -> Said:
    """What a file says about how it was chosen; problems are added, one for each comment that is no good."""
    said = Said()
    caps: list[Cap] = []
    for text in COMMENT.split(comment):
        mark, _space, rest = text.strip().partition(" ")
        if mark != MARK:
            continue
        try:
            if rest.startswith("cap="):
                caps.append(_cap(rest, numbers))
            else:
                said = _settings(rest)
        except (KeyError, ValueError) as error:
            problems.append(f"META: comment: '{text.strip()[:60]}' is niet te lezen ({error}).")
    return Said(said.settings, said.weight, tuple(caps))


def _settings(text: str) -> Said:
    given = _pairs(text.split())
    weight = _number(given.pop("weight", "1"))
    if not weight:
        raise ValueError("weight=0")
    step = given.pop("step", None)
    if unknown := set(given) - set(WORDS):
        raise ValueError(", ".join(sorted(unknown)))
    return Said(Settings(**given, step=None if step is None else _number(step)), weight)


def _cap(text: str, numbers: Mapping[str, int]) -> Cap:
    start, _name, name = text.partition(" name=")
    given = _pairs(start.split())
    ids = [one for one in given["projects"].split(",") if one]
    return Cap(name.strip(), frozenset(numbers[one] for one in ids), _number(given["cap"]))


def _pairs(words: Sequence[str]) -> dict[str, str]:
    found = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or key in found:
            raise ValueError(word)
        found[key] = value
    return found


def _number(text: str) -> Fraction:
    match = NUMBER.fullmatch(text)
    if match is None or (match[3] and not int(match[3])):
        raise ValueError(text)
    return Fraction(int(match[1]), int(match[3])) if match[3] else Fraction(text)
