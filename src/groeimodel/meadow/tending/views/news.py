"""The news of all actions, for the partners; for everybody what may be read outside (claim W18)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from groeimodel.foundation.files.storing import storage
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.meadow.tending import selectors
from groeimodel.meadow.tending.models import Update


@require_safe
@in_partnership("partners.see_partnership")
def news(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    inside = may_here(request, partnership)("partners.see_inside")
    number = request.GET.get("bladzijde", "1")
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: selectors.news_page(partnership, inside=inside, page=number))
    context = {"partnership": partnership, "shown": shown, "inside": inside}
    context["state"] = f"{page_state(request, partnership.pk)} {inside}"
    return render(request, "tending/news.html", context)


@require_safe
@in_partnership("partners.see_partnership")
def picture(request: HttpRequest, partnership: Partnership, update: int) -> HttpResponse:
    """The small picture beside news: for the partners, and for everybody when the news is."""
    row = get_object_or_404(Update, pk=update)
    inside = may_here(request, partnership)("partners.see_inside")
    (told,) = selectors.with_pictures([row])
    if told.picture is None or not (row.public or inside):
        raise Http404
    with storage().open(told.picture.thumb) as file:
        answer = HttpResponse(file.read(), content_type="image/webp")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
