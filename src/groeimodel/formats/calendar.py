"""Calendar files and feeds (RFC 5545) of meetings: what real calendar programs read.

Times go out in UTC: every program shows them in the reader's own zone, and no zone table can be out of date. A series goes
out as single meetings: each can move on its own, which is what a group does with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

METHOD = "PUBLISH"
"""Not REQUEST: a calendar program would answer by mail to an address that nobody reads. Answering is one button in our mail."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, with aware times."""

    uid: str
    """The same for as long as the meeting exists."""
    sequence: int
    """One more each time its time, place or being there changes."""
    changed: datetime
    starts: datetime
    ends: datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Something that must be done by a day; it takes no time of that day."""

    uid: str
    on: date
    changed: datetime
    title: str
    text: str = ""
    url: str = ""


def file_of(meeting: Meeting) -> str:
    """The calendar file that goes along with a mail about one meeting."""
    calendar = _calendar()
    calendar.add("method", "CANCEL" if meeting.cancelled else METHOD)
    calendar.add_component(_event(meeting))
    return _text(calendar)


def feed_of(meetings: Sequence[Meeting], *, name: str, days: Sequence[Day] = ()) -> str:
    """The feed that a calendar program asks for again and again; `name` is what it shows above it."""
    calendar = _calendar()
    calendar.add("method", METHOD)
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what programs knew before it
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for one in meetings:
        calendar.add_component(_event(one))
    for day in days:
        calendar.add_component(_day(day))
    return _text(calendar)


def _day(day: Day) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", day.changed.astimezone(UTC))
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", day.title)
    for name, value in (("description", day.text), ("url", day.url)):
        if value:
            event.add(name, value)
    event.add("transp", "TRANSPARENT")
    return event


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Groeimodel//Groeimodel//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _event(meeting: Meeting) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed.astimezone(UTC))
    event.add("last-modified", meeting.changed.astimezone(UTC))
    event.add("dtstart", meeting.starts.astimezone(UTC))
    event.add("dtend", meeting.ends.astimezone(UTC))
    event.add("summary", meeting.title)
    for name, value in (("description", meeting.text), ("location", meeting.place), ("url", meeting.url)):
        if value:
            event.add(name, value)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if meeting.cancelled else "OPAQUE")
    if not meeting.cancelled:
        event.add_component(_alarm(meeting.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(hours=-1))
    return alarm


def _text(calendar: Calendar) -> str:
    return str(calendar.to_ical().decode("utf-8"))
