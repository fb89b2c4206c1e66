"""The lot: drawn when a round opens, from a seed that everybody can check. It decides where cost and support do not."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import sha256


def new_seed() -> str:
    """128 bits from the system: nobody chose it."""
    return secrets.token_hex(16)


def draw(seed: str, keys: Iterable[int]) -> list[int]:
    """The keys in the order of the lot: by the SHA-256 of 'seed:key'."""
    return sorted(keys, key=lambda key: sha256(f"{seed}:{key}".encode()).hexdigest())
