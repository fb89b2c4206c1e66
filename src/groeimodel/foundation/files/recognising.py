"""What a file really is, by what stands in it; its name counts for nothing but the choice between kinds of plain text.

What is not on the list is refused. Nothing is opened further than needed: of a container only its list of contents.
"""

import codecs
import zipfile
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PIECE = 64 * 1024
MOST_PARTS, MOST_UNPACKED = 10_000, 1024 * 1024 * 1024
"""Parts of a container, and bytes that they say to be when unpacked: what opens it is the program of a colleague."""
MOST_OF_A_LIST = 1024 * 1024
"""Bytes of a list of contents that are read; real ones are some kilobytes."""
DOCUMENT = "application/vnd.openxmlformats-officedocument"
OPEN = "application/vnd.oasis.opendocument"
OFFICE = {
    "wordprocessingml.document": "docx",
    "spreadsheetml.sheet": "xlsx",
    "presentationml.presentation": "pptx",
}
"""The main part that '[Content_Types].xml' names, without macros."""
OPEN_OFFICE = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
PLAIN = {"csv": "text/csv", "md": "text/markdown", "txt": "text/plain"}
PICTURES = {"JPEG", "PNG", "WEBP", "GIF"}
HEIC = {b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim"}
CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


@dataclass(frozen=True, slots=True)
class Recognised:
    suffix: str
    content_type: str
    picture: bool = False


def recognise(file: IO[bytes], name: str) -> Recognised:
    """What this is.

    Raises:
        ValidationError: nothing that we keep; the text says what to do.
    """
    file.seek(0)
    head = file.read(1024)
    if not head:
        raise ValidationError(_("Dit bestand is leeg. Kijk het na en kies het opnieuw."))
    if b"%PDF-" in head:
        return Recognised("pdf", "application/pdf")
    if head[4:8] == b"ftyp" and head[8:12] in HEIC:
        raise ValidationError(
            _(
                "Dit is een HEIC-foto, en die kan niet elk toestel openen. Bewaar ze als JPG en kies ze opnieuw."
            )
        )
    found = _container(file) if head.startswith(b"PK") else _picture(file, head) or _plain(file, name)
    if found is None:
        raise ValidationError(
            _(
                "Dit soort bestand kunnen we niet bewaren. Kies een pdf, een Office- of "
                "OpenDocument-bestand zonder macro's, een foto (JPG, PNG, WebP, GIF) of gewone tekst."
            )
        )
    return found


def _picture(file: IO[bytes], head: bytes) -> Recognised | None:
    signs = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    # Whether it can be opened, and what it becomes, is seen when it is made anew.
    return Recognised("", "", picture=True) if webp or head.startswith(signs) else None


def _container(file: IO[bytes]) -> Recognised | None:
    """An office document is a zip with a list of contents; any other zip is not kept."""
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise ValidationError(
                    _("Dit bestand wordt te groot wanneer iemand het opent. Maak het kleiner.")
                )
            names = [part.filename for part in parts]
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return None
            if "mimetype" in names:
                return _open_document(_start(archive, "mimetype"))
            if "[Content_Types].xml" in names:
                return _office(_start(archive, "[Content_Types].xml"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValidationError(_("Dit bestand is beschadigd. Bewaar het opnieuw en kies het dan.")) from error
    return None


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(MOST_OF_A_LIST)


def _open_document(mimetype: bytes) -> Recognised | None:
    said = mimetype.decode("ascii", "replace").strip()
    for kind, suffix in OPEN_OFFICE.items():
        if said == f"{OPEN}.{kind}":
            return Recognised(suffix, said)
    return None


def _office(types: bytes) -> Recognised | None:
    for kind, suffix in OFFICE.items():
        if f"{DOCUMENT}.{kind}.main+xml".encode() in types:
            return Recognised(suffix, f"{DOCUMENT}.{kind}")
    return None


def _plain(file: IO[bytes], name: str) -> Recognised | None:
    """Text in UTF-8, or in the older Western letters that spreadsheets still write; no control signs in it."""
    file.seek(0)
    reader = codecs.getincrementaldecoder("utf-8")()
    unicode = True
    while piece := file.read(PIECE):
        if CONTROL & set(piece):
            return None
        try:
            reader.decode(piece)
        except UnicodeDecodeError:
            unicode = False
    suffix = name.rpartition(".")[2].lower()
    if suffix not in PLAIN:
        suffix = "txt"
    return Recognised(suffix, PLAIN[suffix] + ("; charset=utf-8" if unicode else "; charset=windows-1252"))
