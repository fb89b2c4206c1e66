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
    parts = parts_in(person, told.partnership) if told.partnership is not None else frozenset()
    return standing_with(person, parts, told)


def standing_with(person: Visitor, parts: frozenset[tuple[Role, int | None]], told: About) -> Standing:
    """The same where the parts are known already; no query."""
    roles, own = {Role.VISITOR}, set()
    if person.is_active and person.pk is not None:
        roles |= {Role.PERSON} | {role for role, _ in parts}
        own = {role for role, where in parts if where is not None and where == told.municipality}
        if person.edits_content:
            roles.add(Role.EDITOR)
        if person.is_superuser:
            roles.add(Role.ADMINISTRATOR)
    public = told.partnership is not None and told.partnership.public
    return Standing(
        roles=frozenset(roles),
        own=frozenset(own),
        is_self=Role.PERSON in roles and person.pk in told.people,
        public=public,
        example=public and told.partnership.example,
    )


def may_for(
    person: Visitor, parts: frozenset[tuple[Role, int | None]], right: str, municipality: int | None
) -> bool:
    """Whether somebody with these parts has a right on what is about a municipality; no query, for pages with many."""
    return may(right, standing_with(person, parts, About(municipality=municipality)))


class TableBackend(BaseBackend):
    """Django's question `has_perm`, answered by the table; only an active person or a visitor is asked for."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return perm in RIGHTS and may(perm, standing(user_obj, obj))
