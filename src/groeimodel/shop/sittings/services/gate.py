"""What all services of this room share: the row of the sitting is the gate, and a line in the journal."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.shop.sittings.models import AgendaItem, Sitting

RUN = "sittings.run"


def locked(sitting: Sitting) -> Sitting:
    """The sitting as it is now, locked: what happens to one sitting happens one after the other."""
    rows = Sitting.objects.select_for_update(of=("self",)).select_related("partnership", "organ__partnership")
    return rows.get(pk=sitting.pk)


def locked_item(item: AgendaItem) -> AgendaItem:
    """The point as it is now, behind the gate of its sitting."""
    sitting = locked(item.sitting)
    found = AgendaItem.objects.select_related("replaces", "carried_from").get(pk=item.pk)
    found.sitting = sitting
    return found


def ask_open(sitting: Sitting) -> None:
    if sitting.state != Sitting.State.OPEN:
        raise ValidationError(_("Deze zitting is niet open."))


def ask_waiting(item: AgendaItem) -> None:
    if not item.waits:
        raise ValidationError(
            _(
                "Dit punt is al behandeld. Een geteld punt verandert niet: een later besluit kan in de plaats komen."
            )
        )


def _note(
    verb: str,
    sitting: Sitting,
    *,
    actor: Person | None,
    item: AgendaItem | None = None,
    at: datetime | None = None,
) -> None:
    data: dict[str, str | int | float | bool | None] = {"sitting": sitting.pk, "organ": sitting.organ.name}
    if item is not None:
        data["item"] = item.pk
    record(verb, partnership=sitting.partnership, actor=actor, subject=item or sitting, data=data, at=at)
