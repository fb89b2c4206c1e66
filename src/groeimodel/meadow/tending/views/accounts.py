"""The account of one municipality: what went in, and what came out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.tending.accounts import account_of, years_of
from groeimodel.meadow.tending.selectors import members_of


@require_safe
@in_partnership("partners.see_inside")
def own(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The own municipality first; who has none sees the first one."""
    return page(request, partnership, None)


@require_safe
@in_partnership("partners.see_inside")
def of(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    where = get_object_or_404(partnership.municipalities.distinct(), pk=municipality)
    return page(request, partnership, where)


def page(request: HttpRequest, partnership: Partnership, where: Municipality | None) -> HttpResponse:
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership, where))
    state = f"{page_state(request, partnership.pk)} {where.pk if where else 'own'}"
    return render(
        request, "tending/account.html", {"partnership": partnership, "shown": shown, "state": state}
    )


def shown_of(request: HttpRequest, partnership: Partnership, where: Municipality | None) -> dict[str, Any]:
    members, years = members_of(partnership), years_of(partnership)
    if where is None:
        parts = request.parts  # type: ignore[attr-defined]
        home = {place for _role, place in parts if place is not None}
        where = next((one for one in members if one.pk in home), members[0] if members else None)
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in years else None
    everything, number = "alles" in request.GET, request.GET.get("bladzijde", "1")
    account = account_of(partnership, where, year=year, page=number, everything=everything) if where else None
    return {
        "members": members,
        "where": where,
        "years": years,
        "account": account,
        "everything": everything,
        "today": timezone.localdate(),
    }
