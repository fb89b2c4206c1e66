"""A session lasts thirty days after the last visit, and never more than ninety days after signing in.

Whoever may open the administration signs in anew after twelve hours. What a session showed stays in no cache.
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

MARK = "slid_at"
SIGNED_IN = "signed_in_at"
A_DAY = 24 * 3600
LONGEST, LONGEST_OF_STAFF = 90 * A_DAY, A_DAY // 2
"""Seconds after signing in, however often somebody comes back."""


def since_signing_in(request: HttpRequest) -> float | None:
    """Seconds since somebody signed in here, in this session; None when nobody did, or longer ago than is known."""
    at = request.session.get(SIGNED_IN)
    return None if at is None else time.time() - at


def is_over(request: HttpRequest) -> bool:
    """Whether a session lasted as long as it may."""
    seconds = since_signing_in(request)
    if seconds is None:  # from before this was kept: the term begins about now, and nobody just signed in
        request.session[SIGNED_IN] = int(time.time()) - LONGEST_OF_STAFF
        return False
    # Nearly every session is younger than the shortest term, and then nobody has to be looked up.
    return seconds > LONGEST_OF_STAFF and seconds > (
        LONGEST_OF_STAFF if getattr(request.user, "is_staff", False) else LONGEST
    )


def begin(request: HttpRequest) -> None:
    """Somebody signed in now."""
    request.session[SIGNED_IN] = int(time.time())
    mark(request)


def mark(request: HttpRequest) -> None:
    """Let the thirty days begin now."""
    request.session[MARK] = int(time.time())


class SlidingSession:
    """Write the session anew once a day at most, so that its thirty days begin again; end one that is too old."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A visitor without a session gets none from this, and an answer that is the same for every visitor.
        knocks = settings.SESSION_COOKIE_NAME in request.COOKIES
        if knocks and "_auth_user_id" in request.session:
            if is_over(request):
                logout(request)
            elif time.time() - request.session.get(MARK, 0) > A_DAY:
                mark(request)
        return self.get_response(request)


class NotKept:
    """Whatever somebody who is signed in gets stays in no cache, not even of the browser, unless its page says otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        knocks = settings.SESSION_COOKIE_NAME in request.COOKIES
        personal = knocks and "_auth_user_id" in request.session
        response = self.get_response(request)
        if personal and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response
