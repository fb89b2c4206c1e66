"""What was published, what the software brought along, and the content files out and in."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.doors import needs
from groeimodel.foundation.people.models import Person
from groeimodel.support.texts import exchange, selectors, services, showing
from groeimodel.support.texts.forms import BringForm, NoteForm
from groeimodel.support.texts.models import Version
from groeimodel.support.texts.selectors import Said

LARGEST = 2_000_000
"""Bytes of an uploaded ZIP."""


@require_safe
@needs("texts.edit")
def versions(request: HttpRequest) -> HttpResponse:
    """All versions, newest first."""
    context = {"versions": selectors.versions(), "now": selectors.in_force()}
    return render(request, "texts/versions.html", context)


@require_safe
@needs("texts.edit")
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version beside the one before it."""
    found = get_object_or_404(Version.objects.select_related("by", "shipped", "restored"), pk=pk)
    said = found.said()
    context = {
        "version": found,
        "differences": showing.compared(selectors.differences(selectors.before(found), said), selectors.shipped_values()),
        "in_force": not Version.objects.filter(pk__gt=pk).exists(),
    }  # fmt: skip
    return render(request, "texts/version.html", context)


@needs("texts.edit")
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an older version back; first it says what would change."""
    found, now = get_object_or_404(Version, pk=pk), selectors.in_force()
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            again = services.restore(
                version=found, note=form.cleaned_data["note"], actor=cast(Person, request.user)
            )
            messages.success(request, _("Teruggezet, als versie %(number)s.") % {"number": again.number})
            return redirect("texts:versions")
        except ValidationError as error:
            form.add_error(None, error)
    values = selectors.over(selectors.shipped_values(), found.said())
    differences = showing.compared(selectors.differences(now.values, values), now.values)
    context = {"version": found, "form": form, "differences": differences, "now": now}
    return render(request, "texts/restore.html", context, status=422 if form.errors else 200)


@require_safe
@needs("texts.edit")
def export(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """The content files of what holds, of the draft, or of one version; as a ZIP or as a difference."""
    if kind not in ("zip", "diff"):
        raise Http404("Dit bestand bestaat niet.")
    number, values = _texts(what)
    if kind == "zip":
        body: bytes | str = exchange.zip_of(values, number)
        response = HttpResponse(body, content_type="application/zip")
    else:
        response = HttpResponse(exchange.diff_of(values, number), content_type="text/x-diff; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="groeimodel-teksten-{number}.{kind}"'
    return response


def _texts(what: str) -> tuple[str, Said]:
    if what == "geldt":
        now = selectors.in_force()
        return now.number, now.values
    if what == "ontwerp":
        work = selectors.working()
        return selectors.next_number(work.now.number), work.values
    found = Version.objects.filter(number=what).first()
    if found is None:
        raise Http404("Deze versie bestaat niet.")
    return found.number, selectors.over(selectors.shipped_values(), found.said())


@needs("texts.edit")
def bring(request: HttpRequest) -> HttpResponse:
    """Take over, in the draft, what was changed in the files elsewhere."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _brought_in(request, form)
        except ValidationError as error:
            form.add_error("upload", error)
    return render(request, "texts/bring.html", {"form": form}, status=422 if form.errors else 200)


def _brought_in(request: HttpRequest, form: BringForm) -> HttpResponse:
    upload = form.cleaned_data["upload"]
    if upload.size > LARGEST:
        raise ValidationError(_("Deze ZIP is te groot."))
    said, values = exchange.read_zip(upload.read()), selectors.working().values
    other = {(address, key): text for (address, key), text in said.items() if values[address][key] != text}
    if not other:
        messages.info(request, _("In deze bestanden staat niets anders dan in het ontwerp."))
        return redirect("texts:bring")
    services.change_many(said=other, actor=cast(Person, request.user))
    messages.success(
        request, _("%(n)d teksten staan nu anders in het ontwerp. Kijk ze na.") % {"n": len(other)}
    )
    return redirect("texts:draft")


@needs("texts.edit")
def software(request: HttpRequest) -> HttpResponse:
    """What the files of the software say otherwise since editors last looked: then, ours and theirs."""
    work = selectors.working()
    brought = selectors.brought(work.now)
    if request.method == "POST":
        chosen = set(request.POST.getlist("take"))
        said = {
            (one.address, one.language): one.theirs
            for one in brought
            if one.kind == "changed" and f"{one.address}|{one.language}" in chosen
        }
        if said:
            services.change_many(said=said, actor=cast(Person, request.user))
        services.settle(actor=cast(Person, request.user))
        messages.success(request, _("Nagekeken. Wat je overnam, staat in het ontwerp."))
        return redirect("texts:draft" if said else "texts:desk")
    groups = showing.brought_by_kind(brought, work.now.values)
    return render(request, "texts/software.html", {"groups": groups})
