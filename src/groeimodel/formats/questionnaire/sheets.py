"""Rows of texts from an XLSX file.

openpyxl opens the workbook; the cells are read here, because a million answers should take seconds and because
a formula that was never worked out, a percentage or a tick box must not pass for an answer.
"""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any
from xml.parsers import expat

from groeimodel.formats.questionnaire.problems import BadInput, fail
from groeimodel.formats.questionnaire.tables import CHUNK, HEADER_WITHIN, Rows, Score, Table

MAX_UNPACKED = 500_000_000
"""What an XLSX may unpack to: more is a trap or a mistake."""
MAX_STRINGS = 60_000_000
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, LookupError, ValueError, TypeError, AttributeError, OSError,
    EOFError, SyntaxError, RuntimeError, OverflowError,
)  # fmt: skip
"""openpyxl and zipfile raise nearly anything on a file that is damaged."""
QUESTIONNAIRE_SCORE = 3
"""A sheet whose best row names three known columns is a questionnaire too."""


def xlsx_table(data: bytes, score: Score) -> Table:
    """The sheet whose first rows read best as a header, from that row on. Raises BadInput."""
    book = opened(data)
    found: list[tuple[int, int, Any]] = []
    for sheet in book.worksheets:
        rows = enumerate(islice(sheet_rows(book, sheet), HEADER_WITHIN))
        points, at = max(((score(cells), -n) for n, cells in rows if any(cells)), default=(-1, 0))
        found.append((points, -at, sheet))
    points, at, best = max(found, key=lambda one: one[0], default=(-1, 0, None))
    if best is None or points < 0:
        raise fail("Het Excel-bestand heeft geen enkel gevuld blad.", "Kies het bestand met de antwoorden.")
    others = [sheet.title for its, _, sheet in found if sheet is not best and its >= QUESTIONNAIRE_SCORE]
    rows_below = islice(sheet_rows(book, best), at, None)
    note = f"Alleen het blad '{best.title}' is gelezen, niet: {', '.join(others)}."
    return Table(next(rows_below), at + 1, rows_below, (note,) if others else ())


def opened(data: bytes) -> Any:
    """The workbook, without its cells."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {part.filename: part.file_size for part in archive.infolist()}
            kind = archive.read("mimetype") if sizes.get("mimetype", CHUNK) < CHUNK else b""
        if b"opendocument" in kind:
            raise fail("Dit is een bestand van LibreOffice.", "Bewaar het daar als .xlsx of als CSV.")
        if sum(sizes.values()) > MAX_UNPACKED or sizes.get("xl/sharedStrings.xml", 0) > MAX_STRINGS:
            raise fail("Dit Excel-bestand pakt uit tot iets reusachtigs.", "Bewaar de antwoorden als CSV.")
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # openpyxl warns and prints, in English, about styles and lists
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except BROKEN as error:
        raise damaged() from error


def damaged() -> BadInput:
    return fail(
        "Dit is geen Excel-bestand, of het is beschadigd.",
        "Open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx.",
    )


def sheet_rows(book: Any, sheet: Any) -> Rows:
    """Every row from the first, also the empty ones. Raises BadInput while reading."""
    try:
        cells = Cells(sheet._shared_strings, formats_of(book))
        with sheet._get_source() as source:
            yield from cells.read(source)
    except BROKEN as error:
        raise damaged() from error


def formats_of(book: Any) -> dict[str, str]:
    """Style number to 'date' or 'percent', for the styles that show a number as such."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    found = {str(style): "date" for style in book._date_formats}
    for style, one in enumerate(book._cell_styles):
        custom = one.numFmtId - BUILTIN_FORMATS_MAX_SIZE
        text = BUILTIN_FORMATS.get(one.numFmtId) if custom < 0 else book._number_formats[custom]
        if "%" in (text or ""):
            found[str(style)] = "percent"
    return found


class Cells:
    """Reads one sheet by its XML events, a chunk at a time: memory does not grow with the file."""

    def __init__(self, strings: Any, formats: dict[str, str]) -> None:
        self.strings = strings
        self.formats = formats
        self.done: list[list[str]] = []
        self.number = 0
        """Of the row that is being read."""
        self.row: list[str] = []
        self.kind, self.style = "", ""
        self.column = 0
        self.value: str | None = None
        self.formula: str | None = None
        self.text: list[str] | None = None
        """What stands inside the element that is being read; None where it does not matter."""
        self.columns: dict[str, int] = {}

    def read(self, source: IO[bytes]) -> Iterator[list[str]]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.EntityDeclHandler = refuse
        while chunk := source.read(CHUNK):
            parser.Parse(chunk, False)
            yield from self.done
            self.done.clear()
        parser.Parse(b"", True)
        yield from self.done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:  # some programs write 'x:c' for 'c'
            name = name.partition(":")[2]
        if name == "c":
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.value = self.formula = None
            place = attributes.get("r")
            self.column = self.column_of(place) if place else len(self.row)
        elif name in {"v", "t", "f"}:
            self.text = []
        elif name == "row":
            number = int(float(attributes.get("r", self.number + 1)))
            if not self.number < number <= MAX_ROW:
                raise ValueError("rows out of order")
            self.done.extend([] for _ in range(number - self.number - 1))
            self.number, self.row = number, []

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, name: str) -> None:
        if ":" in name:  # some programs write 'x:c' for 'c'
            name = name.partition(":")[2]
        if name == "c":
            text = self.cell()
            if text:
                self.row.extend([""] * (self.column - len(self.row)))
                self.row.append(text)
        elif name == "v":
            self.value, self.text = "".join(self.text or ()), None
        elif name == "t":  # rich text stands in pieces
            self.value, self.text = (self.value or "") + "".join(self.text or ()), None
        elif name == "f":
            self.formula, self.text = "=" + "".join(self.text or ()), None
        elif name == "row":
            self.done.append(self.row)

    def column_of(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        known = self.columns.get(letters)
        if known is None:
            known = 0
            for sign in letters:
                known = known * 26 + ord(sign) - 64
            if not 0 < known <= MAX_COLUMN:
                raise ValueError("no such column")
            self.columns[letters] = known
        if known <= len(self.row):
            raise ValueError("cells out of order")
        return known - 1

    def cell(self) -> str:
        """The cell as a text: a whole number without its decimals, nothing as ''."""
        value, kind = self.value, self.kind
        if not value:
            return self.formula or ""
        if kind == "s":
            return str(self.strings[int(value)])
        if kind == "b":
            return "WAAR" if value == "1" else "ONWAAR"
        if kind != "n":
            return value
        shown = self.formats.get(self.style)
        if shown:
            return number_as(shown, value)
        if "." in value or "E" in value:
            number = float(value)
            return str(int(number)) if number.is_integer() else value
        return value


def number_as(shown: str, value: str) -> str:
    """A date or a percentage as the reader of the sheet sees it, so that it is no answer by accident."""
    from openpyxl.utils.datetime import from_excel

    if shown == "percent":
        return f"{float(value) * 100:g}%"
    try:
        return str(from_excel(float(value)))
    except (ValueError, OverflowError):
        return f"datum {value}"


def refuse(*_: object) -> None:
    raise ValueError("a spreadsheet has no use for entities")
