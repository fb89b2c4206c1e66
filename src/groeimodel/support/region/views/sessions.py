"""Preparing and running a session from one page."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.sessions import sessions as kinds
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings import selectors as meetings
from groeimodel.support.region import selectors, services
from groeimodel.support.region.consent import with_consent
from groeimodel.support.region.forms import FinishForm, JotForm, PrepareForm
from groeimodel.support.region.models import Session
from groeimodel.support.region.running import shown_of

RUN = "region.session"


@in_partnership(RUN)
@with_consent
def prepare(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Choose a session and its moment; those there are already stand beside it."""
    listed = meetings.listed(partnership, timezone.now())
    coming = [*listed.coming, *listed.sought]
    form = PrepareForm(request.POST or None, meetings=coming, kind=request.GET.get("soort", ""))
    if request.method == "POST" and form.is_valid():
        try:
            made = services.prepare(
                partnership=partnership,
                kind=form.cleaned_data["kind"],
                meeting=form.meeting(),
                moment=form.new,
                actor=cast(Person, request.user),
            )
            messages.success(request, _("Klaar om te leiden. Alles wat je nodig hebt, staat op deze pagina."))
            return redirect(made)
        except ValidationError as error:
            form.add_error(None, error)
    held = list(selectors.sessions_of(partnership)[:20])
    context = {
        "partnership": partnership,
        "form": form,
        "kinds": kinds().kinds.values(),
        "open": [one for one in held if one.state != Session.State.DONE],
        "done": [one for one in held if one.state == Session.State.DONE],
    }
    return render(request, "region/prepare.html", context, status=422 if form.errors else 200)


@in_partnership(RUN)
@with_consent
def run(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The session, step by step; each button sends one thing and comes back here."""
    found = find(partnership, pk)
    form = JotForm(request.POST if "text" in request.POST else None, initial={"text": found.text})
    if request.method == "POST":
        answer = _do(request, found, form)
        if answer is not None:
            return answer
    return show(request, found, {"form": form}, bad=bool(form.errors))


def _do(request: HttpRequest, found: Session, form: JotForm) -> HttpResponse | None:
    """What was tapped; None when a form must be shown again."""
    actor, do, step = cast(Person, request.user), request.POST.get("do", ""), request.POST.get("step", "")
    anchor = ""
    try:
        if do == "begin":
            services.begin(session=found, actor=actor)
            anchor = "#stappen"
        elif do in ("tick", "untick"):
            services.tick(session=found, step=step, done=do == "tick", actor=actor)
            anchor = f"#stap-{step}"
        elif do == "reopen":
            services.reopen(session=found, actor=actor)
        elif do == "jot":
            if not form.is_valid():
                return None
            services.jot(session=found, text=form.cleaned_data["text"], actor=actor)
            messages.success(request, _("Bewaard."))
            anchor = "#notities"
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect(f"{found.get_absolute_url()}{anchor}")


@in_partnership(RUN)
@with_consent
def finish(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What was agreed, a lesson, a next date: all on one form, none of it needed."""
    found = find(partnership, pk)
    form = FinishForm(request.POST or None, initial={"agreed": found.agreed})
    if request.method == "POST" and form.is_valid():
        try:
            services.finish(session=found, after=form.afterwards(), actor=cast(Person, request.user))
            messages.success(request, _("Afgerond. Wat jullie afspraken, staat bij de ontmoeting."))
            return redirect("region:partnership", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "session": found, "form": form}
    return render(request, "region/finish.html", context, status=422 if form.errors else 200)


@in_partnership(RUN)
@with_consent
def drop(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; takes it away on POST."""
    found = find(partnership, pk)
    if request.method == "POST":
        try:
            services.drop(session=found, actor=cast(Person, request.user))
            messages.success(request, _("De sessie is weg. De ontmoeting blijft gepland."))
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
            return redirect(found)
        return redirect(reverse("region:partnership", args=[partnership.slug]))
    return render(request, "region/drop.html", {"partnership": partnership, "session": found})


def show(request: HttpRequest, found: Session, more: dict[str, Any], *, bad: bool = False) -> HttpResponse:
    kind = found.of_kind
    if kind is None:
        raise Http404("Deze soort sessie bestaat niet meer.")
    context = {"partnership": found.partnership, "session": found, "shown": shown_of(found, kind), **more}
    return render(request, "region/run.html", context, status=422 if bad else 200)


def find(partnership: Partnership, pk: int) -> Session:
    return get_object_or_404(selectors.sessions_of(partnership), pk=pk)
