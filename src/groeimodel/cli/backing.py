"""What `backup` and `restore` share: Django, signals, and one line for whatever goes wrong."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from types import FrameType


class Stop(Exception):
    """Ends the command with a status and a line."""

    def __init__(self, words: str, status: int = 1) -> None:
        super().__init__(words)
        self.status = status


def set_up() -> None:
    """Start Django. Raises Stop when a setting cannot be read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    from groeimodel.cli.files import reason

    try:
        django.setup()
    except OSError as error:
        raise Stop(f"De map van GROEIMODEL_VAR kan niet gebruikt worden: {reason(error, '')}") from error
    except ImproperlyConfigured as error:
        raise Stop(
            "Een instelling klopt niet, of een pakket ontbreekt (uv sync --extra postgres)."
        ) from error
    except ValueError as error:
        # Only our own words: those of a library may quote a part of an address that holds a password.
        why = f": {error}" if "GROEIMODEL_" in str(error) else ", zoals DATABASE_URL."
        raise Stop(f"Een instelling kan niet gelezen worden{why}") from error


@contextlib.contextmanager
def told_in_one_line() -> Iterator[None]:
    """Turn what can go wrong into Stop, with what to do."""
    from django.db import Error as DatabaseError

    from groeimodel.cli.files import reason
    from groeimodel.foundation.backup import trouble

    try:
        yield
    except trouble.Refused as error:
        raise Stop(str(error), 2 if isinstance(error, trouble.Misused) else 1) from error
    except DatabaseError as error:
        cause = error.__cause__ or error
        full = trouble.disk_is_full(cause)
        raise Stop(trouble.DISK_FULL if full else trouble.database_trouble(error)) from error
    except sqlite3.Error as error:
        full = trouble.disk_is_full(error)
        raise Stop(trouble.DISK_FULL if full else f"SQLite: {error}.") from error
    except BrokenPipeError as error:
        raise Stop(
            "Het programma dat de reservekopie verder verwerkt, stopte. Er is geen reservekopie."
        ) from error
    except OSError as error:
        full = trouble.disk_is_full(error)
        raise Stop(trouble.DISK_FULL if full else reason(error, "")) from error
    except Exception as error:
        if not type(error).__module__.startswith("botocore"):
            raise
        raise Stop("De opslag van documenten (S3) antwoordt niet. Kijk GROEIMODEL_FILES na.") from error


def stop_on_sigterm() -> None:
    """SIGTERM ends as Ctrl-C does, so that nothing half stays behind."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with contextlib.suppress(ValueError):  # not in the main thread: in a test
        signal.signal(signal.SIGTERM, interrupt)


def tell(words: str) -> None:
    """On the standard output, to whoever still reads it: what was done is done."""
    try:
        print(words, flush=True)
    except BrokenPipeError:
        quiet_output()


def quiet_output() -> None:
    """Nobody reads it any more, and what is still waiting to be written is not told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(words: str) -> None:
    """To the standard error: the standard output may be the archive."""
    print(words, file=sys.stderr, flush=True)
