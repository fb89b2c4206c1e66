"""The content files out and in: a ZIP that replaces the files of the program, a difference for who maintains it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from difflib import unified_diff

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.content.addresses import VERSION, Values, parsed, spots_of
from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import shipped_files
from groeimodel.content.writing import files_with
from groeimodel.support.texts.services import tidy

MOST = 4_000_000
"""Bytes that a ZIP may hold when it is unpacked."""
MIDNIGHT = (2020, 1, 1, 0, 0, 0)
"""The same texts always give the same ZIP."""


def zip_of(values: Values, version: str) -> bytes:
    """Every content file with texts of the model, ready to be unpacked over those of the program."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files_with(shipped_files(), values, version=version).items():
            archive.writestr(zipfile.ZipInfo(name, MIDNIGHT), text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def diff_of(values: Values, version: str) -> str:
    """What a maintainer would change in the files, as `git apply` takes it."""
    found: list[str] = []
    for name, text in files_with(shipped_files(), values, version=version).items():
        path = f"src/groeimodel/content/{name}"
        before, after = shipped_files()[name].splitlines(True), text.splitlines(True)
        found += unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(found)


def read_zip(upload: bytes) -> dict[tuple[str, str], str]:
    """What the files in a ZIP say, by address and language, for the texts that this program has.

    A statement with another id than ours, at the place of one of ours that is nowhere in the file, is that one renamed.

    Raises:
        ValidationError: it is no ZIP, a file is no TOML, or it has texts that this program does not know.
    """
    files = _unpacked(upload)
    try:
        raw = parsed(files)
    except ContentError as error:
        raise ValidationError(list(error.problems)) from error
    except (ValueError, RecursionError) as error:  # figures without end, lists in lists in lists
        raise ValidationError(_("Dit bestand is geen ZIP met tekstbestanden.")) from error
    if not raw:
        raise ValidationError(_("In deze ZIP zit geen enkel tekstbestand van het model."))
    renamed = _renamed(raw)
    found, unknown = {}, []
    known = {(spot.address, spot.language) for spot in spots_of(parsed(shipped_files()))}
    for spot in spots_of(raw):
        head, _dot, tail = spot.key.partition(".")
        id, _dot, rest = tail.partition(".")
        key = f"{head}.{renamed[spot.file, id]}.{rest}" if (spot.file, id) in renamed else spot.key
        address = f"{spot.file}:{key}"
        if (address, spot.language) in known:
            found[address, spot.language] = tidy(spot.value)
        else:
            unknown.append(f"{spot.file}: {spot.key}")
    if unknown:
        says = _(
            "Deze teksten kent het programma niet: %(names)s. Nieuwe stellingen of punten komen met de software mee."
        )
        raise ValidationError(says % {"names": ", ".join(dict.fromkeys(unknown))})
    return found


def _unpacked(upload: bytes) -> dict[str, str]:
    known, found, size = set(shipped_files()) - {VERSION}, {}, 0
    try:
        with zipfile.ZipFile(io.BytesIO(upload)) as archive:
            for one in archive.infolist():
                name = one.filename.removeprefix("content/")
                size += one.file_size
                if size > MOST:
                    raise ValidationError(_("Deze ZIP is te groot."))
                if name in known:
                    found[name] = archive.read(one).decode("utf-8-sig")
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, EOFError) as error:
        raise ValidationError(_("Dit bestand is geen ZIP met tekstbestanden.")) from error
    return found


def _renamed(raw: Mapping[str, object]) -> dict[tuple[str, str], str]:
    """By file and id in the ZIP, the id that the same statement has here."""
    ours: dict[str, dict[int, str]] = {}
    theirs: dict[str, dict[int, str]] = {}
    for ids, source in ((ours, parsed(shipped_files())), (theirs, raw)):
        for spot in spots_of(source):
            if spot.path[0] == "statement" and spot.path[-1] == "id" and isinstance(spot.path[1], int):
                ids.setdefault(spot.file, {})[spot.path[1]] = spot.value
    found = {}
    for file, own_ids in theirs.items():
        for n, id in own_ids.items():
            own = ours.get(file, {}).get(n)
            if own and id not in ours[file].values() and own not in own_ids.values():
                found[file, id] = own
    return found
