"""Aldermen from the public register: choose a file, look at what it changes, say who is who, confirm."""

from collections.abc import Mapping
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from groeimodel.formats.mandates import MAX_BYTES
from groeimodel.formats.mandates.sparql_json import QUESTION
from groeimodel.foundation.aldermen import services
from groeimodel.foundation.aldermen.forms import FileForm
from groeimodel.foundation.aldermen.models import Draft
from groeimodel.foundation.aldermen.plan import Plan, PlanChanged, Undecided
from groeimodel.foundation.aldermen.planning import plan_of
from groeimodel.foundation.aldermen.reading import Unusable, about_members, read_file
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person


@in_partnership("partners.steer")
def choose(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Choose a file; what is wrong with it is told all at once."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    problems: list[str] = []
    if form.is_valid():
        data = form.cleaned_data["file"].read(MAX_BYTES + 1)
        try:
            ours = about_members(read_file(data), partnership)
            services.keep_draft(partnership=partnership, ours=ours, actor=cast(Person, request.user))
            return redirect("aldermen:preview", partnership.slug)
        except Unusable as error:
            problems = error.problems
    context = {"partnership": partnership, "form": form, "problems": problems}
    return render(request, "aldermen/choose.html", context, status=422 if problems or form.errors else 200)


def draft_of(request: HttpRequest, partnership: Partnership) -> Draft | None:
    return Draft.objects.filter(partnership=partnership, person=request.user.pk).first()


@require_safe
@in_partnership("partners.steer")
def preview(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the file changes, before anything is changed."""
    draft = draft_of(request, partnership)
    if draft is None:
        return redirect("aldermen:import", partnership.slug)
    plan = plan_of(partnership, services.ours_in(draft), timezone.localdate())
    return render(request, "aldermen/preview.html", page(partnership, plan))


def page(
    partnership: Partnership,
    plan: Plan,
    said: Mapping[int, str] | None = None,
    missing: frozenset[int] = frozenset(),
) -> dict[str, object]:
    """Each municipality with what was chosen so far, or what goes without saying."""
    rows = [
        {"member": one, "chosen": one.default if said is None else said.get(one.membership, "")}
        for one in plan.open
    ]
    return {"partnership": partnership, "plan": plan, "rows": rows, "missing": missing}


@require_POST
@in_partnership("partners.steer")
def confirm(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Do what was shown and chosen."""
    draft = draft_of(request, partnership)
    if draft is None:
        return redirect("aldermen:import", partnership.slug)
    plan = plan_of(partnership, services.ours_in(draft), timezone.localdate())
    said = {one.membership: request.POST.get(f"m{one.membership}", "") for one in plan.open}
    try:
        seen, actor = request.POST.get("seen", ""), cast(Person, request.user)
        changed = services.confirm(draft=draft, seen=seen, said=said, actor=actor)
    except PlanChanged:
        messages.warning(request, _("Er veranderde intussen iets. Kijk dit nieuwe overzicht na."))
        return redirect("aldermen:preview", partnership.slug)
    except Undecided as error:
        context = page(partnership, plan, said, error.members)
        return render(request, "aldermen/preview.html", context, status=422)
    done = ngettext("%(n)s zetel is bijgewerkt.", "%(n)s zetels zijn bijgewerkt.", changed) % {"n": changed}
    messages.success(request, done if changed else _("Nagekeken. Er veranderde niets aan de zetels."))
    return redirect("members:list", partnership.slug)


@require_safe
@in_partnership("partners.steer")
def question(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The SPARQL question, as a file."""
    response = HttpResponse(QUESTION.read_bytes(), content_type="application/sparql-query; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="schepenen-jeugd.rq"'
    return response
