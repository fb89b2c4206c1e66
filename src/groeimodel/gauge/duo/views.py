"""The duo: one's own side, and both beside each other as soon as both are done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from groeimodel.content.duo import duo as content
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import home_of, seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.duo import selectors, services
from groeimodel.gauge.duo.forms import PactForm, said_in
from groeimodel.gauge.duo.models import Side
from groeimodel.gauge.duo.services import OpenAlready


def with_side(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the side of a link; when both opened meanwhile, show them."""

    @never_cache
    @open_to_all("whoever has the secret link of a side")
    @wraps(view)
    def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            found = selectors.side_by_token(token)
        except Side.DoesNotExist as error:
            raise Http404("Dit gesprek bestaat niet (meer).") from error
        try:
            return view(request, found, **kwargs)
        except OpenAlready:
            messages.info(request, _("Jullie zijn allebei klaar. Hier staan jullie antwoorden naast elkaar."))
            return redirect("duo:side", token)

    return inner


@in_partnership("duo.begin")
def own(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """One's own talks, and the way to begin one."""
    person = cast(Person, request.user)
    home = home_of(person, partnership)
    problem = ""
    if request.method == "POST":
        if home is None:
            raise PermissionDenied("Een duogesprek is voor de schepen en de ambtenaar van een gemeente.")
        try:
            services.start(partnership=partnership, municipality=home, actor=person)
            messages.success(request, _("Gestart. Jullie kregen allebei een mail."))
            return redirect("duo:own", partnership.slug)
        except ValidationError as error:
            problem = " ".join(error.messages)
    seat = next((one for one in seats_of(partnership) if one.municipality == home), None)
    context = {
        "partnership": partnership,
        "sides": selectors.own_sides(person, partnership),
        "home": home,
        "seat": seat,
        "problem": problem,
    }
    return render(request, "duo/own.html", context, status=422 if problem else 200)


@with_side
def side(request: HttpRequest, found: Side) -> HttpResponse:
    """One's own side; or both, once both are done."""
    if found.duo.opened_at is not None:
        return both(request, found, PactForm())
    problem = ""
    if request.method == "POST":
        try:
            services.keep(side=found, said=said_in(request.POST))
            if "done" in request.POST:
                services.finish(side=found)
            else:
                messages.success(request, _("Bewaard. Je kunt later verder met dezelfde link."))
            return redirect("duo:side", found.token)
        except ValidationError as error:
            problem = " ".join(error.messages)
    if found.done_at is not None and not problem:
        return render(request, "duo/waiting.html", {"side": found, "other": selectors.other_of(found)})
    context = {**own_context(found, request), "problem": problem}
    return render(request, "duo/side.html", context, status=422 if problem else 200)


def own_context(found: Side, request: HttpRequest) -> dict[str, Any]:
    """What was kept, or what was just sent and could not be."""
    said = said_in(request.POST) if request.method == "POST" else None
    words, importance, going = (
        (said.words, said.importance, said.going) if said else (found.words, found.importance, found.going)
    )
    return {
        "side": found,
        "other": selectors.other_of(found),
        "questions": [(one.id, one.text[found.role], words.get(one.id, "")) for one in content().questions],
        "topics": [(one.id, one.text, importance.get(one.id), going.get(one.id)) for one in content().topics],
        "values": range(1, 6),
        "longest": services.LONGEST,
    }


def both(request: HttpRequest, found: Side, form: PactForm) -> HttpResponse:
    other = selectors.other_of(found)
    alderman, officer = (found, other) if found.role == "alderman" else (other, found)
    context = {
        "side": found,
        "other": other,
        "alderman": alderman,
        "officer": officer,
        "words": selectors.words_of(alderman, officer),
        "marks": selectors.marks_of(alderman, officer),
        "pacts": list(found.duo.pacts.all()),
        "form": form,
    }
    return render(request, "duo/both.html", context, status=422 if form.errors else 200)


@require_POST
@with_side
def finish(request: HttpRequest, found: Side) -> HttpResponse:
    try:
        services.finish(side=found)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("duo:side", found.token)


@require_POST
@with_side
def reconsider(request: HttpRequest, found: Side) -> HttpResponse:
    services.reconsider(side=found)
    return redirect("duo:side", found.token)


@require_POST
@with_side
def agree(request: HttpRequest, found: Side) -> HttpResponse:
    form = PactForm(request.POST)
    if not form.is_valid():
        if found.duo.opened_at is None:
            return redirect("duo:side", found.token)
        return both(request, found, form)
    try:
        services.agree(side=found, **form.cleaned_data)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("duo:side", found.token)


@require_POST
@with_side
def tick(request: HttpRequest, found: Side, pk: int) -> HttpResponse:
    services.tick(side=found, pact=pk, done="undo" not in request.POST)
    return redirect("duo:side", found.token)
