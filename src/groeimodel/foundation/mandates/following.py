"""What mandates follow: who leaves a seat, leaves the mandates of that seat."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates.services import close_of_who_left, take_over
from groeimodel.foundation.partners.services.mergers import parts_of


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.seat_filled", who_left)
    events.on("partners.seat_emptied", who_left)
    events.on("partners.merged", merged)


def who_left(entry: Entry) -> None:
    """Close the mandates of whoever sat there before."""
    person, municipality = entry.data.get("before"), entry.municipality_id
    if person and municipality and entry.partnership:
        with scope(partnership=entry.partnership):
            close_of_who_left(partnership=entry.partnership, municipality=municipality, person=person)


def merged(entry: Entry) -> None:
    """Mandates go along to the municipality that took over."""
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            take_over(partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data))
