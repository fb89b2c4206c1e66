"""`make bench`: run every benchmark, write the figures as JSON and as a Markdown table.

    .venv/bin/python -m bench.run            all
    .venv/bin/python -m bench.run pages      one
    .venv/bin/python -m bench.run load       ten minutes and more: only when it is named

Each module has `run() -> (figures, table)`. Files: bench/results/latest.json and latest.md.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
BENCHMARKS = {
    "start": "From a fresh clone to the first page",
    "scan": "The scan on the command line",
    "simulation": "Coverage of the intervals and calibration of the certainty",
    "raters_reference": "Agreement against reference values",
    "choosing": "Rules of choosing on public elections",
    "garden": "The garden picture",
    "many": "Pages with three partnerships and with a thousand more",
    "scale": "The most used pages with 10, 1,000 and 10,000 partnerships",
    "europe": "From those figures to all municipalities of Europe",
    "meadow": "Pages of a partnership with 10 actions and with 1,000",
    "shop": "Pages of a shop, as ratios to an empty page and to a bare hello",
    "showcase": "Pages for others and for the supporter, as ratios to an empty page and to a bare hello",
    "search": "Search among 100,000 entries",
    "live": "A live session with 500 people, the server killed in the middle",
    "pages": "Pages, as ratios to an empty page and to a bare hello",
}
ONLY_NAMED = {"load": "300 people at work for ten minutes, a server killed and the database restarted"}


def alone(name: str) -> tuple[object, str]:
    """Run one benchmark in a process of its own: Django keeps the database with which it was started."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(run_one, name).result()


def run_one(name: str) -> tuple[object, str]:
    found: tuple[object, str] = importlib.import_module(f"bench.{name}").run()
    return found


def main() -> None:
    chosen = sys.argv[1:] or list(BENCHMARKS)
    RESULTS.mkdir(exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    figures: dict[str, object] = {"machine": machine, "date": time.strftime("%Y-%m-%d")}
    report = [
        f"# Benchmarks\n\n{figures['date']}, {machine}. Times depend on the machine; ratios are measured in one run.\n"
    ]
    for name in chosen:
        print(f"{name} ...", flush=True)
        figures[name], table = alone(name)
        report.append(f"## {(BENCHMARKS | ONLY_NAMED)[name]}\n\n`python -m bench.{name}`\n\n{table}\n")
        print(table, flush=True)
    (RESULTS / "latest.json").write_text(json.dumps(figures, indent=1) + "\n")
    (RESULTS / "latest.md").write_text("\n".join(report))
    print(f"Written: {RESULTS / 'latest.json'} and latest.md")


if __name__ == "__main__":
    main()
