"""The evaluation of one action, closing it, and the overview by species."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import selectors as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation import presenting, selectors, services
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.common import RAN


def find(request: HttpRequest, partnership: Partnership, pk: int, right: str = "") -> Action:
    action = get_object_or_404(actions.whole(partnership), pk=pk, stage__in=RAN)
    if right and not may_here(request, Evaluation(action=action))(right):
        raise PermissionDenied(
            _("Evalueren doet wie de actie trekt, wiens perceel het is, of wie coördineert.")
        )
    return action


@in_partnership("partners.see_inside", post="tending.open", each_post="evaluation.write")
@kept
def page(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What everybody expected and what came of it; for who evaluates, a form that may be left and taken up again."""
    sent = request.method == "POST"
    action = find(request, partnership, pk, "evaluation.write" if sent else "")
    evaluation = selectors.evaluation_of(action)
    context = presenting.about(request, action, evaluation)
    writes = context["may_write"] and (evaluation is None or evaluation.open)
    form = presenting.form_of(action, evaluation, request.POST if sent else None) if writes else None
    if sent and form is not None and form.is_valid():
        services.save_draft(action=action, said=form.said, actor=cast(Person, request.user))
        if "sluit" in request.POST:
            return redirect("evaluation:close", partnership.slug, pk)
        messages.success(request, _("Bewaard. Je kunt later verder schrijven."))
        return redirect("evaluation:page", partnership.slug, pk)
    status = 422 if form is not None and form.errors else 200
    return render(request, "evaluation/page.html", {**context, "form": form}, status=status)


@require_POST
@in_partnership("tending.open")
def look_back(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What the own municipality says of it."""
    action = find(request, partnership, pk)
    evaluation = selectors.evaluation_of(action)
    context = presenting.about(request, action, evaluation)
    form = presenting.look_form(request, action, context["members"], evaluation, request.POST)
    if form is not None and form.is_valid():
        try:
            services.look_back(action=action, actor=cast(Person, request.user), **form.cleaned_data)
            messages.success(request, _("Genoteerd."))
            return redirect("evaluation:page", partnership.slug, pk)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context |= {"look_form": form, "form": None}
    return render(request, "evaluation/page.html", context, status=422)


@in_partnership("tending.open", each="evaluation.write")
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Says what will happen, and what still lacks; closes on POST."""
    action = find(request, partnership, pk, "evaluation.write")
    evaluation = selectors.evaluation_of(action) or Evaluation(action=action)
    if not evaluation.open:
        return redirect("evaluation:page", partnership.slug, pk)
    evaluation.action = action
    problems = services.lacks(evaluation)
    if request.method == "POST":
        try:
            services.close(action=action, actor=cast(Person, request.user))
            messages.success(request, _("De evaluatie is gesloten. De les ligt in de potgrond."))
            return redirect("evaluation:page", partnership.slug, pk)
        except ValidationError as error:
            problems = error.messages
    context = {"partnership": partnership, "action": action, "evaluation": evaluation, "problems": problems}
    return render(request, "evaluation/close.html", context, status=422 if request.method == "POST" else 200)


@require_safe
@in_partnership("partners.see_inside")
def species(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Which species do we go on growing, and which ask for other feed?"""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: presenting.shown_of(partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "evaluation/species.html", context)
