"""Every write about harvest. `actor` None is the system itself: the example data."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class Gain:
    """What somebody fills in."""

    municipality: Municipality
    title: str
    gained_on: date
    text: str = ""
    source: str = ""
    from_municipality: Municipality | None = None
    meeting: Meeting | None = None
    figure: Decimal | None = None
    unit: str = ""


@transaction.atomic
def record_harvest(
    *,
    partnership: Partnership,
    gain: Gain,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Harvest:
    """Record what a municipality uses locally thanks to the exchange.

    Raises:
        PermissionDenied: the actor neither speaks for the municipality nor coordinates.
        ValidationError: a municipality is no member, or it got it from itself.
    """
    harvest = Harvest(partnership=partnership, recorded_by=actor)
    _fill(harvest, gain)
    require(actor, "harvest.tend", harvest)
    _check(harvest)
    harvest.save()
    _note("harvest.recorded", harvest, actor=actor, at=at)
    return harvest


@transaction.atomic
def change_harvest(*, harvest: Harvest, gain: Gain, actor: Person | None = None) -> Harvest:
    """Change one; the right is asked both for where it was and for where it goes."""
    require(actor, "harvest.tend", harvest)
    _fill(harvest, gain)
    require(actor, "harvest.tend", harvest)
    _check(harvest)
    harvest.save()
    _note("harvest.changed", harvest, actor=actor)
    return harvest


@transaction.atomic
def remove_harvest(*, harvest: Harvest, actor: Person | None = None) -> None:
    require(actor, "harvest.tend", harvest)
    _note("harvest.removed", harvest, actor=actor)
    harvest.delete()


def _fill(harvest: Harvest, gain: Gain) -> None:
    harvest.municipality = gain.municipality
    harvest.title = gain.title
    harvest.text = gain.text
    harvest.gained_on = gain.gained_on
    harvest.source = gain.source
    harvest.from_municipality = gain.from_municipality
    harvest.meeting = gain.meeting
    harvest.figure, harvest.unit = gain.figure, gain.unit if gain.figure is not None else ""


def _check(harvest: Harvest) -> None:
    members = set(harvest.partnership.memberships.values_list("municipality_id", flat=True))
    named = {harvest.municipality_id, harvest.from_municipality_id} - {None}
    if not named <= members:
        raise ValidationError("Deze gemeente is geen partner van de samenwerking.")
    if harvest.meeting is not None and harvest.meeting.partnership_id != harvest.partnership_id:
        raise ValidationError("Deze ontmoeting is van een andere samenwerking.")
    if harvest.figure is not None and not harvest.unit:
        raise ValidationError("Zeg erbij waarvan het cijfer is: kinderen, euro, uren.")
    if harvest.municipality_id == harvest.from_municipality_id:
        raise ValidationError("Kies een andere gemeente als herkomst: van jezelf krijg je niets.")


def _figures(harvest: Harvest) -> dict[str, str | int | float | bool | None]:
    return {
        "harvest": harvest.pk,
        "municipality": harvest.municipality_id,
        "from_municipality": harvest.from_municipality_id,
    }


def _note(verb: str, harvest: Harvest, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=harvest.partnership,
        actor=actor,
        municipality=harvest.municipality,
        subject=harvest,
        data=_figures(harvest),
        at=at,
    )
