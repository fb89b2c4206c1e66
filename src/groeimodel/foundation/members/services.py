"""Every write about invitations. Accepting one makes the person, fills the seat or gives the part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.members import letters
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require

DAYS = 30
"""How long an invitation can be accepted after it was sent."""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Whom to invite, for which part."""

    role: str
    email: str
    name: str
    municipality: Municipality | None = None


@transaction.atomic
def invite(
    *, partnership: Partnership, invitee: Invitee, actor: Person | None = None, at: datetime | None = None
) -> Invitation:
    """Invite somebody by mail. The same person for the same part again is the same invitation, sent anew.

    Raises:
        ValidationError: the person has this part already, or the municipality is no member.
    """
    invitation = Invitation(
        partnership=partnership,
        role=invitee.role,
        municipality=invitee.municipality,
        email=invitee.email.strip().lower(),
        name=invitee.name.strip(),
        invited_by=actor,
        sent_at=at or timezone.now(),
    )
    require(actor, _right(invitation), invitation)
    invitation.full_clean()
    sitting = _sitting(invitation)
    if sitting is not None and (sitting.email or "").lower() == invitation.email:
        raise ValidationError(_("%(name)s zit al op deze zetel.") % {"name": sitting})
    _check_successor(partnership, sitting, actor)
    earlier = _open_ones(partnership).filter(
        role=invitation.role, municipality=invitation.municipality, email__iexact=invitation.email
    )
    if (same := earlier.select_for_update().first()) is not None:
        return send_again(invitation=same, actor=actor)
    invitation.instead_of = sitting
    invitation.save()
    _note("members.invited", invitation, actor=actor, at=at)
    letters.send(invitation)
    return invitation


@transaction.atomic
def send_again(*, invitation: Invitation, actor: Person | None = None) -> Invitation:
    """Send the mail once more, with a new link and a new term."""
    require(actor, _right(invitation), invitation)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open:
        raise ValidationError(_("Deze uitnodiging is al aanvaard of ingetrokken."))
    invitation.sent_at, invitation.times_sent = timezone.now(), invitation.times_sent + 1
    invitation.instead_of = _sitting(invitation)
    _check_successor(invitation.partnership, invitation.instead_of, actor)
    invitation.save(update_fields=["sent_at", "times_sent", "instead_of"])
    _note("members.invited_again", invitation, actor=actor)
    letters.send(invitation)
    return invitation


@transaction.atomic
def withdraw(*, invitation: Invitation, actor: Person | None = None) -> Invitation:
    """Take an invitation back: its link leads nowhere from now on."""
    require(actor, _right(invitation), invitation)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.is_open:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        _note("members.withdrawn", invitation, actor=actor)
    return invitation


@transaction.atomic
def accept(*, invitation: Invitation, name: str) -> Person:
    """Whoever has the link of the mail accepts: the address is theirs. Gives the person, made new or found by address.

    Raises:
        ValidationError: it was accepted, withdrawn or is too old.
        partners.SeatTaken: somebody else was faster on this seat.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if why := why_not(invitation):
        raise ValidationError(why)
    person = Person.objects.filter(email__iexact=invitation.email).first()
    if person is not None and not person.is_active:
        raise ValidationError(_("Dit account is gesloten. Vraag het na bij de beheerder."))
    if person is None:
        person = Person.objects.create_user(invitation.email, name=name.strip() or invitation.name)
    _give_part(invitation, person)
    invitation.accepted_at, invitation.person = timezone.now(), person
    invitation.save(update_fields=["accepted_at", "person"])
    _note("members.accepted", invitation, actor=person)
    return person


@transaction.atomic
def sit_by_name(
    *, seat: Seat, name: str, since: date, expected: int | None, actor: Person | None = None
) -> Person:
    """Give a seat to somebody of whom only the name is known; without an address nobody signs in.

    Raises:
        partners.SeatTaken: somebody else sits there than was expected.
        ValidationError: the day lies before whoever sits there came.
    """
    require(actor, "partners.steer", seat.membership.partnership)
    person = Person.objects.create_user(None, name=name.strip())
    partners.fill_seat(
        membership=seat.membership, role=seat.role, person=person, since=since, expected=expected, actor=actor
    )
    return person


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: open invitations are for the new municipality, and for its seats as they are now."""
    rows = list(_open_ones(partnership).filter(municipality__in=parts).select_for_update())
    for invitation in rows:
        invitation.municipality_id = into
        invitation.instead_of = _sitting(invitation)
        invitation.save(update_fields=["municipality", "instead_of"])
    return len(rows)


def why_not(invitation: Invitation) -> str:
    """Why it can no longer be accepted; empty when it can."""
    if invitation.accepted_at is not None:
        return _("Deze uitnodiging is al aanvaard. Meld je aan met je mailadres.")
    if invitation.withdrawn_at is not None:
        return _("Deze uitnodiging is ingetrokken. Vraag een nieuwe aan wie je uitnodigde.")
    if invitation.sent_at + timedelta(days=DAYS) < timezone.now():
        return _("Deze uitnodiging is te oud. Vraag een nieuwe aan wie je uitnodigde.")
    return ""


def _give_part(invitation: Invitation, person: Person) -> None:
    today = timezone.localdate()
    if invitation.role in Seat.Role.values:
        partners.fill_seat(
            membership=_membership(invitation),
            role=invitation.role,
            person=person,
            since=today,
            expected=invitation.instead_of_id,
        )
    else:
        partners.appoint(
            partnership=invitation.partnership,
            person=person,
            kind=invitation.role,
            since=today,
            municipality=invitation.municipality,
        )


def may_name_successor(partnership: Partnership, sitting: Person | None, actor: Person | None) -> bool:
    """Whoever sits there names the own successor; for somebody else only who steers does. An empty seat is for all."""
    itself = sitting is None or actor is None or sitting.pk == actor.pk
    return itself or (actor is not None and actor.has_perm("partners.steer", partnership))


def _check_successor(partnership: Partnership, sitting: Person | None, actor: Person | None) -> None:
    """Otherwise an officer could put another alderman in the place of the one who sits there, or the reverse."""
    if not may_name_successor(partnership, sitting, actor):
        raise ValidationError(
            _("%(name)s zit op deze zetel. Een opvolger uitnodigen doet %(name)s zelf, of wie coördineert.")
            % {"name": sitting}
        )


def _right(invitation: Invitation) -> str:
    """A coordinator or supporter is appointed; for the other parts one is invited."""
    steering = {Invitation.Role.COORDINATOR, Invitation.Role.SUPPORTER}
    return "partners.appoint" if invitation.role in steering else "partners.invite"


def _membership(invitation: Invitation) -> Membership:
    try:
        return Membership.objects.get(
            partnership=invitation.partnership, municipality=invitation.municipality, ends=None
        )
    except Membership.DoesNotExist as error:
        raise ValidationError(_("Deze gemeente is geen partner meer.")) from error


def _sitting(invitation: Invitation) -> Person | None:
    """Who sits now on the seat that the invitation is for."""
    if invitation.role not in Seat.Role.values:
        return None
    seat = {"seat__membership": _membership(invitation), "seat__role": invitation.role}
    tenure = Tenure.objects.filter(ends=None, **seat).select_related("person").first()
    return tenure.person if tenure else None


def _open_ones(partnership: Partnership) -> QuerySet[Invitation]:
    return Invitation.objects.filter(partnership=partnership, accepted_at=None, withdrawn_at=None)


def _note(verb: str, invitation: Invitation, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=invitation.partnership,
        actor=actor,
        municipality=invitation.municipality,
        subject=invitation,
        data={"role": invitation.role},
        at=at,
    )
