"""Reads about people. What they are in a partnership is read through their seats and appointments."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext

from groeimodel.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Card:
    """An example person whom a visitor of the demonstration can be."""

    pk: int
    name: str
    role: str
    """'alderman', 'officer', 'coordinator', 'supporter' or 'editor'."""
    role_label: str
    municipality: str = ""
    order: int = 0
    """Members in the order in which they joined."""


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one partnership: a few to start with, and the others."""

    partnership: str
    aim: str
    aim_label: str
    first: tuple[Card, ...]
    others: tuple[Card, ...]


def example_people() -> QuerySet[Person]:
    return Person.objects.filter(example=True, is_active=True).order_by("pk")


def example_groups() -> tuple[tuple[Card, ...], tuple[Group, ...]]:
    """Supporters and editors, who belong to several partnerships or to none, and the others grouped by partnership.

    First of each group: the coordinator, and alderman and officer of one municipality.
    """
    supporters: dict[int, Card] = {}
    groups: dict[str, list[Card]] = {}
    aims: dict[str, tuple[str, str]] = {}
    for person in _with_parts():
        if person.edits_content:
            supporters[person.pk] = Card(person.pk, person.name, "editor", gettext("redacteur van het model"))
        for tenure in person.tenures.all():
            if tenure.ends is None:
                seat, membership = tenure.seat, tenure.seat.membership
                where = membership.partnership
                aims[where.name] = (where.aim, where.get_aim_display())
                town = str(membership.municipality)
                card = Card(person.pk, person.name, seat.role, seat.get_role_display(), town, membership.pk)
                groups.setdefault(where.name, []).append(card)
        for one in person.appointments.all():
            card = Card(person.pk, person.name, one.kind, one.get_kind_display())
            if one.ends is None and one.kind == "supporter":
                supporters[person.pk] = card
            elif one.ends is None:
                aims[one.partnership.name] = (one.partnership.aim, one.partnership.get_aim_display())
                groups.setdefault(one.partnership.name, []).append(card)
    order = {"soil": 0, "meadow": 1, "shop": 2}
    names = sorted(groups, key=lambda name: (order.get(aims[name][0], 3), name))
    return tuple(supporters.values()), tuple(_group(name, aims[name], groups[name]) for name in names)


def home_of(person: Person) -> str | None:
    """Web address (slug) of the partnership of somebody who has exactly one; None otherwise."""
    slugs = {
        *person.tenures.filter(ends__isnull=True, seat__membership__ends__isnull=True).values_list(
            "seat__membership__partnership__slug", flat=True
        ),
        *person.appointments.filter(ends__isnull=True).values_list("partnership__slug", flat=True),
    }
    return slugs.pop() if len(slugs) == 1 else None


def _with_parts() -> QuerySet[Person]:
    """Rows of the room above, reached by the names of their relations: a constant number of queries."""
    return example_people().prefetch_related(
        "tenures__seat__membership__municipality",
        "tenures__seat__membership__partnership",
        "appointments__partnership",
    )


def _group(name: str, aim: tuple[str, str], cards: Iterable[Card]) -> Group:
    ordered = sorted(cards, key=lambda card: (card.role == "coordinator", card.order, card.role))
    full = next(
        (
            one.municipality
            for one in ordered
            if {c.role for c in ordered if c.municipality == one.municipality} >= {"alderman", "officer"}
        ),
        "",
    )
    first = tuple(c for c in ordered if c.municipality == full or c.role == "coordinator")
    return Group(name, *aim, first=first, others=tuple(c for c in ordered if c not in first))
