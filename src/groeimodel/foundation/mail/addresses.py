"""Addresses of this site as they stand in a mail: whole, and signed where they let somebody in without a name."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from groeimodel.foundation import links
from groeimodel.foundation.people.models import Person

PURPOSE = "mail.wishes"
DAYS = 400
"""People answer old mails: a link to stop them holds for more than a year."""


def absolute(url: str) -> str:
    """The whole address of a path; a whole address stays as it is."""
    return urljoin(settings.PUBLIC_URL + "/", url)


def address_key(address: str) -> str:
    """What is kept of an address to know it again: it cannot be turned back into the address."""
    return salted_hmac("groeimodel.mail.address", address.strip().lower(), algorithm="sha256").hexdigest()


def reader(person: Person | None, address: str) -> dict[str, Any]:
    """Who reads, as it stands in a signed link: no name and no address."""
    return {"person": person.pk} if person else {"key": address_key(address)}


def unsubscribe_url(kind: str, person: Person | None, address: str) -> str:
    token = links.sign(PURPOSE, {**reader(person, address), "kind": kind}, days=DAYS)
    return absolute(reverse("mail:stop", args=[token]))


def wishes_url(person: Person | None, address: str) -> str:
    """The page with all kinds, that needs no signing in."""
    token = links.sign(PURPOSE, reader(person, address), days=DAYS)
    return absolute(reverse("mail:wishes", args=[token]))
