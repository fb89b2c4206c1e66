"""One point: its text and pieces, the votes, and counting them; and closing the sitting."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.decisions import leading
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.sittings import presenting, seating, selectors, services
from groeimodel.shop.sittings.forms import PapersForm, SettleForm, VotesForm
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.views.finding import Told, find, find_item, me


@in_partnership("partners.see_inside", post="sittings.run")
def item(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    found = find(partnership, pk)
    one = find_item(found, point)
    context, data = context_of(request, one), request.POST if request.method == "POST" else None
    form = form_for(one, context["here"], data)
    if data is not None and form is not None and form.is_valid():
        try:
            save(one, form, data, me(request))
            return redirect(f"{one.get_absolute_url()}#stand")
        except ValidationError as error:
            form.add_error(None, error)
    context["form"] = form
    bad = data is not None
    return render(request, "sittings/item.html", context, status=422 if bad else 200)


def context_of(request: HttpRequest, one: AgendaItem) -> dict[str, Any]:
    """A constant number of queries."""
    found, points = one.sitting, presenting.points_of(one.sitting)
    place = next(place for place, row in enumerate(points) if row.item.pk == one.pk)
    run = may_here(request, found)("sittings.run")
    open_now = found.state == Sitting.State.OPEN and one.waits
    presences = selectors.presences_of(found) if open_now and run else []
    votes = open_now and one.is_vote
    others = [row for row in selectors.coming(found.partnership, timezone.localdate()) if run and open_now]
    return {
        "partnership": found.partnership,
        "sitting": found,
        "item": one,
        "point": points[place],
        "next": next((row for row in points[place + 1 :] + points[:place] if row.item.waits), None),
        "about": leading.pages_of(found.partnership, [one.subject]).get(one.subject, ""),
        "asked": presenting.asked(found, one.kind) if one.is_vote else [],
        "secret": one.is_vote and seating.statute_for(found).kind(one.kind).secret,
        "said": presenting.said_on(one) if one.decision is not None else [],
        "may_run": run,
        "open_now": open_now,
        "here": [row for row in presences if row.is_here],
        "enough": seating.enough_for(found, presences, one) if votes and run else None,
        "stand": presenting.provisional(one, presences) if votes and run else None,
        "settle": SettleForm(sittings=[row for row in others if fits(row, found)])
        if run and open_now
        else None,
    }


def fits(other: Sitting, sitting: Sitting) -> bool:
    """A point can be postponed to it."""
    return other.organ_id == sitting.organ_id and other.state == Sitting.State.PLANNED


def form_for(one: AgendaItem, here: Any, data: Any) -> VotesForm | PapersForm | None:
    """For who runs the sitting, while it is open."""
    if not here or not one.is_vote:
        return None
    if seating.statute_for(one.sitting).kind(one.kind).secret:
        return PapersForm(data, item=one)
    return VotesForm(data, rows=here, said=selectors.votes_on(one))


def save(one: AgendaItem, form: VotesForm | PapersForm, data: Any, actor: Any) -> None:
    if data.get("all"):
        services.vote_all(item=one, choice=data["all"], actor=actor)
    elif isinstance(form, PapersForm):
        services.enter_papers(item=one, actor=actor, **form.totals())
    else:
        services.set_votes(item=one, choices=form.choices(), actor=actor)


@require_POST
@in_partnership("sittings.run")
def count(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    one = find_item(find(partnership, pk), point)
    with Told(request):
        if one.is_vote:
            services.count(item=one, actor=me(request))
        else:
            services.note(item=one, actor=me(request))
    return redirect(one)


@require_POST
@in_partnership("sittings.run")
def settle(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    """Postpone or withdraw."""
    found = find(partnership, pk)
    one = find_item(found, point)
    others = [row for row in selectors.coming(partnership, timezone.localdate()) if fits(row, found)]
    form = SettleForm(request.POST, sittings=others)
    if not form.is_valid():
        return render(request, "sittings/item.html", context_of(request, one) | {"settle": form}, status=422)
    said = form.cleaned_data
    if "withdraw" in request.POST:
        with Told(request, _("Het punt is ingetrokken.")):
            services.withdraw(item=one, why=said["why"], actor=me(request))
    else:
        with Told(request, _("Het punt is uitgesteld.")):
            services.postpone(item=one, to=said["to"], why=said["why"], actor=me(request))
    return redirect(one)


@in_partnership("sittings.run")
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first: afterwards nothing is voted on any more."""
    found = find(partnership, pk)
    if request.method == "POST":
        with Told(request, _("De zitting is gesloten. Het verslag staat klaar.")):
            services.close_sitting(sitting=found, actor=me(request))
            return redirect("sittings:minutes", partnership.slug, found.pk)
        return redirect(found)
    points = presenting.points_of(found)
    waiting = [one for one in points if one.item.waits and one.item.is_vote]
    context = {"partnership": partnership, "sitting": found, "points": points, "waiting": waiting}
    return render(request, "sittings/close.html", context)
