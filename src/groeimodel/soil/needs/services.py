"""Every write about needs. `actor` None is the system itself: the example data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.needs.models import Need

TEND = "needs.tend"


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody fills in."""

    municipality: Municipality
    title: str
    heard_on: date
    source: str = Need.Source.SEEN
    source_words: str = ""
    text: str = ""
    for_whom: str = Need.ForWhom.ALL


@transaction.atomic
def note_need(
    *, partnership: Partnership, heard: Heard, actor: Person | None = None, at: datetime | None = None
) -> Need:
    """Write down a need of a municipality.

    Raises:
        PermissionDenied: the actor neither speaks for the municipality nor coordinates.
        ValidationError: the municipality is no member, or something is not filled in well.
    """
    need = Need(partnership=partnership, written_by=actor, written_at=at or timezone.now())
    _fill(need, heard)
    require(actor, TEND, need)
    _check(need)
    need.save()
    _note("needs.noted", need, actor=actor, at=at)
    return need


@transaction.atomic
def change_need(*, need: Need, heard: Heard, actor: Person | None = None) -> Need:
    """Say it better; the right is asked both for where it was and for where it goes."""
    require(actor, TEND, need)
    moved = need.municipality_id != heard.municipality.pk
    _fill(need, heard)
    require(actor, TEND, need)
    _check(need, member=moved)
    need.save()
    _note("needs.changed", need, actor=actor)
    return need


@transaction.atomic
def close_need(
    *, need: Need, why: str, actor: Person | None = None, on: date | None = None, at: datetime | None = None
) -> Need:
    """It is no need any more, and why; once closed it keeps its first reason until it is opened again.

    Raises:
        ValidationError: no reason is given.
    """
    require(actor, TEND, need)
    if not why.strip():
        raise ValidationError({"why": _("Schrijf waarom. Zo weten jullie later nog wat er veranderde.")})
    if need.is_open:
        need.closed_on, need.closed_why = on or timezone.localdate(), why.strip()
        need.full_clean()
        need.save(update_fields=["closed_on", "closed_why"])
        _note("needs.closed", need, actor=actor, at=at)
    return need


@transaction.atomic
def reopen_need(*, need: Need, actor: Person | None = None) -> Need:
    """Undo of closing."""
    require(actor, TEND, need)
    if not need.is_open:
        need.closed_on, need.closed_why = None, ""
        need.save(update_fields=["closed_on", "closed_why"])
        _note("needs.reopened", need, actor=actor)
    return need


@transaction.atomic
def remove_need(*, need: Need, actor: Person | None = None) -> None:
    """Take away what was written by mistake.

    Raises:
        ValidationError: something else rests on it, such as a local check.
    """
    require(actor, TEND, need)
    try:
        with transaction.atomic():
            _note("needs.removed", need, actor=actor)
            need.delete()
    except ProtectedError:
        raise ValidationError(
            _("Een lokale toets steunt op deze nood. Sluit ze af in plaats van ze weg te halen.")
        ) from None


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger open needs are needs of the new municipality; closed ones stay where they were."""
    open_ones = Need.objects.filter(partnership=partnership, municipality__in=parts, closed_on=None)
    return open_ones.update(municipality=into)


def _fill(need: Need, heard: Heard) -> None:
    need.municipality = heard.municipality
    need.title, need.text = heard.title.strip(), heard.text.strip()
    need.for_whom, need.source, need.source_words = heard.for_whom, heard.source, heard.source_words.strip()
    need.heard_on = heard.heard_on


def _check(need: Need, *, member: bool = True) -> None:
    need.full_clean()
    if need.heard_on > timezone.localdate():
        raise ValidationError({"heard_on": _("Deze dag moet nog komen.")})
    open_ones = need.partnership.memberships.filter(ends=None)
    if member and not open_ones.filter(municipality=need.municipality).exists():
        raise ValidationError({"municipality": _("Deze gemeente is geen partner van de samenwerking.")})


def _note(verb: str, need: Need, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=need.partnership,
        actor=actor,
        municipality=need.municipality,
        subject=need,
        data={"need": need.pk, "source": need.source},
        at=at,
    )
