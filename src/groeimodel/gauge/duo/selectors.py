"""Reads of the duo: a side by its token, and one's own duos; never anybody else's."""

from __future__ import annotations

from dataclasses import dataclass

from django_scopes import scopes_disabled

from groeimodel.content.duo import duo as content
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.duo.models import Side


def side_by_token(token: str) -> Side:
    """Raises Side.DoesNotExist. Whoever has the link is this person."""
    with scopes_disabled():
        return Side.objects.select_related("duo__partnership", "duo__municipality", "person").get(token=token)


def other_of(side: Side) -> Side:
    return Side.objects.select_related("person").exclude(pk=side.pk).get(duo=side.duo_id)


def own_sides(person: Person, partnership: Partnership) -> list[Side]:
    """Newest first: one query."""
    rows = Side.objects.filter(person=person, duo__partnership=partnership)
    return list(rows.select_related("duo__municipality").order_by("-duo__started_at"))


@dataclass(frozen=True, slots=True)
class Both:
    """One question or topic with both sides beside each other."""

    text: str
    alderman: str
    officer: str


@dataclass(frozen=True, slots=True)
class BothMarks:
    text: str
    importance: tuple[int | None, int | None]
    """Alderman, officer."""
    going: tuple[int | None, int | None]

    @property
    def apart(self) -> bool:
        """Two steps or more: worth a word."""
        return any(
            a is not None and b is not None and abs(a - b) >= 2 for a, b in (self.importance, self.going)
        )


def words_of(alderman: Side, officer: Side) -> list[Both]:
    return [
        Both(one.text["alderman"], alderman.words.get(one.id, ""), officer.words.get(one.id, ""))
        for one in content().questions
    ]


def marks_of(alderman: Side, officer: Side) -> list[BothMarks]:
    return [
        BothMarks(
            one.text,
            (alderman.importance.get(one.id), officer.importance.get(one.id)),
            (alderman.going.get(one.id), officer.going.get(one.id)),
        )
        for one in content().topics
    ]
