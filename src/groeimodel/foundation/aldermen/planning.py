"""Holds what the register says against who sits on the aldermen's seats of a partnership; reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Prefetch

from groeimodel.content.municipalities import municipalities, normalised
from groeimodel.formats.mandates import Mandate, RecordProblem
from groeimodel.foundation.aldermen.deciding import Register, plan_member
from groeimodel.foundation.aldermen.people import people_of
from groeimodel.foundation.aldermen.plan import Plan
from groeimodel.foundation.aldermen.spells import spells_of
from groeimodel.foundation.members.selectors import open_invitations
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat, Tenure


class Places:
    """The members of a partnership, by whatever a file calls them: also by a name from before a merger."""

    def __init__(self, members: Iterable[Municipality]) -> None:
        members = list(members)
        self._by_name = {normalised(one.name): one.pk for one in members}
        self._by_nis = {one.nis: one.pk for one in members if one.nis}

    def find(self, name: str) -> int | None:
        """The key of the municipality; None when it is no member."""
        plain, nis = listed(name)
        return self._by_name.get(plain) or self._by_nis.get(nis)


@lru_cache(maxsize=4096)
def listed(name: str) -> tuple[str, str]:
    """A name as it is compared, and the NIS code of today where it is a Flemish municipality."""
    found = municipalities().find(name)
    return normalised(name), found.nis if found else ""


@dataclass(frozen=True, slots=True)
class Ours:
    """What of a file is about the members of a partnership."""

    mandates: tuple[Mandate, ...]
    problems: tuple[RecordProblem, ...]
    elsewhere: int
    """Other municipalities in the file."""


def members_of(partnership: Partnership) -> list[Membership]:
    """Of today, with the alderman's seat and everybody who ever sat there: three queries."""
    tenures = Tenure.objects.select_related("person").order_by("starts", "pk")
    seats = Seat.objects.filter(role=Seat.Role.ALDERMAN).prefetch_related(Prefetch("tenures", tenures))
    return list(
        Membership.objects.filter(partnership=partnership, ends=None)
        .select_related("municipality")
        .prefetch_related(Prefetch("seats", seats))
        .order_by("municipality__name", "pk")
    )


def ours_of(
    partnership: Partnership, mandates: Iterable[Mandate], problems: Iterable[RecordProblem] = ()
) -> Ours:
    """Leave out what is about others: nothing about them is kept. One query."""
    members = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    places = Places(members)
    kept, others = [], set()
    for one in mandates:
        if places.find(one.municipality) is None:
            others.add(normalised(one.municipality))
        else:
            kept.append(one)
    wrong = tuple(one for one in problems if one.municipality and places.find(one.municipality) is not None)
    return Ours(tuple(kept), wrong, len(others))


def plan_of(partnership: Partnership, ours: Ours, today: date) -> Plan:
    """What would change on each alderman's seat: seven queries. The scope must be open."""
    memberships = members_of(partnership)
    places = Places(one.municipality for one in memberships)
    by_place: dict[int, list[Mandate]] = {}
    for one in ours.mandates:
        if (key := places.find(one.municipality)) is not None:
            by_place.setdefault(key, []).append(one)
    people = people_of(partnership, memberships, {one.person for one in ours.mandates})
    invited = _invited(partnership)
    members = tuple(
        plan_member(
            membership,
            Register(
                spells=spells_of(by_place.get(membership.municipality_id, [])),
                silent=membership.municipality_id not in by_place,
                people=people,
                invited=invited.get(membership.municipality_id, ()),
            ),
            today,
        )
        for membership in memberships
    )
    return Plan(members, ours.elsewhere)


def _invited(partnership: Partnership) -> Mapping[int, Sequence[str]]:
    """Names of who is invited to an alderman's seat, by municipality."""
    found: dict[int, list[str]] = {}
    for one in open_invitations(partnership).filter(role=Seat.Role.ALDERMAN):
        if one.municipality_id is not None:
            found.setdefault(one.municipality_id, []).append(one.name)
    return found
