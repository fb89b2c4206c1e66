"""What can go wrong, in one line for whoever runs the command."""

from __future__ import annotations

import contextlib
import errno
import signal
import sqlite3
from collections.abc import Iterator

FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
SQLITE_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR}
DISK_FULL = "De schijf is vol, of een bestand mag niet zo groot worden. Er bleef niets half staan."


class Refused(Exception):
    """It cannot be done; the text says why, in Dutch, and what to do."""


class Unclear(Refused):
    """Nobody can say whether the last step still counted."""


class Misused(Refused):
    """It was asked in a wrong way; nothing was tried."""


class Damaged(Refused):
    """The archive is not whole, or not one of ours."""


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM have no effect in here: a last step that is done or not done, never something between."""
    kept = {}
    with contextlib.suppress(ValueError):  # only the main thread can say so; others get no signals
        kept = {one: signal.signal(one, signal.SIG_IGN) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in kept.items():
            signal.signal(one, handler)


def disk_is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in FULL
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.Error) and (code in SQLITE_FULL or (code & 0xFF) in SQLITE_FULL)


def database_trouble(error: Exception) -> str:
    """Why the database cannot be used, without the words of its driver: those may quote what is in it."""
    said = str(error).lower()
    if "authentication failed" in said or "no password supplied" in said or "role" in said:
        return (
            "De databank aanvaardt de gebruiker of het wachtwoord niet. Kijk de instelling DATABASE_URL na."
        )
    if "does not exist" in said and "database" in said:
        return "De databank bestaat niet. Maak ze eerst, of kijk de instelling DATABASE_URL na."
    return "De databank antwoordt niet. Kijk de instelling DATABASE_URL na."
