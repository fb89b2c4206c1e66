"""Bytes of a CSV or XLSX file to rows of texts, whatever its delimiter and encoding."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from groeimodel.formats.questionnaire.problems import fail

MAX_BYTES = 100_000_000
MAX_UNPACKED = 600_000_000
"""What an XLSX may unpack to: more is a trap or a mistake."""
DELIMITERS = ";,\t|"
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
CHUNK = 1 << 20
Rows = Iterator[list[str]]


def rows_of(data: bytes, score: Callable[[list[str]], int]) -> Rows:
    """The rows, header first. `score` says how well a row reads as a header: it chooses delimiter and sheet.

    Raises BadInput for what is no table at all.
    """
    if len(data) > MAX_BYTES:
        raise fail(
            f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.",
            "Een groeiscan is veel kleiner. Kijk na of dit het juiste bestand is, of splits het.",
        )
    if not data.strip():
        raise fail("Het bestand is leeg.", "Kies het bestand met de antwoorden.")
    if data.startswith(OLD_OFFICE):
        raise fail(
            "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord.",
            "Bewaar het in Excel als .xlsx zonder wachtwoord, of als CSV.",
        )
    if data.startswith(ZIP):
        return xlsx_rows(data, score)
    return csv_rows(data, score)


def csv_rows(data: bytes, score: Callable[[list[str]], int]) -> Rows:
    encoding = encoding_of(data)
    start = data[: 1 << 16].decode(encoding, errors="ignore")

    def header(delimiter: str) -> list[str]:
        return next(iter(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)), [])

    delimiter = max(DELIMITERS, key=lambda sign: (score(header(sign)), len(header(sign))))
    file = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    return _checked(csv.reader(file, delimiter=delimiter))


def _checked(reader: Any) -> Rows:
    row = 0
    try:
        for cells in reader:
            row += 1
            yield cells
    except csv.Error as error:
        raise fail(
            f"Rij {row + 1} kan niet gelezen worden ({error}).",
            "Waarschijnlijk staat er een aanhalingsteken te veel of te weinig. Bewaar het bestand opnieuw als CSV.",
        ) from error


def encoding_of(data: bytes) -> str:
    """By its mark, else UTF-8 when it is that, else Windows' own. Raises BadInput for what is no text."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\x00" in data[:CHUNK]:
        raise fail(
            "Dit is geen tekstbestand.", "Bewaar de antwoorden als CSV of als .xlsx en kies dat bestand."
        )
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), CHUNK):
            decoder.decode(data[at : at + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _windows(data)
    return "utf-8"


def _windows(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise fail(
            "De tekens van dit bestand zijn niet te lezen.",
            "Bewaar het opnieuw als 'CSV UTF-8' of als .xlsx.",
        ) from error
    return "cp1252"


def xlsx_rows(data: bytes, score: Callable[[list[str]], int]) -> Rows:
    """The sheet whose first rows read best as a header, from that row on."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise fail(
                    "Dit Excel-bestand pakt uit tot iets reusachtigs.", "Bewaar de antwoorden als CSV."
                )
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        best, at, points = None, 0, -1
        for sheet in book.worksheets:
            for row, cells in enumerate(sheet.iter_rows(max_row=8, values_only=True)):
                if (found := score(texts(cells))) > points:
                    best, at, points = sheet, row, found
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, SyntaxError) as error:
        raise fail(
            "Dit Excel-bestand is beschadigd.", "Open het in Excel of LibreOffice en bewaar het opnieuw."
        ) from error
    if best is None:
        raise fail("Het Excel-bestand heeft geen enkel gevuld blad.", "Kies het bestand met de antwoorden.")
    return (texts(cells) for cells in best.iter_rows(min_row=at + 1, values_only=True))


def texts(cells: tuple[Any, ...]) -> list[str]:
    """Cells as texts: a whole number without its decimals, nothing as ''."""
    return [
        "" if cell is None else str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
        for cell in cells
    ]


def letter(column: int) -> str:
    """'A' for column 0, 'AA' for column 26: as a spreadsheet names it."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
