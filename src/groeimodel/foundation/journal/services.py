"""The one way to write in the journal. Call it inside the transaction of the change itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.utils import timezone

from groeimodel.foundation.journal.models import Entry


class Row(Protocol):
    """Any saved row: this room knows nothing of people and partnerships but their keys."""

    @property
    def pk(self) -> Any: ...


def record(
    verb: str,
    *,
    partnership: Row | None = None,
    actor: Row | None = None,
    data: Mapping[str, str | int | float | bool | None] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Write one entry; `verb` is 'room.done'. `data` holds identifiers and figures, never personal data."""
    return Entry.objects.create(
        verb=verb,
        partnership_id=partnership.pk if partnership else None,
        actor_id=actor.pk if actor else None,
        data=dict(data or {}),
        at=at or timezone.now(),
    )
