"""Reads of expertise, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q
from django_scopes import scopes_disabled

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import MemberSeats, appointments_of, part_of, seats_of
from groeimodel.rules.expertise import (
    Bringer,
    Complement,
    Kind,
    Nutrient,
    Share,
    Stratum,
    complements,
    missing,
    strata,
)
from groeimodel.rules.expertise.words import Skill, hits, tokens
from groeimodel.soil.expertise.models import Expertise

TEAM = "team"
"""In the picture: whoever has a part without a municipality."""


def of_somebody(person: int, municipalities: Iterable[int]) -> Q:
    """What this person said of themselves, or somebody for these municipalities."""
    return Q(person=person) | Q(person=None, municipality__in=list(municipalities))


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the directory, with what is needed to show it."""

    row: Expertise
    name: str
    """Who: the municipality, or the person with the municipality."""
    mine: bool
    """The reader may change it."""


@dataclass(frozen=True, slots=True)
class Area:
    """One nutrient of the directory."""

    nutrient: Nutrient
    stratum: Stratum
    brings: list[Line] = field(default_factory=list)
    seeks: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Desk:
    """For whom somebody may write here."""

    partnership: Partnership
    person: int | None
    writes: bool
    all: bool
    """Coordinates: writes for every member."""
    own: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    areas: tuple[Area, ...]
    members: tuple[Bringer, ...]
    pairs: tuple[Complement, ...]
    missing: tuple[Stratum, ...]
    desk: Desk
    rows: int

    @property
    def hits(self) -> int:
        """How many rows the search kept."""
        return sum(len(one.brings) + len(one.seeks) for one in self.areas)


def directory_of(partnership: Partnership, person: Visitor, search: str = "") -> Directory:
    """Everything that counts today, by area: three queries. What people wrote who left, or members that left, is not shown.

    `search` keeps what has a word like it, typing errors forgiven; the picture stays whole.
    """
    seats, appointments = seats_of(partnership), list(appointments_of(partnership))
    people = _people(seats) | {one.person_id: one.municipality_id for one in appointments}
    people |= _people(seats)
    rows = [one for one in _rows(partnership) if _counts(one, people, seats)]
    part = part_of(person, seats, appointments)
    own = (part.municipality,) if part and part.records and part.municipality else ()
    coordinates = part is not None and part.role == "coordinator"
    desk = Desk(
        partnership,
        person.pk,
        part is not None and part.records,
        coordinates,
        tuple(one.municipality for one in seats) if coordinates else own,
    )
    layers, members = layers_of(rows, seats, people)
    areas = tuple(Area(one.nutrient, one) for one in layers)
    by_id = {one.nutrient.id: one for one in areas}
    for row in _once(rows):
        line = Line(row, _name(row), _may(row, desk))
        if row.area in by_id and _found(row, line.name, by_id[row.area].nutrient, search):
            area = by_id[row.area]
            (area.brings if row.kind == Expertise.Kind.BRINGS else area.seeks).append(line)
    return Directory(areas, members, complements(layers), missing(layers), desk, len(rows))


