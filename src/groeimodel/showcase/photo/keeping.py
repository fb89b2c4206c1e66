"""Files that take a while to make, kept in the memory of this process for as long as what they are made of stays the same."""

from collections.abc import Callable
from hashlib import sha256

from django.core.cache import caches

SECONDS = 3600


def kept(name: str, made_of: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made once for the same `made_of`."""
    key = f"{name}-{sha256(made_of.encode()).hexdigest()}"
    found: bytes | None = caches["pages"].get(key)
    if found is None:
        found = make()
        caches["pages"].set(key, found, SECONDS)
    return found
