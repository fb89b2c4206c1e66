"""What this room follows: organs that decide on who steers."""

from datetime import date

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.shop.steering import services

MINE = "steering.processmandate:"


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("sittings.adopted", adopted)
    events.on("sittings.rejected", rejected)


def adopted(entry: Entry) -> None:
    _decided(entry, adopts=True)


def rejected(entry: Entry) -> None:
    _decided(entry, adopts=False)


def _decided(entry: Entry, *, adopts: bool) -> None:
    subject = str(entry.data.get("subject", ""))
    if not subject.startswith(MINE) or entry.partnership is None:
        return
    with scope(partnership=entry.partnership):
        services.adopted(
            partnership=entry.partnership,
            pk=int(subject.removeprefix(MINE)),
            on=date.fromisoformat(str(entry.data["on"])),
            decision=int(entry.data["decision"]),
            adopts=adopts,
        )
