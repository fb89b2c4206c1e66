"""Who may, in a partnership: small predicates of (person, partnership), composed per right.

Rooms above compose these and add their own rights in their own `access.py`.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import grant, predicate

Visitor = Person | AnonymousUser


def _appointed(person: Visitor, partnership: Partnership, kind: str) -> bool:
    return (
        bool(person.pk)
        and Appointment.objects.filter(
            partnership=partnership, person=person.pk, kind=kind, ends__isnull=True
        ).exists()
    )


@predicate
def is_coordinator(person: Visitor, partnership: Partnership) -> bool:
    return _appointed(person, partnership, Appointment.Kind.COORDINATOR)


@predicate
def is_supporter(person: Visitor, partnership: Partnership) -> bool:
    return _appointed(person, partnership, Appointment.Kind.SUPPORTER)


@predicate
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


def speaks_for(person: Visitor, partnership: Partnership, municipality: Municipality) -> bool:
    """Whether this person holds a seat of this municipality in this partnership."""
    return (
        bool(person.pk)
        and Tenure.objects.filter(
            ends__isnull=True,
            person=person.pk,
            seat__membership__partnership=partnership,
            seat__membership__municipality=municipality,
            seat__membership__ends__isnull=True,
        ).exists()
    )


@predicate
def is_public(person: Visitor, partnership: Partnership) -> bool:
    return partnership.public


@predicate
def is_example(person: Visitor, partnership: Partnership) -> bool:
    """Everything in it is invented, so that everybody may look."""
    return partnership.example and partnership.public


def require(actor: Visitor | None, permission: str, subject: Any) -> None:
    """Refuse whoever lacks the right. `None` is the system itself: an import, the example data.

    Raises:
        PermissionDenied: the actor may not do this to this subject.
    """
    if actor is not None and not actor.has_perm(permission, subject):
        raise PermissionDenied("Dit kan alleen wie er in deze samenwerking het recht toe heeft.")


belongs = holds_seat | is_coordinator | is_supporter

grant("partners.see_partnership", is_public | belongs)
grant("partners.see_inside", belongs)
grant("partners.steer", is_coordinator)
grant("partners.declare_aim", is_coordinator | holds_seat)
