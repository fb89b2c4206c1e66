"""The world of the walk over all addresses, for the walk over all queries."""

from tests.permissions.conftest import _made, knock, world

__all__ = ["_made", "knock", "world"]
