"""A person with one browser, who may land on any of the servers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import httpx

PATIENCE = 120.0
"""Seconds; only what never comes takes them. On a machine that does other things a server starts in half of it."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def until(what: Callable[[], object], why: str) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.1)


class Visitor:
    """Cookies know no port, so all servers on loopback are one site to it, as behind a proxy."""

    def __init__(self) -> None:
        self.client = httpx.Client(timeout=PATIENCE, follow_redirects=True)

    def ready(self, server: str) -> bool:
        try:
            return self.client.get(f"{server}/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def get(self, address: str) -> httpx.Response:
        return self.client.get(address)

    def post(self, address: str, *, form: str = "", files: Any = None, **fields: Any) -> httpx.Response:
        """Send a form as it stands on the page `form` (the same address, when it is not given)."""
        token = TOKEN.search(self.get(form or address).text)
        assert token, "no form here"
        data = {**fields, "csrfmiddlewaretoken": token[1]}
        return self.client.post(address, data=data, files=files)
