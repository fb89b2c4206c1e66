from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest import selectors, services
from groeimodel.soil.harvest.forms import HarvestForm
from groeimodel.soil.harvest.models import Harvest


@in_partnership("partners.see_partnership", post="harvest.record")
def harvest_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the municipalities use locally thanks to each other, and a form to add to it."""
    if request.method == "POST":
        return add(request, partnership)
    asked = request.GET.get("ontmoeting", "")
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(
        lambda: shown_of(partnership, selectors.desk_of(partnership, request.user), asked=asked)
    )
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "harvest/list.html", {**context, "keep_seconds": 300})


def add(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    desk = selectors.desk_of(partnership, request.user)
    if not desk.own:
        raise PermissionDenied("Oogst optekenen kan wie een zetel heeft, of coördineert.")
    form = HarvestForm(request.POST, desk=desk, today=timezone.localdate())
    if form.is_valid():
        services.record_harvest(partnership=partnership, gain=form.gain(), actor=cast(Person, request.user))
        messages.success(request, "Opgetekend. Toon het gerust aan je college.")
        return redirect("harvest:list", partnership.slug)
    shown = shown_of(partnership, desk, form)
    return render(
        request, "harvest/list.html", {"partnership": partnership, "shown": shown, "keep_seconds": 0}
    )


def shown_of(
    partnership: Partnership, desk: selectors.Desk, form: HarvestForm | None = None, asked: str = ""
) -> dict[str, object]:
    if form is None and desk.own:
        form = HarvestForm(desk=desk, today=timezone.localdate(), asked=asked)
    harvests = selectors.with_documents(list(selectors.harvest_of(partnership)))
    return {"desk": desk, "form": form, "asked": asked, "harvests": harvests}


@in_partnership("harvest.record", each="harvest.tend")
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
