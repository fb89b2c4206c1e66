"""Reads of mails and wishes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from groeimodel.foundation.mail.kinds import Kind, optional_kinds
from groeimodel.foundation.mail.models import OutgoingMail, Refusal
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.mail.services.digests import cadence_of
from groeimodel.foundation.mail.services.wishes import DIGEST, OFF
from groeimodel.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a reader chose."""

    kinds: tuple[Kind, ...]
    """What can be chosen, beside the digest."""
    wanted: tuple[str, ...]
    every: str
    """'day', 'week', 'month' or 'off'; empty for an address of nobody we know, which gets no digest."""


def wishes_of(reader: Reader) -> Wishes:
    """Two queries."""
    refused = set(Refusal.objects.filter(reader.theirs()).values_list("kind", flat=True))
    kinds = tuple(kind for kind in optional_kinds() if kind.name != DIGEST)
    every = ""
    if reader.person:
        every = OFF if DIGEST in refused else cadence_of(reader.person)
    return Wishes(kinds, tuple(kind.name for kind in kinds if kind.name not in refused), every)


def readable() -> QuerySet[OutgoingMail]:
    """The mails that anybody may read in the demonstration: not those of its administrators, whose codes would let
    anybody in as one."""
    staff = Person.objects.filter(Q(is_staff=True) | Q(is_superuser=True), email__isnull=False)
    return OutgoingMail.objects.alias(reader=Lower("address")).exclude(
        reader__in=staff.values_list(Lower("email"))
    )


def outbox() -> QuerySet[OutgoingMail]:
    """Those, newest first, without their long texts."""
    return readable().defer("text", "html").select_related("partnership").order_by("-pk")
