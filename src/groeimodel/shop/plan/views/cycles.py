"""The cycles of a partnership beside each other."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.plan.cycles import CycleShown, crosses_of, cycles_of, drawn
from groeimodel.shop.plan.forms import CycleForm
from groeimodel.shop.plan.models import Cycle
from groeimodel.shop.plan.services import forget_cycle, write_cycle
from groeimodel.shop.plan.views import SEE, WORK, me


@require_safe
@in_partnership(SEE)
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    today = timezone.localdate()
    found = cycles_of(partnership, today)
    context = {
        "partnership": partnership,
        "cycles": found,
        "crosses": crosses_of(found),
        "picture": mark_safe(drawn(found, today)),  # noqa: S308 (drawn here, every text escaped)
        "today": today,
        "works": may_here(request, partnership)(WORK),
    }
    return render(request, "plan/cycles.html", context)


@in_partnership(WORK)
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    return edited(request, partnership, None)


@in_partnership(WORK)
def change(request: HttpRequest, partnership: Partnership, cycle: str) -> HttpResponse:
    found = cycles_of(partnership, timezone.localdate())
    one = next((one for one in found if one.key == cycle and not one.own), None)
    if one is None:
        raise Http404
    return edited(request, partnership, one)


def edited(request: HttpRequest, partnership: Partnership, one: CycleShown | None) -> HttpResponse:
    form = CycleForm(request.POST or None, shown=one)
    if request.method == "POST" and form.is_valid():
        try:
            write_cycle(
                partnership=partnership, key=one.key if one else "", **form.cleaned_data, actor=me(request)
            )
            messages.success(request, _("Bewaard."))
            return redirect("plan:cycles", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "form": form, "one": one}
    return render(request, "plan/cycle.html", context, status=422 if form.errors else 200)


@in_partnership(WORK)
def forget(request: HttpRequest, partnership: Partnership, cycle: str) -> HttpResponse:
    """Asks first; then it is again as everybody has it, or gone."""
    row = get_object_or_404(Cycle, partnership=partnership, key=cycle)
    if request.method == "POST":
        forget_cycle(cycle=row, actor=me(request))
        messages.success(request, _("Weggehaald."))
        return redirect("plan:cycles", partnership.slug)
    return render(request, "plan/forget.html", {"partnership": partnership, "cycle": row})
