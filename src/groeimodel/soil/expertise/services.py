"""Every write about expertise. `actor` None is the system itself: the example data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.expertise.models import Expertise


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody fills in. Of a person, or of a municipality: one of the two."""

    area: str
    kind: str
    text: str = ""
    person: Person | None = None
    municipality: Municipality | None = None
    opened: bool = False


@transaction.atomic
def share(
    *, partnership: Partnership, said: Said, actor: Person | None = None, at: datetime | None = None
) -> Expertise:
    """Say what somebody or a municipality brings or looks for.

    Raises:
        PermissionDenied: the actor speaks neither for that person nor for that municipality.
        ValidationError: it stands there already, or the area or the municipality is unknown here.
    """
    require(actor, "expertise.share", partnership)
    one = Expertise(partnership=partnership)
    _fill(one, said)
    if at is not None:
        one.noted_at = at
    require(actor, "expertise.tend", one)
    _check(one)
    one.save()
    _note("expertise.shared", one, actor=actor, at=at)
    return one


@transaction.atomic
def change(*, one: Expertise, said: Said, actor: Person | None = None) -> Expertise:
    """Change it; the right is asked both for what it was and for what it becomes."""
    require(actor, "expertise.share", one.partnership)
    require(actor, "expertise.tend", one)
    _fill(one, said)
    require(actor, "expertise.tend", one)
    _check(one)
    one.save()
    _note("expertise.changed", one, actor=actor)
    return one


@transaction.atomic
def remove(*, one: Expertise, actor: Person | None = None) -> None:
    require(actor, "expertise.tend", one)
    _note("expertise.removed", one, actor=actor)
    one.delete()


def _fill(one: Expertise, said: Said) -> None:
    one.area, one.kind, one.text = said.area, said.kind, said.text.strip()
    one.person = said.person
    one.municipality = home_of(said.person, one.partnership) if said.person else said.municipality
    one.opened = said.opened and said.kind == Expertise.Kind.BRINGS


def _check(one: Expertise) -> None:
    if one.area not in {known.id for known in nutrients()} or one.kind not in Expertise.Kind.values:
        raise ValidationError(_("Kies waarover het gaat, en of je het meebrengt of zoekt."))
    if one.person is None:
        members = one.partnership.memberships.filter(ends=None)
        if not members.filter(municipality=one.municipality).exists():
            raise ValidationError(_("Deze gemeente is geen partner van de samenwerking."))
    twice = Expertise.objects.filter(
        partnership=one.partnership, area=one.area, kind=one.kind, person=one.person
    ).exclude(pk=one.pk)
    if one.person is None:
        twice = twice.filter(municipality=one.municipality)
    if twice.exists():
        raise ValidationError(_("Dit staat er al. Verander het in de lijst hieronder."))


def _note(verb: str, one: Expertise, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=one.partnership,
        actor=actor,
        municipality=one.municipality,
        subject=one,
        data={"expertise": one.pk, "area": one.area, "kind": one.kind, "own": one.person_id is not None},
        at=at,
    )
