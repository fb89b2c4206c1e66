"""The shop as a whole, soil and meadow beside it, and what is due."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.due import due_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.overview.cards import cards_of
from groeimodel.shop.overview.duties import by_time
from groeimodel.shop.overview.layers import layers_of
from groeimodel.shop.overview.selectors import shop_of

FEW = 5


@require_safe
@in_partnership("partners.see_inside")
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The dashboard: never the shop alone."""
    today = timezone.localdate()
    shop, due = shop_of(partnership, today), due_of(partnership, today)
    context = {
        "partnership": partnership,
        "shop": shop,
        "cards": cards_of(partnership, shop, cast(Person, request.user), may_here(request, partnership)),
        "layers": layers_of(partnership, shop, today),
        "first": due[:FEW],
        "rest": max(0, len(due) - FEW),
        "late": sum(one.late(today) for one in due),
        "today": today,
    }
    return render(request, "overview/page.html", context)


@require_safe
@in_partnership("partners.see_inside")
def duties(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All that is due, with its days."""
    today = timezone.localdate()
    times = by_time(due_of(partnership, today), today)
    return render(request, "overview/duties.html", {"partnership": partnership, "times": times})
