"""What somebody is in a partnership, and so which rights of the table somebody has there."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Value

from groeimodel.foundation.partners.models import Appointment, Membership, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import About, about, what_is
from groeimodel.rules.rights import RIGHTS, Role, Standing, may

Visitor = Person | AnonymousUser

about(Partnership, About)
about(Membership, lambda one: About(one.partnership, municipality=one.municipality_id))
about(Seat, lambda one: About(one.membership.partnership, municipality=one.membership.municipality_id))
about(Person, lambda one: About(people=frozenset({one.pk})))


def parts_in(person: Visitor, partnership: Partnership) -> frozenset[tuple[Role, int | None]]:
    """Each role that somebody has in a partnership today, with the municipality it is held for: one query."""
    if person.pk is None:
        return frozenset()
    seats = Tenure.objects.filter(
        ends__isnull=True,
        person=person.pk,
        seat__membership__partnership=partnership,
        seat__membership__ends__isnull=True,
    ).values_list("seat__role", F("seat__membership__municipality"), Value("seat"))
    appointments = Appointment.objects.filter(
        ends__isnull=True, person=person.pk, partnership=partnership
    ).values_list("kind", F("municipality"), Value("appointment"))
    return frozenset((Role(role), where) for role, where, _ in seats.union(appointments))


def standing(person: Visitor, subject: Any) -> Standing:
    """What somebody is with respect to a subject: at most one query beside what the subject itself takes."""
    told = what_is(subject)
    roles, own = {Role.VISITOR}, set()
    if person.is_active and person.pk is not None:
        roles.add(Role.PERSON)
        if person.is_superuser:
            roles.add(Role.ADMINISTRATOR)
        if told.partnership is not None:
            parts = parts_in(person, told.partnership)
            roles |= {role for role, _ in parts}
            own = {role for role, where in parts if where is not None and where == told.municipality}
    return Standing(
        roles=frozenset(roles),
        own=frozenset(own),
        is_self=Role.PERSON in roles and person.pk in told.people,
        public=told.partnership is not None and told.partnership.public,
        example=told.partnership is not None and told.partnership.example and told.partnership.public,
    )


def may_for(
    person: Visitor, parts: frozenset[tuple[Role, int | None]], right: str, municipality: int | None
) -> bool:
    """Whether somebody with these parts has a right on what is about a municipality; no query, for pages with many."""
    roles = {role for role, _ in parts} | {Role.VISITOR}
    if person.pk is not None:
        roles |= {Role.PERSON} | ({Role.ADMINISTRATOR} if person.is_superuser else set())
    own = frozenset(role for role, where in parts if where is not None and where == municipality)
    return may(right, Standing(frozenset(roles), own))


class TableBackend(BaseBackend):
    """Django's question `has_perm`, answered by the table; only an active person or a visitor is asked for."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return perm in RIGHTS and may(perm, standing(user_obj, obj))
