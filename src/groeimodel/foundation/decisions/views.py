"""The register of joint decisions."""

from decimal import Decimal

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from groeimodel.foundation.decisions import leading, presenting, selectors
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership

PAGE = 25


@require_safe
@in_partnership("decisions.see")
@kept
def register(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All decisions, with a field to search."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    page = Paginator(selectors.decisions_of(partnership, words), PAGE).get_page(request.GET.get("bladzijde"))
    return render(request, "decisions/list.html", {"partnership": partnership, "page": page, "words": words})


@require_safe
@in_partnership("decisions.see")
@kept
def decision(request: HttpRequest, partnership: Partnership, number: int) -> HttpResponse:
    """One decision on one page: what, by whom, on which mandates and checks. A college reads it, on paper too."""
    found = get_object_or_404(selectors.whole(partnership), number=number)
    matters = list(found.matters.all())
    pages = leading.pages_of(partnership, [found.subject, *(one.subject for one in matters)])
    voices = list(found.voices.all())
    context = {
        "partnership": partnership,
        "decision": found,
        "matters": presenting.shown(matters, pages),
        "page": pages.get(found.subject, ""),
        "voices": voices,
        "chosen": sum(one.adopted for one in matters),
        "cost": sum((one.amount for one in matters if one.adopted and one.amount is not None), Decimal(0)),
        "paid": sum((one.amount for one in voices if one.amount is not None), Decimal(0)),
        "later": selectors.later_than(found),
        "shown": presenting.shown_vote(found),
    }
    return render(request, "decisions/decision.html", context)
