"""Mandates, a note for who comes next, an ambassador and questions, for an example partnership."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from groeimodel.demo.kit import Planted, example_person, moment
from groeimodel.foundation.contact import services as contact
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Seat
from groeimodel.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Grant:
    """One mandate; days are counted from today, past below 0."""

    where: str
    starts: int
    ends: int
    hours: int | None = None
    amount: int | None = None
    purpose: str = ""
    asked: bool = False
    """Only asked: the alderman still has to answer."""
    worked: Sequence[tuple[int, str, str]] = ()
    """Days ago, hours, and on what."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """What was agreed in one partnership, and what people left for each other."""

    grants: Sequence[Grant]
    note_on: str = ""
    note: str = ""
    ambassadors: Mapping[str, str] | None = None
    """By municipality, a name."""
    question: str = ""
    answer: str = ""
    asked_by: str = ""


def agree(planted: Planted, agreements: Agreements, supporter: Person) -> None:
    """Write it all through the services, with the people of the story; the scope must be open."""
    for grant in agreements.grants:
        _grant(planted, grant)
    if agreements.note:
        membership = planted.memberships[agreements.note_on]
        seat = Seat.objects.get(membership=membership, role=Seat.Role.OFFICER)
        partners.leave_note(seat=seat, text=agreements.note)
    for where, name in (agreements.ambassadors or {}).items():
        partners.appoint(
            partnership=planted.partnership,
            person=example_person(name),
            kind=Appointment.Kind.AMBASSADOR,
            since=planted.day(120),
            municipality=planted.municipality(where),
            at=moment(planted.day(120)),
        )
    if agreements.question:
        asked = contact.ask(
            partnership=planted.partnership,
            text=agreements.question,
            page=f"/igs/{planted.partnership.slug}/",
            actor=planted.people[agreements.asked_by],
        )
        if agreements.answer:
            contact.answer(question=asked, text=agreements.answer, actor=supporter)


def _grant(planted: Planted, grant: Grant) -> None:
    officer = planted.seat(grant.where, Seat.Role.OFFICER)
    alderman = planted.seat(grant.where, Seat.Role.ALDERMAN)
    if officer is None or alderman is None:
        raise ValueError(f"{grant.where} has an empty seat")
    proposal = Proposal(
        municipality=planted.municipality(grant.where),
        kind="time" if grant.hours else "decide",
        holder=officer,
        starts=planted.today + timedelta(days=grant.starts),
        ends=planted.today + timedelta(days=grant.ends),
        hours=Decimal(grant.hours) if grant.hours else None,
        amount=Decimal(grant.amount) if grant.amount else None,
        purpose=grant.purpose,
    )
    partnership, at = planted.partnership, moment(planted.today + timedelta(days=min(0, grant.starts)))
    if grant.asked:
        mandates.ask(partnership=partnership, proposal=proposal, actor=officer, at=at)
        return
    given = mandates.give(partnership=partnership, proposal=proposal, actor=alderman, at=at)
    for days, hours, what in grant.worked:
        mandates.use(mandate=given, on=planted.day(days), hours=Decimal(hours), what=what, actor=officer)
