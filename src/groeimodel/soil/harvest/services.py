"""Every write about harvest. `actor` None is the system itself: the example data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from groeimodel.foundation.files import services as files
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class Picture:
    """What shows the harvest, with words for whoever cannot see it."""

    upload: UploadedFile[bytes]
    alt: str


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
    picture: Picture | None = None
    """One more, beside what lies there already."""
    picture_for_all: bool = False
    source_url: str = ""
    """A path of this site; what is there already stays when it is empty."""


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
        ValidationError: a municipality is no member, it got it from itself, or the picture cannot be kept.
    """
    harvest = Harvest(partnership=partnership, recorded_by=actor)
    _fill(harvest, gain)
    require(actor, "harvest.tend", harvest)
    _check(harvest)
    harvest.save()
    _note("harvest.recorded", harvest, actor=actor, at=at)
    _keep_picture(harvest, gain, actor=actor, at=at)
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
    _keep_picture(harvest, gain, actor=actor)
    return harvest


@transaction.atomic
def remove_harvest(*, harvest: Harvest, actor: Person | None = None) -> None:
    require(actor, "harvest.tend", harvest)
    _note("harvest.removed", harvest, actor=actor)
    harvest.delete()


def _keep_picture(harvest: Harvest, gain: Gain, *, actor: Person | None, at: datetime | None = None) -> None:
    """Last of all: when anything before it is refused, no file was written."""
    if gain.picture is not None:
        if not gain.picture.alt.strip():
            raise ValidationError("Zeg in enkele woorden wat er op de foto te zien is.")
        files.keep(
            subject=harvest,
            upload=gain.picture.upload,
            label=harvest.title,
            alt=gain.picture.alt,
            actor=actor,
            at=at,
        )


def _fill(harvest: Harvest, gain: Gain) -> None:
    harvest.municipality = gain.municipality
    harvest.title = gain.title
    harvest.text = gain.text
    harvest.gained_on = gain.gained_on
    harvest.source = gain.source
    harvest.source_url = gain.source_url or harvest.source_url
    harvest.from_municipality = gain.from_municipality
    harvest.meeting = gain.meeting
    harvest.picture_for_all = gain.picture_for_all
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
