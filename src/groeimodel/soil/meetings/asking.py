"""What meetings ask of people: answer, make the agenda, give direction, plan the next one."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.meetings.models import Interest, Meeting
from groeimodel.soil.meetings.selectors import rhythm_of, upcoming_for

AGENDA_AHEAD = timedelta(days=14)
FEW = 2
"""So many aldermen that want to meet make a meeting worth planning."""


def asks_of(here: Here) -> list[Ask]:
    """At most six queries, whoever asks."""
    meetings = upcoming_for(here.partnership, here.person)
    found = [ask for meeting in meetings for ask in _of_meeting(here, meeting)]
    if here.has(Role.COORDINATOR):
        found += _of_coordinator(here, meetings)
    return found


def _of_meeting(here: Here, meeting: Meeting) -> list[Ask]:
    url = reverse("meetings:meeting", args=[here.partnership.slug, meeting.pk])
    name = {"title": meeting.title}
    if meeting.looks_for_date:
        if meeting.asked_me and not meeting.dates_said:  # type: ignore[attr-defined]
            why = _("Zodra iedereen iets zei, kan de datum gekozen worden.")
            return [Ask(_("Zeg wanneer je kunt: %(title)s") % name, why, url, weight=80)]
        return []
    assert meeting.starts is not None
    day = timezone.localtime(meeting.starts).date()
    found = []
    if meeting.asked_me and not meeting.my_coming:  # type: ignore[attr-defined]
        why = _("Op %(day)s.") % {"day": date_format(day, "l j F")}
        found.append(Ask(_("Laat weten of je komt: %(title)s") % name, why, url, weight=70, due=day))
    if here.own(Role.ALDERMAN) and meeting.brief_sent_at and not meeting.my_steers:  # type: ignore[attr-defined]
        why = _("Zeg in een minuut wat jouw gemeente belangrijk vindt.")
        found.append(Ask(_("Geef richting: %(title)s") % name, why, f"{url}#agenda", weight=75, due=day))
    return found


def _of_coordinator(here: Here, meetings: list[Meeting]) -> list[Ask]:
    page = reverse("meetings:list", args=[here.partnership.slug])
    found = []
    for meeting in meetings:
        near = meeting.starts is not None and timezone.localdate(meeting.starts) <= here.today + AGENDA_AHEAD
        if near and not meeting.item_count:  # type: ignore[attr-defined]
            url = reverse("meetings:agenda", args=[here.partnership.slug, meeting.pk])
            why = _("Tien dagen voordien krijgen de schepenen de thema's. Nu is de agenda nog leeg.")
            found.append(Ask(_("Maak de agenda: %(title)s") % {"title": meeting.title}, why, url, weight=65))
    rhythm = rhythm_of(here.partnership, here.today)
    if not meetings and rhythm.state in ("plan", "lost", "never"):
        found.append(Ask(_("Plan de volgende ontmoeting"), since_in_words(rhythm.since), page, weight=60))
    interested = Interest.objects.filter(partnership=here.partnership).count()
    if interested >= FEW and not any(one.audience == "aldermen" for one in meetings):
        why = ngettext(
            "%(n)s schepen wil de anderen ontmoeten.", "%(n)s schepenen willen elkaar ontmoeten.", interested
        ) % {"n": interested}
        found.append(Ask(_("Plan een ontmoeting voor schepenen"), why, page, weight=55))
    return found


def since_in_words(days: int | None) -> str:
    """'De laatste was 7 weken geleden.'"""
    if days is None:
        return _("Er was nog geen ontmoeting.")
    weeks = days // 7
    if weeks == 0:
        return _("De laatste was minder dan een week geleden.")
    return ngettext("De laatste was %(n)s week geleden.", "De laatste was %(n)s weken geleden.", weeks) % {
        "n": weeks
    }
