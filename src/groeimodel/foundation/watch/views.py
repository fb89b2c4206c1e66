"""Three pages for machines. They know no session, set no cookie, and answer whoever reaches them by whatever name."""

from __future__ import annotations

import hmac
import logging
import sys

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.defaults import bad_request

from groeimodel.foundation.watch import away, selectors
from groeimodel.foundation.watch.weakness import security_txt
from groeimodel.ui.doors import open_to_all

TEXT = "text/plain; charset=utf-8"
log = logging.getLogger("groeimodel.watch")
SCRAPED = "text/plain; version=0.0.4; charset=utf-8"


def plain(text: str | bytes, *, status: int = 200, kind: str = TEXT) -> HttpResponse:
    """An answer that nobody may keep."""
    headers = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    answer = HttpResponse(text, status=status, content_type=kind, headers=headers)
    # Django would say 'Service Unavailable', and not of what.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


@open_to_all("says only that the process lives")
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return plain("ok\n")


@open_to_all("says in one word which part of the installation is not ready")
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    if missing := selectors.missing():
        log.error("Not ready: %s", ", ".join(missing))
        return plain(f"not ready: {', '.join(missing)}\n", status=503)
    return plain("ok\n")


@open_to_all("asks for a token of its own, and does not exist without one")
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    if not settings.METRICS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "").encode()
    if not hmac.compare_digest(given, f"Bearer {settings.METRICS_TOKEN}".encode()):
        log.warning("The metrics were asked without the right token")
        answer = plain("a token is asked\n", status=401)
        answer["WWW-Authenticate"] = "Bearer"
        return answer
    from groeimodel.foundation.watch.scraping import exposition

    return plain(exposition(), kind=SCRAPED)


@open_to_all("says whom to tell about a weakness")
@require_safe
def weakness(request: HttpRequest) -> HttpResponse:
    if not settings.SECURITY_CONTACT:
        raise Http404
    return plain(security_txt(settings.SECURITY_CONTACT, settings.PUBLIC_URL, timezone.now()))


def broken(request: HttpRequest) -> HttpResponse:
    """The page 'something went wrong' (handler500), with the number by which the log knows it. Asks the database nothing."""
    if away.is_away(error := sys.exc_info()[1]):
        return away.page(request, error)
    page = loader.get_template("500.html").render({"request_id": getattr(request, "request_id", "")})
    return HttpResponseServerError(page)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that is not right (handler400). A session that could not be saved comes here as well.

    Django takes any error of the database there for a session that was ended, also when the database went away.
    """
    return away.page(request, exception) if away.is_away(exception) else bad_request(request, exception)
