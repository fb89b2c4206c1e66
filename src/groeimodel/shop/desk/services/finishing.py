"""A request that is done: whom it reached goes to the counter, and the customer is thanked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.desk import letters, reaching
from groeimodel.shop.desk.models import Line, Request, Served
from groeimodel.shop.desk.services.asking import locked
from groeimodel.shop.desk.services.handling import HANDLE, _answered, _line, _next_promise, _note, _open

MOST = 100_000
"""People that one request can reach."""


@transaction.atomic
def finish(
    *,
    request: Request,
    served: Mapping[Municipality | None, int],
    actor: Person | None = None,
    at: datetime | None = None,
) -> Request:
    """It is done. `served` counts people by municipality of residence; None is elsewhere or not known.

    Raises:
        ValidationError: an unlikely number, or the request is closed.
    """
    require(actor, HANDLE, request)
    request = _open(request)
    if any(not 0 <= people <= MOST for people in served.values()):
        raise ValidationError(_("Dat aantal kan niet kloppen."))
    _answered(request, actor, at)
    request.state, request.answer_by = Request.State.DONE, None
    request.closed_on = timezone.localdate(at)
    request.save()
    before = {one.municipality: 0 for one in request.served.select_related("municipality")}
    request.served.all().delete()
    counted = {place: people for place, people in served.items() if people}
    Served.objects.bulk_create(
        Served(request=request, municipality=place, people=people) for place, people in counted.items()
    )
    reaching.tell_counter(request, {**before, **counted}, at=at)
    _line(request, Line.Kind.DONE, by=actor, at=at)
    _note("desk.finished", request, actor=actor, at=at, people=sum(counted.values()))
    letters.thank(request)
    return request


@transaction.atomic
def reopen(*, request: Request, actor: Person | None = None, at: datetime | None = None) -> Request:
    """Take up again what was closed too soon; whom it reached is counted anew when it is done.

    Raises:
        ValidationError: it is open, or its name and words were erased.
    """
    require(actor, HANDLE, request)
    request = locked(request)
    if request.is_open or request.erased_on or request.received_on is None:
        raise ValidationError(_("Deze aanvraag kan niet meer open."))
    if request.state == Request.State.DONE:
        reaching.tell_counter(
            request,
            {one.municipality: 0 for one in request.served.select_related("municipality")},
            at=at,
        )
    if request.municipality is not None:  # it may have merged since
        request.municipality_id = request.municipality.today
    request.state, request.closed_on, request.why = Request.State.BUSY, None, ""
    request.answer_by = _next_promise(request, at)
    request.save()
    _line(request, Line.Kind.REOPENED, by=actor, at=at)
    _note("desk.reopened", request, actor=actor, at=at)
    letters.tell_reopened(request)
    return request
