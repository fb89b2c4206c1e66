"""Every reader of files, with files that were right once: it reads, or says in its own words what is wrong, in time.

Each reader has one kind of refusal; any other error is one that a page would show as ours.
"""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from groeimodel.content.addresses import parsed, values_of
from groeimodel.content.in_force import load, shipped_files
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.garden_file import BadGarden, read_garden
from groeimodel.formats.local_plan import read_local_plan
from groeimodel.formats.mandates import read_mandates
from groeimodel.formats.members_file import read_members
from groeimodel.formats.pb_file import BadElection, read_pb
from groeimodel.formats.questionnaire import BadInput, read_questionnaire
from groeimodel.formats.statement import BadStatement
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import Booked, Pay, camt, coda, move
from groeimodel.foundation.backup.archive import Reader
from groeimodel.foundation.backup.tests.test_archive import archive
from groeimodel.foundation.backup.trouble import Damaged
from groeimodel.foundation.files.pictures import made_anew
from groeimodel.foundation.files.recognising import recognise
from groeimodel.foundation.members.logo import small_png
from groeimodel.support.texts.exchange import read_zip, zip_of
from tests.fuzz.mutating import Change, packed, raw, taped, text, tree
from tests.fuzz.nasty import TIMES, tried

ROOT = Path(__file__).resolve().parents[2]
FORMATS, EXAMPLES = ROOT / "src/groeimodel/formats/tests", ROOT / "docs/examples"
LONGEST = 8.0
"""Seconds of work; a file of the usual size takes a hundredth of that."""
MOST_MEMORY = 300_000_000
TODAY = date(2026, 11, 1)
MEMBERS = [
    ["gemeente", "schepen", "schepen e-mail", "jeugdambtenaar", "jeugdambtenaar e-mail", "sinds"],
    ["Gent", "An Peeters", "an@voorbeeld.test", "Bo Claes", "bo@voorbeeld.test", "2025-01-01"],
    ["Aalst", "", "", "Cis Maes", "cis@voorbeeld.test", "01/09/2025"],
]
PLAN = [
    ["code", "titel", "beleidsveld", "jaren", "2026", "bedrag"],
    ["AC-1", "Speelplein", "0750", "2026-2031", "100,50", "1.200,00"],
    ["AC-2", "Fuifzaal", "0705", "2027", "", "12.5"],
]


def csv_of(rows: list[list[str]]) -> bytes:
    return "\r\n".join(";".join(row) for row in rows).encode()


def xlsx_of(rows: list[list[str]], formula: str = "") -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    if formula:
        book.active["A9"] = formula
    book.save(out)
    return out.getvalue()


def answers() -> list[list[str]]:
    keys = [one.id for one in load().statements][:6]
    return [
        ["gemeente", "rol", *keys],
        ["Gent", "schepen", *"123455"[: len(keys)]],
        ["Aalst", "ambtenaar", *"54321"],
    ]


def garden(data: bytes) -> None:
    read_garden(data.decode("utf-8", "replace"))


def all_parts(data: bytes) -> None:
    for part in Reader(io.BytesIO(data)).parts():
        part.content.read()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((60, 40), 50).convert("RGB").save(out, kind, exif=exif)
    return out.getvalue()


def document() -> bytes:
    return xlsx_of(PLAN, "=1+1")


@dataclass(frozen=True)
class Door:
    read: Callable[[bytes], object]
    refusal: type[Exception]
    right: Callable[[], bytes]
    change: Change


BANK = camt(
    Booked(
        "25.00", [Pay("10.00", "An", "BE71096123456769", "dank"), Pay("15.00", reference="RF18539007547034")]
    )
)
DOORS: dict[str, Door] = {
    "coda": Door(
        read_statement, BadStatement, lambda: coda(move("25.00", name="An"), move("-3.10", name="Bo")), text
    ),
    "camt": Door(read_statement, BadStatement, lambda: BANK, text),
    "members csv": Door(
        lambda data: read_members(data, today=TODAY), BadInput, lambda: csv_of(MEMBERS), text
    ),
    "members xlsx": Door(
        lambda data: read_members(data, today=TODAY), BadInput, lambda: xlsx_of(MEMBERS), packed(text)
    ),
    "plan csv": Door(read_local_plan, BadInput, lambda: csv_of(PLAN), text),
    "plan xlsx": Door(read_local_plan, BadInput, lambda: xlsx_of(PLAN), packed(text)),
    "answers csv": Door(
        lambda data: read_questionnaire(data, load(), municipalities()),
        BadInput,
        lambda: csv_of(answers()),
        text,
    ),
    "answers xlsx": Door(
        lambda data: read_questionnaire(data, load(), municipalities()),
        BadInput,
        lambda: xlsx_of(answers()),
        packed(text),
    ),
    "mandates turtle": Door(read_mandates, BadInput, (FORMATS / "mandates.ttl").read_bytes, text),
    "mandates json": Door(read_mandates, BadInput, (FORMATS / "mandates.srj").read_bytes, tree),
    "garden": Door(garden, BadGarden, (EXAMPLES / "garden.json").read_bytes, tree),
    "election": Door(
        lambda data: read_pb(data.decode("utf-8", "replace")),
        BadElection,
        (EXAMPLES / "election.pb").read_bytes,
        text,
    ),
    "texts": Door(
        read_zip,
        ValidationError,
        lambda: zip_of(values_of(parsed(shipped_files())), "2026.2"),
        packed(text),
    ),
    "backup": Door(
        all_parts,
        Damaged,
        lambda: archive(("database.dump", b"x" * 700), ("files/a.txt", b"koffie")),
        taped(tree),
    ),
    "document": Door(
        lambda data: recognise(io.BytesIO(data), "x.csv"), ValidationError, document, packed(text)
    ),
    "note": Door(
        lambda data: recognise(io.BytesIO(data), "x.txt"), ValidationError, lambda: csv_of(PLAN), text
    ),
    **{
        f"photo {kind}": Door(
            lambda data: made_anew(io.BytesIO(data)), ValidationError, partial(picture, kind), raw
        )
        for kind in ("PNG", "JPEG", "WEBP")
    },
    **{
        f"logo {kind}": Door(small_png, ValidationError, partial(picture, kind), raw)
        for kind in ("PNG", "JPEG", "WEBP")
    },
}


