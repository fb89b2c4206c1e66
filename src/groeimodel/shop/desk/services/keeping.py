"""What the desk lets go of, and what goes along with municipalities that merge. Run by the nightly job and by a merger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.models.requests import new_token
from groeimodel.shop.desk.selectors import desk_of
from groeimodel.shop.desk.services.asking import locked

UNCONFIRMED_DAYS = 7
MONTH = timedelta(days=365) / 12


@transaction.atomic
def forget_unconfirmed(*, now: datetime) -> int:
    """Requests whose mail was never answered go, as if they were never made; how many."""
    old = Request.objects.filter(
        state=Request.State.WAITING, asked_at__lt=now - timedelta(days=UNCONFIRMED_DAYS)
    )
    return int(old.delete()[0])


@transaction.atomic
def erase_old(*, partnership: Partnership, now: datetime) -> int:
    """Take names and words out of requests that were closed long enough ago; figures stay. How many."""
    before = timezone.localdate(now - desk_of(partnership).keep_months * MONTH)
    rows = Request.objects.filter(
        partnership=partnership, state__in=Request.CLOSED, closed_on__lt=before, erased_on=None
    )
    found = list(rows.select_related("partnership"))
    for request in found:
        empty(request, now)
    return len(found)


@transaction.atomic
def erase_now(*, request: Request, actor: Person | None = None) -> Request:
    """The customer asks to be forgotten: names and words go at once, figures stay.

    Raises:
        ValidationError: it still runs; close it first, so that the customer knows.
    """
    require(actor, "desk.handle", request)
    request = locked(request)
    if request.is_open or request.erased_on:
        raise ValidationError(_("Sluit de aanvraag eerst af. Dan kun je de gegevens wissen."))
    empty(request, timezone.now(), actor=actor)
    return request


def empty(request: Request, now: datetime, *, actor: Person | None = None) -> None:
    """Everything that tells who it was or what was said; kind of customer, municipality, offer and days stay."""
    require(actor, "desk.handle", request)
    for name in ("organisation", "name", "email", "phone", "wish", "when", "agreed_what", "why"):
        setattr(request, name, "")
    request.token, request.erased_on = new_token(), timezone.localdate(now)
    request.save()
    request.lines.filter(kind=Line.Kind.NOTE).delete()
    request.lines.exclude(text="").update(text="")
    record(
        "desk.erased",
        partnership=request.partnership,
        actor=actor,
        subject=request,
        data={"request": request.pk},
        at=now,
    )


def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> None:
    """After a merger open requests of the parts are requests of the new municipality; closed ones stay where they were."""
    Request.objects.filter(
        partnership=partnership, municipality__in=parts, state__in=[*Request.OPEN, Request.State.WAITING]
    ).update(municipality=into)
