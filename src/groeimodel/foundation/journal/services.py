"""The one way to write in the journal. Call it inside the transaction of the change itself."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person


def record(
    verb: str,
    *,
    partnership: Partnership | None = None,
    actor: Person | None = None,
    data: Mapping[str, str | int | float | bool | None] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Write one entry; `verb` is 'room.done'. `data` holds identifiers and figures, never personal data."""
    return Entry.objects.create(
        verb=verb, partnership=partnership, actor=actor, data=dict(data or {}), at=at or timezone.now()
    )
