"""The one way to write in the journal. Call it inside the transaction of the change itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.utils import timezone

from groeimodel.foundation.journal.events import happen
from groeimodel.foundation.journal.models import Entry


class Row(Protocol):
    """Any saved row: this room knows nothing of people and partnerships but their keys."""

    @property
    def pk(self) -> Any: ...


class Subject(Row, Protocol):
    """Any saved row of a table."""

    @property
    def _meta(self) -> Any: ...


def record(
    verb: str,
    *,
    partnership: Row | None = None,
    actor: Row | None = None,
    municipality: Row | None = None,
    subject: Subject | None = None,
    data: Mapping[str, str | int | float | bool | None] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Write one entry: who (`actor`, None is the system), for which municipality, did what (`verb`, 'room.done'), on what.

    `data` holds identifiers and figures, never personal data.
    """
    entry = Entry.objects.create(
        verb=verb,
        partnership_id=partnership.pk if partnership else None,
        actor_id=actor.pk if actor else None,
        municipality_id=municipality.pk if municipality else None,
        subject=f"{subject._meta.label_lower}:{subject.pk}" if subject else "",
        data=dict(data or {}),
        at=at or timezone.now(),
    )
    happen(entry)
    return entry
