"""A process of its own, in an installation with data: everything that goes wrong, for real, one after the other.

    python -m tests.drill.troubles FOLDER

The folder holds one good archive. Prints for each trouble: the exit status, the last line that was said, and what changed.
"""

from __future__ import annotations

import contextlib
import io
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django


class Outcomes:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: dict[str, Any] = {}
        self.archive = next(folder.glob("*.tar"))

    def note(self, name: str, *arguments: str) -> None:
        """Run one command and write down how it ended, with everything that it left behind or changed."""
        from django.db import connection

        from groeimodel.cli import run
        from groeimodel.foundation.backup import selectors
        from groeimodel.foundation.files import storing
        from tests.drill import reading

        before, files, around = reading.hashes(), sorted(storing.everything()), self.around()
        said, out = io.StringIO(), io.StringIO()
        connection.close()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(out):
            status = run(list(arguments))
        lines = said.getvalue().strip().splitlines()
        self.told[name] = {
            "status": status,
            "lines": len(lines),
            "said": lines[-1] if lines else "",
            "same_rows": reading.hashes() == before,
            "same_files": sorted(storing.everything()) == files,
            "left": sorted(self.around() - around),
            "held": selectors.one_runs(),
        }

    def around(self) -> set[str]:
        """Everything in the folder of archives and in the folder for data, but what SQLite keeps beside its file."""
        var = Path(os.environ["GROEIMODEL_VAR"])
        places = (*self.folder.iterdir(), *var.iterdir(), *(var / "files").iterdir())
        return {str(one) for one in places if not one.name.endswith(("-wal", "-shm", "-journal"))}

    def changed(self, name: str, change: Callable[[bytes], bytes]) -> str:
        path = self.folder.parent / name
        path.write_bytes(change(self.archive.read_bytes()))
        return str(path)


@contextlib.contextmanager
def put_in_place(module: Any, name: str, value: Any) -> Iterator[None]:
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


@contextlib.contextmanager
def small_files(most: int) -> Iterator[None]:
    """No file of this process may grow larger: what a full disk does, without filling one."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)


def while_making(outcomes: Outcomes) -> None:
    from django.db import connection

    from groeimodel.foundation.backup import making, postgres

    add, count = making._add_file, [0]

    def interrupt(*arguments: Any) -> str:
        count[0] += 1
        if count[0] == 3:
            os.kill(os.getpid(), signal.SIGINT if len(outcomes.told) == 0 else signal.SIGTERM)
        return add(*arguments)

    for name in ("Ctrl-C", "SIGTERM"):
        count[0] = 0
        with put_in_place(making, "_add_file", interrupt):
            outcomes.note(name, "backup", str(outcomes.folder))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # else that is the file that cannot grow
    with small_files(outcomes.archive.stat().st_size - 60_000):
        outcomes.note("full disk", "backup", str(outcomes.folder))
    outcomes.note("no such folder", "backup", "/nowhere/at/all.tar")
    outcomes.note("a name that is taken", "backup", str(outcomes.archive))
    outcomes.note("keep without folder", "backup", str(outcomes.folder / "x.tar"), "--keep", "2")
    if connection.vendor == "postgresql":
        old = outcomes.folder.parent / "old"
        old.mkdir()
        (old / "pg_dump").write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
        (old / "pg_dump").chmod(0o700)
        with put_in_place(postgres, "BESIDE_THE_PATH", "/nowhere"), environment(PATH=str(old)):
            outcomes.note("old pg_dump", "backup", str(outcomes.folder))
        with put_in_place(postgres, "BESIDE_THE_PATH", "/nowhere"), environment(PATH="/nowhere"):
            outcomes.note("no pg_dump", "backup", str(outcomes.folder))


@contextlib.contextmanager
def environment(**values: str) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def while_restoring(outcomes: Outcomes) -> None:
    from groeimodel.foundation.backup import placing, restoring
    from groeimodel.foundation.files import storing

    archive, sure = str(outcomes.archive), ("--replace", "--yes")
    outcomes.note("whole", "restore", archive, "--check")
    outcomes.note("not empty", "restore", archive)
    outcomes.note("not sure", "restore", archive, "--replace")
    middle = within_a_file(outcomes.archive)
    broken = outcomes.changed(
        "broken", lambda data: data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
    )
    cut = outcomes.changed("cut", lambda data: data[:middle])
    outcomes.note("damaged, checked", "restore", broken, "--check")
    outcomes.note("damaged", "restore", broken, *sure)
    outcomes.note("cut off", "restore", cut, *sure)
    with put_in_place(restoring, "version", lambda name: "0.0.1"):
        outcomes.note("newer", "restore", archive, *sure)
    # From here on a file is missing in storage, so that a restore that fails late has one to take away again.
    missing = restored_files(outcomes.archive)[0]
    storing.storage().delete(missing)
    with somebody_connected():
        outcomes.note("in use", "restore", archive, *sure)
    with small_files(100_000):
        outcomes.note("full disk, restoring", "restore", archive, *sure)

    put = placing.Placer.put

    def interrupt(placer: Any, staged: Path, path: str) -> None:
        put(placer, staged, path)
        if path == missing:
            os.kill(os.getpid(), signal.SIGINT)

    with put_in_place(placing.Placer, "put", interrupt):
        outcomes.note("Ctrl-C, restoring", "restore", archive, *sure)


def within_a_file(archive: Path) -> int:
    """A place in the largest file of the archive: between files there is filling, which may be damaged without harm."""
    import tarfile

    with tarfile.open(archive) as tar:
        largest = max((one for one in tar if one.name.startswith("files/")), key=lambda one: one.size)
    return largest.offset_data + largest.size // 2


def restored_files(archive: Path) -> list[str]:
    import tarfile

    with tarfile.open(archive) as tar:
        return [one.name.removeprefix("files/") for one in tar if one.name.startswith("files/")]


@contextlib.contextmanager
def somebody_connected() -> Iterator[None]:
    from django.db import connection

    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT 1 FROM people_person")
        try:
            yield
        finally:
            cursor.close()
            other.close()


def a_restore_that_mends(outcomes: Outcomes) -> None:
    """Over an installation with data, where rows and files were lost and damaged since."""
    from django.db import connection

    from groeimodel.cli import run
    from groeimodel.foundation.files import storing

    paths = restored_files(outcomes.archive)
    storage = storing.storage()
    shutil.copy(storage.path(paths[1]), storage.path(paths[2]))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM themes_backing")
    connection.close()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        outcomes.told["mended"] = run(["restore", str(outcomes.archive), "--replace", "--yes"])
        outcomes.told["kept"] = [run(["backup", str(outcomes.folder), "--keep", "2"]) for _ in range(3)]
    outcomes.told["in_folder"] = len(list(outcomes.folder.iterdir()))


def main(folder: str) -> int:
    django.setup()
    # Whoever runs the tests in the background may have it passed over, and that is inherited.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from tests.drill import reading

    outcomes = Outcomes(Path(folder))
    while_making(outcomes)
    while_restoring(outcomes)
    a_restore_that_mends(outcomes)
    paths = [path for path, _ in reading.named()]
    reading.tell({**outcomes.told, "hashes": reading.hashes(), "sums": reading.sums_of(paths)})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
