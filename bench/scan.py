"""The scan on the command line: seconds and memory of the whole process, start-up included.

    .venv/bin/python -m bench.scan

Files are made the same every time. Each run three times; medians are given.
"""

from __future__ import annotations

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from groeimodel import content as texts
from groeimodel.content.municipalities import municipalities

RUNS = 3
MILLION = 1_000_000
Figure = dict[str, float | int]


def people(count: int, places: list[str]) -> list[tuple[str, str, str]]:
    return [
        (f"r{n}", places[n % len(places)], ("schepen", "ambtenaar")[n // len(places) % 2])
        for n in range(count)
    ]


def write_wide(path: Path, count: int, places: list[str]) -> None:
    dice = random.Random(1)
    ids = [one.id for one in texts.load().statements]
    with path.open("w", newline="") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(["respondent", "gemeente", "rol", *ids])
        for person in people(count, places):
            sheet.writerow([*person, *dice.choices((1, 2, 3, 4, 5, ""), k=len(ids))])


def write_long(path: Path, count: int, places: list[str]) -> None:
    dice = random.Random(2)
    ids = [one.id for one in texts.load().statements]
    with path.open("w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["respondent", "municipality", "role", "statement", "answer"])
        for person in people(count, places):
            sheet.writerows([*person, id, dice.randint(1, 5)] for id in ids)


def write_xlsx(path: Path, count: int, places: list[str]) -> None:
    from openpyxl import Workbook

    dice = random.Random(3)
    ids = [one.id for one in texts.load().statements]
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["respondent", "gemeente", "rol", *ids])
    for person in people(count, places):
        sheet.append([*person, *dice.choices((1, 2, 3, 4, 5), k=len(ids))])
    book.save(path)


def measure(path: Path, *options: str) -> Figure:
    """Median seconds and highest memory (MB) of the process."""
    seconds, memory = [], 0
    command = [str(Path(sys.executable).with_name("groeimodel")), "scan", str(path), "--json", *options]
    for _ in range(RUNS):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{path.name}: the scan failed with status {process.returncode}")
        memory = max(memory, usage.ru_maxrss)
    return {"seconds": round(statistics.median(seconds), 2), "megabytes": round(memory / 1024)}


def run() -> tuple[dict[str, Figure], str]:
    statements = len(texts.load().statements)
    crowd = -(-MILLION // statements)
    real = [one.name for one in municipalities()]
    invented = [f"Gemeente {n}" for n in range(300)]
    figures: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory(prefix="groeimodel-scan-") as folder:
        place = Path(folder)
        write_wide(place / "small.csv", 10, real[:5])
        figures["10 respondents, 5 municipalities (start-up)"] = measure(place / "small.csv")
        write_wide(place / "5000.csv", 5_000, invented)
        figures["5,000 respondents, 300 municipalities"] = measure(place / "5000.csv", "--any-municipality")
        write_wide(place / "wide.csv", crowd, real)
        figures["a million answers, wide CSV"] = measure(place / "wide.csv")
        write_long(place / "long.csv", crowd, real)
        figures["a million answers, long CSV"] = measure(place / "long.csv")
        write_xlsx(place / "wide.xlsx", crowd, real)
        figures["a million answers, XLSX"] = measure(place / "wide.xlsx")
    lines = ["| file | seconds | MB |", "|---|---|---|"]
    lines += [f"| {name} | {one['seconds']} | {one['megabytes']} |" for name, one in figures.items()]
    return figures, "\n".join(lines)


if __name__ == "__main__":
    print(run()[1])
