"""The plans of the municipalities beside the joint plan: an overview, one municipality, reading a file, and tying by hand."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from groeimodel.formats.local_plan import BadInput, read_local_plan, template_csv, template_xlsx
from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.selectors import members_of
from groeimodel.shop.plan import linking, selectors, services
from groeimodel.shop.plan.forms import LinkForm
from groeimodel.shop.plan.models import LocalAction, LocalDraft, LocalLink, Plan
from groeimodel.shop.plan.services import local as importing
from groeimodel.shop.plan.views import SEE, me
from groeimodel.ui.messages import done as say_done

OPEN, LOCAL = "plan.open_local", "plan.local"
MOST_BYTES = 5_000_000
FILES = {
    "xlsx": (template_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (template_csv, "text/csv; charset=utf-8"),
}
FIELDS = {
    "title": gettext_lazy("titel"),
    "policy_field": gettext_lazy("beleidsveld"),
    "first_year": gettext_lazy("eerste jaar"),
    "last_year": gettext_lazy("laatste jaar"),
    "amount": gettext_lazy("bedrag"),
}


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Excel (.xlsx) of CSV, met één actie per regel."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


def tends(request: HttpRequest, municipality: int) -> bool:
    return may_for(request.user, request.parts, LOCAL, municipality)  # type: ignore[attr-defined]


def place_of(request: HttpRequest, partnership: Partnership, pk: int) -> Municipality:
    """A partner of today whose plan the reader may read in."""
    found = next((one for one in members_of(partnership) if one.pk == pk), None)
    if found is None:
        raise Http404
    if not tends(request, found.pk):
        raise PermissionDenied("Dit plan is van een andere gemeente.")
    return found


def local_of(request: HttpRequest, partnership: Partnership, pk: int) -> LocalAction:
    rows = LocalAction.objects.filter(partnership=partnership)
    found = get_object_or_404(rows.select_related("municipality", "origin", "partnership"), pk=pk)
    if not tends(request, found.municipality.today):
        raise PermissionDenied("Dit plan is van een andere gemeente.")
    return found


def joint(partnership: Partnership) -> Plan | None:
    return selectors.plan_to_show(partnership, timezone.localdate())


@require_safe
@in_partnership(SEE)
@kept
def overview(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """How the plan of each partner hangs together with the joint one."""
    plan = joint(partnership)
    members = linking.overview_of(plan) if plan else []
    lonely = []
    if members:
        keys = set.intersection(*({one.pk for one in found.lonely} for found in members))
        lonely = [one for one in members[0].lonely if one.pk in keys]
    own = [one.municipality for one in members if tends(request, one.municipality.pk)]
    context = {"partnership": partnership, "plan": plan, "members": members, "lonely": lonely, "own": own}
    return render(request, "plan/local.html", context)


@require_safe
@in_partnership(SEE)
@kept
def municipality(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """One plan beside the joint one: what is linked, what is not on either side, and what contradicts."""
    place = next((one for one in members_of(partnership) if one.pk == municipality), None)
    plan = joint(partnership)
    if place is None or plan is None:
        raise Http404
    gone = LocalAction.objects.filter(partnership=partnership, municipality=place, gone_on__isnull=False)
    context = {
        "partnership": partnership,
        "plan": plan,
        "found": linking.interlocking_of(plan, place),
        "tends": tends(request, place.pk),
        "gone": list(gone.select_related("origin")),
    }
    return render(request, "plan/municipality.html", context)


@in_partnership(OPEN, each=LOCAL)
def read_file(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """Choose a file; what is wrong with it is told all at once."""
    place = place_of(request, partnership, municipality)
    form = FileForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        problems = read(partnership, place, form.cleaned_data["file"].read(MOST_BYTES + 1), me(request))
        if not problems:
            return redirect("plan:preview_local", partnership.slug, place.pk)
    context = {"partnership": partnership, "place": place, "form": form, "problems": problems}
    return render(request, "plan/import.html", context, status=422 if problems or form.errors else 200)


def read(partnership: Partnership, place: Municipality, data: bytes, person: Person) -> list[str]:
    """Read the file and keep a draft; everything that is wrong, or nothing."""
    if len(data) > MOST_BYTES:
        return [_("Het bestand is groter dan 5 MB. Een lijst van acties is veel kleiner.")]
    try:
        lines = read_local_plan(data)
    except BadInput as error:
        return [*(str(one) for one in error.problems), *error.more]
    services.keep_draft(partnership=partnership, municipality=place, lines=lines, actor=person)
    return []


def draft_of(request: HttpRequest, partnership: Partnership, place: Municipality) -> LocalDraft | None:
    rows = LocalDraft.objects.filter(partnership=partnership, municipality=place, person=request.user.pk)
    return rows.select_related("partnership", "municipality").first()


@require_safe
@in_partnership(OPEN, each=LOCAL)
def preview(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """What the file changes, before anything is changed."""
    place = place_of(request, partnership, municipality)
    draft = draft_of(request, partnership, place)
    if draft is None:
        return redirect("plan:import_local", partnership.slug, place.pk)
    found = importing.import_plan(partnership, place, importing.lines_of(draft))
    changed = [
        (one, [(FIELDS[field.name], field.before, field.after) for field in one.fields])
        for one in found.changed
    ]
    context = {"partnership": partnership, "place": place, "found": found, "changed": changed}
    return render(request, "plan/preview.html", context)


@require_POST
@in_partnership(OPEN, each=LOCAL)
def confirm(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    place = place_of(request, partnership, municipality)
    draft = draft_of(request, partnership, place)
    if draft is None:
        return redirect("plan:import_local", partnership.slug, place.pk)
    try:
        services.confirm_import(draft=draft, seen=request.POST.get("seen", ""), actor=me(request))
    except services.ImportChanged:
        messages.warning(request, _("Er veranderde intussen iets. Kijk dit nieuwe overzicht na."))
        return redirect("plan:preview_local", partnership.slug, place.pk)
    messages.success(request, _("Ingelezen. Verbind nu je acties met het gezamenlijke plan."))
    if joint(partnership) is None:
        return redirect("plan:local", partnership.slug)
    return redirect("plan:municipality", partnership.slug, place.pk)


@require_safe
@in_partnership(SEE)
def empty_file(request: HttpRequest, partnership: Partnership, kind: str) -> HttpResponse:
    """A file to fill in."""
    if kind not in FILES:
        raise Http404
    make, content_type = FILES[kind]
    response = HttpResponse(make(), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="acties-gemeente.{kind}"'
    return response


@in_partnership(OPEN, each=LOCAL)
def link(request: HttpRequest, partnership: Partnership, local: int) -> HttpResponse:
    """Tie one local action to the joint plan, or say that they contradict each other."""
    row, plan = local_of(request, partnership, local), joint(partnership)
    if plan is None:
        raise Http404
    actions = list(selectors.actions_of(plan))
    form = LinkForm(request.POST or None, actions=actions)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.link(local=row, **form.cleaned_data, actor=me(request))
            undo = reverse("plan:unlink", args=[partnership.slug, made.pk])
            say_done(request, _("Verbonden."), undo=undo)
            return redirect("plan:municipality", partnership.slug, row.municipality_id)
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        "partnership": partnership,
        "plan": plan,
        "local": row,
        "form": form,
        "links": list(linking.links_of(plan, row.municipality_id).filter(local=row)),
        "suggested": linking.suggested_for(row, plan),
    }
    return render(request, "plan/link.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(OPEN, each=LOCAL)
def unlink(request: HttpRequest, partnership: Partnership, link: int) -> HttpResponse:
    rows = LocalLink.objects.filter(local__partnership=partnership)
    found = get_object_or_404(rows.select_related("local__municipality", "local__partnership"), pk=link)
    if not tends(request, found.local.municipality.today):
        raise PermissionDenied("Dit plan is van een andere gemeente.")
    services.unlink(link=found, actor=me(request))
    messages.success(request, _("Het verband is weg."))
    return redirect("plan:municipality", partnership.slug, found.local.municipality_id)


@require_POST
@in_partnership(OPEN, each=LOCAL)
def set_aside(request: HttpRequest, partnership: Partnership, local: int) -> HttpResponse:
    """A local action that holds no more, or does again."""
    row = local_of(request, partnership, local)
    aside = "terug" not in request.POST and row.gone_on is None
    services.set_aside(local=row, aside=aside, actor=me(request))
    if aside:
        undo = reverse("plan:set_aside", args=[partnership.slug, row.pk])
        say_done(request, _("Deze actie telt niet meer mee."), undo=undo)
    else:
        messages.success(request, _("Deze actie telt weer mee."))
    return redirect("plan:municipality", partnership.slug, row.municipality_id)
