"""Somebody of every role, with one of everything: what the walk over all addresses meets."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Membership, Municipality, Partnership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.rules.rights import Role, Standing
from tests.permissions.rows import rows


@dataclass(frozen=True)
class Somebody:
    """A person of the walk, with the roles written out by hand: the rights are worked out from these, not from the database."""

    name: str
    person: Person | None
    roles: frozenset[Role]
    home: int | None = None
    """The key of the municipality for which the role is held."""

    def standing(self, subject: Subject) -> Standing:
        """What this person is with respect to a subject of Testland, by hand."""
        own = self.home is not None and self.home == subject.municipality
        held = self.roles - {
            Role.VISITOR,
            Role.PERSON,
            Role.ADMINISTRATOR,
            Role.EDITOR,
            Role.COORDINATOR,
            Role.SUPPORTER,
            Role.GUEST,
        }
        return Standing(
            roles=self.roles,
            own=held if own else frozenset(),
            is_self=self.person is not None and self.person.pk in subject.people,
        )


@dataclass(frozen=True)
class Subject:
    municipality: int | None = None
    people: frozenset[int] = frozenset()


@dataclass(frozen=True)
class World:
    partnership: Partnership
    everybody: tuple[Somebody, ...]
    keys: dict[str, int]
    subjects: dict[str, Subject]
    """By the name of an address: what its row is about."""
    home: Municipality


def make_world(cast: Cast) -> World:
    """Everything is about Proefdorp, the municipality of Amina and Bram."""
    here, home, today = cast.partnership, cast.municipality, timezone.localdate()
    gita, hugo = person("Gita"), person("Hugo")
    iris = person("Iris")
    Person.objects.filter(pk=iris.pk).update(edits_content=True)
    admin = Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer")
    partners.appoint(partnership=here, person=gita, kind="ambassador", since=today, municipality=home)
    partners.appoint(partnership=here, person=hugo, kind="guest", since=today)
    membership = Membership.objects.get(partnership=here, municipality=home)
    seat = Seat.objects.get(membership=membership, role="officer")
    with scope(partnership=here):
        keys = rows(cast, today) | {
            "membership": membership.pk,
            "seat": seat.pk,
            "appointment": Appointment.objects.get(person=hugo).pk,
        }
    own = Subject(home.pk, frozenset({cast.bram.pk}))
    base, seat_roles = {Role.VISITOR, Role.PERSON}, (Role.ALDERMAN, Role.OFFICER)
    return World(
        partnership=here,
        everybody=(
            Somebody("visitor", None, frozenset({Role.VISITOR})),
            Somebody("alderman", cast.amina, frozenset(base | {seat_roles[0]}), home.pk),
            Somebody("officer", cast.bram, frozenset(base | {seat_roles[1]}), home.pk),
            Somebody("neighbour", cast.celia, frozenset(base | {seat_roles[1]}), cast.neighbour.pk),
            Somebody("ambassador", gita, frozenset(base | {Role.AMBASSADOR}), home.pk),
            Somebody("guest", hugo, frozenset(base | {Role.GUEST})),
            Somebody("coordinator", cast.finn, frozenset(base | {Role.COORDINATOR})),
            Somebody("supporter", cast.els, frozenset(base | {Role.SUPPORTER})),
            Somebody("stranger", cast.daan, frozenset(base)),
            Somebody("editor", iris, frozenset(base | {Role.EDITOR})),
            Somebody("administrator", admin, frozenset(base | {Role.ADMINISTRATOR})),
        ),
        keys=keys,
        subjects={"own": own},
        home=home,
    )
