"""Which mails a reader wants. A reader is a person, or whoever holds an address that we do not know."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from groeimodel.foundation.mail.addresses import address_key
from groeimodel.foundation.mail.kinds import kind_of
from groeimodel.foundation.mail.models import Cadence, Refusal
from groeimodel.foundation.people.models import Person

DIGEST = "mail.digest"
OFF = "off"


def refuses(kind: str, *, person: Person | None = None, address: str = "") -> bool:
    """Whether this reader does without a kind; what was said for an address also holds for its person."""
    asked = Q(person=person) if person else Q()
    if address:
        asked |= Q(address_key=address_key(address))
    return Refusal.objects.filter(asked, kind=kind).exists()


def refuse(*, kind: str, person: Person | None = None, key: str = "") -> None:
    """Stop a kind of mail for a person, or for the address with this key. Twice is once.

    Raises:
        ValueError: this kind cannot be missed.
    """
    if not kind_of(kind).optional:
        raise ValueError(f"Mails of kind {kind} cannot be refused")
    with transaction.atomic():
        if person:
            Refusal.objects.get_or_create(kind=kind, person=person)
        else:
            Refusal.objects.get_or_create(kind=kind, address_key=key)


def allow(*, kind: str, person: Person | None = None, key: str = "") -> None:
    """Let a kind of mail come again; of a person also what was said for the address."""
    asked = Q(person=person) if person else Q(address_key=key)
    if person and person.email:
        asked |= Q(address_key=address_key(person.email))
    Refusal.objects.filter(asked, kind=kind).delete()


def choose_cadence(*, person: Person, every: str) -> None:
    """How often somebody gets the digest: 'day', 'week', 'month', or 'off'."""
    with transaction.atomic():
        if every == OFF:
            refuse(kind=DIGEST, person=person)
            return
        allow(kind=DIGEST, person=person)
        Cadence.objects.update_or_create(person=person, defaults={"every": Cadence.Every(every)})
