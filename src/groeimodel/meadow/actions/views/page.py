"""The page of one action: what it is, how it grew, what it needs, who takes part, and what others know of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.files import selectors as files
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.meadow.actions import expecting, selectors, sprouting
from groeimodel.meadow.actions.forms import ExpectForm, LookBackForm
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.meadow.actions.suggesting import other_combinations
from groeimodel.meadow.actions.views.common import done, find, me, places, sent

Told = list[ActionExpectation]


@in_partnership("partners.see_inside", post="actions.say")
@kept
def action(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Everything of one action, and the sentence of each partner about what it expects."""
    found = find(request, partnership, pk)
    over = expecting.looks_back(found, timezone.localdate())
    told = list(found.expectations.select_related("municipality"))
    members = selectors.members_of(partnership)
    form = form_of(request, found, told, over, members)
    if form is not None and request.method == "POST" and done(form, lambda: save(request, found, form, over)):
        messages.success(request, _("Genoteerd."))
        return redirect("actions:action", partnership.slug, pk)
    context = about(request, found, members) | {"told": told, "over": over, "form": form}
    return render(request, "actions/action.html", context, status=422 if form and form.errors else 200)


def form_of(
    request: HttpRequest, found: Action, told: Told, over: bool, members: list[Municipality]
) -> forms.Form | None:
    """What the reader can say for the own municipality; nothing about what one municipality does alone."""
    own = places(request, members, "actions.expect") if found.plot_id is None else []
    said = {row.municipality_id for row in told}
    open_ones = [one for one in own if not over or one.pk in said]
    if over and open_ones and expecting.is_closed(found):
        return None
    return (LookBackForm if over else ExpectForm)(sent(request), places=open_ones) if open_ones else None


def save(request: HttpRequest, found: Action, form: forms.Form, over: bool) -> None:
    (expecting.look_back if over else expecting.expect)(action=found, actor=me(request), **form.cleaned_data)


def about(request: HttpRequest, found: Action, members: list[Municipality]) -> dict[str, Any]:
    may, today = may_here(request, found), timezone.localdate()
    steps = list(found.changes.select_related("by"))
    needed = sprouting.items_of(found, today)
    shares = list(found.participations.select_related("municipality__merged_into"))
    stopped = found.stage == Action.Stage.COMPOST
    mine = bool(steps) and steps[0].by_id == request.user.pk
    return {
        "partnership": found.partnership,
        "action": found,
        "today": today,
        "steps": steps,
        "lesson": "" if any(one.reason == found.lesson for one in steps) else found.lesson,
        "needed": [(one, one.url if not one.right or may(one.right) else "") for one in needed],
        "ready": all(one.done for one in needed if one.must),
        "shares": shares,
        "paid": sum(one.amount for one in shares if one.amount is not None),
        "own": places(request, members, "actions.share") if found.plot_id is None else [],
        "files": files.documents_of(found),
        "grew": selectors.grown_from(found),
        "other": other_combinations(found) if stopped else None,
        "panels": panels_of("actions.action", found, may=may),
        "may": {
            "tend": may("actions.tend"),
            "work_out": may("actions.work_out" if found.plot_id is None else "actions.tend"),
            "take_back": mine and selectors.is_fresh(found),
        },
    }
