"""Several keys beside each other."""

from __future__ import annotations

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.money.forms import SimulatorForm
from groeimodel.shop.money.selectors import figures_of
from groeimodel.shop.money.simulating import present_key, simulate, with_standard
from groeimodel.shop.money.views.finding import year_or_404


@require_safe
@in_partnership("money.see")
def simulator(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """By the address alone, so what somebody sees can be sent to others."""
    book_year = year_or_404(partnership, year)
    asked = figures_of(partnership, year).of("receipt", "contribution").budget
    form = SimulatorForm(request.GET or {"total": asked or Decimal(10_000), "equal": 50, "inhabitants": 50})
    shown = None
    if form.is_valid():
        keys = with_standard(form.weights(), present_key(partnership, year))
        shown = simulate(partnership, year, form.cleaned_data["total"], keys)
    context = {
        "partnership": partnership,
        "book_year": book_year,
        "form": form,
        "shown": shown,
        "keeps": may_here(request, partnership)("money.keep") and not book_year.closed,
    }
    return render(request, "money/simulator.html", context, status=422 if form.errors else 200)
