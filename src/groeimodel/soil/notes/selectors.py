"""Reads of notes, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.notes import splices
from groeimodel.soil.meetings.models import Item, Meeting
from groeimodel.soil.notes.models import Note, Outcome, Revision

NOW_WRITING = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda with its text and what came out of it."""

    item: Item
    text: str
    number: int
    outcomes: tuple[Outcome, ...]


def points_of(meeting: Meeting) -> list[Point]:
    """In order of the agenda: three queries."""
    outcomes: dict[int | None, list[Outcome]] = defaultdict(list)
    for outcome in outcomes_of(meeting):
        outcomes[outcome.item_id].append(outcome)
    items = Item.objects.filter(meeting=meeting).select_related("note", "theme", "meeting")
    found = []
    for item in items:
        note: Note | None = getattr(item, "note", None)
        text, number = (note.text, note.number) if note else ("", 0)
        found.append(Point(item, text, number, tuple(outcomes[item.pk])))
    return found


def outcomes_of(meeting: Meeting) -> QuerySet[Outcome]:
    """Of one meeting, in the order they were taken down: one query."""
    rows: QuerySet[Outcome] = Outcome.objects.filter(meeting=meeting)
    return rows.select_related("owner", "municipality__merged_into", "partnership", "meeting")


def open_tasks(partnership: Partnership) -> QuerySet[Outcome]:
    """Tasks that are not done, the first due first: one query."""
    rows: QuerySet[Outcome] = Outcome.objects.filter(
        partnership=partnership, kind=Outcome.Kind.TODO, done_at=None
    )
    return rows.select_related("owner", "meeting", "partnership").order_by("due", "pk")


def news(meeting: Meeting, known: dict[int, int]) -> dict[int, dict[str, object]]:
    """For each point (by key of its item) whose text is newer than the page knows: how to get there.

    `known` is the revision that the page has. Two queries, and one for each text that changed.
    """
    found: dict[int, dict[str, object]] = {}
    for note in Note.objects.filter(item__meeting=meeting):
        if note.number == known.get(note.item_id, 0):
            continue
        base = _text_of(note, known.get(note.item_id, 0))
        if base is not None:
            found[note.item_id] = {
                "head": note.number,
                "text": note.text,
                "splices": as_lists(base, note.text),
            }
    return found


def _text_of(note: Note, number: int) -> str | None:
    if number == 0:
        return ""
    return note.revisions.filter(number=number).values_list("text", flat=True).first()


def as_lists(before: str, after: str) -> list[list[object]]:
    """The splices as a page gets them: [at, cut, put], places counted as JavaScript does (UTF-16)."""
    return [
        [_utf16(before[: one.at]), _utf16(before[one.at : one.at + one.cut]), one.put]
        for one in splices(before, after)
    ]


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def writing_now(meeting: Meeting, besides: int | None) -> list[str]:
    """Names of who wrote in the last minute: one query."""
    rows = Revision.objects.filter(
        note__item__meeting=meeting, at__gt=timezone.now() - NOW_WRITING, by__isnull=False
    ).exclude(by=besides)
    return sorted(set(rows.values_list("by__name", flat=True)))


def notes_on(items: Sequence[Item]) -> list[Note]:
    """The texts of points that have one: one query."""
    return list(Note.objects.filter(item__in=items).exclude(text="").select_related("item__meeting"))
