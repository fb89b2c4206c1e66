"""What people say about a meeting, on its pages and behind the link of a mail."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Municipality, Partnership, Seat
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings import inviting, letters, selectors, services
from groeimodel.soil.meetings.forms import ComingForm, DatesForm, SteerForm
from groeimodel.soil.meetings.models import Attendance, Interest, Meeting
from groeimodel.soil.meetings.views.finding import find, me, say


@require_POST
@in_partnership("meetings.answer")
def dates(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found, person = find(partnership, pk), me(request)
    form = DatesForm(request.POST, meeting=found, said={})
    if form.is_valid():
        keep_dates(request, found, person, form)
    else:
        messages.error(request, _("Kies bij elk moment: ja, nee of als het moet."))
    return redirect(f"{page_of(found)}#datum")


def keep_dates(request: HttpRequest, found: Meeting, person: Person, form: DatesForm) -> None:
    try:
        services.answer_dates(meeting=found, person=person, answers=form.answers(), actor=person)
        messages.success(request, _("Genoteerd. Je kunt je antwoord nog veranderen."))
    except ValidationError as error:
        say(request, error)


@require_POST
@in_partnership("meetings.answer")
def come(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found, person = find(partnership, pk), me(request)
    keep_coming(request, found, person)
    return redirect(page_of(found))


def keep_coming(request: HttpRequest, found: Meeting, person: Person) -> None:
    form = ComingForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies of je komt."))
        return
    try:
        services.answer(meeting=found, person=person, actor=person, **form.cleaned_data)
        messages.success(request, _("Genoteerd. Je kunt je antwoord nog veranderen."))
    except ValidationError as error:
        say(request, error)


@in_partnership("meetings.mark")
def presence(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Who was there: one tap a person; a second tap takes it back."""
    found = find(partnership, pk)
    if request.method == "POST":
        return mark(request, found)
    rows = selectors.attendances_of(found)
    known = {one.person_id for one in rows}
    others = [one for one in inviting.everybody(partnership) if one.person.pk not in known]
    over = found.is_over(timezone.now())
    context = {"partnership": partnership, "meeting": found, "rows": rows, "others": others, "over": over}
    return render(request, "meetings/presence.html", context)


def mark(request: HttpRequest, found: Meeting) -> HttpResponse:
    key = request.POST.get("person", "")
    # Nine digits at most: what no key can be is no question for the database.
    person = get_object_or_404(Person, pk=int(key) if key.isdecimal() and len(key) < 10 else 0)
    try:
        came = request.POST.get("came") == "ja"
        services.mark(meeting=found, person=person, came=came, actor=me(request))
    except ValidationError as error:
        say(request, error)
    return redirect(f"{reverse('meetings:presence', args=[found.partnership.slug, found.pk])}#p{person.pk}")


@in_partnership("partners.see_inside", each="meetings.steer")
def steer(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The alderman's page: all points, one button."""
    found, home = find(partnership, pk), home_of(me(request), partnership)
    if home is None or not may_steer(me(request), home, partnership):
        raise PermissionDenied(_("Richting geven kan wie als schepen voor een gemeente zit."))
    return steering(request, found, me(request), home)


def steering(
    request: HttpRequest, found: Meeting, person: Person, home: Municipality, *, by_link: bool = False
) -> HttpResponse:
    items = selectors.agenda_of(found)
    said = {row.item_id: row for item in items for row in item.steers.all() if row.municipality_id == home.pk}
    form = SteerForm(request.POST or None, items=items, said=said)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            for item, stance, text in form.steers():
                services.steer(item=item, municipality=home, stance=stance, text=text, actor=person)
            if request.POST.get("interest"):
                services.show_interest(partnership=found.partnership, actor=person)
        messages.success(request, _("Bedankt. Je ambtenaar leest het bij de agenda."))
        return redirect(request.path if by_link else f"{page_of(found)}#agenda")
    interested = Interest.objects.filter(partnership=found.partnership, person=person).exists()
    context = {"meeting": found, "partnership": found.partnership, "form": form, "home": home}
    context |= {"person": person, "by_link": by_link, "interested": interested, "said": said}
    return render(request, "meetings/steer.html", context, status=422 if form.errors else 200)


def may_steer(person: Person, home: Municipality, partnership: Partnership) -> bool:
    held = Seat.objects.filter(
        role=Seat.Role.ALDERMAN,
        membership__partnership=partnership,
        membership__municipality=home,
        membership__ends=None,
        tenures__person=person,
        tenures__ends=None,
    )
    return held.exists()


@require_POST
@in_partnership("meetings.interest")
def interest(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """An alderman would like to meet the others; once more takes it back."""
    if Interest.objects.filter(partnership=partnership, person=me(request)).exists():
        services.take_back_interest(partnership=partnership, actor=me(request))
        messages.success(request, _("Teruggenomen."))
    else:
        services.show_interest(partnership=partnership, actor=me(request))
        messages.success(request, _("Genoteerd. De coördinator ziet wie elkaar wil ontmoeten."))
    return redirect("meetings:list", partnership.slug)


@never_cache
@open_to_all("the link of the mail is the right: it is made for one person and one meeting, and ends")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the button of a mail: answer without signing in. Opening it changes nothing."""
    try:
        opened = letters.open_link(token)
    except links.Invalid:
        return render(request, "meetings/link_over.html", status=404)
    with scope(partnership=opened.meeting.partnership):
        if opened.do == "brief":
            home = home_of(opened.person, opened.meeting.partnership)
            if home is None or not may_steer(opened.person, home, opened.meeting.partnership):
                return render(request, "meetings/link_over.html", status=404)
            return steering(request, opened.meeting, opened.person, home, by_link=True)
        return answer_by_link(request, opened)


def answer_by_link(request: HttpRequest, opened: letters.Opened) -> HttpResponse:
    found, person = opened.meeting, opened.person
    place = Attendance.objects.filter(meeting=found, person=person).first()
    if place is None:
        return render(request, "meetings/link_over.html", status=404)
    looks = found.looks_for_date
    choices = selectors.choices_of(found, []) if looks else []
    said = {one.option.pk: one.answers.get(person.pk, "") for one in choices}
    form = DatesForm(request.POST or None, meeting=found, said=said) if looks else None
    if request.method == "POST":
        if form is None:
            keep_coming(request, found, person)
            return redirect(request.path)
        if form.is_valid():
            keep_dates(request, found, person, form)
            return redirect(request.path)
    context: dict[str, Any] = {"meeting": found, "partnership": found.partnership, "person": person}
    context |= {"place": place, "form": form, "answered": any(said.values())}
    return render(request, "meetings/by_link.html", context, status=422 if form and form.errors else 200)


def page_of(found: Meeting) -> str:
    return reverse("meetings:meeting", args=[found.partnership.slug, found.pk])
