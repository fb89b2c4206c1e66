"""Files that the commands write, and what to say when one cannot be used."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

SAID = {
    errno.ENOENT: "dit bestand of deze map bestaat niet",
    errno.EISDIR: "dit is een map, kies een bestand",
    errno.ENOTDIR: "deze map bestaat niet",
    errno.EACCES: "geen toegang: kijk de rechten na",
    errno.EPERM: "geen toegang: kijk de rechten na",
    errno.EROFS: "hier kan niet geschreven worden",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "deze naam is te lang",
}


def reason(error: OSError, name: object) -> str:
    """Why a file cannot be used, in one Dutch line."""
    shown = error.filename or name or "(geen naam)"
    return f"{shown}: {SAID.get(error.errno or 0, error.strerror)}."


def same_file(one: object, other: object) -> bool:
    return os.path.realpath(str(one)) == os.path.realpath(str(other))


def print_json(value: object) -> None:
    """JSON is UTF-8, whatever the terminal speaks."""
    with contextlib.suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False))


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """All or none: each is written beside its place first, so that a full disk or a break leaves no half file.

    Raises OSError with the name of the file that could not be written.
    """
    ready: list[tuple[str, Path]] = []
    path = Path()
    try:
        for path, data in files:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a directory")
            if path.exists() and not path.is_file():  # a device or a pipe: nothing to put in its place
                path.write_bytes(data)
                continue
            ready.append((beside(path, data), path))
        for name, path in ready:
            os.replace(name, os.path.realpath(path))
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        for name, _ in ready:
            Path(name).unlink(missing_ok=True)


def beside(path: Path, data: bytes) -> str:
    """A new file in the folder of `path`; its name."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "is read-only")
    handle, name = tempfile.mkstemp(dir=os.path.dirname(os.path.realpath(path)), prefix=".groeimodel-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name
