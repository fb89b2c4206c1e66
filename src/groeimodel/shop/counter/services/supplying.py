"""Every write about suppliers and what was agreed with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Agreement, Offer, Supplier

SUPPLY = "counter.supply"


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody fills in about a supplier: an organisation, and its contact for business."""

    name: str
    contact: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody fills in about an agreement."""

    title: str
    starts: date
    ends: date | None = None
    notice_on: date | None = None
    amount: Decimal | None = None
    """Euro a year."""
    offers: Sequence[Offer] = ()
    lapses: bool = False


@transaction.atomic
def add_supplier(
    *, partnership: Partnership, card: Card, actor: Person | None = None, at: datetime | None = None
) -> Supplier:
    require(actor, SUPPLY, partnership)
    supplier = Supplier(partnership=partnership)
    _fill(supplier, card)
    _note("counter.supplier_added", supplier, actor=actor, at=at)
    return supplier


@transaction.atomic
def change_supplier(*, supplier: Supplier, card: Card, actor: Person | None = None) -> Supplier:
    require(actor, SUPPLY, supplier)
    _fill(supplier, card)
    _note("counter.supplier_changed", supplier, actor=actor)
    return supplier


@transaction.atomic
def remove_supplier(*, supplier: Supplier, actor: Person | None = None) -> None:
    """A supplier with its contact goes for good.

    Raises:
        ValidationError: there are agreements with it still.
    """
    require(actor, SUPPLY, supplier)
    if Agreement.objects.filter(supplier=supplier).exists():
        raise ValidationError(_("Haal eerst de afspraken met deze leverancier weg."))
    _note("counter.supplier_removed", supplier, actor=actor)
    supplier.delete()


@transaction.atomic
def agree(
    *, supplier: Supplier, agreed: Agreed, actor: Person | None = None, at: datetime | None = None
) -> Agreement:
    """Raises ValidationError: days that do not follow each other, or offers of another partnership."""
    require(actor, SUPPLY, supplier)
    agreement = Agreement(supplier=supplier)
    _settle(agreement, agreed)
    _note("counter.agreement_made", supplier, actor=actor, at=at)
    return agreement


@transaction.atomic
def change_agreement(*, agreement: Agreement, agreed: Agreed, actor: Person | None = None) -> Agreement:
    """Raises ValidationError, like `agree`."""
    require(actor, SUPPLY, agreement)
    _settle(agreement, agreed)
    _note("counter.agreement_changed", agreement.supplier, actor=actor)
    return agreement


@transaction.atomic
def remove_agreement(*, agreement: Agreement, actor: Person | None = None) -> None:
    """For one that was noted by mistake: what ended stays. The documents beside it go along."""
    require(actor, SUPPLY, agreement)
    record(
        "counter.agreement_removed",
        partnership=agreement.supplier.partnership,
        actor=actor,
        subject=agreement,
        data={"supplier": agreement.supplier_id},
    )
    agreement.delete()


def _fill(supplier: Supplier, card: Card) -> None:
    supplier.name, supplier.contact = " ".join(card.name.split()), " ".join(card.contact.split())
    supplier.email, supplier.phone, supplier.note = card.email.strip(), card.phone.strip(), card.note.strip()
    supplier.full_clean()
    supplier.save()


def _settle(agreement: Agreement, agreed: Agreed) -> None:
    where = agreement.supplier.partnership_id
    if agreed.ends is not None and agreed.ends < agreed.starts:
        raise ValidationError({"ends": _("De laatste dag ligt voor de eerste.")})
    if agreed.notice_on is not None and agreed.ends is not None and agreed.notice_on > agreed.ends:
        raise ValidationError({"notice_on": _("Opzeggen kan enkel voor de afspraak ten einde is.")})
    if any(one.partnership_id != where for one in agreed.offers):
        raise ValidationError({"offers": _("Dit aanbod is van een andere samenwerking.")})
    agreement.title, agreement.starts, agreement.ends = (
        " ".join(agreed.title.split()),
        agreed.starts,
        agreed.ends,
    )
    agreement.notice_on, agreement.amount, agreement.lapses = agreed.notice_on, agreed.amount, agreed.lapses
    agreement.full_clean()
    agreement.save()
    agreement.offers.set(agreed.offers, through_defaults={"partnership_id": where})


def _note(verb: str, supplier: Supplier, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=supplier.partnership,
        actor=actor,
        subject=supplier,
        data={"supplier": supplier.pk},
        at=at,
    )
