"""A customer asks something. It counts once the link in the mail was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk import letters
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.promising import promised
from groeimodel.shop.desk.selectors import desk_of


class DeskClosed(Exception):
    """The shop takes no requests now."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer asks."""

    who: str
    """One of `Request.Who`."""
    name: str
    email: str
    text: str
    organisation: str = ""
    phone: str = ""
    municipality: Municipality | None = None
    """None: outside the partnership."""
    offer: Offer | None = None
    """None: something that is not in the window."""
    people: int | None = None
    day: date | None = None
    when: str = ""


@transaction.atomic
def ask(*, partnership: Partnership, wish: Wish, at: datetime | None = None) -> Request:
    """Keep a request until its mail is answered, and send that mail. Nobody inside sees it yet.

    Raises:
        DeskClosed: the partnership takes no requests now.
        ValidationError: something that cannot be.
    """
    if not desk_of(partnership).open:
        raise DeskClosed
    request = _write(partnership, wish, at)
    letters.ask_to_confirm(request)
    return request


@transaction.atomic
def take_down(
    *, partnership: Partnership, wish: Wish, actor: Person | None = None, at: datetime | None = None
) -> Request:
    """Write down what somebody asks by telephone or at the counter; the mail address may be empty then. It counts at once.

    Raises:
        PermissionDenied: the actor may not.
        ValidationError: something that cannot be.
    """
    require(actor, "desk.handle", partnership)
    return _receive(_write(partnership, wish, at), actor, at)


def _write(partnership: Partnership, wish: Wish, at: datetime | None) -> Request:
    request = Request(
        partnership=partnership,
        who=wish.who,
        organisation=wish.organisation.strip(),
        name=wish.name.strip(),
        email=wish.email.strip(),
        phone=wish.phone.strip(),
        municipality=wish.municipality,
        offer=wish.offer,
        wish=wish.text.strip(),
        people=wish.people,
        day=wish.day,
        when=wish.when.strip(),
        asked_at=at or timezone.now(),
    )
    request.full_clean()
    request.save()
    return request


@transaction.atomic
def confirm(*, request: Request, at: datetime | None = None) -> Request:
    """The customer used the link of the mail: from now on the answer time runs. Twice changes nothing."""
    request = locked(request)
    if request.state != Request.State.WAITING:
        return request
    return _receive(request, None, at)


def _receive(request: Request, actor: Person | None, at: datetime | None) -> Request:
    """From now on the answer time runs."""
    today = timezone.localdate(at)
    request.state, request.received_on = Request.State.NEW, today
    request.promised_on = request.answer_by = promised(today, desk_of(request.partnership).days)
    request.save()
    Line.objects.create(request=request, kind=Line.Kind.RECEIVED, by=actor, at=at or timezone.now())
    record(
        "desk.asked",
        partnership=request.partnership,
        actor=actor,
        municipality=request.municipality,
        subject=request,
        data={"request": request.pk, "offer": request.offer_id},
        at=at,
    )
    letters.tell_received(request)
    letters.tell_inside_new(request)
    return request


def locked(request: Request) -> Request:
    """The row as it is now, held until the end of the transaction."""
    rows = Request.objects.select_related("partnership", "offer", "handler", "municipality")
    found: Request = rows.select_for_update(of=("self",)).get(pk=request.pk)
    return found
