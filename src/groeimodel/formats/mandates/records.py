"""From loose statements about mandates to whole records, with everything that is wrong about one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from groeimodel.formats.mandates.vocabulary import FUNCTIONS, NOT_SITTING, YOUTH

BRUSSELS = ZoneInfo("Europe/Brussels")
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?")
EARLIEST, LATEST = date(1976, 1, 1), date(2100, 1, 1)
"""What lies outside is a slip of the pen."""
LONGEST_NAME = 120
LANGUAGES = ("nl", "nl-be", "")


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value as it stands in a file: an address (URI) or a text, with the language of the text."""

    text: str
    language: str = ""


@dataclass(slots=True)
class Loose:
    """All that a file says of one mandate: each field may have no value, one, or several."""

    source: str
    """Its address (URI)."""
    values: dict[str, set[Value]] = field(default_factory=dict)

    def add(self, name: str, value: Value) -> None:
        self.values.setdefault(name, set()).add(value)

    def all(self, name: str) -> list[str]:
        """The values of a field, in Dutch where there is a choice of languages."""
        found = sorted(self.values.get(name, set()))
        for language in LANGUAGES:
            if chosen := [one.text.strip() for one in found if one.language.casefold() == language]:
                return [text for text in chosen if text]
        return [one.text.strip() for one in found if one.text.strip()]


@dataclass(frozen=True, slots=True)
class Mandate:
    """One version of somebody's mandate in a college, with competence for youth."""

    source: str
    """Address (URI) of this version."""
    person: str
    """Address (URI) of the person: the same over all versions."""
    name: str
    municipality: str
    """As the file names it."""
    start: date
    end: date | None
    """The last day; None while it runs."""
    sits: bool
    """Does the work, so is not prevented, stopped or only bearing the title."""


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """What is wrong with one mandate."""

    municipality: str
    """Empty when that is missing."""
    text: str
    """In Dutch, with the address of the mandate."""


@dataclass(frozen=True, slots=True)
class Reading:
    mandates: tuple[Mandate, ...]
    problems: tuple[RecordProblem, ...]
    others: int
    """How many mandates were passed over: another function, or no competence for youth."""


def reading_of(loose: Iterable[Loose]) -> Reading:
    """The mandates for youth, in the order of municipality and day; what is wrong stands beside them."""
    mandates, problems, others = [], [], 0
    for one in sorted(loose, key=lambda one: one.source):
        if YOUTH not in one.all("domain") or FUNCTIONS.isdisjoint(one.all("function")):
            others += 1
            continue
        wrong: list[str] = []
        mandate = _mandate(one, wrong)
        if wrong or mandate is None:
            place = (one.all("municipality") or [""])[0]
            problems += [RecordProblem(place, f"{one.source}: {text}") for text in wrong]
        else:
            mandates.append(mandate)
    mandates.sort(key=lambda one: (one.municipality, one.start, one.source))
    return Reading(tuple(mandates), tuple(problems), others)


def _mandate(loose: Loose, wrong: list[str]) -> Mandate | None:
    """`wrong` is filled with all that is amiss, as ends of sentences."""
    texts = {name: _one(loose, name, word, wrong) for name, word in NEEDED.items()}
    name = f"{texts['given']} {texts['family']}".strip()
    if len(name) > LONGEST_NAME:
        wrong.append(f"de naam is langer dan {LONGEST_NAME} tekens.")
    start = _day(texts["start"], "begint", wrong)
    ends = loose.all("end")
    if len(ends) > 1:
        wrong.append("er staan meer einddagen bij.")
    end = _day(ends[0], "eindigt", wrong) if ends else None
    if start and end and end < start:
        wrong.append(f"het eindigt ({end:%d/%m/%Y}) voor het begint ({start:%d/%m/%Y}).")
    if wrong or start is None:
        return None
    return Mandate(
        source=loose.source,
        person=texts["person"],
        name=name,
        municipality=texts["municipality"],
        start=start,
        end=end,
        sits=NOT_SITTING.isdisjoint(loose.all("status")),
    )


NEEDED: Mapping[str, str] = {
    "person": "de persoon",
    "given": "de voornaam",
    "family": "de familienaam",
    "municipality": "de gemeente",
    "start": "de begindag",
}


def _one(loose: Loose, name: str, word: str, wrong: list[str]) -> str:
    found = loose.all(name)
    if len(found) == 1:
        return found[0]
    wrong.append(
        f"{word} ontbreekt." if not found else f"{word} staat er meer dan één keer, en telkens anders."
    )
    return ""


def _day(text: str, verb: str, wrong: list[str]) -> date | None:
    """A day in Brussels; moments are published in universal time, so that midnight there lies on the day before."""
    if not text:
        return None
    try:
        if plain := DAY.fullmatch(text):
            day = date.fromisoformat(plain[1])
        else:
            moment = datetime.fromisoformat(text)
            day = (moment.astimezone(BRUSSELS) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        wrong.append(f"de dag waarop het {verb}, is geen dag: ‘{text[:40]}’.")
        return None
    if not EARLIEST <= day <= LATEST:
        wrong.append(f"de dag waarop het {verb}, kan niet: {day:%d/%m/%Y}.")
        return None
    return day
