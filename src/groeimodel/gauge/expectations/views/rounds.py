"""Open and close a round, and choose what is asked and how often."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations import selectors, services
from groeimodel.gauge.expectations.forms import CadenceForm, RoundForm, WordingForm
from groeimodel.gauge.expectations.models import Expectation
from groeimodel.gauge.expectations.views.gauge import find

RUN = "expectations.run"


@in_partnership(RUN)
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Who will be asked, until when; then ask."""
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.open_round(
                partnership=partnership,
                actor=cast(Person, request.user),
                closes_on=form.cleaned_data["closes_on"],
            )
            messages.success(request, _("De ronde is open. Iedereen met een zetel krijgt een mail."))
            return redirect("expectations:gauge", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        "partnership": partnership,
        "form": form,
        "asked": services.common_set(partnership),
        "seats": seats_of(partnership),
    }
    return render(request, "expectations/new.html", context, status=422 if form.errors else 200)


@in_partnership(RUN)
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Ask first, then close."""
    round = find(partnership, pk)
    if request.method == "POST":
        services.close_round(round=round, actor=cast(Person, request.user))
        return redirect(round)
    context = {"partnership": partnership, "round": round, "heard": selectors.heard_of(round)}
    return render(request, "expectations/close.html", context)


@in_partnership(RUN)
def settings(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """How often, and what is asked: change, order, leave out, take back, write one."""
    chosen = selectors.gauge_of(partnership)
    cadence, wording = CadenceForm(initial={"cadence": chosen.cadence}), WordingForm()
    if request.method == "POST":
        cadence, wording = _given(request.POST, cadence, wording)
        if _done(request, partnership, cadence, wording):
            return redirect("expectations:settings", partnership.slug)
    context = {
        "partnership": partnership,
        "cadence": cadence,
        "wording": wording,
        "asked": services.common_set(partnership),
        "retired": Expectation.objects.filter(partnership=partnership, retired_at__isnull=False),
    }
    bad = cadence.errors or wording.errors
    return render(request, "expectations/settings.html", context, status=422 if bad else 200)


def _given(data: Any, cadence: CadenceForm, wording: WordingForm) -> tuple[CadenceForm, WordingForm]:
    """The form that was sent, filled; the other as it was."""
    if data.get("do") == "cadence":
        return CadenceForm(data), wording
    return (cadence, WordingForm(data)) if data.get("do") == "add" else (cadence, wording)


def _done(request: HttpRequest, partnership: Partnership, cadence: CadenceForm, wording: WordingForm) -> bool:
    """Whether what was asked is done; otherwise a form or a message says why not."""
    actor, do, key = cast(Person, request.user), request.POST.get("do", ""), request.POST.get("key", "")
    try:
        if do == "cadence" and cadence.is_valid():
            services.choose_cadence(
                partnership=partnership, months=cadence.cleaned_data["cadence"], actor=actor
            )
        elif do == "add" and wording.is_valid():
            services.add_expectation(partnership=partnership, wording=wording.wording(), actor=actor)
        elif do in ("up", "down"):
            services.move_expectation(partnership=partnership, key=key, up=do == "up", actor=actor)
        elif do == "retire":
            services.retire_expectation(partnership=partnership, key=key, actor=actor)
        elif do == "again":
            services.take_back(partnership=partnership, key=key, actor=actor)
        else:
            return False
    except ValidationError as error:
        if do == "add":
            wording.add_error("text", error)
            return False
        messages.error(request, " ".join(error.messages))
        return True
    messages.success(request, _("Bewaard. De volgende ronde vraagt het zo."))
    return True


@in_partnership(RUN)
def wording(request: HttpRequest, partnership: Partnership, key: str) -> HttpResponse:
    """Say one expectation in other words."""
    row = next((one for one in services.common_set(partnership) if one.key == key), None)
    if row is None:
        raise Http404("Deze verwachting wordt niet meer gevraagd.")
    form = WordingForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_expectation(
                partnership=partnership, key=key, wording=form.wording(), actor=cast(Person, request.user)
            )
            messages.success(request, _("Bewaard. De volgende ronde vraagt het zo."))
            return redirect("expectations:settings", partnership.slug)
        except ValidationError as error:
            form.add_error("text", error)
    context = {"partnership": partnership, "form": form, "row": row}
    return render(request, "expectations/wording.html", context, status=422 if form.errors else 200)
