"""Bouquets and specialities: how offers lie together."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.counter import services
from groeimodel.shop.counter.arranging import bouquets_of, shares_of
from groeimodel.shop.counter.forms import BouquetForm, SpecialityForm
from groeimodel.shop.counter.models import Bouquet, Speciality
from groeimodel.shop.counter.services import TEND
from groeimodel.shop.counter.views.common import me


@in_partnership("partners.see_inside", post=TEND)
def bouquets(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All bouquets, what stands in the spotlight first, and a form to tie one."""
    form = BouquetForm(request.POST or None, partnership=partnership)
    if request.method == "POST" and form.is_valid():
        try:
            services.tie_bouquet(partnership=partnership, bunch=form.bunch(), actor=me(request))
            messages.success(request, _("Het boeket is gebonden."))
            return redirect("counter:bouquets", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {
        "partnership": partnership,
        "rows": bouquets_of(partnership, timezone.localdate()),
        "form": form if may_here(request, partnership)(TEND) else None,
    }
    return render(request, "counter/bouquets.html", context, status=422 if form.errors else 200)


@in_partnership(TEND)
def bouquet(request: HttpRequest, partnership: Partnership, bouquet: int) -> HttpResponse:
    """Change a bouquet, or untie it: with the button on the same page, after asking."""
    found = get_object_or_404(
        Bouquet.objects.select_related("partnership"), pk=bouquet, partnership=partnership
    )
    if request.method == "POST" and "los" in request.POST:
        services.untie_bouquet(bouquet=found, actor=me(request))
        messages.success(request, _("Het boeket is los. Het aanbod zelf blijft."))
        return redirect("counter:bouquets", partnership.slug)
    form = BouquetForm(request.POST or None, partnership=partnership, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = get_object_or_404(Bouquet.objects.select_related("partnership"), pk=bouquet)
            services.change_bouquet(bouquet=fresh, bunch=form.bunch(), actor=me(request))
            messages.success(request, _("Bewaard."))
            return redirect("counter:bouquets", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "bouquet": found, "form": form}
    return render(request, "counter/bouquet.html", context, status=422 if form.errors else 200)


@in_partnership("partners.see_inside", post=TEND)
def specialities(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the partnership is good at, with its share of the offer, the reach and the money."""
    form = SpecialityForm(request.POST or None, instance=Speciality(partnership=partnership))
    if request.method == "POST" and form.is_valid():
        try:
            services.state_speciality(partnership=partnership, actor=me(request), **form.cleaned_data)
            messages.success(request, _("Genoteerd. Duid nu bij elk aanbod aan of het erbij hoort."))
            return redirect("counter:specialities", partnership.slug)
        except ValidationError as error:
            form.add_error("title", error.messages)
    context = {
        "partnership": partnership,
        "shares": shares_of(partnership, timezone.localdate()),
        "form": form if may_here(request, partnership)(TEND) else None,
    }
    return render(request, "counter/specialities.html", context, status=422 if form.errors else 200)


@in_partnership(TEND)
def speciality(request: HttpRequest, partnership: Partnership, speciality: int) -> HttpResponse:
    rows = Speciality.objects.select_related("partnership")
    found = get_object_or_404(rows, pk=speciality, partnership=partnership)
    if request.method == "POST" and "weg" in request.POST:
        services.drop_speciality(speciality=found, actor=me(request))
        messages.success(request, _("Weggehaald. Het aanbod zelf blijft."))
        return redirect("counter:specialities", partnership.slug)
    form = SpecialityForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = get_object_or_404(rows, pk=speciality)
            services.change_speciality(speciality=fresh, actor=me(request), **form.cleaned_data)
            messages.success(request, _("Bewaard."))
            return redirect("counter:specialities", partnership.slug)
        except ValidationError as error:
            form.add_error("title", error.messages)
    context = {"partnership": partnership, "speciality": found, "form": form}
    return render(request, "counter/speciality.html", context, status=422 if form.errors else 200)
