"""Putting the plan on the agenda of an organ, or writing down that it was adopted elsewhere."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.plan import services
from groeimodel.shop.plan.differing import proposal_of
from groeimodel.shop.plan.forms import AdoptForm, SittingForm
from groeimodel.shop.plan.views import WRITE, me, plan_here
from groeimodel.shop.sittings.selectors import coming


@in_partnership(WRITE)
def adopted(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    """For who decides elsewhere: it was adopted on a day, by an organ."""
    found = plan_here(partnership, plan)
    form = AdoptForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            version = services.adopt(plan=found, **form.cleaned_data, actor=me(request))
            words = _("Versie %(number)s staat vast. Wat je nu verandert, zie je ernaast.")
            messages.success(request, words % {"number": version.number})
            return redirect("plan:plan", partnership.slug, found.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": found, "form": form}
    return render(request, "plan/adopt.html", context, status=422 if form.errors else 200)


@in_partnership(WRITE)
def on_agenda(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    """Choose the sitting; the proposal says already what changes."""
    found = plan_here(partnership, plan)
    sittings = coming(partnership, timezone.localdate())
    form = SittingForm(request.POST or None, sittings=sittings, text=proposal_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            item = services.propose(plan=found, **form.cleaned_data, actor=me(request))
            messages.success(
                request, _("Staat op de agenda. Keurt het orgaan het goed, dan is het een nieuwe versie.")
            )
            return redirect(item.sitting)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": found, "form": form, "sittings": sittings}
    return render(request, "plan/agenda.html", context, status=422 if form.errors else 200)
