"""Reading a file of the bank: choose it, look at what it adds, confirm."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats.statement import MOST_BYTES, BadStatement
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.bank import services
from groeimodel.shop.bank.forms import FileForm
from groeimodel.shop.bank.models import Draft
from groeimodel.shop.bank.planning import plan_of
from groeimodel.shop.bank.services.importing import file_of

SHOWN = 60
"""How many new lines are shown of an account before it is confirmed; the rest is counted."""


@in_partnership("bank.tend")
def choose(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Choose a file; what is wrong with it is told all at once."""
    form = FileForm(request.POST or None, request.FILES or None)
    problems: tuple[str, ...] = ()
    if request.META.get("groeimodel.file_too_large"):
        problems = (_("Het bestand is groter dan 10 MB. Kies een kortere periode."),)
    elif request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read(MOST_BYTES + 1)
        try:
            services.keep_draft(partnership=partnership, data=data, actor=cast(Person, request.user))
            return redirect("bank:preview", partnership.slug)
        except BadStatement as error:
            problems = error.problems
    context = {"partnership": partnership, "form": form, "problems": problems}
    return render(request, "bank/import.html", context, status=422 if problems or form.errors else 200)


@in_partnership("bank.tend")
def preview(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the file adds, before anything is written; written when it is sent."""
    draft = Draft.objects.filter(partnership=partnership, person=request.user.pk).first()
    if draft is None:
        return redirect("bank:import", partnership.slug)
    file = file_of(draft)
    if request.method == "POST":
        try:
            plan = services.import_file(
                partnership=partnership,
                file=file,
                seen=request.POST.get("seen", ""),
                actor=cast(Person, request.user),
            )
        except services.PlanChanged:
            messages.warning(request, _("Er veranderde intussen iets. Kijk dit nieuwe overzicht na."))
            return redirect("bank:preview", partnership.slug)
        words = ngettext("%(count)s nieuwe lijn ingelezen.", "%(count)s nieuwe lijnen ingelezen.", plan.count)
        messages.success(request, words % {"count": plan.count})
        return redirect("bank:page", partnership.slug)
    plan = plan_of(partnership, file)
    return render(
        request, "bank/preview.html", {"partnership": partnership, "plan": plan, "shown": f":{SHOWN}"}
    )
