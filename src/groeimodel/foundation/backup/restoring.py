"""A restore: read and check all of it first, then the files, and in one last step the database."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO

from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from groeimodel.foundation.backup import postgres, snapshot, sqlite
from groeimodel.foundation.backup.archive import FILES, REMARKS, Manifest, Part, Reader
from groeimodel.foundation.backup.placing import Placer, given_to_owner_of, poured, swept
from groeimodel.foundation.backup.progress import Progress, megabytes
from groeimodel.foundation.backup.trouble import Damaged, Refused, Unclear
from groeimodel.foundation.files import storing

WORK = ".groeimodel-restore-"
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
AFTER = {
    # What was true of the machine that the backup was made on.
    "jobs_workerseen": "DELETE FROM jobs_workerseen",
    "backup_backup": "DELETE FROM backup_backup WHERE finished_at IS NULL",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a whole archive holds."""

    manifest: Manifest
    files: int
    size: int
    """Bytes of everything in it."""
    remarked: int
    """Files that were missing or damaged when it was made (counted up to a hundred)."""


def look_through(source: IO[bytes], progress: Progress) -> Checked:
    """Read all of an archive and keep nothing. Raises Damaged."""
    reader, files, size, remarked = Reader(source), 0, 0, 0
    for part in reader.parts():
        _known(part, reader.manifest)
        files += part.name.startswith(FILES)
        size += part.size
        if part.name == REMARKS:
            remarked = part.content.read().count(b"\n")
        progress(f"Nakijken: {megabytes(size)}")
    progress.done()
    return Checked(reader.manifest, files, size, remarked)


def refuse_unfit(manifest: Manifest) -> None:
    """Raises Refused when this installation cannot take the archive: another kind of database, or a newer version."""
    if manifest.kind != connection.vendor:
        raise Refused(
            f"De reservekopie is van {KINDS[manifest.kind]}, deze installatie werkt met {KINDS[connection.vendor]}. "
            "Een reservekopie gaat alleen terug naar dezelfde soort databank (instelling DATABASE_URL)."
        )
    ours = version("groeimodel")
    known = {
        f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    }
    strange = set(manifest.migrations) - known  # an earlier version may have had some that are gone since
    newer, older = _numbers(manifest.product) > _numbers(ours), _numbers(manifest.product) < _numbers(ours)
    if newer or (strange and not older):
        raise Refused(
            f"De reservekopie is van een nieuwere versie ({manifest.product}) dan deze installatie ({ours}). "
            "Installeer eerst die versie."
        )


def _numbers(product: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", product)[:3])


def target_is_empty() -> bool:
    """Whether nobody uses this installation yet. Makes no database where there is none."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return True
    return snapshot.is_empty()


def behind(manifest: Manifest) -> bool:
    """Whether this version has migrations that the archive does not have yet."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return any(f"{app}.{name}" not in manifest.migrations for app, name in loader.disk_migrations)


def restore(reader: Reader, progress: Progress) -> Checked:
    """Put all of an archive in the place of what is there. Whatever goes wrong, what was there stays.

    Raises:
        Damaged: the archive is not whole.
        Refused: the database is in use, or cannot take it.
        OSError, sqlite3.Error: it cannot be written.
    """
    manifest = reader.manifest
    with _folders() as (beside_database, beside_files):
        database, staged = beside_database / "database", beside_files / "files"
        files, size, remarked = 0, 0, 0
        staged.mkdir()
        for part in reader.parts():
            _known(part, manifest)
            size += part.size
            if part.name.startswith(FILES):
                files += 1
                place = staged / part.name.removeprefix(FILES)
                place.parent.mkdir(parents=True, exist_ok=True)
                poured(part.content, place)
            elif part.name == REMARKS:
                remarked = part.content.read().count(b"\n")
            else:
                poured(part.content, database)
            progress(f"Nakijken: {megabytes(size)}")
        if not database.exists():
            raise Damaged("In de reservekopie ontbreekt de databank.")
        (sqlite.check if manifest.kind == "sqlite" else postgres.check)(database, manifest)
        _switch(database, staged, manifest, progress)
    progress.done()
    return Checked(manifest, files, size, remarked)


def _switch(database: Path, staged: Path, manifest: Manifest, progress: Progress) -> None:
    placer = Placer(staged.parent / "placed")
    statements = [AFTER[table] for table in AFTER if table in manifest.counts]
    try:
        for number, path in enumerate(_files_in(staged), 1):
            placer.put(path, path.relative_to(staged).as_posix())
            progress(f"Documenten: {number} van {manifest.documents}")
        if manifest.kind == "sqlite":
            sqlite.tidy(database, statements)
            sqlite.switch(database)
        else:
            postgres.switch(database, manifest, statements, progress)
    except Unclear:
        raise  # the files may be needed; if not, the nightly sweep takes them
    except BaseException:
        placer.undo()
        raise
    finally:
        placer.close()


def _files_in(folder: Path) -> Iterator[Path]:
    for one in sorted(folder.iterdir()):
        if one.is_dir():
            yield from _files_in(one)
        else:
            yield one


@contextlib.contextmanager
def _folders() -> Iterator[tuple[Path, Path]]:
    """A folder on the disk of the database and one on that of the files, so that what is ready needs only a new name."""
    with contextlib.ExitStack() as stack:

        def made(beside: Path | None) -> Path:
            if beside is not None and not beside.exists():
                beside.mkdir(mode=0o700, parents=True)
                given_to_owner_of(beside, beside.parent)
            swept(beside or Path(tempfile.gettempdir()), WORK)
            folder = Path(tempfile.mkdtemp(prefix=WORK, dir=beside))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            return folder

        storage = storing.storage()
        local = isinstance(storage, FileSystemStorage)
        on_sqlite = connection.vendor == "sqlite"
        yield (
            made(Path(connection.settings_dict["NAME"]).parent if on_sqlite else None),
            made(Path(getattr(storage, "location", "")) if local else None),
        )


def _known(part: Part, manifest: Manifest) -> None:
    if not part.name.startswith(FILES) and part.name not in {manifest.database["name"], REMARKS}:
        raise Damaged(f"In de reservekopie zit iets dat er niet hoort: {part.name}.")
