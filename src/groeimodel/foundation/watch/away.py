"""The database does not answer: which errors say so, and the page that tells people. It asks the database nothing."""

from __future__ import annotations

import logging
from types import TracebackType

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

RETRY_AFTER = 10
"""Seconds."""
STATES = ("08", "57P", "53300")
"""Classes of SQLSTATE: the connection broke, the server stops or starts, it has no connection left."""
OF_SQLITE = ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL")
log = logging.getLogger("groeimodel.watch")


def is_away(error: BaseException | None) -> bool:
    """Whether this error, or one that led to it, says that the database cannot be reached now."""
    for _ in range(20):
        if error is None:
            return False
        if isinstance(error, InterfaceError) or (isinstance(error, OperationalError) and _lost(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _lost(error: OperationalError) -> bool:
    """Not every error of operation is one: a table that is not there, or a deadlock, is about something else."""
    cause = error.__cause__
    if of_sqlite := getattr(cause, "sqlite_errorname", None):
        return str(of_sqlite).startswith(OF_SQLITE)
    if not hasattr(cause, "sqlstate"):
        return False
    state = getattr(cause, "sqlstate")  # noqa: B009 (psycopg is only there with PostgreSQL)
    return state is None or str(state).startswith(
        STATES
    )  # none at all: there was no connection yet, or any more


def outcome(request: HttpRequest, error: BaseException | None) -> str:
    """What became of what was sent: '' for a page that was only read, 'none' when nothing was kept, 'unsure' otherwise.

    The answer to a commit may be lost after the database did it, so then nobody can know.
    """
    if request.method != "POST":
        return ""
    kept = getattr(getattr(request, "seen", None), "kept", True)
    return "unsure" if kept or _committing(error) else "none"


def _committing(error: BaseException | None) -> bool:
    for _ in range(20):
        if error is None:
            return False
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_name == "_commit":
                return True
            trace = trace.tb_next
        error = error.__cause__ or error.__context__
    return False


def page(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503, with when to try again and what became of what was sent."""
    log.warning("The database does not answer (%s)", type(error).__name__)
    context = {"outcome": outcome(request, error), "request_id": getattr(request, "request_id", "")}
    answer = HttpResponse(loader.get_template("503.html").render(context), status=503)
    answer["Retry-After"] = str(RETRY_AFTER)
    answer["Cache-Control"] = "no-store"
    # Otherwise Django writes the whole way of the error, for each page that anybody asks meanwhile.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
