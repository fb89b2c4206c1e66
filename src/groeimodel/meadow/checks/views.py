"""The proposals with their checks, and the page behind the link of a mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.checks import letters, selectors


@require_safe
@in_partnership("partners.see_inside")
def proposals(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    rows = selectors.proposals_of(partnership)
    return render(request, "checks/proposals.html", {"partnership": partnership, "rows": rows})


@never_cache
@require_safe
@open_to_all("the link of the mail is the right: it is made for one person, and ends")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        letters.open_link(token)
    except links.Invalid:
        return render(request, "checks/link_over.html", status=404)
    return render(request, "checks/link_over.html", status=404)
