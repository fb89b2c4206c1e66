"""The world of the walk over all addresses: one of everything, and somebody of every role."""

from __future__ import annotations

from tests.permissions.conftest import _made, knock, world

__all__ = ["_made", "knock", "world"]
