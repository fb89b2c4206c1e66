"""Where documents lie: a folder of the installation, or S3-compatible storage. Never under an address of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from groeimodel.foundation.files import holding


def storage() -> Storage:
    return storages["files"]


def new_path(partnership: int, suffix: str) -> str:
    """A path that nobody can guess and that says nothing: not the name of the file, not what it is about."""
    name = uuid4().hex
    return f"{partnership}/{name[:2]}/{name}.{suffix}"


def put(path: str, content: File[bytes]) -> str:
    """Keep a file, piece by piece; the path where it lies."""
    content.seek(0)
    return storage().save(path, content)


def digest(content: File[bytes]) -> str:
    """SHA-256 of a file, piece by piece."""
    content.seek(0)
    made = hashlib.sha256()
    for piece in content.chunks():
        made.update(piece)
    return made.hexdigest()


def discard(paths: Iterable[str]) -> None:
    """Remove files that no row names any more; one that is gone already is no trouble.

    Call this when the rows are gone for certain, never before: while a backup runs, files stay for the snapshot that may
    still name them, and the nightly sweep removes them later. That one is taken after `held` was asked has no such row.
    """
    gone = list(paths)
    if not gone or holding.held():
        return
    for path in gone:
        storage().delete(path)


def everything(folder: str = "") -> Iterator[str]:
    """The paths of all files in storage."""
    try:
        folders, files = storage().listdir(folder)
    except FileNotFoundError:  # nothing was ever kept here
        return
    yield from (f"{folder}/{one}" if folder else one for one in files)
    for one in folders:
        yield from everything(f"{folder}/{one}" if folder else one)


def kept_since(path: str) -> datetime:
    return storage().get_modified_time(path)
