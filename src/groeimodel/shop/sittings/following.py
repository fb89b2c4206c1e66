"""What this room follows: seats of organs that go on as seats of a merged municipality."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.shop.sittings.services.following import take_over


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("organs.seats_moved", seats_moved)


def seats_moved(entry: Entry) -> None:
    with scope(partnership=entry.partnership):
        assert entry.partnership is not None
        take_over(partnership=entry.partnership)
