"""Looking for something in one partnership."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.search.kinds import all_kinds
from groeimodel.foundation.search.selectors import Found, search

LONGEST = 100
MOST = 30
"""Found things on the page: whoever needs more looks for less."""


@require_safe
@in_partnership("partners.see_inside")
@kept
def find(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """One field; what is found stands together by kind, the best kind first."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    found = search(query, partnerships=[partnership.pk], most=MOST) if query else Found((), {})
    order = list(dict.fromkeys(hit.label for hit in found.hits))
    hits = sorted(found.hits, key=lambda hit: order.index(hit.label))
    context = {
        "partnership": partnership,
        "query": query,
        "found": found,
        "most": MOST,
        "groups": [(label, list(rows)) for label, rows in groupby(hits, key=lambda hit: hit.label)],
        "labels": sorted({str(kind.label) for kind in all_kinds()}),
    }
    return render(request, "search/find.html", context)
