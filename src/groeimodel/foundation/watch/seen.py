"""The request that this thread answers, for the lines of the log and for the metrics. Knows no Django."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

SANE = re.compile(r"[0-9a-f-]{16,64}", re.IGNORECASE)
"""Hexadecimal, as nginx, HAProxy, Caddy and Traefik make them: no room for a name or a line break."""
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
OF_THE_DOOR = re.compile(r'"(django_session|cache|usersessions_usersession)"')
"""Tables that every visit may write in: not what somebody sent."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class Seen:
    """One request, from its beginning to its answer."""

    request: Any
    id: str
    began: float = field(default_factory=time.perf_counter)
    queries: int = 0
    status: int = 0
    ms: float = 0.0
    kept: bool = False
    """Something that this request wrote is in the database for good."""

    @property
    def route(self) -> str:
        """The name of the page: 'harvest:list'. 'static' for files of the look, 'none' for what exists nowhere."""
        match = getattr(self.request, "resolver_match", None)
        if match is not None:
            return str(match.view_name)
        return "static" if self.request.path_info.startswith("/static/") else "none"

    @property
    def method(self) -> str:
        """Only the known ones: anybody can make up others."""
        return self.request.method if self.request.method in METHODS else "OTHER"

    def count(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Around each query of the request (`connection.execute_wrapper`)."""
        self.queries += 1
        done = execute(sql, params, many, context)
        # Only whoever sends something needs to know whether it was kept, when the database goes away meanwhile.
        if self.request.method == "POST" and WRITES.match(text := str(sql)) and not OF_THE_DOOR.search(text):
            context["connection"].on_commit(self.keep)
        return done

    def keep(self) -> None:
        self.kept = True

    def end(self, status: int) -> None:
        self.status, self.ms = status, (time.perf_counter() - self.began) * 1000


now_seen: ContextVar[Seen | None] = ContextVar("now_seen", default=None)


def request_id(given: str | None) -> str:
    """The number of the proxy when it is a sane one, else one of our own."""
    return given if given and SANE.fullmatch(given) else secrets.token_hex(16)
