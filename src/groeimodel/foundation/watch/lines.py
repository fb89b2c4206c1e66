"""How a line of the log looks: `json` for a collector of logs, `plain` for people.

Of an error both hold its kind and where it passed through, and neither its text nor any value: a text of a library may
well quote a row, an address or what somebody typed.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from groeimodel.foundation.watch.seen import Seen, now_seen

FORMS = ("plain", "json")
MOST_FRAMES = 30


def unreadable(form: str, level: str) -> str | None:
    """Why these settings say nothing, in one line; None when they do."""
    if form not in FORMS:
        return "GROEIMODEL_LOG is plain of json"
    if level not in ("warning", "info"):
        return "GROEIMODEL_LOG_LEVEL is warning of info"
    return None


def frames(trace: TracebackType | None) -> list[str]:
    """Where an error passed through, the last place last: 'groeimodel/shop/plan/views.py:31 show'."""
    out = []
    while trace is not None:
        code = trace.tb_frame.f_code
        out.append(f"{_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return out[-MOST_FRAMES:]


def _short(path: str) -> str:
    """From the package on: where an installation lies says nothing."""
    for before in ("/site-packages/", "/src/", "/lib/"):
        if before in path:
            return path.rpartition(before)[2]
    return path.rpartition("/")[2]


def errors(error: BaseException | None) -> list[dict[str, Any]]:
    """The kind and the way of an error and of what led to it, the outermost first."""
    out: list[dict[str, Any]] = []
    while error is not None and len(out) < 5:
        kind = type(error)
        told: dict[str, Any] = {"type": f"{kind.__module__}.{kind.__qualname__}"}
        if code := getattr(error, "sqlstate", None):
            told["sqlstate"] = str(code)
        out.append(told | {"where": frames(error.__traceback__)})
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return out


def _error_of(record: logging.LogRecord) -> list[dict[str, Any]]:
    return errors(record.exc_info[1]) if record.exc_info else []


def _seen_of(record: logging.LogRecord) -> Seen | None:
    """The request that a line is about. Django writes some when the request has left all middleware."""
    return now_seen.get() or getattr(getattr(record, "request", None), "seen", None)


class PlainLine(logging.Formatter):
    """'ERROR django.request Internal Server Error: /igs/<slug:slug>/ [4f1c...]', and below it where an error passed."""

    def format(self, record: logging.LogRecord) -> str:
        seen = _seen_of(record)
        line = f"{record.levelname} {record.name} {record.getMessage()}" + (f" [{seen.id}]" if seen else "")
        for one in _error_of(record):
            line += "\n  " + "\n    ".join((one["type"], *one["where"]))
        return line


class JsonLine(logging.Formatter):
    """One object a line. Of a request: its id, route name, method, status, milliseconds and queries."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if seen := _seen_of(record):
            line |= {"request": seen.id, "route": seen.route, "method": seen.method}
            if status := seen.status or getattr(record, "status_code", 0):
                line["status"] = status
            if seen.status:
                line |= {"ms": round(seen.ms, 1), "queries": seen.queries}
        line |= getattr(record, "told", {})
        if told := _error_of(record):
            line["error"] = told
        return json.dumps(line, ensure_ascii=True, default=str)


class Console(logging.StreamHandler[Any]):
    """To standard error. A line that cannot be written is told without its contents, which Python's own way would show."""

    @property
    def stream(self) -> Any:
        """Standard error of this moment: what it was when the log was set up may be closed since."""
        return self._given or sys.stderr

    @stream.setter
    def stream(self, given: Any) -> None:
        self._given = None if given is sys.stderr else given

    def handleError(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(ValueError, OSError):
            self.stream.write(json.dumps({"level": "error", "message": "A line could not be written"}) + "\n")


def tell_of_every_error() -> None:
    """Let what nobody caught end in the log as well, and not as a traceback with its text."""
    log = logging.getLogger("groeimodel")

    def stopped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("Stopped by an error", exc_info=(kind, error, trace))

    def thread_stopped(told: threading.ExceptHookArgs) -> None:
        log.critical("A thread was stopped by an error", exc_info=told.exc_value)

    sys.excepthook, threading.excepthook = stopped, thread_stopped
    logging.captureWarnings(True)
