"""What people say about a meeting: when they can, whether they come, whether they were there, what their alderman wants."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings.inviting import everybody
from groeimodel.soil.meetings.models import Attendance, DateAnswer, Interest, Item, Meeting, Steer


@transaction.atomic
def answer_dates(*, meeting: Meeting, person: Person, answers: Mapping[int, str], actor: Person) -> None:
    """Say for each moment (by key) whether one can; what is not named stays as it was.

    Raises:
        ValidationError: no date is looked for any more, or a moment is of another meeting.
    """
    place = _own_row(meeting, person, actor)
    if not meeting.looks_for_date:
        raise ValidationError("Voor deze ontmoeting wordt geen datum meer gezocht.")
    known = set(meeting.options.values_list("pk", flat=True))
    if not set(answers) <= known or not set(answers.values()) <= set(DateAnswer.Can.values):
        raise ValidationError("Dat moment hoort niet bij deze ontmoeting.")
    for option, can in answers.items():
        DateAnswer.objects.update_or_create(option_id=option, person=person, defaults={"can": can})
    _note("meetings.dates_answered", meeting, place, actor=actor)


@transaction.atomic
def answer(
    *, meeting: Meeting, person: Person, coming: str, actor: Person | None, at: datetime | None = None
) -> Attendance:
    """Say whether one comes; the last answer counts.

    Raises:
        ValidationError: no such answer, or it was called off.
    """
    place = _own_row(meeting, person, actor)
    if coming not in Attendance.Coming.values or meeting.cancelled_at:
        raise ValidationError("Deze ontmoeting gaat niet door.")
    place.coming = coming
    place.save()
    _note("meetings.answered", meeting, place, actor=actor, at=at)
    return place


@transaction.atomic
def mark(
    *,
    meeting: Meeting,
    person: Person,
    came: bool,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Attendance:
    """Say that somebody was there, or was not after all. Whoever has a part in the partnership can be there.

    Raises:
        ValidationError: it has not begun, or the person has no part here.
    """
    require(actor, "meetings.mark", meeting)
    if not meeting.is_over(at or timezone.now()):
        raise ValidationError("Wie er was, duid je aan vanaf het begin van de ontmoeting.")
    place = _row(meeting, person)
    if place.came != came or place.pk is None:
        place.came = came
        place.save()
        _note(
            "meetings.attended" if came else "meetings.attendance_undone", meeting, place, actor=actor, at=at
        )
    return place


@transaction.atomic
def steer(
    *,
    item: Item,
    municipality: Municipality,
    stance: str,
    text: str,
    actor: Person,
) -> Steer:
    """What the alderman of a municipality says of a point; the last word counts.

    Raises:
        ValidationError: neither a stance nor a word, or the meeting was called off.
    """
    said = Steer.objects.filter(item=item, municipality=municipality).first()
    said = said or Steer(item=item, municipality=municipality)
    require(actor, "meetings.steer", said)
    if not (stance or text) or stance not in ("", *Steer.Stance.values):
        raise ValidationError("Kies hoe je ernaar kijkt, of schrijf een zin.")
    if item.meeting.cancelled_at:
        raise ValidationError("Deze ontmoeting gaat niet door.")
    said.person, said.stance, said.text, said.at = actor, stance, text, timezone.now()
    said.save()
    record(
        "meetings.steered",
        partnership=item.meeting.partnership,
        actor=actor,
        municipality=municipality,
        subject=item.meeting,
        data={"meeting": item.meeting_id, "item": item.pk},
    )
    return said


@transaction.atomic
def show_interest(*, partnership: Partnership, actor: Person) -> Interest:
    """An alderman would like to meet the other aldermen; twice is once (claim P16)."""
    interest = Interest(partnership=partnership, person=actor)
    require(actor, "meetings.interest", partnership)
    found = Interest.objects.filter(partnership=partnership, person=actor).first()
    if found is None:
        interest.save()
        record("meetings.interest_shown", partnership=partnership, actor=actor, subject=interest)
    return found or interest


@transaction.atomic
def take_back_interest(*, partnership: Partnership, actor: Person) -> None:
    """Nothing happens when none was shown."""
    require(actor, "meetings.interest", partnership)
    found = Interest.objects.filter(partnership=partnership, person=actor).first()
    if found is not None:
        record("meetings.interest_ended", partnership=partnership, actor=actor, subject=found)
        found.delete()


def _own_row(meeting: Meeting, person: Person, actor: Person | None) -> Attendance:
    """The row of somebody who speaks for nobody else."""
    place = _row(meeting, person)
    require(actor, "meetings.answer", place)
    if actor is not None and actor.pk != person.pk:
        raise PermissionDenied("Antwoorden doe je enkel voor jezelf.")
    return place


def _row(meeting: Meeting, person: Person) -> Attendance:
    """The row of somebody and a meeting; a new one for whoever has a part here but was not invited."""
    row = (
        Attendance.objects.select_for_update(of=("self",))
        .select_related("meeting__partnership")
        .filter(meeting=meeting, person=person)
        .first()
    )
    if row is not None:
        return row
    for guest in everybody(meeting.partnership):
        if guest.person.pk == person.pk:
            return Attendance(
                meeting=meeting, person=person, municipality_id=guest.municipality, role=guest.role
            )
    raise PermissionDenied("Dit kan alleen wie bij de samenwerking hoort.")


def _note(
    verb: str, meeting: Meeting, place: Attendance, *, actor: Person | None, at: datetime | None = None
) -> None:
    record(
        verb,
        partnership=meeting.partnership,
        actor=actor,
        municipality=place.municipality,
        subject=meeting,
        data={"meeting": meeting.pk, "person": place.person_id},
        at=at,
    )
