"""Who reads a mail: a person, or whoever holds an address that belongs to nobody we know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.crypto import salted_hmac

from groeimodel.foundation.people.models import Person


def address_key(address: str) -> str:
    """What is kept of an address to know it again: it cannot be turned back into the address."""
    words, key = address.strip().lower(), settings.ADDRESS_KEY
    return salted_hmac("groeimodel.mail.address", words, secret=key, algorithm="sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Reader:
    """Either a person, or the key of an address."""

    person: Person | None = None
    key: str = ""

    @classmethod
    def at(cls, address: str) -> Reader:
        return cls(key=address_key(address))

    @classmethod
    def signed(cls, payload: Mapping[str, Any]) -> Reader | None:
        """From what a link holds; None when that person is not here any more."""
        if "person" not in payload:
            return cls(key=str(payload["key"]))
        person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at__isnull=True).first()
        return cls(person) if person else None

    def payload(self) -> dict[str, Any]:
        """For in a link: no name and no address."""
        return {"person": self.person.pk} if self.person else {"key": self.key}

    def theirs(self) -> Q:
        """The refusals of this reader; those of a person's own address count too."""
        if self.person is None:
            return Q(address_key=self.key)
        own = Q(person=self.person)
        return own | Q(address_key=address_key(self.person.email)) if self.person.email else own
