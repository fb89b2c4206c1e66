"""One offer, with what it grew from; who coordinates writes it on and puts it in the window."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.evaluation.selectors import evaluation_of
from groeimodel.shop.counter import services
from groeimodel.shop.counter.forms import OfferForm
from groeimodel.shop.counter.models import Offer


@in_partnership("partners.see_inside", post="counter.tend")
def offer(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    rows = Offer.objects.filter(partnership=partnership).select_related("partnership", "grew_from__plot")
    found = get_object_or_404(rows, pk=pk)
    form = OfferForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        ready, fresh = "klaar" in request.POST, get_object_or_404(rows, pk=pk)
        actor = cast(Person, request.user)
        services.change_offer(offer=fresh, said=services.Said(**form.cleaned_data), ready=ready, actor=actor)
        messages.success(request, _("Het staat in de winkel.") if ready else _("Bewaard."))
        return redirect("counter:offer", partnership.slug, pk)
    context = {
        "partnership": partnership,
        "offer": found,
        "evaluation": evaluation_of(found.grew_from) if found.grew_from else None,
        "form": form if may_here(request, partnership)("counter.tend") else None,
    }
    return render(request, "counter/offer.html", context, status=422 if form.errors else 200)
