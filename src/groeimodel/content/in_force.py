"""Which content holds now: the files, or what the umbrella organisation published over them.

This room knows no database. A room above registers where published texts come from (docs/doors.md):

    in_force.use(latest)        # () -> Published, or None while nothing was published
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from groeimodel.content.addresses import Laid, Raw, Values, lay_over, parsed, read_files
from groeimodel.content.errors import ContentError
from groeimodel.content.loader import content_of, load_from
from groeimodel.rules.growth.content import Content

FOLDER = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Published:
    """All texts of one version. Give the same object as long as nothing changed: what is made of it is kept."""

    version: str
    values: Values


Provider = Callable[[], Published | None]

_provider: Provider | None = None
_instead: ContextVar[Published | None] = ContextVar("content_instead", default=None)
T = TypeVar("T")
log = logging.getLogger(__name__)


def use(provider: Provider | None) -> None:
    """Ask this provider, each time, what was published; None: the files alone hold."""
    global _provider  # noqa: PLW0603 (one list with one place)
    _provider = provider


@contextmanager
def shown_as(draft: Published) -> Iterator[None]:
    """Within: content as this draft would make it, for this request alone."""
    token = _instead.set(draft)
    try:
        yield
    finally:
        _instead.reset(token)


def published() -> Published | None:
    """What was published over the files, if anything was: also when it does not fit them any more."""
    return _instead.get() or (_provider() if _provider else None)


def load() -> Content:
    """The content that holds now. Raises ContentError, naming every problem, when the files themselves are wrong.

    Texts that were published and no longer fit the files of this program cannot stop a page: the files hold then.
    """
    found = published()
    if found is None:
        return shipped()
    try:
        return made_of(found)
    except ContentError:
        log.exception("Published texts %s do not fit the content files: the files are used", found.version)
        return shipped()


def beside(name: str, make: Callable[[Any], T]) -> T:
    """What a file beside the model says now, made of its TOML. Raises ContentError when the file itself is wrong."""
    over = published()
    try:
        _beside(over, name, make)
    except ContentError:
        if over is None:
            raise
        log.exception("Published texts %s do not fit %s: the file is used", over.version, name)
        over = None
    found: T = _beside(over, name, make)
    return found


@lru_cache(maxsize=16)
def _beside(over: Published | None, name: str, make: Callable[[Any], T]) -> T:
    return make((laid_of(over).raw if over else shipped_raw())[name])


@lru_cache(maxsize=4)
def made_of(over: Published) -> Content:
    """Raises ContentError with everything that is wrong with these texts."""
    return content_of(laid_of(over).raw)


@lru_cache(maxsize=4)
def laid_of(over: Published) -> Laid:
    return lay_over(shipped_raw(), over.values, version=over.version)


@cache
def shipped() -> Content:
    """The content that this program ships; read once. Raises ContentError naming every problem."""
    return load_from(FOLDER)


@cache
def shipped_files() -> dict[str, str]:
    return read_files(FOLDER)


@cache
def shipped_raw() -> Raw:
    return parsed(shipped_files())
