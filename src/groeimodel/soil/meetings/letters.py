"""Mails about meetings. Each has one button, that needs no signing in: answering takes seconds, on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.letters import Block, Line
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings import calendars
from groeimodel.soil.meetings.models import Attendance, Meeting

PURPOSE = "meetings.answer"
SOUGHT_DAYS = 60
"""How long a link works while no date is known."""
AFTER_DAYS = 3
Do = Literal["come", "dates", "brief"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link is for, and for whom it was made."""

    meeting: Meeting
    person: Person
    do: str


def link_for(meeting: Meeting, person: Person, do: Do) -> str:
    """An address that works until some days after the meeting."""
    days = float(SOUGHT_DAYS)
    if meeting.starts is not None:
        left = (meeting.starts - timezone.now()).total_seconds() / 86_400
        days = max(left, 0) + AFTER_DAYS
    token = links.sign(PURPOSE, {"meeting": meeting.pk, "person": person.pk, "do": do}, days=days)
    return reverse("meetings:by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link.

    Raises:
        links.Expired, links.Invalid: it is too old, or was changed; the meeting or person is not here any more.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        meeting = Meeting.objects.select_related("partnership").filter(pk=payload["meeting"]).first()
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if meeting is None or person is None:
        raise links.Invalid
    return Opened(meeting, person, payload["do"])


def when_in_words(starts: Any, ends: Any) -> str:
    """'dinsdag 2 maart 2027 van 14:00 tot 16:00', with the last day when that is another one."""
    first, last = timezone.localtime(starts), timezone.localtime(ends)
    words = {
        "day": date_format(first, "l j F Y"),
        "from": time_format(first, "H:i"),
        "until": time_format(last, "H:i"),
        "last": date_format(last, "l j F"),
    }
    if first.date() == last.date():
        return _("%(day)s van %(from)s tot %(until)s") % words
    return _("%(day)s om %(from)s tot %(last)s om %(until)s") % words


def invite(meeting: Meeting) -> None:
    """To everybody invited: when and where, with the calendar file and one button to answer."""
    if _past(meeting):
        return
    for place in _invited(meeting):
        letter = Letter(
            subject=_("Ontmoeting: %(title)s") % {"title": meeting.title},
            paragraphs=_facts(meeting),
            action=Action(_("Laat weten of je komt"), link_for(meeting, place.person, "come")),
            after=[_("Het bestand bij deze mail zet de ontmoeting in je agenda.")],
            calendar=calendars.file_of(meeting),
        )
        post(kind="meetings.invitation", to=place.person, letter=letter, partnership=meeting.partnership)


def invite_to_series(meetings: Sequence[Meeting]) -> None:
    """One mail for all of them, with one calendar file."""
    first = meetings[0]
    dates = [when_in_words(one.starts, one.ends) for one in meetings]
    page = reverse("meetings:list", args=[first.partnership.slug])
    for place in _invited(first):
        letter = Letter(
            subject=_("%(count)s ontmoetingen: %(title)s") % {"count": len(meetings), "title": first.title},
            paragraphs=[_("Deze momenten zijn gepland:"), ("list", dates), *_facts(first)[1:]],
            action=Action(_("Bekijk de ontmoetingen"), page),
            after=[_("Het bestand bij deze mail zet ze allemaal in je agenda.")],
            calendar=calendars.feed_of(meetings, first.partnership.name),
        )
        post(kind="meetings.invitation", to=place.person, letter=letter, partnership=first.partnership)


def ask_dates(meeting: Meeting) -> None:
    """To everybody invited: when can you?"""
    if _past(meeting):
        return
    options = [when_in_words(one.starts, one.ends) for one in meeting.options.all()]
    for place in _invited(meeting):
        letter = Letter(
            subject=_("Wanneer kun jij? %(title)s") % {"title": meeting.title},
            paragraphs=[
                _("Voor '%(title)s' zoeken we een datum. Deze momenten zijn voorgesteld:")
                % {"title": meeting.title},
                ("list", options),
            ],
            action=Action(_("Zeg wanneer je kunt"), link_for(meeting, place.person, "dates")),
        )
        post(kind="meetings.invitation", to=place.person, letter=letter, partnership=meeting.partnership)


def tell_change(meeting: Meeting) -> None:
    """To everybody invited: another time, place or link; the calendar takes it over."""
    if _past(meeting):
        return
    for place in _invited(meeting):
        letter = Letter(
            subject=_("Gewijzigd: %(title)s") % {"title": meeting.title},
            paragraphs=[_("Er is iets veranderd aan deze ontmoeting. Zo is het nu:"), *_facts(meeting)],
            action=Action(_("Laat weten of je komt"), link_for(meeting, place.person, "come")),
            after=[_("Het bestand bij deze mail past je agenda aan.")],
            calendar=calendars.file_of(meeting),
        )
        post(kind="meetings.change", to=place.person, letter=letter, partnership=meeting.partnership)


def tell_cancel(meeting: Meeting) -> None:
    """To everybody invited: it does not go on."""
    if _past(meeting):
        return
    reason = [_("De reden: %(reason)s") % {"reason": meeting.cancel_reason}] if meeting.cancel_reason else []
    for place in _invited(meeting):
        letter = Letter(
            subject=_("Gaat niet door: %(title)s") % {"title": meeting.title},
            paragraphs=[*_facts(meeting)[:1], _("Deze ontmoeting gaat niet door."), *reason],
            action=Action(
                _("Bekijk de ontmoetingen"), reverse("meetings:list", args=[meeting.partnership.slug])
            ),
            calendar=calendars.file_of(meeting) if meeting.starts else "",
        )
        post(kind="meetings.change", to=place.person, letter=letter, partnership=meeting.partnership)


def brief_aldermen(meeting: Meeting) -> int:
    """The themes, what they are about and what is asked, to the alderman of every member; returns how many."""
    blocks = [
        Block(
            title=item.title,
            lines=[
                Line(text)
                for text in (
                    item.theme.about if item.theme else "",
                    _("Gevraagd: %(asked)s") % {"asked": item.asked} if item.asked else "",
                )
                if text
            ],
        )
        for item in meeting.items.select_related("theme")
    ]
    told = 0
    for alderman in aldermen_of(meeting):
        letter = Letter(
            subject=_("Wat vindt jouw gemeente? %(title)s") % {"title": meeting.title},
            paragraphs=[
                _("Op %(when)s praten de gemeenten over deze thema's.")
                % {"when": when_in_words(meeting.starts, meeting.ends)},
                *blocks,
                _(
                    "Geef je ambtenaar mee wat jij belangrijk vindt. Dat duurt een minuut, en je hoeft niet aan te melden."
                ),
            ],
            action=Action(_("Geef richting"), link_for(meeting, alderman, "brief")),
            after=[_("Je antwoord staat bij de agenda. Iedereen in de samenwerking kan het lezen.")],
        )
        sent = post(kind="meetings.brief", to=alderman, letter=letter, partnership=meeting.partnership)
        told += sent is not None
    return told


def aldermen_of(meeting: Meeting) -> list[Person]:
    """Whoever sits in the alderman's seats today, once each: two queries."""
    keys = {one.alderman.person for one in seats_of(meeting.partnership) if one.alderman is not None}
    return list(Person.objects.filter(pk__in=keys, is_active=True).order_by("pk"))


def _invited(meeting: Meeting) -> QuerySet[Attendance]:
    return (
        Attendance.objects.filter(meeting=meeting, invited_at__isnull=False, person__is_active=True)
        .select_related("person")
        .order_by("pk")
    )


def _facts(meeting: Meeting) -> list[str]:
    """When, where, online, and what one must know."""
    when = when_in_words(meeting.starts, meeting.ends) if meeting.starts else _("De datum wordt nog gezocht.")
    place = _("Waar: %(place)s") % {"place": meeting.place} if meeting.place else ""
    online = _("Online: %(url)s") % {"url": meeting.video_url} if meeting.video_url else ""
    return [when, *(text for text in (place, online, meeting.about) if text)]


def _past(meeting: Meeting) -> bool:
    """What is over already is told to nobody: somebody writes down what was."""
    return meeting.starts is not None and meeting.starts < timezone.now()
