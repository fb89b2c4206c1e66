"""The needs of children and young people of each municipality (claim G8)."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.needs import selectors, services
from groeimodel.soil.needs.forms import CloseForm, FilterForm, NeedForm
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.selectors import Desk

PAGE = 30


@in_partnership("partners.see_inside", post="needs.write")
@kept
def needs(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What was heard in each municipality, the own one first, and a form to add to it."""
    desk = desk_of(request, partnership)
    form = NeedForm(request.POST or None, own=desk.own, today=timezone.localdate()) if desk.own else None
    if request.method == "POST" and form is None:
        raise PermissionDenied(_("Een nood noteren kan wie voor een gemeente aan tafel zit, of coördineert."))
    if form is not None and form.is_valid():
        try:
            made = services.note_need(partnership=partnership, heard=form.heard(), actor=me(request))
            messages.success(request, _("Genoteerd. Een voorstel kan er nu bij passen."))
            return redirect(made)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "desk": desk, "form": form, **listing(request, partnership, desk)}
    return render(request, "needs/list.html", context, status=422 if form and form.errors else 200)


def listing(request: HttpRequest, partnership: Partnership, desk: Desk) -> dict[str, Any]:
    narrow = FilterForm(request.GET, members=desk.members)
    chosen = narrow.chosen()
    rows = selectors.listed(partnership, chosen, desk.own_keys)
    page = Paginator(rows, PAGE).get_page(request.GET.get("bladzijde"))
    return {"page": page, "filter": narrow, "chosen": chosen, "query": without(request.GET, "bladzijde")}


def without(query: QueryDict, *keys: str) -> str:
    kept = query.copy()
    for key in keys:
        kept.pop(key, None)
    return kept.urlencode()


def desk_of(request: HttpRequest, partnership: Partnership) -> Desk:
    """The coordinator writes for all members, who holds a seat for the own municipality: one query."""
    members = tuple(one.municipality for one in partners.seats_of(partnership))
    parts = request.parts  # type: ignore[attr-defined]
    own = tuple(one for one in members if may_for(request.user, parts, services.TEND, one.pk))
    return Desk(own, members)


@require_safe
@in_partnership("partners.see_inside")
@kept
def need(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One need, with what other rooms know of it."""
    found = get_object_or_404(selectors.needs_of(partnership), pk=pk)
    parts = request.parts  # type: ignore[attr-defined]
    panels = panels_of(
        "needs.need", found, may=lambda right: may_for(request.user, parts, right, found.municipality.today)
    )
    tends = may_for(request.user, parts, services.TEND, found.municipality.today)
    context = {"partnership": partnership, "need": found, "panels": panels, "tends": tends}
    return render(request, "needs/need.html", context)


@in_partnership("needs.write", each="needs.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = own_need(request, partnership, pk)
    own = desk_of(request, partnership).own
    form = NeedForm(request.POST or None, own=own, today=timezone.localdate(), instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = own_need(request, partnership, pk)
            services.change_need(need=fresh, heard=form.heard(), actor=me(request))
            messages.success(request, _("Gewijzigd."))
            return redirect(fresh)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "need": found, "form": form}
    return render(request, "needs/change.html", context, status=422 if form.errors else 200)


@in_partnership("needs.write", each="needs.tend")
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks why; closes on POST."""
    found = own_need(request, partnership, pk)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.close_need(need=found, actor=me(request), **form.cleaned_data)
            messages.success(request, _("Afgesloten. Je kunt ze altijd opnieuw openen."))
            return redirect(found)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "need": found, "form": form}
    return render(request, "needs/close.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("needs.write", each="needs.tend")
def reopen(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = services.reopen_need(need=own_need(request, partnership, pk), actor=me(request))
    messages.success(request, _("Opnieuw open."))
    return redirect(found)


@in_partnership("needs.write", each="needs.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    found = own_need(request, partnership, pk)
    if request.method == "POST":
        try:
            services.remove_need(need=found, actor=me(request))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("needs:need", partnership.slug, pk)
        messages.success(request, _("Weggehaald."))
        return redirect("needs:list", partnership.slug)
    return render(request, "needs/remove.html", {"partnership": partnership, "need": found})


def own_need(request: HttpRequest, partnership: Partnership, pk: int) -> Need:
    found = get_object_or_404(selectors.needs_of(partnership), pk=pk)
    if not request.user.has_perm(services.TEND, found):
        raise PermissionDenied(_("Dit doet enkel wie voor deze gemeente aan tafel zit, of coördineert."))
    return found


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)
