"""Whom to tell about a weakness of this site, in the form of RFC 9116. No Django: the settings read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

CONTACT = re.compile(r"(?:mailto:[^\s@,]+@[^\s@,]+|https://[^\s,]+|tel:\+[\d-]+)")
VALID = timedelta(days=180)
"""The standard asks for less than a year. The page is made anew each time, so it is never over while the site stands."""


def contacts(given: Iterable[str]) -> list[str]:
    """Addresses as the form wants them; an address of mail may stand there bare.

    Raises:
        ValueError: one is no address of mail, https page or telephone.
    """
    found = [one if ":" in one or "@" not in one else f"mailto:{one}" for one in given]
    if not all(CONTACT.fullmatch(one) for one in found):
        raise ValueError(
            "GROEIMODEL_SECURITY_CONTACT is een mailadres, of een adres dat begint met https:// of tel:+"
        )
    return found


def security_txt(contact: Iterable[str], site: str, now: datetime) -> str:
    """The page, for a site whose address begins with `site`; `now` with its time zone."""
    ends = (now.astimezone(UTC) + VALID).replace(microsecond=0, second=0, minute=0)
    lines = [f"Contact: {one}" for one in contact]
    lines += [
        f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, fr, en",
        f"Canonical: {site}/.well-known/security.txt",
    ]
    return "\n".join(lines) + "\n"
