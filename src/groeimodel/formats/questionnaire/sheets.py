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
DIGITS = "0123456789"
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

    def read(self, source: IO[bytes]) -> Iterator[list[str]]:
        done: list[list[str]] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EntityDeclHandler = refuse
        self.listen(parser, done)
        while chunk := source.read(CHUNK):
            parser.Parse(chunk, False)
            yield from done
            done.clear()
        parser.Parse(b"", True)
        yield from done

    def listen(self, parser: expat.XMLParserType, done: list[list[str]]) -> None:
        """Let the parser put each row in `done`. Plain functions and names: they run for every cell."""
        formats, columns, text_of = self.formats, dict[str, int](), self.text_of
        row: list[str] = []
        number = column = 0
        kind, style = "", ""
        value = formula = ""
        pieces: list[str] | None = None  # of the text that is being read; None where it does not matter

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal kind, style, value, formula, column, pieces, number, row
            if ":" in name:  # some programs write 'x:c' for 'c'
                name = name.partition(":")[2]
            if name == "c":
                kind, style = attributes.get("t", "n"), attributes.get("s", "")
                value = formula = ""
                letters = attributes.get("r", "").rstrip(DIGITS)
                column = columns.get(letters, -1) if letters else len(row)
                if column < 0:
                    column = columns[letters] = column_number(letters)
            elif name in {"v", "t", "f"}:
                pieces = []
            elif name == "row":
                at = row_number(attributes.get("r"), number)
                done.extend([] for _ in range(at - number - 1))
                number, row = at, []

        def characters(text: str) -> None:
            if pieces is not None:
                pieces.append(text)

        def end(name: str) -> None:
            nonlocal value, formula, pieces
            if ":" in name:
                name = name.partition(":")[2]
            if name == "c":
                if value or formula:
                    plain = kind == "n" and style not in formats and value.isdigit()
                    put(row, column, value if plain else text_of(kind, style, value, formula))
            elif name in {"v", "t"}:  # a rich text stands in several pieces
                value, pieces = value + "".join(pieces or ()), None
            elif name == "f":
                formula, pieces = "=" + "".join(pieces or ()), None
            elif name == "row":
                done.append(row)

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters

    def text_of(self, kind: str, style: str, value: str, formula: str) -> str:
        """A cell as a text: a whole number without its decimals; a formula that was never worked out as itself."""
        if not value:
            return formula
        if kind == "s":
            return str(self.strings[int(value)])
        if kind == "b":
            return "WAAR" if value == "1" else "ONWAAR"
        if kind != "n":
            return value
        if style in self.formats:
            return number_as(self.formats[style], value)
        number = float(value)
        return str(int(number)) if number.is_integer() else value


def put(row: list[str], column: int, text: str) -> None:
    gap = column - len(row)
    if gap < 0:
        raise ValueError("cells out of order")
    if gap:
        row.extend([""] * gap)
    row.append(text)


def row_number(place: str | None, before: int) -> int:
    """Raises ValueError for one that comes too late or lies below any sheet."""
    number = before + 1 if place is None else int(float(place))
    if not before < number <= MAX_ROW:
        raise ValueError("rows out of order")
    return number


def column_number(letters: str) -> int:
    """0 for 'A'. Raises ValueError beyond the last column of any sheet."""
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - 64
    if not 0 < number <= MAX_COLUMN:
        raise ValueError("no such column")
    return number - 1


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
