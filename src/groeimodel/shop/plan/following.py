"""What this room follows: municipalities that merge."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.shop.plan.services.local import take_over


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)


def merged(entry: Entry) -> None:
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            take_over(partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data))
