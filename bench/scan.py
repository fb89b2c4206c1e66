"""Seconds and memory of `groeimodel scan` on large files, the start of the program included.

    .venv/bin/python -m bench.scan

Each command is a process of its own, run three times; the median is given, and the most memory of the three.
"""

from __future__ import annotations

import csv
import json
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groeimodel import content
from groeimodel.content.municipalities import municipalities

RUNS = 3
ROLES = ("alderman", "officer")
LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
print(json.dumps({"status": status, "seconds": seconds, "processor": used.ru_utime + used.ru_stime, "kilobytes": used.ru_maxrss}))
"""
"""Starts the command from a small process, because memory is counted from that of the one who started it."""
WORKBOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
    'PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Antwoorden" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>',
}  # fmt: skip
"""The least that a workbook is made of, as Excel writes it: texts in a table of their own."""


@dataclass(frozen=True)
class Case:
    name: str
    file: Path
    answers: int
    most_seconds: float
    most_megabytes: float


def rows(respondents: int, towns: Sequence[str]) -> Iterator[list[str]]:
    """Respondent, municipality, role and an answer to every statement; one in fifty does not know. Always the same."""
    statements = len(content.load().statements)
    state = 20260101
    for number in range(respondents):
        answers = []
        for _ in range(statements):
            state = (state * 1_103_515_245 + 12_345) % 2**31
            answers.append("" if state % 50 == 0 else str(1 + (state >> 12) % 5))
        yield [f"r{number}", towns[number // 2 % len(towns)], ROLES[number % 2], *answers]


def write_wide(path: Path, people: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(["respondent", "municipality", "role", *(one.id for one in content.load().statements)])
        out.writerows(people)


def write_long(path: Path, people: Iterator[list[str]]) -> None:
    ids = [one.id for one in content.load().statements]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["respondent", "municipality", "role", "statement", "answer"])
        for who, town, role, *answers in people:
            out.writerows((who, town, role, id, answer) for id, answer in zip(ids, answers, strict=True))


def write_xlsx(path: Path, people: Iterator[list[str]]) -> None:
    texts: dict[str, int] = {}

    def cell(place: str, text: str) -> str:
        if text.isdigit():
            return f'<c r="{place}"><v>{text}</v></c>'
        return f'<c r="{place}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'

    head = ["respondent", "municipality", "role", *(one.id for one in content.load().statements)]
    names = column_names(len(head))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in WORKBOOK.items():
            book.writestr(name, part)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:AZ20410"/><sheetData>'
            )
            for number, row in enumerate([head, *people], start=1):
                cells = (cell(f"{name}{number}", text) for name, text in zip(names, row, strict=True) if text)
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        table = "".join(f"<si><t>{text}</t></si>" for text in texts)
        book.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{table}</sst>',
        )


def column_names(count: int) -> list[str]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [*letters, *(first + second for first in letters for second in letters)][:count]


def cases(folder: Path) -> list[Case]:
    statements = len(content.load().statements)
    real = [one.name for one in municipalities()]
    three_hundred = [*real, *(f"Voorbeeldgem {n}" for n in range(300 - len(real)))]
    many = -(-1_000_000 // statements)
    write_wide(folder / "5000.csv", rows(5000, three_hundred))
    write_wide(folder / "wide.csv", rows(many, three_hundred))
    write_long(folder / "long.csv", rows(many, three_hundred))
    write_xlsx(folder / "wide.xlsx", rows(many, three_hundred))
    return [
        Case("5,000 respondents in 300 municipalities, CSV", folder / "5000.csv", 5000 * statements, 2, 500),
        Case("a million answers, CSV, a row a respondent", folder / "wide.csv", many * statements, 10, 500),
        Case("a million answers, CSV, a row an answer", folder / "long.csv", many * statements, 10, 500),
        Case("a million answers, XLSX", folder / "wide.xlsx", many * statements, 10, 500),
    ]


def measure(file: Path) -> dict[str, float]:
    """Seconds on the clock and of the processor, and megabytes, of one run."""
    command = [sys.executable, "-m", "groeimodel", "scan", str(file), "--any-municipality", "--json"]
    done = subprocess.run([sys.executable, "-S", "-c", LAUNCHER, *command], capture_output=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    if measured["status"]:
        raise SystemExit(f"scan of {file.name} failed")
    return measured


def run() -> tuple[list[dict[str, Any]], str]:
    figures = []
    with tempfile.TemporaryDirectory(prefix="groeimodel-scan-") as folder:
        for case in cases(Path(folder)):
            measured = [measure(case.file) for _ in range(RUNS)]
            seconds = statistics.median(one["seconds"] for one in measured)
            megabytes = max(one["kilobytes"] for one in measured) / 1024
            figures.append(
                {
                    "case": case.name,
                    "answers": case.answers,
                    "file_megabytes": round(case.file.stat().st_size / 1e6, 1),
                    "seconds": round(seconds, 2),
                    "processor_seconds": round(statistics.median(one["processor"] for one in measured), 2),
                    "most_seconds": case.most_seconds,
                    "megabytes": round(megabytes),
                    "most_megabytes": case.most_megabytes,
                    "kept": seconds < case.most_seconds and megabytes < case.most_megabytes,
                }
            )
    return figures, table(figures)


def table(figures: list[dict[str, Any]]) -> str:
    lines = [
        "| file | answers | MB on disk | seconds (median of 3) | of the processor | asked | MB of memory | asked | |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    lines += [
        f"| {one['case']} | {one['answers']:,} | {one['file_megabytes']} | {one['seconds']:.2f} | {one['processor_seconds']:.2f} | < {one['most_seconds']} "
        f"| {one['megabytes']} | < {one['most_megabytes']} | {'kept' if one['kept'] else 'NOT KEPT'} |"
        for one in figures
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(run()[1])
