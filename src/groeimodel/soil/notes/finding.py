"""How notes and what came out of meetings are found."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.notes.models import Note, Outcome


def note_entry(note: Note) -> Entry | None:
    """A text is found by what it says; an empty one is not."""
    if not note.text.strip():
        return None
    meeting = note.item.meeting
    page = reverse("notes:notes", args=[meeting.partnership.slug, meeting.pk])
    title = f"{note.item.title} ({meeting.title})"
    return Entry(meeting.partnership, title, f"{page}#punt-{note.item_id}", note.text)


def notes(partnership: Partnership) -> Iterable[Note]:
    return Note.objects.filter(item__meeting__partnership=partnership).select_related(
        "item__meeting__partnership"
    )


def outcome_entry(outcome: Outcome) -> Entry:
    page = reverse("notes:notes", args=[outcome.partnership.slug, outcome.meeting_id])
    return Entry(outcome.partnership, outcome.text, f"{page}#punt-{outcome.item_id}")


def outcomes(partnership: Partnership) -> Iterable[Outcome]:
    rows: Iterable[Outcome] = Outcome.objects.filter(
        partnership=partnership, kind__in=(Outcome.Kind.DECISION, Outcome.Kind.TODO)
    ).select_related("partnership")
    return rows


def told(outcome: Outcome) -> Entry | None:
    """Seeds and harvest are found where they grow."""
    return outcome_entry(outcome) if outcome.kind in (Outcome.Kind.DECISION, Outcome.Kind.TODO) else None


NOTES = Kind(Note, _("Verslagen"), note_entry, notes)
OUTCOMES = Kind(Outcome, _("Besluiten en taken"), told, outcomes, frozenset({"notes.outcome_removed"}))
