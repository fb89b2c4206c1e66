"""Reading members and people from a file: choose it, look at what it changes, confirm."""

from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from groeimodel.formats.members_file import BadInput, read_members, template
from groeimodel.foundation.members import importing
from groeimodel.foundation.members.models import ImportDraft
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person

MOST_BYTES = 2_000_000


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Excel (.xlsx) of CSV, met één gemeente per regel."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


@in_partnership("partners.steer")
def choose(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Choose a file; what is wrong with it is told all at once."""
    form = FileForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        problems = read(
            partnership, form.cleaned_data["file"].read(MOST_BYTES + 1), cast(Person, request.user)
        )
        if not problems:
            return redirect("members:import_preview", partnership.slug)
    context = {"partnership": partnership, "form": form, "problems": problems}
    return render(request, "members/import.html", context, status=422 if problems or form.errors else 200)


def read(partnership: Partnership, data: bytes, person: Person) -> list[str]:
    """Read the file and keep a draft; everything that is wrong, or nothing."""
    if len(data) > MOST_BYTES:
        return [_("Het bestand is groter dan 2 MB. Een lijst van gemeenten is veel kleiner.")]
    today = timezone.localdate()
    try:
        lines = read_members(data, today=today)
    except BadInput as error:
        return [*(str(one) for one in error.problems), *error.more]
    _plan, wrong = importing.plan_of(partnership, lines, today)
    if not wrong:
        importing.keep_draft(partnership=partnership, lines=lines, actor=person)
    return wrong


@require_safe
@in_partnership("partners.steer")
def preview(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the file changes, before anything is changed."""
    draft = ImportDraft.objects.filter(partnership=partnership, person=request.user.pk).first()
    if draft is None:
        return redirect("members:import", partnership.slug)
    plan, wrong = importing.plan_of(partnership, importing.lines_of(draft), timezone.localdate())
    return render(
        request, "members/import_preview.html", {"partnership": partnership, "plan": plan, "wrong": wrong}
    )


@require_POST
@in_partnership("partners.steer")
def confirm(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    draft = ImportDraft.objects.filter(partnership=partnership, person=request.user.pk).first()
    if draft is None:
        return redirect("members:import", partnership.slug)
    try:
        importing.confirm(
            draft=draft,
            seen=request.POST.get("seen", ""),
            with_invitations="invite" in request.POST,
            actor=cast(Person, request.user),
        )
    except importing.PlanChanged:
        messages.warning(request, _("Er veranderde intussen iets. Kijk dit nieuwe overzicht na."))
        return redirect("members:import_preview", partnership.slug)
    messages.success(request, _("Ingelezen."))
    return redirect("members:list", partnership.slug)


@require_safe
@in_partnership("partners.steer")
def empty_file(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A file to fill in."""
    response = HttpResponse(template(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="partners.csv"'
    return response
