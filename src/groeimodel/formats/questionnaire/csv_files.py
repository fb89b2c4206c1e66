"""Rows of texts from a CSV file, whatever its delimiter and encoding."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from groeimodel.formats.questionnaire.problems import fail
from groeimodel.formats.questionnaire.tables import CHUNK, HEADER_WITHIN, Rows, Score, Table

DELIMITERS = ";,\t|"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SNIFFED = 1 << 16


def csv_table(data: bytes, score: Score) -> Table:
    encoding = encoding_of(data)
    start = data[:SNIFFED].decode(encoding, errors="ignore")
    tops = {sign: top_rows(start, sign) for sign in DELIMITERS}
    delimiter, at = max(
        ((sign, n) for sign, rows in tops.items() for n, row in enumerate(rows) if any(row)),
        key=lambda place: (score(tops[place[0]][place[1]]), len(tops[place[0]][place[1]]), -place[1]),
        default=(";", 0),
    )
    file = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    rows = islice(
        checked(csv.reader(file, delimiter=delimiter, skipinitialspace=True, strict=True)), at, None
    )
    header = next(rows, [])
    if not any(cell.strip() for cell in header):
        raise fail("Het bestand is leeg.", "Kies het bestand met de antwoorden.")
    return Table(header, at + 1, rows)


def top_rows(text: str, delimiter: str) -> list[list[str]]:
    """The first rows by this delimiter. A quote that goes wrong is told later, when the file itself is read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        return list(islice(reader, HEADER_WITHIN))
    except csv.Error:
        return []


def checked(reader: Rows) -> Rows:
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
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if marked is None and b"\x00" in data[:CHUNK]:
        marked = unmarked_utf16(data[:CHUNK])
        if marked is None:
            raise fail(
                "Dit is geen tekstbestand.", "Bewaar de antwoorden als CSV of als .xlsx en kies dat bestand."
            )
    for name in (marked,) if marked else ("utf-8", "cp1252"):
        if decodes(data, name):
            return name
    raise fail(
        "De tekens van dit bestand zijn niet te lezen.", "Bewaar het opnieuw als 'CSV UTF-8' of als .xlsx."
    )


def unmarked_utf16(start: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte, and only there."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if even + odd < 0.45 * len(start) or (even and odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for at in range(0, len(data), CHUNK):
            decoder.decode(data[at : at + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
