"""Signed links that serve one purpose and end: in mails, for somebody who need not sign in to use them.

    token = links.sign("mandates.grant", {"seat": 3}, days=14)
    links.read("mandates.grant", token)          # {"seat": 3}

Programs that guard mailboxes open every link, so a page behind such a link changes nothing when it is opened: it shows
one button, and that sends a form. A link holds identifiers; whether the thing may still be done is asked when it is.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core import signing
from django.utils import timezone


class Invalid(Exception):
    """No link of ours, not one for this purpose, or changed on the way."""


class Expired(Invalid):
    """A link of ours whose time is over. `payload` says what it was for, so that a page can offer a new one."""

    def __init__(self, payload: dict[str, Any]) -> None:
        super().__init__("The time of this link is over")
        self.payload = payload


def sign(purpose: str, payload: Mapping[str, Any], *, days: float) -> str:
    """A token for in an address, that can be read for this purpose only, and until `days` from now."""
    ends = timezone.now() + timedelta(days=days)
    return signing.dumps([dict(payload), int(ends.timestamp())], salt=_salt(purpose), compress=True)


def read(purpose: str, token: str) -> dict[str, Any]:
    """What was signed.

    Raises:
        Expired: its time is over.
        Invalid: it was not signed here for this purpose, or somebody changed it.
    """
    try:
        payload, ends = signing.loads(token, salt=_salt(purpose))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Invalid("Not a link of ours") from error
    if timezone.now().timestamp() >= ends:
        raise Expired(payload)
    found: dict[str, Any] = payload
    return found


def _salt(purpose: str) -> str:
    return f"groeimodel.link.{purpose}"