def knock(door: Door, data: bytes) -> str:
    """The words of the refusal, or nothing where the file was read. Any other error goes on."""
    began = time.thread_time()
    try:
        door.read(data)
    except door.refusal as error:
        said = "\n".join(error.messages) if isinstance(error, ValidationError) else str(error)
        assert said.strip(), "refused without a word"
        assert "Traceback" not in said
    else:
        said = ""
    assert time.thread_time() - began < LONGEST
    return said


@pytest.mark.parametrize("name", sorted(DOORS))
def test_what_is_right_is_read(name: str) -> None:
    assert knock(DOORS[name], DOORS[name].right()) == ""


@pytest.mark.parametrize("name", sorted(DOORS))
def test_what_was_damaged_is_read_or_refused_in_words(name: str) -> None:
    door, right = DOORS[name], DOORS[name].right()
    refused = 0

    @tried(12 if name == "texts" or "answers" in name else 40, name)
    @given(st.data())
    def damage(data: st.DataObject) -> None:
        nonlocal refused
        refused += bool(knock(door, door.change(cast(st.DrawFn, data.draw), right)))

    damage()
    assert refused, "nothing that was sent was damaged enough"


LAUGHS = (
    b"<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + b"".join(b"<!ENTITY l%d '%s'>" % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)


def bomb(name: str, inner: bytes = b"", times: int = 400) -> bytes:
    """A zip of some hundred kB that unpacks to hundreds of MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in (("[Content_Types].xml", b""), ("mimetype", b"")):
            archive.writestr(part, content)
        with archive.open(name, "w", force_zip64=True) as part_:
            part_.write(inner)
            for _ in range(times):
                part_.write(b"0" * 1_000_000)
    return out.getvalue()


def sheet_with(cells: str, declared: bytes = b"") -> bytes:
    """A workbook whose only sheet was written by hand."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_of(PLAN))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.infolist():
            content = old.read(one)
            if one.filename == "xl/worksheets/sheet1.xml":
                space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                content = (
                    declared
                    + f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()
                )
            new.writestr(one.filename, content)
    return out.getvalue()


HUGE = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "x" * 5_000_000 + "</t></is></c></row>"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WIDE = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 3000))
BOMBS: dict[str, Callable[[], bytes]] = {
    "laughs": lambda: b"<?xml version='1.0'?>" + LAUGHS + b"<Document>&l11;</Document>",
    "laughs in a sheet": lambda: sheet_with('<row r="1"><c t="str"><v>&l11;</v></c></row>', LAUGHS),
    "zip of zeros": lambda: bomb("xl/worksheets/sheet1.xml"),
    "zip of texts": lambda: bomb("model.toml"),
    "zip of names": lambda: bomb("[Content_Types].xml2"),
    "a huge cell": lambda: sheet_with(HUGE),
    "the last cell of a sheet": lambda: sheet_with(FAR),
    "wide rows": lambda: sheet_with(WIDE),
    "deep JSON": lambda: b'{"a":' * 200_000 + b"1" + b"}" * 200_000,
    "deep lists": lambda: b"[" * 500_000,
    "deep XML": lambda: b"<?xml version='1.0'?>" + b"<Document>" * 300_000,
    "deep Turtle": lambda: b"@prefix a: <http://a.test/> .\na:a a:b " + b"(" * 20_000,
    "one long line": lambda: b"x" * 4_000_000,
    "separators": lambda: b";" * 4_000_000,
    "quotes": lambda: b'"' * 3_999_999,
    "newlines": lambda: b"\n" * 4_000_000,
    "a long number": lambda: b'{"title": ' + b"9" * 1_000_000 + b"}",
    "nothing": lambda: b"",
    "a picture without end": lambda: (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\x00\x00\x00"
        + b"\x00" * 999
    ),
}
IN_TURN = [
    "coda",
    "members xlsx",
    "plan xlsx",
    "answers csv",
    "mandates json",
    "garden",
    "election",
    "texts",
    "backup",
    "document",
    "photo PNG",
    "logo PNG",
]


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_no_bomb_goes_off(name: str) -> None:
    """Whatever reader it is given to: refused (or, where it is only long, read), in time and in little memory."""
    data = BOMBS[name]()
    wrong = []
    for one in IN_TURN:
        if TIMES > 1:
            tracemalloc.start()
        began = time.thread_time()
        try:
            knock(DOORS[one], data)
        except Exception as error:
            wrong.append(f"{one}: {type(error).__name__} {str(error)[:200]}")
        took = time.thread_time() - began
        if tracemalloc.is_tracing():
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            if most > MOST_MEMORY:
                wrong.append(f"{one}: {most / 1e6:.0f} MB")
        elif took > LONGEST:
            wrong.append(f"{one}: {took:.1f} s")
    assert not wrong, "\n".join(wrong)
