"""Rounds: the list, one round in every state, and what the coordinator does with it."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing import presenting, selectors, services
from groeimodel.meadow.choosing.forms.rounds import LengthenForm, RoundForm, WithdrawForm, initial_of
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.services.drafting import RUN, try_plan

SEE = "choosing.see"
PAGE = 20


@require_safe
@in_partnership(SEE)
@kept
def rounds(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All rounds, the last first."""
    runs = request.user.has_perm(RUN, partnership)
    rows = selectors.rounds_of(partnership, drafts=runs)
    context = {
        "partnership": partnership,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("pagina")),
        "may_run": runs,
    }
    return render(request, "choosing/list.html", context)


@in_partnership(RUN)
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Prepare a round: one page, with a default for everything. '?actie=12' is about that action alone."""
    initial: dict[str, Any] = {}
    wanted = request.GET.get("actie", "")
    if wanted:
        initial = {"actions": [wanted], "rule": Round.Rule.CONSENT}
    form = form_for(request, partnership, Round(partnership=partnership), initial)
    if request.method == "POST" and form.is_valid():
        actor = cast(Person, request.user)
        made = services.prepare_round(partnership=partnership, plan=form.plan(), actor=actor)
        return redirect(made)
    return filled(request, partnership, form)


@in_partnership(RUN)
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Change a round that is not open yet."""
    round = find(request, partnership, pk)
    if round.state != Round.State.DRAFT:
        return redirect(round)
    form = form_for(request, partnership, round, initial_of(round))
    if request.method == "POST" and form.is_valid():
        services.change_round(round=round, plan=form.plan(), actor=cast(Person, request.user))
        return redirect(round)
    return filled(request, partnership, form, round)


def form_for(
    request: HttpRequest, partnership: Partnership, round: Round, initial: dict[str, Any]
) -> RoundForm:
    return RoundForm(
        request.POST or None,
        today=timezone.localdate(),
        choice=selectors.pickable(partnership, round),
        members=selectors.members_of(partnership),
        checker=partial(try_plan, partnership),
        initial=initial,
    )


def filled(
    request: HttpRequest, partnership: Partnership, form: RoundForm, round: Round | None = None
) -> HttpResponse:
    context = {"partnership": partnership, "form": form, "round": round}
    return render(request, "choosing/new.html", context, status=422 if form.errors else 200)


@in_partnership(SEE)
@kept
def detail(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One round, as it stands: what is asked, who answered, or what was chosen."""
    round = find(request, partnership, pk)
    if round.state == Round.State.CLOSED:
        return redirect("choosing:result", partnership.slug, pk)
    context = presenting.page_of(round, request.user, getattr(request, "parts", frozenset()))
    return render(request, f"choosing/{context['template']}.html", context)


@require_POST
@in_partnership(RUN)
def open_it(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Open it; what changed since it was prepared is said on the page where it can be mended."""
    round = find(request, partnership, pk)
    try:
        services.open_round(round=round, actor=cast(Person, request.user))
        messages.success(request, _("De ronde is open. Wie gevraagd wordt, krijgt een mail."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(round)


@require_POST
@in_partnership(RUN)
def go_on(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Send the ballots before the last day of the layout."""
    round = find(request, partnership, pk)
    try:
        services.go_on(round=round, actor=cast(Person, request.user))
        messages.success(request, _("De stembrieven zijn verstuurd."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(round)


@in_partnership(RUN)
def lengthen(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A later closing day."""
    round = find(request, partnership, pk)
    form = LengthenForm(request.POST or None, initial={"closes_on": round.closes_on})
    if request.method == "POST" and form.is_valid():
        try:
            services.lengthen(round=round, actor=cast(Person, request.user), **form.cleaned_data)
            messages.success(request, _("De ronde loopt langer."))
            return redirect(round)
        except ValidationError as error:
            form.add_error("closes_on", error.messages)
    context = {"partnership": partnership, "round": round, "form": form}
    return render(request, "choosing/lengthen.html", context, status=422 if form.errors else 200)


@in_partnership(RUN)
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Ask for the reason first; then stop it."""
    round = find(request, partnership, pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(round=round, actor=cast(Person, request.user), **form.cleaned_data)
            messages.success(request, _("De ronde is ingetrokken."))
            return redirect(round)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "round": round, "form": form}
    return render(request, "choosing/withdraw.html", context, status=422 if form.errors else 200)


@in_partnership(RUN)
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Throw away a round that was never open; asks first."""
    round = find(request, partnership, pk)
    if round.state != Round.State.DRAFT:
        return redirect(round)
    if request.method == "POST":
        services.remove_round(round=round, actor=cast(Person, request.user))
        messages.success(request, _("De voorbereiding is weggegooid."))
        return redirect("choosing:list", partnership.slug)
    return render(request, "choosing/remove.html", {"partnership": partnership, "round": round})


def find(request: HttpRequest, partnership: Partnership, pk: int) -> Round:
    """A round that this reader may see: what is not open yet is for who prepares it."""
    rows = Round.objects.filter(partnership=partnership).select_related("partnership", "decision", "made_by")
    round = get_object_or_404(rows, pk=pk)
    if round.state == Round.State.DRAFT and not request.user.has_perm(RUN, partnership):
        raise Http404
    return round
