"""Rounds of a partnership: open, share, follow who was heard, close."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.gauge.scan import selectors, services
from groeimodel.gauge.scan.forms import RoundForm
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.qr import qr_svg

LINK_ORDER = ("alderman", "officer", "coordinator", "supporter", "other")


@in_partnership("scan.see_result")
@kept
def index(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    rounds = list(selectors.rounds_of(partnership))
    context = {
        "partnership": partnership,
        "rounds": rounds,
        "may_run": request.user.has_perm("scan.run_round", partnership),
        "one_open": any(round.is_open for round in rounds),
    }
    return render(request, "scan/rounds.html", context)


@in_partnership("scan.run_round")
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            round = services.open_round(partnership=partnership, by=request.user, **form.values())  # type: ignore[arg-type]
            return redirect("scan:round", slug=partnership.slug, pk=round.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "partnership": partnership}
    return render(request, "scan/round_new.html", context, status=422 if form.errors else 200)


@in_partnership("scan.run_round")
@kept
def detail(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    round = find(partnership, pk)
    context = {
        "partnership": partnership,
        "round": round,
        "attendance": selectors.attendance_of(round),
        "links": links_of(request, round) if round.is_open else [],
        "may_reopen": not round.is_open and selectors.may_reopen(round),
    }
    return render(request, "scan/round.html", context)


@in_partnership("scan.run_round")
def heard(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The part of the round's page that refreshes in place."""
    round = find(partnership, pk)
    context = {"partnership": partnership, "round": round, "attendance": selectors.attendance_of(round)}
    return render(request, "scan/_heard.html", context)


@in_partnership("scan.run_round")
def handout(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A page to print, with a QR code per role, for the table in the meeting room."""
    round = find(partnership, pk)
    context = {"partnership": partnership, "round": round, "links": links_of(request, round)}
    return render(request, "scan/handout.html", context)


@in_partnership("scan.run_round")
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Ask first, then close."""
    round = find(partnership, pk)
    if request.method == "POST":
        services.close_round(round=round, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("De ronde is gesloten."))
        if selectors.may_reopen(round):
            messages.info(request, _("Te vroeg? Open ze opnieuw op de pagina van de ronde."))
        return redirect("scan:result", slug=partnership.slug, pk=round.pk)
    context = {"partnership": partnership, "round": round, "attendance": selectors.attendance_of(round)}
    return render(request, "scan/round_close.html", context)


@require_POST
@in_partnership("scan.run_round")
def reopen(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    round = find(partnership, pk)
    try:
        services.reopen_round(round=round, by=request.user)  # type: ignore[arg-type]
        messages.success(request, "De ronde is weer open: de links werken opnieuw.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("scan:round", slug=partnership.slug, pk=round.pk)


def find(partnership: Partnership, pk: int) -> Round:
    rows = Round.objects.select_related("partnership", "questionnaire")
    return get_object_or_404(rows, pk=pk, partnership=partnership)


def links_of(request: HttpRequest, round: Round) -> list[dict[str, Any]]:
    """Link and QR code per role, the two seats first."""
    links = sorted(round.links.all(), key=lambda link: LINK_ORDER.index(link.role))
    rows = []
    for link in links:
        address = request.build_absolute_uri(reverse("scan:join", kwargs={"token": link.token}))
        rows.append(
            {"role": link.role, "label": link.get_role_display(), "address": address, "qr": qr_svg(address)}
        )
    return rows
