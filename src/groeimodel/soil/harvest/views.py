from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest import selectors, services
from groeimodel.soil.harvest.forms import HarvestForm
from groeimodel.soil.harvest.models import Harvest


@in_partnership("partners.see_partnership")
def harvest_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the municipalities use locally thanks to each other, and a form to add to it."""
    desk = selectors.desk_of(partnership, request.user)
    form = None
    if desk.own:
        form = HarvestForm(request.POST or None, desk=desk, today=timezone.localdate())
    if request.method == "POST":
        if form is None:
            raise PermissionDenied("Oogst optekenen kan wie een zetel heeft, of coördineert.")
        if form.is_valid():
            services.record_harvest(
                partnership=partnership, gain=form.gain(), actor=cast(Person, request.user)
            )
            messages.success(request, "Opgetekend. Toon het gerust aan je college.")
            return redirect("harvest:list", partnership.slug)
    harvests = list(selectors.harvest_of(partnership))
    return render(
        request,
        "harvest/list.html",
        {"partnership": partnership, "harvests": harvests, "form": form, "desk": desk},
    )


@in_partnership("harvest.record")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    harvest = get_object_or_404(selectors.harvest_of(partnership), pk=pk)
    if not request.user.has_perm("harvest.tend", harvest):
        raise PermissionDenied("Je wijzigt enkel de oogst van je eigen gemeente.")
    desk = selectors.desk_of(partnership, request.user)
    form = HarvestForm(request.POST or None, instance=harvest, desk=desk, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        fresh = get_object_or_404(Harvest, pk=pk)
        services.change_harvest(harvest=fresh, gain=form.gain(), actor=cast(Person, request.user))
        messages.success(request, "Gewijzigd.")
        return redirect("harvest:list", partnership.slug)
    return render(
        request, "harvest/change.html", {"partnership": partnership, "harvest": harvest, "form": form}
    )


@in_partnership("harvest.record")
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
