"""Files from an archive to their place in storage, and away again when the restore fails after all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage

from groeimodel.foundation.backup.archive import PIECE, Summing
from groeimodel.foundation.files import storing

STALE = 2 * 24 * 3600
"""Seconds after which what a killed run left behind is removed by the next one in the same folder."""


def synced(path: Path) -> None:
    """What was written has reached the disk: of a file its content, of a folder its names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swept(folder: Path, prefix: str) -> None:
    """Remove what a run of ours that was killed long ago could not clear away itself: it holds a whole database."""
    for one in folder.glob(f"{prefix}*"):
        with contextlib.suppress(OSError):
            found = one.stat()
            if found.st_uid == os.geteuid() and time.time() - found.st_mtime > STALE:
                shutil.rmtree(one, ignore_errors=True)


def given_to_owner_of(path: Path, pattern: Path) -> None:
    """For a command run as root: the product itself, under another account, has to be able to write there."""
    if os.geteuid() == 0:
        owner = pattern.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def digest_of(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def poured(content: Summing | IO[bytes], path: Path) -> None:
    """Everything that can be read, into a new file for our own eyes only."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        while piece := content.read(PIECE):
            out.write(piece)


class Placer:
    """Puts files into storage one by one, and remembers which were not there yet."""

    def __init__(self, notes: Path) -> None:
        self.storage: Storage = storing.storage()
        self.notes = notes.open("w+", encoding="utf-8")

    def put(self, staged: Path, path: str) -> None:
        """Put one file under its path. One that lies there already with the same content is left as it is.

        A path is never used for another content, so what differs was damaged: it is mended.
        """
        there = self._there(staged, path)
        if there is True:
            staged.unlink()
            return
        if there is None:
            self.notes.write(f"{path}\n")
            self.notes.flush()
        if isinstance(self.storage, FileSystemStorage):
            self._rename(staged, Path(self.storage.path(path)))
            return
        if there is False:
            self.storage.delete(path)
        with staged.open("rb") as content:
            self.storage.save(path, File(content))
        staged.unlink()

    def _there(self, staged: Path, path: str) -> bool | None:
        """Whether the same lies there; None when nothing does."""
        try:
            with self.storage.open(path) as content:
                if content.size != staged.stat().st_size:
                    return False
                return storing.digest(content) == digest_of(staged)
        except FileNotFoundError:
            return None

    def _rename(self, staged: Path, place: Path) -> None:
        root = Path(getattr(self.storage, "location", place.parent))
        missing = [one for one in (place.parent, *place.parent.parents) if not one.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700)
            given_to_owner_of(folder, folder.parent)
        given_to_owner_of(staged, root)
        synced(staged)
        os.replace(staged, place)

    def undo(self) -> None:
        """Take away what was not there before."""
        self.notes.seek(0)
        for line in self.notes:
            self.storage.delete(line.strip())

    def close(self) -> None:
        self.notes.close()
