"""The questions of a partnership, and what the asker does with one (claim P8)."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.questions import selectors, services
from groeimodel.soil.questions.forms import QuestionForm
from groeimodel.soil.questions.models import Question


@in_partnership("partners.see_inside", post="questions.ask")
@kept
def board(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the group asks itself, and a form of two fields to ask something."""
    may_ask = request.user.has_perm("questions.ask", partnership)
    form = QuestionForm(request.POST or None, area=request.GET.get("gebied", "")) if may_ask else None
    if form is not None and request.method == "POST" and form.is_valid():
        asked = services.ask(partnership=partnership, call=form.call(), actor=cast(Person, request.user))
        messages.success(request, told_in_words(asked))
        return redirect(asked)
    found = selectors.board_of(partnership)
    context = {"partnership": partnership, "found": found, "form": form}
    context["asking"] = bool(form and (form.errors or form.initial.get("area") or found.empty))
    return render(request, "questions/list.html", context, status=422 if form and form.errors else 200)


def told_in_words(question: Question) -> str:
    """Who has the question now."""
    told = list(question.told.all())
    if not told:
        return _("Je vraag staat er. Er is nog niemand anders in de groep om het aan te vragen.")
    if {one.reason for one in told} == {"nobody"}:
        return _(
            "Je vraag staat er. Nog niemand noteerde dat hij dit kent, dus vroegen we het aan wie de groep kent."
        )
    count = ngettext("%(n)s collega kreeg een mail.", "%(n)s collega's kregen een mail.", len(told))
    return _("Je vraag is gesteld. %(count)s") % {"count": count % {"n": len(told)}}


@in_partnership("questions.ask", each="questions.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = own(request, partnership, pk)
    form = QuestionForm(request.POST or None, of=found)
    if request.method == "POST" and form.is_valid():
        try:
            services.change(question=found, call=form.call(), actor=cast(Person, request.user))
            messages.success(request, _("Gewijzigd."))
            return redirect(found)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "question": found, "form": form}
    return render(request, "questions/change.html", context, status=422 if form.errors else 200)


@in_partnership("questions.ask", each="questions.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    found = own(request, partnership, pk)
    if request.method == "POST":
        try:
            services.remove(question=found, actor=cast(Person, request.user))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(found)
        messages.success(request, _("Weggehaald."))
        return redirect("questions:list", partnership.slug)
    return render(request, "questions/remove.html", {"partnership": partnership, "question": found})


@require_POST
@in_partnership("questions.ask", each="questions.tend")
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Close it, or open it again: a button each, so nothing is lost."""
    found, actor = own(request, partnership, pk), cast(Person, request.user)
    if found.closed_at is None:
        services.close(question=found, actor=actor)
        messages.success(request, _("Afgesloten. Je kunt ze altijd opnieuw openen."))
    else:
        services.reopen(question=found, actor=actor)
        messages.success(request, _("Opnieuw open."))
    return redirect(found)


@require_POST
@in_partnership("questions.ask", each="questions.tend")
def spread(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = own(request, partnership, pk)
    try:
        count = services.spread(question=found, actor=cast(Person, request.user))
        said = ngettext(
            "Nu kreeg nog %(n)s collega een mail.", "Nu kregen nog %(n)s collega's een mail.", count
        )
        messages.success(request, said % {"n": count})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(found)


def own(request: HttpRequest, partnership: Partnership, pk: int) -> Question:
    found = get_object_or_404(selectors.questions_of(partnership), pk=pk)
    if not request.user.has_perm("questions.tend", found):
        raise PermissionDenied(_("Dit doet enkel wie de vraag stelde, of coördineert."))
    return found
