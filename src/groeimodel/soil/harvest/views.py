from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from groeimodel.foundation.files.services import too_large
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.access import standing_with
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import About
from groeimodel.rules.rights import may
from groeimodel.soil.harvest import selectors, services
from groeimodel.soil.harvest.forms import FilterForm, HarvestForm
from groeimodel.soil.harvest.models import Harvest

PAGE = 25


@in_partnership("partners.see_partnership", post="harvest.record")
def harvest_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the municipalities use locally thanks to each other, and a form to add to it."""
    if request.method == "POST":
        return add(request, partnership)
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(
        lambda: shown_of(request, partnership, selectors.desk_of(partnership, request.user))
    )
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "harvest/list.html", {**context, "keep_seconds": 300})


def add(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    desk = selectors.desk_of(partnership, request.user)
    if not desk.own:
        raise PermissionDenied("Oogst optekenen kan wie een zetel heeft, of coördineert.")
    form = HarvestForm(request.POST, request.FILES, desk=desk, today=timezone.localdate())
    if check(form, request):
        try:
            services.record_harvest(
                partnership=partnership, gain=form.gain(), actor=cast(Person, request.user)
            )
            messages.success(request, "Opgetekend. Toon het gerust aan je college.")
            return redirect("harvest:list", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    shown = shown_of(request, partnership, desk, form)
    return render(
        request, "harvest/list.html", {"partnership": partnership, "shown": shown, "keep_seconds": 0}
    )


def check(form: HarvestForm, request: HttpRequest) -> bool:
    """Whether it is filled in well; a picture that is too large was not even taken in."""
    if request.META.get("groeimodel.file_too_large"):
        form.add_error("picture", too_large())
    return form.is_valid()


def shown_of(
    request: HttpRequest, partnership: Partnership, desk: selectors.Desk, form: HarvestForm | None = None
) -> dict[str, object]:
    asked = request.GET.get("ontmoeting", "")
    if form is None and desk.own:
        form = HarvestForm(desk=desk, today=timezone.localdate(), asked=asked)
    narrow = FilterForm(request.GET, members=desk.members, years=selectors.years_of(partnership))
    page = page_of(request, selectors.filtered(selectors.harvest_of(partnership), narrow.chosen()))
    parts = request.parts  # type: ignore[attr-defined]
    return {
        "desk": desk,
        "form": form,
        "asked": asked,
        "harvests": selectors.with_documents(list(page)),
        "page": page,
        "query": without(request.GET, "bladzijde", "bij"),
        "filter": narrow,
        "narrowed": narrow.chosen().narrows,
        "sees_pictures": may("files.see", standing_with(request.user, parts, About(partnership))),
        "is_member": bool(parts),
    }


def page_of(request: HttpRequest, rows: QuerySet[Harvest]) -> Page[Harvest]:
    """The page that was asked for, or the one where the harvest `bij` stands."""
    number, one = request.GET.get("bladzijde"), request.GET.get("bij", "")
    if one.isdecimal() and len(one) < 12:
        number = str(selectors.before(rows, int(one)) // PAGE + 1)
    return Paginator(rows, PAGE).get_page(number)


def without(query: QueryDict, *keys: str) -> str:
    kept = query.copy()
    for key in keys:
        kept.pop(key, None)
    return kept.urlencode()


@in_partnership("harvest.record", each="harvest.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    harvest = get_object_or_404(selectors.harvest_of(partnership), pk=pk)
    if not request.user.has_perm("harvest.tend", harvest):
        raise PermissionDenied("Je wijzigt enkel de oogst van je eigen gemeente.")
    desk = selectors.desk_of(partnership, request.user)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HarvestForm(*sent, instance=harvest, desk=desk, today=timezone.localdate())
    if request.method == "POST" and check(form, request):
        fresh = get_object_or_404(Harvest, pk=pk)
        try:
            services.change_harvest(harvest=fresh, gain=form.gain(), actor=cast(Person, request.user))
            messages.success(request, "Gewijzigd.")
            return redirect("harvest:list", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    (shown,) = selectors.with_documents([harvest])
    context = {"partnership": partnership, "harvest": harvest, "form": form, "one": shown}
    return render(request, "harvest/change.html", context)


@in_partnership("harvest.record", each="harvest.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    harvest = get_object_or_404(selectors.harvest_of(partnership), pk=pk)
    if not request.user.has_perm("harvest.tend", harvest):
        raise PermissionDenied("Je verwijdert enkel de oogst van je eigen gemeente.")
    if request.method == "POST":
        services.remove_harvest(harvest=harvest, actor=cast(Person, request.user))
        messages.success(request, "Verwijderd.")
        return redirect("harvest:list", partnership.slug)
    return render(request, "harvest/remove.html", {"partnership": partnership, "harvest": harvest})
