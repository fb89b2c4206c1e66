"""When files may not be removed from storage. A room above says so in its `apps.py`: a backup that runs copies them."""

from collections.abc import Callable

_holders: list[Callable[[], bool]] = []


def hold_while(asks: Callable[[], bool]) -> None:
    """Let nothing be removed while `asks` says so. What was to go then, goes with the nightly sweep after."""
    if asks not in _holders:
        _holders.append(asks)


def held() -> bool:
    return any(asks() for asks in _holders)
