"""The shop as everyone sees it: what there is, one offer, and its picture."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.files import storing
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.meadow.evaluation.selectors import evaluation_of
from groeimodel.shop.counter import caring, reach
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.selectors import in_the_making
from groeimodel.shop.counter.services import TEND
from groeimodel.shop.counter.shelf import shelf_of
from groeimodel.shop.counter.views.common import inside, offer_here

PAGE = 24


@require_safe
@in_partnership("partners.see_partnership")
@kept
def window(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Everything in the window, for everyone when the partnership is public: by words, and by whom it is for."""
    query, who = request.GET.get("zoek", "").strip()[:200], request.GET.get("voor", "")
    who = who if who in Offer.ForWhom.values else ""
    today = timezone.localdate()
    shelf = shelf_of(partnership, today, query=query, who=who)
    within, coordinates = inside(request), may_here(request, partnership)(TEND)
    context = {
        "partnership": partnership,
        "shelf": shelf,
        "page": Paginator(shelf.offers, PAGE).get_page(request.GET.get("bladzijde")),
        "query": query,
        "who": who,
        "who_words": dict(Offer.ForWhom.choices).get(who, ""),
        "inside": within,
        "coordinates": coordinates,
        "making": in_the_making(partnership, today) if within else [],
        "reached": reach.reached(partnership, today),
        "today": today,
    }
    return render(request, "counter/window.html", context)


@require_safe
@in_partnership("partners.see_partnership")
@kept
def offer(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One offer: for everyone what you get and how to ask; inside also how it is kept."""
    found, within, today = offer_here(partnership, pk), inside(request), timezone.localdate()
    if found.draft and not within:
        raise Http404
    may = may_here(request, found)
    context: dict[str, Any] = {
        "partnership": partnership,
        "offer": found,
        "shown": found.shown_on(today),
        "to_come": found.starts > today,
        "bouquets": [one for one in found.bouquets.all() if one.featured_on(today)],
        "evaluation": evaluation_of(found.grew_from) if found.grew_from else None,
        "inside": within,
        "tends": may(TEND),
        "panels": panels_of("counter.offer", found, may=may),
        "reached": reach.reached_by(found, today, everyone=not within),
        "care": caring.care_of(found, today, may) if within else None,
    }
    return render(request, "counter/offer.html", context)


@require_safe
@in_partnership("partners.see_partnership")
def picture(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The picture of an offer, small unless `?groot` is asked: who put it there chose it for everyone."""
    found = get_object_or_404(Offer.objects.select_related("picture"), pk=pk, partnership=partnership)
    if found.picture is None or (found.draft and not inside(request)):
        raise Http404
    large = "groot" in request.GET
    path = found.picture.path if large else found.picture.thumb
    try:
        content = storing.storage().open(path)
    except FileNotFoundError:
        raise Http404 from None
    kind = found.picture.content_type if large else "image/webp"
    answer = FileResponse(content, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer  # type: ignore[return-value]
