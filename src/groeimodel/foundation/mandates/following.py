"""What mandates follow: who leaves a seat, leaves the mandates of that seat."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates.services import close_of_who_left


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.seat_filled", who_left)
    events.on("partners.seat_emptied", who_left)


def who_left(entry: Entry) -> None:
    """Close the mandates of whoever sat there before."""
    person, municipality = entry.data.get("before"), entry.municipality_id
    if person and municipality and entry.partnership:
        with scope(partnership=entry.partnership):
            close_of_who_left(partnership=entry.partnership, municipality=municipality, person=person)
