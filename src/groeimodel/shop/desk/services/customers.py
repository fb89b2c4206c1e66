"""What a customer does with the own request: the link is the right, so nobody is asked for one."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.shop.desk import letters
from groeimodel.shop.desk.models import Line, Rating, Request
from groeimodel.shop.desk.services.asking import locked
from groeimodel.shop.desk.services.handling import _line, _next_promise, _note, settle


class TooLate(Exception):
    """The request is closed, or what was offered is not on the table any more."""


@transaction.atomic
def message(*, request: Request, text: str, at: datetime | None = None) -> Request:
    """Say something more; the shop owes an answer again, within the time that it promises.

    Raises:
        TooLate: the request is closed.
        ValidationError: nothing was said.
    """
    request, text = _still_open(request), text.strip()
    if not text:
        raise ValidationError(_("Schrijf je bericht."))
    if request.state != Request.State.NEW:  # the first promise stands
        request.answer_by = _next_promise(request, at)
        if request.state == Request.State.ASKED:
            request.state = Request.State.BUSY
        request.save()
    _line(request, Line.Kind.MESSAGE, text=text, at=at)
    _note("desk.told", request, actor=None, at=at)
    letters.tell_inside(request, letters.SAID)
    return request


@transaction.atomic
def accept(*, request: Request, at: datetime | None = None) -> Request:
    """Say yes to the last proposal.

    Raises:
        TooLate: there is none on the table.
    """
    request = _still_open(request)
    proposal = request.lines.filter(kind=Line.Kind.PROPOSAL).last()
    if proposal is None or request.state != Request.State.ASKED:
        raise TooLate
    settle(request, proposal.text, proposal.day, proposal.price)
    _line(request, Line.Kind.ACCEPTED, at=at, price=proposal.price, day=proposal.day)
    _note("desk.accepted", request, actor=None, at=at)
    letters.tell_inside(request, letters.ACCEPTED)
    letters.tell_agreed(request)
    return request


@transaction.atomic
def withdraw(*, request: Request, text: str = "", at: datetime | None = None) -> Request:
    """Take it back. Bookings that hang on it stay until somebody inside cancels them: that is asked of the handler.

    Raises:
        TooLate: it is closed already.
    """
    request = _still_open(request)
    request.state, request.answer_by = Request.State.WITHDRAWN, None
    request.closed_on = timezone.localdate(at)
    request.save()
    _line(request, Line.Kind.WITHDRAWN, text=text.strip(), at=at)
    _note("desk.withdrawn", request, actor=None, at=at)
    letters.tell_inside(request, letters.WITHDRAWN)
    return request


@transaction.atomic
def rate(*, request: Request, score: int, text: str = "") -> None:
    """Say how it was, once. It is kept apart, without request, name or day; nothing of it is in the journal.

    Raises:
        TooLate: it was said already, or the request is not done.
        ValidationError: no score from 1 to 5.
    """
    request = locked(request)
    if request.rated or request.state != Request.State.DONE or request.closed_on is None:
        raise TooLate
    rating = Rating(
        partnership=request.partnership, year=request.closed_on.year, score=score, text=text.strip()
    )
    rating.full_clean()
    rating.save()
    request.rated = True
    request.save(update_fields=["rated"])


def _still_open(request: Request) -> Request:
    found = locked(request)
    if not found.is_open:
        raise TooLate
    return found
