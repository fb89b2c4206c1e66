"""Who may, in a partnership: small predicates of (person, partnership), composed per right.

Rooms above compose these and add their own rights in their own `access.py`.
"""

import rules
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from groeimodel.foundation.partners.models import Appointment, Partnership, Tenure
from groeimodel.foundation.people.models import Person

Visitor = Person | AnonymousUser


def _appointed(person: Visitor, partnership: Partnership, kind: str) -> bool:
    return (
        bool(person.pk)
        and Appointment.objects.filter(
            partnership=partnership, person=person.pk, kind=kind, ends__isnull=True
        ).exists()
    )


@rules.predicate
def is_coordinator(person: Visitor, partnership: Partnership) -> bool:
    return _appointed(person, partnership, Appointment.Kind.COORDINATOR)


@rules.predicate
def is_supporter(person: Visitor, partnership: Partnership) -> bool:
    return _appointed(person, partnership, Appointment.Kind.SUPPORTER)


@rules.predicate
def holds_seat(person: Visitor, partnership: Partnership) -> bool:
    return (
        bool(person.pk)
        and Tenure.objects.filter(
            Q(ends__isnull=True),
            person=person.pk,
            seat__membership__partnership=partnership,
            seat__membership__ends__isnull=True,
        ).exists()
    )


@rules.predicate
def is_public(person: Visitor, partnership: Partnership) -> bool:
    return partnership.public


belongs = holds_seat | is_coordinator | is_supporter

rules.add_perm("partners.see_partnership", is_public | belongs)
rules.add_perm("partners.see_inside", belongs)
rules.add_perm("partners.steer", is_coordinator)
