"""What happens at the door and at every refusal, told to the log (`groeimodel.security`): when, what, how, which page.

Never who: no name, number, address of mail or internet, code or link. Who was where stands in the sessions and in the
journal, for those who may see them. docs/admin/watch.md lists what is told.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from groeimodel.foundation.people.models import Person

log = logging.getLogger("groeimodel.security")
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
"""What any page takes; TRACE and the rest end here."""
REFUSED = {
    400: "request refused",
    403: "right refused",
    405: "method refused",
    413: "upload refused",
    429: "too many tries",
}


def tell(event: str, **facts: str | int) -> None:
    """Something that went well. `facts` are words of ours, never what somebody typed."""
    _write(logging.INFO, event, facts)


def warn(event: str, **facts: str | int) -> None:
    """Something that was refused or went wrong."""
    _write(logging.WARNING, event, facts)


def _write(level: int, event: str, facts: dict[str, str | int]) -> None:
    words = "".join(f", {key} {value}" for key, value in facts.items())
    log.log(level, "%s%s", event, words, extra={"told": {"event": event, **facts}})


class Gate:
    """Takes only the methods that pages know, and tells of every answer that is a refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.method in METHODS
        response = self.get_response(request) if known else HttpResponseNotAllowed(METHODS)
        if response.status_code in REFUSED:
            warn(REFUSED[response.status_code], status=response.status_code)
        return response


def listen() -> None:
    """Called once, when the room is ready."""
    user_logged_in.connect(_signed_in, dispatch_uid="signin.events.in")
    user_logged_out.connect(_signed_out, dispatch_uid="signin.events.out")
    user_login_failed.connect(_password_refused, dispatch_uid="signin.events.failed")
    for signal, words in (
        (mfa.authenticator_added, "passkey added"),
        (mfa.authenticator_removed, "passkey removed"),
        (mfa.authentication_failed, "passkey refused"),
        (social.social_account_added, "provider linked"),
        (social.social_account_removed, "provider unlinked"),
    ):
        signal.connect(_way_changed(words), weak=False, dispatch_uid=f"signin.events.{words}")


def _signed_in(request: HttpRequest | None, user: Person, **kwargs: Any) -> None:
    has_session = request is not None and hasattr(request, "session")
    known = get_authentication_records(request, user) if has_session else []
    tell("signed in", how=str(known[-1]["method"]) if known else "password")


def _signed_out(user: Person | None, **kwargs: Any) -> None:
    if user is not None:
        tell("signed out")


def _password_refused(**kwargs: Any) -> None:
    warn("sign-in refused", how="password")


def _way_changed(words: str) -> Callable[..., None]:
    def told(**kwargs: Any) -> None:
        tell(words)

    return told
