"""Every write about bouquets and specialities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Bouquet, Offer, Speciality
from groeimodel.shop.counter.services.offers import TEND


@dataclass(frozen=True, slots=True)
class Bunch:
    """What somebody fills in about a bouquet."""

    title: str
    text: str = ""
    offers: Sequence[Offer] = ()
    starts: date | None = None
    """None: it is tied, and does not stand in the window."""
    ends: date | None = None


@transaction.atomic
def tie_bouquet(
    *, partnership: Partnership, bunch: Bunch, actor: Person | None = None, at: datetime | None = None
) -> Bouquet:
    """Raises ValidationError: no title, no offers, or a last day before the first."""
    require(actor, TEND, partnership)
    bouquet = Bouquet(partnership=partnership)
    _fill(bouquet, bunch)
    _note("counter.bouquet_tied", bouquet, actor=actor, at=at)
    return bouquet


@transaction.atomic
def change_bouquet(*, bouquet: Bouquet, bunch: Bunch, actor: Person | None = None) -> Bouquet:
    """Raises ValidationError, like `tie_bouquet`."""
    require(actor, TEND, bouquet)
    _fill(bouquet, bunch)
    _note("counter.bouquet_changed", bouquet, actor=actor)
    return bouquet


@transaction.atomic
def untie_bouquet(*, bouquet: Bouquet, actor: Person | None = None) -> None:
    """The bouquet goes; its offers stay."""
    require(actor, TEND, bouquet)
    _note("counter.bouquet_untied", bouquet, actor=actor)
    bouquet.delete()


@transaction.atomic
def state_speciality(
    *,
    partnership: Partnership,
    title: str,
    why: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Speciality:
    """Raises ValidationError: no title, or one that stands there already."""
    require(actor, TEND, partnership)
    found = Speciality(partnership=partnership, title=" ".join(title.split()), why=why.strip())
    found.full_clean()
    found.save()
    _note("counter.speciality_stated", found, actor=actor, at=at)
    return found


@transaction.atomic
def change_speciality(
    *, speciality: Speciality, title: str, why: str, actor: Person | None = None
) -> Speciality:
    """Raises ValidationError, like `state_speciality`."""
    require(actor, TEND, speciality)
    speciality.title, speciality.why = " ".join(title.split()), why.strip()
    speciality.full_clean()
    speciality.save()
    _note("counter.speciality_changed", speciality, actor=actor)
    return speciality


@transaction.atomic
def drop_speciality(*, speciality: Speciality, actor: Person | None = None) -> None:
    """The speciality goes; its offers stay, and belong to none."""
    require(actor, TEND, speciality)
    _note("counter.speciality_dropped", speciality, actor=actor)
    speciality.delete()


def _fill(bouquet: Bouquet, bunch: Bunch) -> None:
    bouquet.title, bouquet.text = " ".join(bunch.title.split()), bunch.text.strip()
    bouquet.starts, bouquet.ends = bunch.starts, bunch.ends
    if bunch.ends and (bunch.starts is None or bunch.ends < bunch.starts):
        raise ValidationError({"ends": _("De laatste dag ligt voor de eerste.")})
    if not bunch.offers:
        raise ValidationError({"offers": _("Kies minstens één aanbod.")})
    if any(one.partnership_id != bouquet.partnership_id for one in bunch.offers):
        raise ValidationError({"offers": _("Dit aanbod is van een andere samenwerking.")})
    bouquet.full_clean()
    bouquet.save()
    bouquet.offers.set(bunch.offers, through_defaults={"partnership_id": bouquet.partnership_id})


def _note(verb: str, row: Bouquet | Speciality, *, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=row.partnership, actor=actor, subject=row, data={"key": row.pk}, at=at)
