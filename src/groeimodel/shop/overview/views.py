"""The shop as a whole, soil and meadow beside it, and what is due."""

from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from groeimodel.foundation.due import Due, due_of
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.overview.cards import cards_of
from groeimodel.shop.overview.duties import by_time
from groeimodel.shop.overview.layers import layers_of
from groeimodel.shop.overview.selectors import shop_of

FEW, KEEP = 5, 300


def due_for(request: HttpRequest, partnership: Partnership, today: date) -> list[Due]:
    """What the reader may read of it."""
    may = may_here(request, partnership)
    return [one for one in due_of(partnership, today) if may(one.right)]


@require_safe
@in_partnership("partners.see_inside")
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The dashboard: never the shop alone."""
    shown = SimpleLazyObject(lambda: _shown(request, partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "overview/page.html", {**context, "keep_seconds": KEEP})


def _shown(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    """Not worked out while nothing was done since: the body of the page is kept."""
    today = timezone.localdate()
    shop, due = shop_of(partnership, today), due_for(request, partnership, today)
    return {
        "shop": shop,
        "cards": cards_of(partnership, shop, cast(Person, request.user), may_here(request, partnership)),
        "layers": layers_of(partnership, shop, today),
        "first": due[:FEW],
        "rest": max(0, len(due) - FEW),
        "late": sum(one.late(today) for one in due),
        "today": today,
    }


@require_safe
@in_partnership("partners.see_inside")
def duties(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All that is due, with its days."""
    today = timezone.localdate()
    times = SimpleLazyObject(lambda: by_time(due_for(request, partnership, today), today))
    context = {"partnership": partnership, "times": times, "state": page_state(request, partnership.pk)}
    return render(request, "overview/duties.html", {**context, "keep_seconds": KEEP})
