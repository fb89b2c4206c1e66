"""First of all middleware: answers probes before anything asks for a host, HTTPS or a session, and sees every request."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse

from groeimodel.foundation.watch import views
from groeimodel.foundation.watch.seen import Seen, now_seen, request_id

HEADER = "X-Request-Id"
PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/healthz": views.alive, "/readyz": views.ready}
log = logging.getLogger("groeimodel.request")


class Watch:
    """Gives every request its number, counts it, and writes a line about it where that is asked (level info)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if probe := PROBES.get(request.path_info):
            return probe(request)
        if settings.METRICS_TOKEN and request.path_info == "/metrics":
            return views.metrics(request)
        seen = Seen(request, request_id(request.headers.get(HEADER)))
        request.seen, request.request_id = seen, seen.id  # type: ignore[attr-defined]
        token = now_seen.set(seen)
        try:
            with connection.execute_wrapper(seen.count):
                response = self.get_response(request)
            seen.end(response.status_code)
            response[HEADER] = seen.id
            tell(seen)
        finally:
            now_seen.reset(token)
        return response


class Readable:
    """Nothing stands at a path with the sign NUL in it: no page of ours has one, and PostgreSQL stops on the question."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            raise Http404
        return self.get_response(request)


def tell(seen: Seen) -> None:
    """Of a request that was answered: to the metrics and to the log, each where it is wanted."""
    if settings.METRICS_TOKEN:
        from groeimodel.foundation.watch import metrics

        metrics.count(seen.route, seen.method, seen.status, seen.ms, seen.queries)
    if log.isEnabledFor(logging.INFO):
        log.info(
            "%s %s %s, %s ms, %s queries", seen.method, seen.route, seen.status, round(seen.ms), seen.queries
        )


def broke(sender: Any, request: HttpRequest | None = None, **_: Any) -> None:
    """Count an error that nobody caught (signal `got_request_exception`)."""
    import sys

    seen, kind = now_seen.get(), sys.exc_info()[0]
    if settings.METRICS_TOKEN and seen is not None and kind is not None:
        from groeimodel.foundation.watch import metrics

        metrics.EXCEPTIONS.labels(kind.__name__, seen.route).inc()
