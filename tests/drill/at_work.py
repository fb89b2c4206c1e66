"""A process of its own: an installation where people write, and the backup of it meanwhile.

    python -m tests.drill.at_work FOLDER

Prints, as JSON, what the database held at the moment of the snapshot, read on the same connection at the same moment.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import django

WRITERS, PATIENCE = 2, 30.0
ENOUGH = 6
"""Writes that have to come before the snapshot, and again between the snapshot and the copying of files."""


class Writers:
    """People who go on proposing themes, and putting documents beside the partnership and taking them away."""

    def __init__(self, cast: Any) -> None:
        self.cast, self.stop, self.count = cast, threading.Event(), 0
        self.trouble: list[str] = []
        self.threads = [threading.Thread(target=self.run, args=(number,)) for number in range(WRITERS)]

    def run(self, number: int) -> None:
        from django.db import connection

        try:
            turn = 0
            while not self.stop.is_set():
                turn += 1
                self.write(f"Schrijver {number}, beurt {turn}")
                self.count += 1
                time.sleep(0.02)
        except Exception as error:
            self.trouble.append(repr(error))
        finally:
            connection.close()

    def write(self, words: str) -> None:
        from django_scopes import scope

        from groeimodel.foundation.files import services as files
        from groeimodel.soil.themes import services as themes

        partnership, actor = self.cast.partnership, self.cast.finn
        with scope(partnership=partnership):
            themes.propose(partnership=partnership, proposal=themes.Proposal(title=words), actor=actor)
            document = kept(self.cast, words)
            if words.endswith(("1", "3", "5", "7", "9")):
                files.remove(document=document, actor=actor)

    def more(self) -> None:
        """Wait until they wrote enough since now."""
        until, end = self.count + ENOUGH, time.monotonic() + PATIENCE
        while self.count < until and not self.trouble:
            assert time.monotonic() < end, "the writers write nothing"
            time.sleep(0.02)


def kept(cast: Any, words: str) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from groeimodel.foundation.files import services as files

    content = (words + "\n").encode() * 500
    return files.keep(
        subject=cast.partnership, upload=SimpleUploadedFile(f"{words}.txt", content), actor=cast.finn
    )


def filled() -> Any:
    """The cast of all tests, with something to find, to look at and to download, and a logo in the database."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django_scopes import scope
    from PIL import Image

    from groeimodel.foundation.files import services as files
    from groeimodel.foundation.partners.models import Logo
    from groeimodel.foundation.testing.cast import make_cast
    from groeimodel.soil.themes import services as themes

    cast = make_cast()
    out = BytesIO()
    Image.new("RGB", (64, 32), "green").save(out, "PNG")
    with scope(partnership=cast.partnership):
        Logo.objects.create(partnership=cast.partnership, png=out.getvalue())
        proposal = themes.Proposal(title="Speelplein aan het water", about="Waar zwemmen ze?")
        themes.propose(partnership=cast.partnership, proposal=proposal, actor=cast.finn)
        for number in range(10):
            kept(cast, f"Verslag {number}")
        photo = SimpleUploadedFile("weide.png", out.getvalue())
        files.keep(subject=cast.partnership, upload=photo, actor=cast.finn, alt="Een weide")
    return cast


def elsewhere(run: Callable[[], None]) -> None:
    """In a thread, so with a connection of its own."""
    from django.db import connection

    def alone() -> None:
        run()
        connection.close()

    thread = threading.Thread(target=alone)
    thread.start()
    thread.join()


def main(folder: str) -> int:
    django.setup()
    from django_scopes import scope, scopes_disabled

    from groeimodel.cli import run
    from groeimodel.foundation.backup import snapshot
    from groeimodel.foundation.files import services as files
    from groeimodel.foundation.files import storing
    from groeimodel.foundation.files.models import Document
    from tests.drill import reading

    cast = filled()
    writers, counts = Writers(cast), snapshot.counts
    told: dict[str, Any] = {}

    def remove_one() -> None:
        with scope(partnership=cast.partnership):
            victim = Document.objects.get(label="Verslag 3")
            told["removed"] = victim.path
            files.remove(document=victim, actor=cast.finn)

    def counts_and_more() -> dict[str, int]:
        """Called at the moment of the snapshot: reads along, then lets others write before files are copied."""
        found = counts()
        told.update(hashes=reading.hashes(), named=reading.named(), counts=found)
        elsewhere(remove_one)
        writers.more()
        return found

    snapshot.counts = counts_and_more
    for thread in writers.threads:
        thread.start()
    try:
        writers.more()
        told["status"] = run(["backup", folder])
        writers.more()
    finally:
        writers.stop.set()
        for thread in writers.threads:
            thread.join()
    told.update(
        trouble=writers.trouble,
        written=writers.count,
        still_there=storing.storage().exists(told["removed"]),
        sums=reading.sums_of([path for path, _ in told["named"]]),
        later=reading.hashes(),
    )
    with scopes_disabled():
        told["gone"] = not Document.objects.filter(path=told["removed"]).exists()
    reading.tell(told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
