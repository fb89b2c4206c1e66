"""What this room follows: municipalities that merge."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.shop.sittings.models import Presence, Sitting


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)


def merged(entry: Entry) -> None:
    """Seats on sittings that are still to be held go along; what was counted stays as it was that day."""
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            Presence.objects.filter(
                sitting__partnership=entry.partnership,
                sitting__state__in=[Sitting.State.PLANNED, Sitting.State.OPEN],
                municipality__in=parts_of(entry.data),
            ).update(municipality=entry.municipality_id)
