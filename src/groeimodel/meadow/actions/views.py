"""A shared action: what every partner expects of it, and how that turned out."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import expecting, selectors
from groeimodel.meadow.actions.forms import ExpectForm, LookBackForm
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.rights import Role


@in_partnership("partners.see_inside", post="actions.say")
def action(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = get_object_or_404(selectors.actions_of(partnership).select_related("partnership"), pk=pk)
    told = list(found.expectations.select_related("municipality"))
    over = expecting.looks_back(found, timezone.localdate())
    own = own_places(request, partnership)
    places = [one for one in own if not over or any(row.municipality_id == one.pk for row in told)]
    form = (LookBackForm if over else ExpectForm)(request.POST or None, places=places) if places else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            save(found, form.cleaned_data, over, cast(Person, request.user))
            messages.success(request, _("Genoteerd."))
            return redirect("actions:action", partnership.slug, pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "action": found, "told": told, "over": over, "form": form}
    return render(request, "actions/action.html", context, status=422 if form and form.errors else 200)


def save(found: Action, given: dict[str, Any], over: bool, actor: Person) -> None:
    if over:
        expecting.look_back(action=found, actor=actor, **given)
    else:
        expecting.expect(action=found, actor=actor, **given)


def own_places(request: HttpRequest, partnership: Partnership) -> list[Municipality]:
    """The municipalities that this reader may speak for; no query but the one for the members."""
    members = Municipality.objects.filter(
        memberships__partnership=partnership, memberships__ends=None
    ).order_by("name")
    parts: frozenset[tuple[Role, int | None]] = getattr(request, "parts", frozenset())
    return [one for one in members if may_for(request.user, parts, "actions.expect", one.pk)]
