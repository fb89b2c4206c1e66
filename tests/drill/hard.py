"""Processes of their own for what is hard to do within a test: being killed, and counting memory.

python -m tests.drill.hard fill             people, partnerships, a document of 200 MB
python -m tests.drill.hard hang TO          a backup that stops, for ever, while it copies files
python -m tests.drill.hard hang-restore OF  a restore that stops, for ever, just before the database changes
python -m tests.drill.hard weigh COMMAND... a command, and how much memory it took more than a start
python -m tests.drill.hard state            what the installation holds
"""

from __future__ import annotations

import contextlib
import io
import resource
import sys
import time
from pathlib import Path
from typing import Any

import django

LARGE = 200 * 1024 * 1024


def fill() -> None:
    from django_scopes import scopes_disabled

    from groeimodel.foundation.files import storing
    from groeimodel.foundation.files.models import Document
    from tests.drill.at_work import filled

    filled()
    with scopes_disabled():
        document = Document.objects.get(label="Verslag 5")
    with Path(storing.storage().path(document.path)).open("wb") as content:
        content.truncate(LARGE)
    with scopes_disabled(), storing.storage().open(document.path) as content:
        Document.objects.filter(pk=document.pk).update(sha256=storing.digest(content))


def hang(*arguments: str) -> None:
    from groeimodel.cli import run
    from groeimodel.foundation.backup import making, postgres, sqlite

    def forever(*_: Any, **__: Any) -> Any:
        print("hangs", flush=True)
        time.sleep(600)

    making._add_file = forever
    sqlite.switch = postgres.switch = forever
    run(list(arguments))


def weigh(*arguments: str) -> None:
    from groeimodel.cli import run
    from tests.drill import reading

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.redirect_stdout(io.StringIO()):
        status = run(list(arguments))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reading.tell({"status": status, "grew_kb": after - before})


def state() -> None:
    from groeimodel.foundation.backup import selectors
    from tests.drill import reading

    paths = [path for path, _ in reading.named()]
    reading.tell(
        {"hashes": reading.hashes(), "sums": reading.sums_of(paths), "held": selectors.one_runs()},
    )


def main(what: str, *arguments: str) -> int:
    django.setup()
    if what == "fill":
        fill()
    elif what == "weigh":
        weigh(*arguments)
        return 0
    elif what == "hang":
        hang("backup", *arguments)
    elif what == "hang-restore":
        hang("restore", *arguments, "--replace", "--yes")
    state()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
