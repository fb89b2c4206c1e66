"""Decisions on the web for everyone, with their linked data; and where the coordinator puts them there."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope

from groeimodel.formats import decisions_rdf
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.publishing import selectors, services
from groeimodel.shop.publishing.models import Publication

PAGE = 25
THINGS = ("bestuurseenheid", "orgaan", "zitting", "mandataris", "mandaat")
FOR_ALL = "a decision that was put on the web is for everyone"


@require_safe
@open_to_all(FOR_ALL)
def published(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands on the web, with a field to search."""
    partnership = get_object_or_404(Partnership, slug=slug, listed_only=False)
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    with scope(partnership=partnership):
        rows = selectors.published_of(partnership, words)
        page = Paginator(rows, PAGE).get_page(request.GET.get("bladzijde"))
        context = {"partnership": partnership, "page": page, "words": words}
        return render(request, "publishing/list.html", context)


def _found(slug: str, number: int) -> Publication:
    partnership = get_object_or_404(Partnership, slug=slug)
    with scope(partnership=partnership):
        return get_object_or_404(selectors.published_of(partnership), decision__number=number)


@require_safe
@open_to_all(FOR_ALL)
def decision(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One decision, for people and, in the same page, for programs (RDFa)."""
    found = _found(slug, number)
    with scope(partnership=found.partnership):
        context = {
            "partnership": found.partnership,
            "decision": selectors.whole(found),
            "prefixes": " ".join(f"{name}: {url}" for name, url in decisions_rdf.PREFIXES.items()),
            "dutch": decisions_rdf.DUTCH,
        }
        return render(request, "publishing/decision.html", context)


@require_safe
@open_to_all(FOR_ALL)
def data(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The same as JSON-LD."""
    found = _found(slug, number)
    with scope(partnership=found.partnership):
        text = decisions_rdf.as_json_ld(selectors.whole(found))
    return JsonResponse(
        text, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False, "indent": 1}
    )


@require_safe
@open_to_all("leads to what everyone may read")
def thing(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """The lasting address of an organ, a sitting or a mandate leads to the decisions that name it."""
    if kind not in THINGS:
        raise Http404
    return redirect("publishing:list", slug)


@in_partnership("publishing.publish")
@kept
def desk(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Choose which decisions go on the web."""
    waiting = selectors.waiting_of(partnership)
    if request.method == "POST":
        chosen = list(waiting.filter(number__in=_numbers(request.POST.getlist("besluit"))))
        services.publish(partnership=partnership, decisions=chosen, actor=cast(Person, request.user))
        if not chosen:
            messages.warning(request, _("Vink eerst een besluit aan."))
            return redirect("publishing:desk", partnership.slug)
        told = ngettext("%(n)s besluit staat op het web.", "%(n)s besluiten staan op het web.", len(chosen))
        messages.success(request, told % {"n": len(chosen)})
        return redirect("publishing:list", partnership.slug)
    context = {
        "partnership": partnership,
        "page": Paginator(waiting, PAGE).get_page(request.GET.get("bladzijde")),
        "published": selectors.published_of(partnership)[:PAGE],
    }
    return render(request, "publishing/desk.html", context)


def _numbers(said: list[str]) -> list[int]:
    return [int(one) for one in said if one.isdecimal() and len(one) < 10]


@require_POST
@in_partnership("publishing.publish")
def withdraw(request: HttpRequest, partnership: Partnership, number: int) -> HttpResponse:
    """Take one off the web; it waits on the desk again."""
    rows = Publication.objects.filter(partnership=partnership).select_related("partnership", "decision")
    found = get_object_or_404(rows, decision__number=number)
    services.withdraw(publication=found, actor=cast(Person, request.user))
    messages.success(request, _("Het besluit staat niet meer op het web. Je kunt het er opnieuw op zetten."))
    return redirect("publishing:desk", partnership.slug)
