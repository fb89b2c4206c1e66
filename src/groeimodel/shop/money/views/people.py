"""Staff and volunteers of the shop, with hours."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.money import services
from groeimodel.shop.money.dividing import members_in
from groeimodel.shop.money.forms import FunctionForm, MonthForm
from groeimodel.shop.money.models import Function, Month
from groeimodel.shop.money.selectors import worked_in
from groeimodel.shop.money.services.people import functions_in
from groeimodel.shop.money.views.finding import done, me, year_or_404


@in_partnership("money.see", post="money.keep")
def people(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Functions and hours of this year; two small forms for who keeps them."""
    today = timezone.localdate()
    functions = functions_in(partnership, today.year)
    adds, notes = "functie" in request.POST, "maand" in request.POST
    new = FunctionForm(request.POST if adds else None, places=members_in(partnership, today.year))
    month = MonthForm(request.POST if notes else None, functions=functions, today=today)
    if adds and done(
        new, lambda: services.add_function(partnership=partnership, actor=me(request), **new.said())
    ):
        messages.success(request, _("De functie staat genoteerd."))
        return redirect("money:people", partnership.slug)
    if notes and done(
        month, lambda: services.note_month(partnership=partnership, actor=me(request), **month.said())
    ):
        messages.success(request, _("De uren zijn genoteerd."))
        return redirect("money:people", partnership.slug)
    rows, volunteers = worked_in(partnership, functions, today.year)
    context = {
        "partnership": partnership,
        "rows": rows,
        "volunteers": volunteers,
        "year": today.year,
        "months": Month.objects.filter(partnership=partnership).select_related("function")[:12],
        "new": new if may_here(request, partnership)("money.keep") else None,
        "month": month,
    }
    return render(request, "money/people.html", context, status=422 if new.errors or month.errors else 200)


@require_POST
@in_partnership("money.keep")
def stop(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A function ends today."""
    function = get_object_or_404(Function.objects.filter(partnership=partnership), pk=pk)
    try:
        services.end_function(function=function, on=timezone.localdate(), actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De functie loopt af vandaag. De uren blijven staan."))
    return redirect("money:people", partnership.slug)


@require_POST
@in_partnership("money.keep")
def into_budget(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """The cost of functions, as posts of the budget."""
    try:
        count = services.budget_functions(book_year=year_or_404(partnership, year), actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("money:year", partnership.slug, year)
    told = ngettext("%(n)s post overgenomen.", "%(n)s posten overgenomen.", count) % {"n": count}
    messages.success(request, told)
    return redirect("money:year", partnership.slug, year)
