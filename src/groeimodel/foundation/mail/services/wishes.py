"""Which mails a reader wants."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mail.kinds import kind_of, optional_kinds
from groeimodel.foundation.mail.models import Cadence, Refusal
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require

DIGEST = "mail.digest"
OFF = "off"


def refuses(kind: str, reader: Reader) -> bool:
    """Whether this reader does without a kind; what was said for an address also holds for its person."""
    return Refusal.objects.filter(reader.theirs(), kind=kind).exists()


def refuse(*, kind: str, reader: Reader) -> None:
    """Stop a kind of mail. Twice is once. Whoever holds the signed link may do this; so nobody else is asked.

    Raises:
        ValueError: this kind cannot be missed.
    """
    if not kind_of(kind).optional:
        raise ValueError(f"Mails of kind {kind} cannot be refused")
    with transaction.atomic():
        if not refuses(kind, reader):
            Refusal.objects.get_or_create(kind=kind, person=reader.person, address_key=reader.key)
            _note(reader)


def allow(*, kind: str, reader: Reader) -> None:
    """Let a kind of mail come again; for a person also where it was stopped for the address."""
    with transaction.atomic():
        if Refusal.objects.filter(reader.theirs(), kind=kind).delete()[0]:
            _note(reader)


def choose(*, reader: Reader, wanted: Collection[str], every: str = "", actor: Person | None = None) -> None:
    """All wishes at once: the optional kinds that somebody wants, and how often the digest comes
    ('day', 'week', 'month', 'off'; empty leaves it as it is).

    `actor` is whoever is signed in; None for the holder of a signed link.

    Raises:
        PermissionDenied: these are somebody else's mails.
    """
    if actor is not None:
        require(actor, "people.see_self", reader.person)
    with transaction.atomic():
        for kind in optional_kinds():
            if kind.name != DIGEST:
                (allow if kind.name in wanted else refuse)(kind=kind.name, reader=reader)
        if reader.person and every:
            (refuse if every == OFF else allow)(kind=DIGEST, reader=reader)
            if every != OFF:
                Cadence.objects.update_or_create(
                    person=reader.person, defaults={"every": Cadence.Every(every)}
                )


def _note(reader: Reader) -> None:
    if reader.person:
        record("mail.wishes_changed", actor=reader.person, subject=reader.person)
