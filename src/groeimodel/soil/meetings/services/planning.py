"""Planning a meeting, moving it and calling it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings import letters
from groeimodel.soil.meetings.inviting import invited
from groeimodel.soil.meetings.models import Attendance, DateOption, Meeting, Series

MOST = 24
"""Meetings in a series at most: two years of a monthly one."""


@dataclass(frozen=True, slots=True)
class When:
    """From when to when: aware times."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody fills in."""

    title: str
    audience: str
    place: str = ""
    video_url: str = ""
    about: str = ""


@transaction.atomic
def plan(
    *,
    partnership: Partnership,
    draft: Draft,
    when: When,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Meeting:
    """Plan one meeting on a known date, and invite everybody it is for."""
    meeting = _new(partnership, draft, actor, at)
    require(actor, "meetings.plan", meeting)
    _set(meeting, when)
    meeting.save()
    _invite(meeting, at)
    letters.invite(meeting)
    _note("meetings.planned", meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def plan_series(
    *,
    partnership: Partnership,
    draft: Draft,
    first: When,
    every_weeks: int,
    times: int,
    actor: Person | None = None,
) -> list[Meeting]:
    """Plan several at once, so many weeks apart, at the same hour of the clock; one mail for all of them.

    Raises:
        ValidationError: fewer than two, or more than we let somebody put in all calendars at once.
    """
    if not 2 <= times <= MOST or every_weeks < 1:
        raise ValidationError(f"Een reeks heeft 2 tot {MOST} ontmoetingen.")
    series = Series.objects.create(partnership=partnership, every_weeks=every_weeks)
    made = []
    for number in range(times):
        meeting = _new(partnership, draft, actor, None)
        require(actor, "meetings.plan", meeting)
        meeting.series = series
        _set(meeting, later(first, number * every_weeks))
        meeting.save()
        _invite(meeting, None)
        _note("meetings.planned", meeting, actor=actor)
        made.append(meeting)
    letters.invite_to_series(made)
    return made


def later(when: When, weeks: int) -> When:
    """The same hours of the clock so many weeks later, also when summer time begins or ends in between."""

    def moved(moment: datetime) -> datetime:
        clock = timezone.localtime(moment).replace(tzinfo=None) + timedelta(weeks=weeks)
        return timezone.make_aware(clock)

    return When(moved(when.starts), moved(when.ends))


@transaction.atomic
def look_for_date(
    *,
    partnership: Partnership,
    draft: Draft,
    options: Sequence[When],
    actor: Person | None = None,
    at: datetime | None = None,
) -> Meeting:
    """Ask everybody it is for when they can come.

    Raises:
        ValidationError: fewer than two different moments.
    """
    moments = sorted(set(options), key=lambda one: (one.starts, one.ends))
    if len(moments) < 2:
        raise ValidationError("Stel minstens twee momenten voor.")
    meeting = _new(partnership, draft, actor, at)
    require(actor, "meetings.plan", meeting)
    meeting.save()
    DateOption.objects.bulk_create(
        DateOption(meeting=meeting, starts=one.starts, ends=one.ends) for one in moments
    )
    _invite(meeting, at)
    letters.ask_dates(meeting)
    _note("meetings.date_sought", meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def choose_date(
    *, meeting: Meeting, option: DateOption, actor: Person | None = None, at: datetime | None = None
) -> Meeting:
    """Fix one of the moments that were proposed; everybody gets it for the calendar.

    Raises:
        ValidationError: it has a date already, or was called off.
    """
    meeting = Meeting.objects.select_for_update().select_related("partnership").get(pk=meeting.pk)
    require(actor, "meetings.plan", meeting)
    if not meeting.looks_for_date or option.meeting_id != meeting.pk:
        raise ValidationError("Voor deze ontmoeting wordt geen datum meer gezocht.")
    _set(meeting, When(option.starts, option.ends))
    meeting.changed_at = at or timezone.now()
    meeting.save()
    _keep_answers(meeting, option)
    letters.invite(meeting)
    _note("meetings.planned", meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def change(
    *, meeting: Meeting, draft: Draft, when: When | None = None, actor: Person | None = None
) -> Meeting:
    """Change it; whoever is invited hears of another time, place or link.

    Raises:
        ValidationError: it was called off.
    """
    meeting = Meeting.objects.select_for_update().select_related("partnership").get(pk=meeting.pk)
    require(actor, "meetings.plan", meeting)
    if meeting.cancelled_at:
        raise ValidationError("Deze ontmoeting is afgezegd. Plan een nieuwe.")
    before = _where_and_when(meeting)
    _fill(meeting, draft)
    if when is not None and not meeting.looks_for_date:
        _set(meeting, when)
    moved = _where_and_when(meeting) != before
    if moved:
        meeting.sequence += 1
    meeting.changed_at = timezone.now()
    meeting.save()
    _invite(meeting, None)
    if moved and not meeting.looks_for_date:
        letters.tell_change(meeting)
    _note("meetings.moved" if moved else "meetings.changed", meeting, actor=actor)
    return meeting


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str = "", actor: Person | None = None) -> Meeting:
    """Call it off: it leaves all calendars. Twice is once."""
    meeting = Meeting.objects.select_for_update().select_related("partnership").get(pk=meeting.pk)
    require(actor, "meetings.plan", meeting)
    if meeting.cancelled_at is None:
        meeting.cancelled_at = meeting.changed_at = timezone.now()
        meeting.cancel_reason = reason
        meeting.sequence += 1
        meeting.save()
        letters.tell_cancel(meeting)
        _note("meetings.cancelled", meeting, actor=actor)
    return meeting


def _new(partnership: Partnership, draft: Draft, actor: Person | None, at: datetime | None) -> Meeting:
    meeting = Meeting(partnership=partnership, planned_by=actor, changed_at=at or timezone.now())
    _fill(meeting, draft)
    return meeting


def _fill(meeting: Meeting, draft: Draft) -> None:
    for name in ("title", "audience", "place", "video_url", "about"):
        setattr(meeting, name, getattr(draft, name))


def _set(meeting: Meeting, when: When) -> None:
    if when.ends <= when.starts:
        raise ValidationError("Een ontmoeting eindigt na ze begint.")
    meeting.starts, meeting.ends = when.starts, when.ends


def _where_and_when(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.starts, meeting.ends, meeting.place, meeting.video_url)


def _invite(meeting: Meeting, at: datetime | None) -> None:
    """Rows for everybody it is for who has none yet; two queries, and one to write."""
    known = set(Attendance.objects.filter(meeting=meeting).values_list("person", flat=True))
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            person=one.person,
            municipality_id=one.municipality,
            role=one.role,
            invited_at=at or timezone.now(),
        )
        for one in invited(meeting.partnership, meeting.audience)
        if one.person.pk not in known
    )


def _keep_answers(meeting: Meeting, option: DateOption) -> None:
    """Who could come on the chosen moment need not say so again."""
    for answer in option.answers.all():
        coming = {"yes": "yes", "no": "no"}.get(answer.can, "")
        Attendance.objects.filter(meeting=meeting, person=answer.person_id, coming="").update(coming=coming)


def _note(verb: str, meeting: Meeting, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=meeting.partnership,
        actor=actor,
        subject=meeting,
        data={"meeting": meeting.pk},
        at=at,
    )
