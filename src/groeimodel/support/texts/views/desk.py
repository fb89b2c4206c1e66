"""Finding a text, and changing it in the draft."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.doors import needs
from groeimodel.foundation.people.models import Person
from groeimodel.support.texts import selectors, services, showing
from groeimodel.support.texts.forms import PieceForm
from groeimodel.support.texts.pieces import pieces, sections
from groeimodel.support.texts.selectors import Working


@require_safe
@needs("texts.edit")
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that can be edited, by kind; or what a search finds."""
    work, question = selectors.working(), request.GET.get("q", "").strip()[:80]
    found = showing.hits(question, work) if question else []
    context = {
        "work": work,
        "sections": showing.parts_of(work),
        "question": question,
        "hits": found[: showing.MOST_HITS],
        "more": max(0, len(found) - showing.MOST_HITS),
        "unusable": selectors.unusable(work.now),
        "brought": len(selectors.brought(work.now)),
    }
    return render(request, "texts/desk.html", context)


@require_safe
@needs("texts.edit")
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """All pieces of one section, both languages side by side."""
    found = next((one for one in sections() if one.slug == slug), None)
    if found is None:
        raise Http404("Dit deel bestaat niet.")
    work = selectors.working()
    context = {"section": found, "lines": showing.lines_of(found, work), "work": work}
    return render(request, "texts/section.html", context)


@needs("texts.edit")
def piece(request: HttpRequest, address: str) -> HttpResponse:
    """Change the texts of one piece; a conflict shows what somebody else wrote, and keeps what was typed."""
    found = pieces().get(address)
    if found is None:
        raise Http404("Deze tekst bestaat niet.")
    work = selectors.working()
    form, status, other = PieceForm(request.POST or None, piece=found, work=work), 200, False
    if request.method == "POST" and form.is_valid():
        try:
            return _changed(request, form)
        except services.Stale:
            status, other = 409, True
            form.data = {**request.POST.dict(), "seen": work.token(found)}
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        "piece": found,
        "title": found.title(work.values),
        "section": next(one for one in sections() if found.file in one.files),
        "form": form,
        "rows": showing.rows_of(found, form, work),
        "other": other,
        "theirs": _theirs(work, found.address) if other else (),
    }
    return render(request, "texts/piece.html", context, status=422 if form.errors else status)


def _changed(request: HttpRequest, form: PieceForm) -> HttpResponse:
    count = services.change_piece(
        piece=form.piece,
        said=form.said(),
        seen=form.cleaned_data["seen"],
        same_meaning=form.same(),
        actor=cast(Person, request.user),
    )
    said = _("Bewaard in het ontwerp. Niemand anders ziet het, tot je het uitgeeft.")
    messages.success(request, said if count else _("Deze tekst is weer zoals hij nu geldt."))
    return redirect("texts:piece", form.piece.address)


def _theirs(work: Working, address: str) -> list[tuple[str, str, str]]:
    """What the draft says now, of which somebody else wrote the last word: label, text, who."""
    fields = {one.address: one.label for one in pieces()[address].fields}
    return [
        (f"{fields[one.address]} ({one.language})", one.new, one.by.name if one.by else "")
        for one in work.changes
        if one.address in fields
    ]
