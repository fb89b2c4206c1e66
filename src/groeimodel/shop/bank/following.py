"""What the bank follows: a posting that is put right in the books, while it came from a line."""

from __future__ import annotations

from django.db.models import F
from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.shop.bank.models import Line, Match
from groeimodel.shop.bank.services.matching import undo


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("money.reversed", reversed_in_books)


def reversed_in_books(entry: Entry) -> None:
    """The line waits again, and what else was posted of it is put right too: a line is placed as a whole, or not at all."""
    if entry.partnership is None:
        return
    with scope(partnership=entry.partnership):
        match = (
            Match.objects.filter(
                posting__reversed_by=int(entry.subject.rpartition(":")[2]),
                round=F("line__round"),
                line__state=Line.State.MATCHED,
            )
            .select_related("line__account__partnership")
            .first()
        )
        if match is not None:
            undo(line=match.line, at=entry.at)