def skills_of(partnership: Partnership, *, besides: int | None = None) -> tuple[Skill, ...]:
    """What can be asked of whom today: what a municipality brings is asked of its officer, else of its alderman.

    Three queries. `besides` is the key of somebody who is not asked: the asker.
    """
    seats, appointments = seats_of(partnership), list(appointments_of(partnership))
    people = {one.person_id: one.municipality_id for one in appointments} | _people(seats)
    speakers = {
        one.municipality.pk: sitter.person for one in seats if (sitter := one.officer or one.alderman)
    }
    found = []
    for row in _rows(partnership):
        if row.kind != Expertise.Kind.BRINGS or not _counts(row, people, seats):
            continue
        place = row.municipality.today if row.municipality else None
        whom = row.person_id or speakers.get(place or 0)
        if whom is not None and whom != besides:
            found.append(Skill(whom, row.area, row.text, row.person_id is not None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a municipality of another partnership brings, and opened to others; no person is named."""

    area: str
    municipality: str
    partnership: str
    text: str


def opened_elsewhere(
    partnership: Partnership, areas: Sequence[str], most: int = 40
) -> dict[str, list[Elsewhere]]:
    """By area: one query over all partnerships, of what they opened themselves."""
    with scopes_disabled():
        rows = (
            Expertise.objects.filter(opened=True, kind=Expertise.Kind.BRINGS, area__in=areas)
            .exclude(partnership=partnership)
            .filter(
                municipality__memberships__ends=None,
                municipality__memberships__partnership=F("partnership"),
                partnership__listed_only=False,
            )
            .select_related("municipality__merged_into", "partnership")
            .distinct()
            .order_by("municipality__name", "pk")[:most]
        )
        found: dict[str, list[Elsewhere]] = {}
        for one in rows:
            assert one.municipality is not None
            line = Elsewhere(one.area, one.municipality.name_today, one.partnership.name, one.text)
            found.setdefault(one.area, []).append(line)
    return found


def layers_of(
    rows: Sequence[Expertise], seats: Sequence[MemberSeats], people: dict[int, int | None]
) -> tuple[tuple[Stratum, ...], tuple[Bringer, ...]]:
    """The layers of the picture with its members: municipalities in the order and colour of the garden; no query."""
    members = [Bringer(f"m{one.municipality.pk}", one.municipality.name, at) for at, one in enumerate(seats)]
    shares = []
    for row in rows:
        place = people.get(row.person_id) if row.person_id else row.municipality and row.municipality.today
        kind: Kind = "brings" if row.kind == Expertise.Kind.BRINGS else "seeks"
        shares.append(Share(row.area, f"m{place}" if place else TEAM, kind))
    if any(one.member == TEAM for one in shares):
        members.append(Bringer(TEAM, "IGS", len(members)))
    return strata(nutrients(), members, shares), tuple(members)


def _rows(partnership: Partnership) -> list[Expertise]:
    return list(
        Expertise.objects.filter(partnership=partnership).select_related(
            "person", "municipality__merged_into", "partnership"
        )
    )


def _people(seats: Sequence[MemberSeats]) -> dict[int, int | None]:
    """Who sits today, with the municipality."""
    return {
        sitter.person: one.municipality.pk
        for one in seats
        for sitter in (one.alderman, one.officer)
        if sitter
    }


def _counts(one: Expertise, people: dict[int, int | None], seats: Sequence[MemberSeats]) -> bool:
    if one.person_id is not None:
        return one.person_id in people
    return one.municipality is not None and one.municipality.today in {seat.municipality.pk for seat in seats}


def _once(rows: Sequence[Expertise]) -> list[Expertise]:
    """After a merger both parts may have said the same; the first stands for both when the words are the same."""
    seen, out = set(), []
    for one in rows:
        place = one.municipality.today if one.municipality else None
        key = (one.area, one.kind, one.person_id, place, one.text)
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out


def _name(one: Expertise) -> str:
    place = one.municipality.name_today if one.municipality else ""
    if one.person is None:
        return place
    return f"{one.person.name}, {place}" if place else one.person.name


def _may(one: Expertise, desk: Desk) -> bool:
    if not desk.writes:
        return False
    if desk.all or (one.person_id is not None and one.person_id == desk.person):
        return True
    return (
        one.person_id is None
        and one.municipality is not None
        and one.municipality.today in {place.pk for place in desk.own}
    )


def _found(one: Expertise, name: str, nutrient: Nutrient, search: str) -> bool:
    words = tokens(search)
    if not words:
        return not search.strip() or search.strip().lower() in name.lower()
    texts = (*tokens(f"{one.text} {name} {nutrient.name}"), *nutrient.words)
    return hits(words, texts) == len(words)
