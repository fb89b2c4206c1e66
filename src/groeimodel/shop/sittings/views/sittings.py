"""The list of sittings, one sitting, and what is decided about its day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.decisions.wording import quorum_in_words
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import calendars, presenting, seating, selectors, services
from groeimodel.shop.sittings.forms import ChangeForm, ItemForm, ReasonForm, SittingForm, WhenForm
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.sittings.views.finding import Told, find, me, proposed_day

PAST = 30


@require_safe
@in_partnership("partners.see_inside")
@kept
def sittings(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What comes, and what was."""
    rows = list(selectors.sittings_of(partnership)[: PAST + 20])
    coming = [one for one in reversed(rows) if one.agenda_open]
    past = [one for one in rows if not one.agenda_open][:PAST]
    context = {
        "partnership": partnership,
        "coming": coming,
        "past": past,
        "may_run": may_here(request, partnership)("sittings.run"),
        "has_organ": bool(rows) or Organ.objects.filter(partnership=partnership).exists(),
    }
    return render(request, "sittings/list.html", context)


@in_partnership("sittings.run")
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    organs = list(Organ.objects.filter(partnership=partnership, ends=None).order_by("pk"))
    form = SittingForm(request.POST or None, organs=organs, first=request.GET.get("orgaan", ""))
    if request.method == "POST" and form.is_valid():
        made = services.call_sitting(
            organ=form.cleaned_data["organ"],
            starts=form.starts(),
            place=form.cleaned_data["place"],
            actor=me(request),
        )
        messages.success(request, _("De zitting is gepland. Maak nu de agenda."))
        return redirect(f"{made.get_absolute_url()}#agenda")
    context = {"partnership": partnership, "form": form, "organs": organs}
    return render(request, "sittings/new.html", context, status=422 if form.errors else 200)


@require_safe
@in_partnership("partners.see_inside")
@kept
def sitting(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(partnership, pk)
    return render(request, "sittings/sitting.html", page_of(request, found))


def page_of(request: HttpRequest, found: Sitting, form: ItemForm | None = None) -> dict[str, Any]:
    """Everything that the page of a sitting shows; a constant number of queries."""
    statute, opened = seating.statute_for(found), found.opened_at is not None
    presences = selectors.presences_of(found)
    seats = [] if opened else seating.filled_seats(found.organ, found.day)
    points, run = presenting.points_of(found), may_here(request, found)("sittings.run")
    own = [one.person_id for one in (presences if opened else seats)]
    waiting = [one for one in points if one.item.waits]
    context: dict[str, Any] = {
        "partnership": found.partnership,
        "sitting": found,
        "statute": statute,
        "points": points,
        "waiting": waiting,
        "undecided": [one for one in waiting if one.item.is_vote],
        "people": presenting.lines_of(seats, presences, opened=opened),
        "may_run": run,
        "mine": request.user.pk in own,
        "quorum": quorum_in_words(found.quorum) if found.quorum else "",
        "delay": presenting.delay_of(found, timezone.localdate()),
        "is_day": found.day <= timezone.localdate(),
    }
    if not opened:
        enough = presenting.expected(found, seats, presences)
        context |= {"expected": enough, "expected_words": quorum_in_words(seating.enough_data(enough))}
    if run and found.agenda_open:
        context["form"] = form or ItemForm(partnership=found.partnership, kinds=list(statute.kinds))
    if found.state == Sitting.State.TOO_FEW:
        context["second"] = Sitting.objects.filter(second_of=found).exclude(state="cancelled").first()
        context["again"] = WhenForm(initial=proposed_day(found, statute.delay_days))
    return context


@require_safe
@in_partnership("partners.see_inside")
def file(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One sitting for in a calendar."""
    found = find(partnership, pk)
    answer = HttpResponse(calendars.file_of(found), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="zitting-{found.pk}.ics"'
    return answer


@in_partnership("sittings.run")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(partnership, pk)
    seats = seating.filled_seats(found.organ, found.day)
    form = ChangeForm(request.POST or None, sitting=found, seats=seats)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with Told(request, _("Bewaard.")):
            services.change_sitting(
                sitting=found,
                starts=form.starts(),
                place=said["place"],
                chair=said["chair"],
                secretary=said["secretary"],
                actor=me(request),
            )
        return redirect(found)
    context = {"partnership": partnership, "sitting": found, "form": form}
    return render(request, "sittings/change.html", context, status=422 if form.errors else 200)


@in_partnership("sittings.run")
def cancel(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found, form = find(partnership, pk), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("De zitting is afgezegd.")):
            services.cancel_sitting(sitting=found, why=form.cleaned_data["why"], actor=me(request))
        return redirect(found)
    context = {"partnership": partnership, "sitting": found, "form": form}
    return render(request, "sittings/cancel.html", context, status=422 if form.errors else 200)


@in_partnership("sittings.run")
def invite(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What goes, to whom, and whether it is in time; then one button."""
    found = find(partnership, pk)
    if request.method == "POST":
        try:
            sent = services.send_invitation(sitting=found, actor=me(request))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            said = ngettext(
                "De uitnodiging ging naar %(n)s lid.", "De uitnodiging ging naar %(n)s leden.", sent
            )
            messages.success(request, said % {"n": sent})
        return redirect(found)
    context = {
        "partnership": partnership,
        "sitting": found,
        "points": presenting.points_of(found),
        "seats": seating.filled_seats(found.organ, found.day),
        "delay": presenting.delay_of(found, timezone.localdate()),
    }
    return render(request, "sittings/invite.html", context)


@require_POST
@in_partnership("sittings.run")
def again(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The second call, with the same agenda."""
    found, form = find(partnership, pk), WhenForm(request.POST)
    if not form.is_valid():
        context = page_of(request, found) | {"again": form}
        return render(request, "sittings/sitting.html", context, status=422)
    with Told(request, _("De tweede oproep staat klaar, met dezelfde agenda. Verstuur nu de uitnodiging.")):
        place = form.cleaned_data["place"]
        made = services.call_again(sitting=found, starts=form.starts(), place=place, actor=me(request))
        return redirect(made)
    return redirect(found)
