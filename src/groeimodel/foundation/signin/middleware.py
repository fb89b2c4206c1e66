"""A session lasts thirty days after the last visit, not after signing in."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

MARK = "slid_at"
A_DAY = 24 * 3600


def mark(request: HttpRequest) -> None:
    """Let the thirty days begin now."""
    request.session[MARK] = int(time.time())


class SlidingSession:
    """Write the session anew once a day at most, so that its thirty days begin again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A visitor without a session gets none from this, and an answer that is the same for every visitor.
        knocks = settings.SESSION_COOKIE_NAME in request.COOKIES
        if (
            knocks
            and "_auth_user_id" in request.session
            and time.time() - request.session.get(MARK, 0) > A_DAY
        ):
            mark(request)
        return self.get_response(request)
