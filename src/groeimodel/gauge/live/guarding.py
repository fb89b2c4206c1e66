"""Wrong codes are counted by address, so that six digits cannot be walked. (allauth's own counter leaves out GET.)"""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MOST, SECONDS = 60, 60
"""So many wrong codes a minute from one address: a room full of people may share it. A million codes take eleven days."""


def too_many(request: HttpRequest) -> bool:
    """Whether this address tried so many wrong codes that even the right one is not told now."""
    return int(cache.get(_key(request)) or 0) >= MOST


def count_wrong(request: HttpRequest) -> None:
    key = _key(request)
    if not cache.add(key, 1, SECONDS):
        try:
            cache.incr(key)
        except ValueError:  # its minute was over just now
            cache.add(key, 1, SECONDS)


def _key(request: HttpRequest) -> str:
    return f"live-wrong-{get_adapter().get_client_ip(request)}"
