"""The register of joint decisions."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from groeimodel.foundation.decisions import selectors
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership

PAGE = 25


@require_safe
@in_partnership("decisions.see")
def register(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All decisions, with a field to search."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    page = Paginator(selectors.decisions_of(partnership, words), PAGE).get_page(request.GET.get("pagina"))
    return render(request, "decisions/list.html", {"partnership": partnership, "page": page, "words": words})


@require_safe
@in_partnership("decisions.see")
def decision(request: HttpRequest, partnership: Partnership, number: int) -> HttpResponse:
    """One decision: what, by whom, on which mandates and checks."""
    found = get_object_or_404(selectors.whole(partnership), number=number)
    return render(request, "decisions/decision.html", {"partnership": partnership, "decision": found})
