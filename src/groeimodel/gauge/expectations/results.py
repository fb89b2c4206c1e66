"""What a round says: the sheets laid out for the sums, and the gauge of a partnership over its rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils import timezone

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.gauge.expectations.models import Round, Sheet
from groeimodel.gauge.expectations.selectors import closed_rounds_of, partners_of
from groeimodel.rules.gauge import (
    Card,
    Difference,
    Reading,
    Voice,
    Voices,
    arrange,
    cards,
    change,
    differences,
    read,
)

SHOWN = 12
"""So many rounds make the course of the gauge: three years of quarters."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody expects, in own words."""

    municipality: Municipality
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class Result:
    """One round, read."""

    round: Round
    measured_on: date
    voices: Voices
    reading: Reading
    differences: tuple[Difference, ...]
    cards: tuple[Card, ...]
    names: dict[str, str]
    told: tuple[Told, ...]
    silent: tuple[Municipality, ...]
    """Partners of which neither seat was heard."""

    @property
    def texts(self) -> dict[str, str]:
        return {one["key"]: one["text"] for one in self.round.asked}

    @property
    def questions(self) -> dict[str, str]:
        return {one["key"]: one["question"] for one in self.round.asked}


@dataclass(frozen=True, slots=True)
class Course:
    """The gauge over time: results, newest first, with what changed since the one before."""

    results: tuple[Result, ...]

    @property
    def latest(self) -> Result | None:
        return self.results[0] if self.results else None

    @property
    def changes(self) -> Reading | None:
        """None with fewer than two rounds."""
        if len(self.results) < 2:
            return None
        last, before = self.results[:2]
        return change(before.voices, last.voices)

    def before(self, result: Result) -> Result | None:
        return next((older for newer, older in pairwise(self.results) if newer is result), None)


def course_of(partnership: Partnership, *, most: int = SHOWN) -> Course:
    """Four queries, however many rounds."""
    return Course(results_of(list(closed_rounds_of(partnership)[:most])))


def result_of(round: Round) -> Result:
    """Of a round that is closed, with whoever was heard. Three queries."""
    return results_of([round])[0]


def results_of(rounds: Sequence[Round]) -> tuple[Result, ...]:
    partners = partners_of(rounds)
    sheets: dict[int, list[Sheet]] = {round.pk: [] for round in rounds}
    rows = Sheet.objects.filter(round__in=rounds, submitted_at__isnull=False)
    for sheet in rows.select_related("municipality").order_by("municipality__name", "role", "pk"):
        sheets[sheet.round_id].append(sheet)
    return tuple(read_sheets(round, partners[round.pk], sheets[round.pk]) for round in rounds)


def read_sheets(round: Round, partners: Sequence[Municipality], sheets: Sequence[Sheet]) -> Result:
    """Of sheets at hand, also those that nobody saved yet; no query."""
    places = [one.key for one in partners]
    voices = arrange(round.keys, places, [_voice(one) for one in sheets])
    found = differences(voices)
    heard = {place for place, _seat in voices.heard}
    return Result(
        round=round,
        measured_on=timezone.localdate(round.closed_at or timezone.now()),
        voices=voices,
        reading=read(voices),
        differences=found,
        cards=cards(voices, found),
        names={one.key: one.name for one in partners},
        told=tuple(Told(one.municipality, one.role, one.words) for one in sheets if one.words),
        silent=tuple(one for one in partners if one.key not in heard),
    )


def _voice(sheet: Sheet) -> Voice:
    return Voice(
        place=sheet.municipality.key,
        seat=sheet.role,  # type: ignore[arg-type]
        importance=sheet.importance,
        fulfilment=sheet.fulfilment,
        guesses=sheet.guesses,
    )
