"""The meetings of a partnership: which there are, planning one, moving it, calling it off."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.rules.rights import Role
from groeimodel.soil.meetings import selectors, services
from groeimodel.soil.meetings.asking import since_in_words
from groeimodel.soil.meetings.forms import MODES, CancelForm, DatesForm, PlanForm
from groeimodel.soil.meetings.models import DateOption, Interest, Meeting
from groeimodel.soil.meetings.views.finding import find, me, say
from groeimodel.soil.themes.selectors import themes_of


@require_safe
@in_partnership("partners.see_inside")
def meetings(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What comes, what was, and whether the group still meets in its own rhythm."""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership))
    context = {"partnership": partnership, "shown": shown}
    # The hour is part of it: a meeting becomes one of the past without anybody doing something.
    context["state"] = f"{page_state(request, partnership.pk)} {timezone.now():%H}"
    return render(request, "meetings/list.html", context)


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    rhythm = selectors.rhythm_of(partnership, timezone.localdate())
    interested = list(Interest.objects.filter(partnership=partnership).values_list("person", flat=True))
    rights = ("plan", "interest", "see_feed")
    return {
        "listed": selectors.listed(partnership, timezone.now()),
        "rhythm": rhythm,
        "usual_weeks": round(rhythm.usual / 7) if rhythm.usual else None,
        "since": since_in_words(rhythm.since),
        "themes": list(themes_of(partnership).filter(rested_at=None)[:3]),
        "interested": interested,
        "mine": request.user.pk in interested,
        "may": {name: request.user.has_perm(f"meetings.{name}", partnership) for name in rights},
    }


@in_partnership("meetings.plan")
def plan(request: HttpRequest, partnership: Partnership, mode: str) -> HttpResponse:
    """One form, in three ways: a known date, a search for one, a series."""
    if mode not in MODES:
        raise Http404
    form = PlanForm(request.POST or None, mode=mode, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            return planned(request, partnership, form)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "form": form, "mode": mode}
    return render(request, "meetings/plan.html", context, status=422 if form.errors else 200)


def planned(request: HttpRequest, partnership: Partnership, form: PlanForm) -> HttpResponse:
    common: dict[str, Any] = {"partnership": partnership, "draft": form.draft(), "actor": me(request)}
    if form.mode == "zoeken":
        made = services.look_for_date(**common, options=form.moments)
        messages.success(request, _("Iedereen krijgt een mail met de vraag wanneer het past."))
    elif form.mode == "reeks":
        every, times = form.cleaned_data["every_weeks"], form.cleaned_data["times"]
        made = services.plan_series(**common, first=form.moments[0], every_weeks=every, times=times)[0]
        messages.success(request, _("De reeks is gepland. Iedereen krijgt één mail, met alle datums."))
        return redirect("meetings:list", partnership.slug)
    else:
        made = services.plan(**common, when=form.moments[0])
        messages.success(request, _("Gepland. Iedereen krijgt een uitnodiging voor in de agenda."))
    return redirect("meetings:meeting", partnership.slug, made.pk)


@require_safe
@in_partnership("partners.see_inside")
@kept
def meeting(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All of one meeting: when, who comes, the agenda, and what came after."""
    found = find(partnership, pk)
    people = selectors.attendances_of(found)
    mine = next((one for one in people if one.person_id == request.user.pk), None)
    rights = ("plan", "mark")
    parts = request.parts  # type: ignore[attr-defined]
    roles = {role for role, _where in parts}
    context: dict[str, Any] = {
        "partnership": partnership,
        "meeting": found,
        "over": found.is_over(timezone.now()),
        "there": any(one.came for one in people),
        "steers": Role.ALDERMAN in roles,
        "people": people,
        "mine": mine,
        "said": {name: sum(one.coming == name for one in people) for name in ("yes", "maybe", "no")},
        "items": selectors.agenda_of(found),
        "panels": panels_of("meetings.meeting", found, may=may_here(request, partnership)),
        "may": {name: request.user.has_perm(f"meetings.{name}", found) for name in rights},
    }
    if found.looks_for_date:
        keys = [one.person_id for one in people]
        choices = selectors.choices_of(found, keys)
        own = {one.option.pk: one.answers.get(request.user.pk or 0, "") for one in choices}
        answered = {person for one in choices for person in one.answers}
        silent = [one.person for one in people if one.person_id not in answered]
        context |= {"choices": choices, "form": DatesForm(meeting=found, said=own), "silent": silent}
    return render(request, "meetings/meeting.html", context)


@in_partnership("meetings.plan")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(partnership, pk)
    mode = "datum" if found.starts else "geen"
    form = PlanForm(request.POST or None, mode=mode, today=timezone.localdate(), instance=found)
    if not found.starts:
        for name in ("day_0", "from_0", "until_0"):
            del form.fields[name]
    if request.method == "POST" and form.is_valid():
        when = form.moments[0] if form.moments else None
        try:
            services.change(meeting=find(partnership, pk), draft=form.draft(), when=when, actor=me(request))
            messages.success(
                request, _("Bewaard. Wie uitgenodigd is, hoort het als het moment of de plaats anders is.")
            )
            return redirect("meetings:meeting", partnership.slug, pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "meeting": found, "form": form, "mode": mode}
    return render(request, "meetings/change.html", context, status=422 if form.errors else 200)


@in_partnership("meetings.plan")
def cancel(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; calls off on POST."""
    found = find(partnership, pk)
    form = CancelForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        services.cancel(meeting=found, reason=form.cleaned_data["cancel_reason"], actor=me(request))
        messages.success(request, _("Afgezegd. Wie uitgenodigd was, krijgt een mail."))
        return redirect("meetings:list", partnership.slug)
    context = {"partnership": partnership, "meeting": found, "form": form}
    return render(request, "meetings/cancel.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("meetings.plan")
def choose_date(request: HttpRequest, partnership: Partnership, pk: int, option: int) -> HttpResponse:
    found = find(partnership, pk)
    chosen = get_object_or_404(DateOption, pk=option, meeting=found)
    try:
        services.choose_date(meeting=found, option=chosen, actor=me(request))
        messages.success(
            request, _("De datum staat vast. Iedereen krijgt een uitnodiging voor in de agenda.")
        )
    except ValidationError as error:
        say(request, error)
    return redirect(page_of(found))


def page_of(found: Meeting) -> str:
    return reverse("meetings:meeting", args=[found.partnership.slug, found.pk])
