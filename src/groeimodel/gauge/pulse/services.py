"""Every write of the pulse. `actor` None is the system itself: the jobs and the example data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.pulse import letters
from groeimodel.gauge.pulse.models import Answer, Asked, Pulse, TrustSum
from groeimodel.gauge.pulse.selectors import in_half, people_of
from groeimodel.rules.trust import FEWEST_PEOPLE, publish
from groeimodel.soil.meetings.models import Meeting

OPEN_DAYS = 10


class PulseIsClosed(Exception):
    """An answer came in after the pulse was closed."""


class AnsweredAlready(Exception):
    """This person answered; nobody knows what, so it cannot be changed."""


@transaction.atomic
def open_pulse(*, meeting: Meeting, at: datetime | None = None, mail: bool = True) -> Pulse | None:
    """Ask everybody who was at a meeting, once. None when it was asked before, or fewer than three people were there."""
    people = people_of(meeting)
    if (
        len({place.person_id for place in people}) < FEWEST_PEOPLE
        or Pulse.objects.filter(meeting=meeting).exists()
    ):
        return None
    at = at or timezone.now()
    pulse = Pulse.objects.create(
        partnership=meeting.partnership,
        meeting=meeting,
        opened_at=at,
        closes_on=timezone.localdate(at) + timedelta(days=OPEN_DAYS),
    )
    Asked.objects.bulk_create(
        [Asked(pulse=pulse, person_id=one.person_id, municipality_id=one.municipality_id) for one in people],
        ignore_conflicts=True,
    )
    if mail:
        letters.ask(pulse)
    record("pulse.opened", partnership=meeting.partnership, data={"pulse": pulse.pk}, at=at)
    return pulse


@transaction.atomic
def answer(*, pulse: Pulse, person: Person, marks: Sequence[int]) -> None:
    """Keep what somebody answered, apart from that they did. Whoever has the link of a mail is that person.

    Nothing of it goes into the journal: who answered when would nearly say what.

    Raises:
        PermissionDenied: this person was not asked.
        PulseIsClosed, AnsweredAlready: too late; nothing was kept.
        ValidationError: not three answers of 1 to 5.
    """
    with scopes_disabled():  # who answers comes in by a link, outside any partnership
        locked = Pulse.objects.select_for_update().get(pk=pulse.pk)
    asked = Asked.objects.select_for_update().filter(pulse=pulse, person=person).first()
    if not locked.is_open:
        raise PulseIsClosed
    if asked is None:
        raise PermissionDenied("Deze polsslag is voor wie op de ontmoeting was.")
    require(person, "pulse.answer", asked)
    if asked.answered:
        raise AnsweredAlready
    if len(marks) != 3 or any(mark not in range(1, 6) for mark in marks):
        raise ValidationError(_("Beantwoord de drie vragen: een tik voor elk."))
    asked.answered = True
    asked.save(update_fields=["answered"])
    Answer.objects.create(
        pulse=pulse, municipality=asked.municipality, open=marks[0], word=marks[1], backed=marks[2]
    )


@transaction.atomic
def close_pulse(*, pulse: Pulse, at: datetime | None = None) -> None:
    """Make what is shown, once and for ever, add it to the sums, and forget who was asked and what was answered.

    Closing twice changes nothing.
    """
    locked = Pulse.objects.select_for_update().get(pk=pulse.pk)
    if not locked.is_open:
        return
    figures = publish(list(Answer.objects.filter(pulse=pulse).values_list("open", "word", "backed")))
    pulse.published = asdict(figures) if figures else None
    pulse.closed_at = at or timezone.now()
    pulse.save(update_fields=["published", "closed_at"])
    pulse.asked.all().delete()
    if figures is not None:  # what is never shown counts nowhere
        for one in Answer.objects.filter(pulse=pulse):
            if one.municipality_id is not None:
                mean = (one.open + one.word + one.backed) / 3
                _add(pulse.partnership, one.municipality_id, half_name(pulse), mean, 1)
    pulse.answers.all().delete()
    record("pulse.closed", partnership=pulse.partnership, data={"pulse": pulse.pk}, at=at)


def _add(partnership: Partnership, municipality: int, half: str, total: float, answers: int) -> None:
    row, _new = TrustSum.objects.select_for_update().get_or_create(
        partnership=partnership, municipality_id=municipality, half=half
    )
    row.total, row.answers = row.total + total, row.answers + answers
    row.save(update_fields=["total", "answers"])


def half_name(pulse: Pulse) -> str:
    return in_half(timezone.localdate(pulse.opened_at))


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> None:
    """After a merger the answers of both count for the new one; what was published stays."""
    Answer.objects.filter(pulse__partnership=partnership, municipality__in=parts).update(municipality=into)
    Asked.objects.filter(pulse__partnership=partnership, municipality__in=parts).update(municipality=into)
    for row in TrustSum.objects.filter(partnership=partnership, municipality__in=parts).exclude(
        municipality=into
    ):
        _add(partnership, into, row.half, row.total, row.answers)
        row.delete()
