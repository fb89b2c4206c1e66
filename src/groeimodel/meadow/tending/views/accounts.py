"""The account of one municipality: what went in, and what came out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.tending.accounts import account_of, years_of
from groeimodel.meadow.tending.selectors import members_of


@require_safe
@in_partnership("partners.see_inside")
def own(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The own municipality first; who has none sees the first one."""
    members = members_of(partnership)
    parts = request.parts  # type: ignore[attr-defined]
    home = {where for _role, where in parts if where is not None}
    first = next((one for one in members if one.pk in home), members[0] if members else None)
    return page(request, partnership, members, first)


@require_safe
@in_partnership("partners.see_inside")
def of(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    where = get_object_or_404(partnership.municipalities.distinct(), pk=municipality)
    return page(request, partnership, members_of(partnership), where)


def page(
    request: HttpRequest, partnership: Partnership, members: list[Municipality], where: Municipality | None
) -> HttpResponse:
    years = years_of(partnership)
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in years else None
    everything = "alles" in request.GET
    number = request.GET.get("bladzijde", "1")
    account = account_of(partnership, where, year=year, page=number, everything=everything) if where else None
    context = {
        "partnership": partnership,
        "members": members,
        "where": where,
        "years": years,
        "account": account,
        "everything": everything,
        "today": timezone.localdate(),
    }
    return render(request, "tending/account.html", context)
