"""What the shop does with a request: who follows it up, answers, proposals, agreements. Each is told to the customer by mail."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk import letters
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.promising import days_between, promised
from groeimodel.shop.desk.selectors import desk_of, handlers_of
from groeimodel.shop.desk.services.asking import locked

HANDLE = "desk.handle"


@transaction.atomic
def assign(
    *, request: Request, handler: Person, actor: Person | None = None, at: datetime | None = None
) -> Request:
    """Say who follows it up.

    Raises:
        PermissionDenied: the actor may not.
        ValidationError: that person handles no requests here, or it is closed.
    """
    require(actor, HANDLE, request)
    request = _open(request)
    if handler.pk not in {one.pk for one in handlers_of(request.partnership)}:
        raise ValidationError({"handler": _("Kies een ambtenaar of coördinator van deze samenwerking.")})
    if request.handler_id == handler.pk:
        return request
    request.handler = handler
    request.save()
    _line(request, Line.Kind.ASSIGNED, by=handler, at=at)
    _note("desk.assigned", request, actor=actor, at=at, person=handler.pk)
    if handler != actor:
        letters.tell_assigned(request, handler)
    return request


@transaction.atomic
def note(*, request: Request, text: str, actor: Person | None = None, at: datetime | None = None) -> Line:
    """Write something down that the customer does not see."""
    require(actor, HANDLE, request)
    line = _line(locked(request), Line.Kind.NOTE, text=_said(text), by=actor, at=at)
    _note("desk.noted", request, actor=actor, at=at)
    return line


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be put right in a request: a customer mistyped, or did not know which offer it was."""

    organisation: str
    name: str
    email: str
    phone: str
    municipality: Municipality | None
    offer: Offer | None
    people: int | None


@transaction.atomic
def correct(*, request: Request, facts: Facts, actor: Person | None = None) -> Request:
    """Put right who asked, from where, about which offer and for how many. What the customer wrote stays as it is."""
    require(actor, HANDLE, request)
    request = _open(request)
    for one in fields(facts):
        setattr(request, one.name, getattr(facts, one.name))
    request.full_clean()
    request.save()
    _note("desk.corrected", request, actor=actor, at=None)
    return request


@transaction.atomic
def reply(
    *,
    request: Request,
    text: str,
    asks: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Request:
    """Write to the customer. `asks`: the customer has the word now; without it the shop owes a next step."""
    require(actor, HANDLE, request)
    request, text = _open(request), _said(text)
    _answered(request, actor, at)
    if request.state != Request.State.AGREED:
        request.state = Request.State.ASKED if asks else Request.State.BUSY
        request.answer_by = None if asks else _next_promise(request, at)
    request.save()
    _line(request, Line.Kind.QUESTION if asks else Line.Kind.REPLY, text=text, by=actor, at=at)
    _note("desk.answered", request, actor=actor, at=at)
    letters.tell_reply(request, text, asks=asks)
    return request


@transaction.atomic
def propose(
    *,
    request: Request,
    text: str,
    price: Decimal | None = None,
    day: date | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Request:
    """Offer something made to measure; the customer says yes with one button. A later proposal takes the place of this."""
    require(actor, HANDLE, request)
    request, text = _open(request), _said(text)
    _answered(request, actor, at)
    request.state, request.answer_by = Request.State.ASKED, None
    request.save()
    line = _line(request, Line.Kind.PROPOSAL, text=text, by=actor, at=at, price=price, day=day)
    _note("desk.proposed", request, actor=actor, at=at)
    letters.tell_proposal(request, line)
    return request


@transaction.atomic
def agree(
    *,
    request: Request,
    what: str,
    day: date | None = None,
    price: Decimal | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Request:
    """Write down what was agreed, and when it is."""
    require(actor, HANDLE, request)
    request, what = _open(request), _said(what)
    _answered(request, actor, at)
    settle(request, what, day, price)
    _line(request, Line.Kind.AGREED, text=what, by=actor, at=at, price=price, day=day)
    _note("desk.agreed", request, actor=actor, at=at)
    letters.tell_agreed(request)
    return request


def settle(request: Request, what: str, day: date | None, price: Decimal | None) -> None:
    """The request is agreed on, by whichever of both sides said so last."""
    request.state, request.answer_by = Request.State.AGREED, None
    request.agreed_what, request.agreed_on, request.price = what, day, price
    request.full_clean()
    request.save()


@transaction.atomic
def decline(
    *, request: Request, why: str, actor: Person | None = None, at: datetime | None = None
) -> Request:
    """Say that it cannot be done, with the reason that the customer reads."""
    require(actor, HANDLE, request)
    request, why = _open(request), _said(why)
    _answered(request, actor, at)
    request.state, request.why, request.answer_by = Request.State.DECLINED, why, None
    request.closed_on = timezone.localdate(at)
    request.save()
    _line(request, Line.Kind.DECLINED, text=why, by=actor, at=at)
    _note("desk.declined", request, actor=actor, at=at)
    letters.tell_declined(request)
    return request


def _open(request: Request) -> Request:
    """The row as it is now; refused when it is closed."""
    found = locked(request)
    if not found.is_open:
        raise ValidationError(_("Deze aanvraag is al afgesloten. Open ze eerst weer."))
    return found


def _said(text: str) -> str:
    """Raises ValidationError for nothing but blanks."""
    if not text.strip():
        raise ValidationError(_("Schrijf er iets bij: de klant leest het."))
    return text.strip()


def _answered(request: Request, actor: Person | None, at: datetime | None) -> None:
    """The first answer stops the clock; whoever answers follows it up, unless somebody does."""
    if request.answered_on is None and request.received_on is not None:
        request.answered_on = timezone.localdate(at)
        request.answer_days = days_between(request.received_on, request.answered_on)
    if request.handler_id is None and actor is not None:
        request.handler = actor


def _next_promise(request: Request, at: datetime | None) -> date:
    return promised(timezone.localdate(at), desk_of(request.partnership).days)


def _line(
    request: Request,
    kind: Line.Kind,
    *,
    text: str = "",
    by: Person | None = None,
    at: datetime | None = None,
    price: Decimal | None = None,
    day: date | None = None,
) -> Line:
    line = Line(request=request, kind=kind, text=text, by=by, at=at or timezone.now(), price=price, day=day)
    line.full_clean()
    line.save()
    return line


def _note(verb: str, request: Request, *, actor: Person | None, at: datetime | None, **data: int) -> None:
    """Keys and figures only: what is said stays in the request, and goes with it."""
    record(
        verb,
        partnership=request.partnership,
        actor=actor,
        municipality=request.municipality,
        subject=request,
        data={"request": request.pk, **data},
        at=at,
    )
