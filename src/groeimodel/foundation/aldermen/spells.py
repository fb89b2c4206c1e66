"""From versions of a mandate to unbroken spells in which somebody was alderman for youth. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from groeimodel.formats.mandates import Mandate


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody was alderman for youth from a day to a last day (None: still)."""

    person: str
    """Address (URI) in the register."""
    name: str
    start: date
    end: date | None

    def on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def spells_of(mandates: Iterable[Mandate]) -> tuple[Spell, ...]:
    """The spells of one municipality, by first day.

    A mandate gets a new version with each change of status, rank or competence. Versions of one person that touch or
    overlap are one spell; versions in which the person did not do the work are left out, and so break it.
    """
    by_person: dict[str, list[Mandate]] = {}
    for one in mandates:
        if one.sits:
            by_person.setdefault(one.person, []).append(one)
    spells = [spell for versions in by_person.values() for spell in _joined(versions)]
    return tuple(sorted(spells, key=lambda one: (one.start, one.person)))


def _joined(versions: list[Mandate]) -> Iterable[Spell]:
    ordered = sorted(versions, key=lambda one: (one.start, one.end or date.max, one.source))
    name = ordered[-1].name
    start, end = ordered[0].start, ordered[0].end
    for one in ordered[1:]:
        if end is not None and one.start > end + timedelta(days=1):
            yield Spell(one.person, name, start, end)
            start, end = one.start, one.end
        elif end is not None:
            end = None if one.end is None else max(end, one.end)
    yield Spell(ordered[0].person, name, start, end)
