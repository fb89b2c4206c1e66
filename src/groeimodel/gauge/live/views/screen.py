"""The facilitator: open a session, lead it on the big screen, and keep its outcome."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groeimodel.formats.live_dots import heaps
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.live import selectors, services
from groeimodel.gauge.live.forms import OpenForm
from groeimodel.gauge.live.models import Role, Session
from groeimodel.gauge.live.outcome import outcome_of
from groeimodel.gauge.scan.qr import qr_svg

RUN = "live.run"


@in_partnership(RUN)
def sessions(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Those there were, and a form to open one."""
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = services.open_session(
                partnership=partnership, actor=cast(Person, request.user), **form.cleaned_data
            )
            return redirect(found)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "form": form, "sessions": selectors.sessions_of(partnership)[:20]}
    return render(request, "live/list.html", context, status=422 if form.errors else 200)


@never_cache
@in_partnership(RUN)
def session(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The big screen."""
    found = find(partnership, pk)
    return render(request, "live/screen.html", screen_context(request, found))


@require_safe
@in_partnership(RUN)
def stand(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The part of the screen that follows the room; 304 while nothing changed."""
    found = find(partnership, pk)
    room = selectors.room_of(found)
    etag = f'"{found.version}-{room.people}-{room.answers}-{found.kept}"'
    same = get_conditional_response(request, etag=etag)
    if same is not None:
        return same
    answer = render(request, "live/_stand.html", screen_context(request, found))
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    return answer


def screen_context(request: HttpRequest, found: Session) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("live:join", args=[found.code]))
    ended = found.state == Session.State.ENDED
    return {
        "partnership": found.partnership,
        "session": found,
        "address": address,
        "short_address": request.build_absolute_uri(reverse("live:enter")).split("://")[1].rstrip("/"),
        "qr": qr_svg(address),
        "room": selectors.room_of(found),
        "roles": [(role, label) for role, label in Role.choices],
        "text": found.statement["texts"][""],
        "number": found.at + 1,
        "total": len(found.asked),
        "own_pace": found.pace == Session.Pace.OWN,
        "finished": selectors.finished_of(found) if found.pace == Session.Pace.OWN else 0,
        "shown": shown_of(found) if found.state == Session.State.REVEALED else [],
        "outcome": outcome_of(found) if ended and not found.kept else None,
    }


def shown_of(found: Session) -> list[dict[str, Any]]:
    """Each question of the statement, with its heaps and a table that says the same."""
    revealed = found.revealed[found.statement["key"]]
    labels = {**dict(Role.choices), "": _("iedereen samen")}
    return [
        {
            "legend": question["legend"],
            "labels": question["labels"],
            "heaps": mark_safe(heaps(revealed[question["name"]], question["labels"])),  # noqa: S308
            "rows": [(role, labels[role], five) for role, five in revealed[question["name"]].items()],
            "people": sum(sum(five) for five in revealed[question["name"]].values()),
        }
        for question in found.statement["questions"]
    ]


@require_POST
@in_partnership(RUN)
def steer(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One control of the screen."""
    found = find(partnership, pk)
    services.steer(session=found, do=request.POST.get("do", ""), actor=cast(Person, request.user))
    if request.headers.get("X-Live") == "1":
        return render(request, "live/_stand.html", screen_context(request, found))
    return redirect(found)


@require_POST
@in_partnership(RUN)
def keep(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Make a round of the outcome."""
    found = find(partnership, pk)
    try:
        address = services.keep(session=found, actor=cast(Person, request.user))
        messages.success(request, _("Bewaard als ronde. Alle partners kunnen de uitslag lezen."))
        return redirect(address)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(found)


@in_partnership(RUN)
def throw_away(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    found = find(partnership, pk)
    if request.method == "POST":
        services.throw_away(session=found, actor=cast(Person, request.user))
        messages.success(request, _("Weggegooid, met alle antwoorden."))
        return redirect("live:list", partnership.slug)
    return render(request, "live/throw_away.html", {"partnership": partnership, "session": found})


def find(partnership: Partnership, pk: int) -> Session:
    return get_object_or_404(
        Session.objects.select_related("partnership").filter(partnership=partnership), pk=pk
    )
