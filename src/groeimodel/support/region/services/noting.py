"""Own notes of a supporter, and forgetting them in time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.support.region.consent import require_consent
from groeimodel.support.region.models import Session, VisitNote

KEPT = timedelta(days=730)
"""Two years, as for questions to a supporter."""


@transaction.atomic
def note(
    *,
    partnership: Partnership,
    text: str,
    day: date,
    actor: Person | None,
    at: datetime | None = None,
) -> VisitNote:
    """Write something down for whoever supports this partnership.

    Raises:
        ValidationError: a day that is still to come, or longer ago than notes are kept.
    """
    require(actor, "region.note", partnership)
    require_consent(partnership, actor)
    _check(day, timezone.localdate(at))
    row = VisitNote.objects.create(
        partnership=partnership,
        text=text.strip(),
        day=day,
        written_by=actor,
        changed_at=at or timezone.now(),
    )
    record("region.noted", partnership=partnership, actor=actor, subject=row, at=at)
    return row


@transaction.atomic
def change_note(*, note: VisitNote, text: str, day: date, actor: Person | None) -> VisitNote:
    """Other words or another day. Raises as `note`."""
    require(actor, "region.note", note)
    require_consent(note.partnership, actor)
    _check(day, timezone.localdate())
    note.text, note.day, note.changed_at = text.strip(), day, timezone.now()
    note.save(update_fields=["text", "day", "changed_at"])
    record("region.note_changed", partnership=note.partnership, actor=actor, subject=note)
    return note


@transaction.atomic
def remove_note(*, note: VisitNote, actor: Person | None) -> None:
    require(actor, "region.note", note)
    require_consent(note.partnership, actor)
    record("region.note_removed", partnership=note.partnership, actor=actor, subject=note)
    note.delete()


def forget(*, today: date) -> int:
    """Notes of more than two years ago go, also those written during sessions; returns how many."""
    before = today - KEPT
    gone, _rows = VisitNote.objects.filter(day__lt=before).delete()
    old = Session.objects.filter(planned_at__date__lt=before).exclude(text="")
    return gone + old.update(text="")


def _check(day: date, today: date) -> None:
    if day > today:
        raise ValidationError({"day": _("Kies vandaag of een dag die voorbij is.")})
    if day <= today - KEPT:
        raise ValidationError({"day": _("Notities blijven twee jaar. Kies een dag daarbinnen.")})
