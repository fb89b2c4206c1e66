"""The archive: a plain tar that any other program opens too.

    manifest.json       what it is, of which version, how many rows each table has
    database.dump       of PostgreSQL, for pg_restore; or database.sqlite3
    files/...           each file under its path in storage
    remarks.txt         only when files were missing or damaged when the backup was made
    SHA256SUMS          of everything before it, as `sha256sum` writes and checks them; an archive without it is not whole

Both ways it is read and written from front to back, piece by piece, so it can go through a pipe, and however large it is,
memory stays the same.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import IO, Any

from groeimodel.foundation.backup.trouble import Damaged

FORMAT = 1
MANIFEST, SUMS, REMARKS, FILES = "manifest.json", "SHA256SUMS", "remarks.txt", "files/"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
PIECE = 1024 * 1024
MOST_OF_A_MANIFEST = 8 * 1024 * 1024
SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
"""Paths that storage makes; nothing that climbs out of a folder."""
TABLE = re.compile(r"[A-Za-z0-9_]+")
NOT_OURS = (
    "Dit is geen reservekopie van Groeimodel, of ze is beschadigd. Is ze versleuteld of samengeperst? "
    "Maak ze eerst open."
)
NOT_WHOLE = "De reservekopie is beschadigd of niet volledig. Neem een andere."


@dataclass(frozen=True, slots=True)
class Manifest:
    product: str
    made_at: str
    """ISO 8601, with the difference to UTC."""
    kind: str
    """Vendor of the database, as Django names it."""
    server: str
    """Version of the database server or library."""
    migrations: list[str]
    """'app.name' of each that was applied, in order of name."""
    counts: dict[str, int]
    """Rows per table at the moment of the snapshot."""
    documents: int
    """Files in the archive and missing ones together."""
    database: dict[str, Any]
    """`name`, `size` in bytes and `sha256` of the part that holds the database."""
    extensions: dict[str, str] = field(default_factory=dict)
    """PostgreSQL: extension that the tables need, and its schema."""
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False).encode()

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


def read_manifest(data: bytes) -> Manifest:
    """Raises Damaged when it cannot be read, or is of a later form than this version knows."""
    try:
        found = json.loads(data)
        if found["format"] > FORMAT:
            raise Damaged(
                "De reservekopie is van een nieuwere versie van Groeimodel. Werk eerst het product bij."
            )
        known = {one.name for one in fields(Manifest)}
        manifest = Manifest(**{key: value for key, value in found.items() if key in known})
        rows = all(TABLE.fullmatch(one) and isinstance(count, int) for one, count in manifest.counts.items())
        if not manifest.moment or manifest.database["name"] != DATABASES[manifest.kind] or not rows:
            raise Damaged(NOT_OURS)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(NOT_OURS) from error
    return manifest


class Summing:
    """Reads on, and knows the SHA-256 and the size of what was read. Raises Damaged where an archive was cut off."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content, self.sum, self.size = content, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self.content.read(size)
        except tarfile.TarError as error:
            raise Damaged(NOT_WHOLE) from error
        self.sum.update(piece)
        self.size += len(piece)
        return piece

    @property
    def hex(self) -> str:
        return self.sum.hexdigest()


class Writer:
    """Adds parts one by one; `close` adds the sums."""

    def __init__(self, out: Any, moment: int) -> None:
        self.tar = tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115 (closed by `close`)
        self.moment = moment
        self.sums = tempfile.TemporaryFile()  # noqa: SIM115

    def add(self, name: str, content: IO[bytes], size: int) -> str:
        """Add one part; returns its SHA-256. Raises OSError when there is less than `size` to read."""
        summing = Summing(content)
        self._put(name, summing, size)
        self.sums.write(f"{summing.hex}  {name}\n".encode())
        return summing.hex

    def _put(self, name: str, content: Any, size: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o600, self.moment
        self.tar.addfile(info, content)
        _forget_parts(self.tar)

    def close(self) -> None:
        size = self.sums.tell()
        self.sums.seek(0)
        self._put(SUMS, self.sums, size)
        self.tar.close()
        self.sums.close()


def _forget_parts(tar: tarfile.TarFile) -> None:
    """It remembers every part that passed, and there may be a hundred thousand."""
    vars(tar)["members"].clear()


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    size: int
    content: Summing


class Reader:
    """Reads the manifest at once, then hands out the other parts in order.

    Whoever went through all `parts` without an error knows that everything in them was whole.
    """

    def __init__(self, source: IO[bytes]) -> None:
        try:
            self.tar = tarfile.open(fileobj=source, mode="r|")  # noqa: SIM115
            first = self.tar.next()
        except (tarfile.TarError, EOFError) as error:
            raise Damaged(NOT_OURS) from error
        if first is None or first.name != MANIFEST or first.size > MOST_OF_A_MANIFEST:
            raise Damaged(NOT_OURS)
        self.sums = tempfile.TemporaryFile()  # noqa: SIM115
        content = self._open(first)
        data = content.read()
        self._note(content, first)
        self.manifest = read_manifest(data)

    def parts(self) -> Iterator[Part]:
        """Each part, to be read before the next is asked for; what is left unread is passed over.

        Raises:
            Damaged: cut off, changed, or with parts that do not belong there.
        """
        try:
            while (member := self.tar.next()) is not None:
                _forget_parts(self.tar)
                content = self._open(member)
                if member.name == SUMS:
                    self._compare(content)
                    return
                yield Part(member.name, member.size, content)
                while content.read(PIECE):
                    pass
                self._note(content, member)
        except (tarfile.TarError, EOFError) as error:
            raise Damaged(NOT_WHOLE) from error
        raise Damaged(NOT_WHOLE)

    def _open(self, member: tarfile.TarInfo) -> Summing:
        content = self.tar.extractfile(member) if member.isreg() and SAFE.fullmatch(member.name) else None
        if content is None:
            raise Damaged(NOT_OURS)
        return Summing(content)

    def _note(self, content: Summing, member: tarfile.TarInfo) -> None:
        if content.size != member.size:
            raise Damaged(NOT_WHOLE)
        self.sums.write(f"{content.hex}  {member.name}\n".encode())

    def _compare(self, content: Summing) -> None:
        """The sums that were made while reading, with those that were made while writing: the same, line by line."""
        self.sums.seek(0)
        told = io.BufferedReader(_Raw(content), PIECE)
        for ours in self.sums:
            theirs = told.readline()
            if ours != theirs:
                name = ours.decode().split("  ", 1)[1].strip()
                raise Damaged(f"De reservekopie is beschadigd, bij {name}. Neem een andere.")
        if told.readline():
            raise Damaged(NOT_WHOLE)


class _Raw(io.RawIOBase):
    """So that lines can be read from a part."""

    def __init__(self, content: Summing) -> None:
        self.content = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self.content.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
