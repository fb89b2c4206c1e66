"""Addresses of this site as they stand in a mail: whole, and signed where they let somebody in without a name."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from groeimodel.foundation import links
from groeimodel.foundation.mail.readers import Reader

PURPOSE = "mail.wishes"
DAYS = 400
"""People answer old mails: a link to stop them holds for more than a year."""


def absolute(url: str) -> str:
    """The whole address of a path; a whole address stays as it is."""
    return urljoin(settings.PUBLIC_URL + "/", url)


def stop_url(kind: str, reader: Reader) -> str:
    """Where a reader stops one kind of mail, with one press of a button."""
    token = links.sign(PURPOSE, {**reader.payload(), "kind": kind}, days=DAYS)
    return absolute(reverse("mail:stop", args=[token]))


def wishes_url(reader: Reader) -> str:
    """The page with all kinds, that needs no signing in."""
    return absolute(reverse("mail:by_link", args=[links.sign(PURPOSE, reader.payload(), days=DAYS)]))
