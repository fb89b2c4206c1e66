"""From the figures of `bench.scale` to all municipalities of Europe, by arithmetic and a simulation of load.

    .venv/bin/python -m bench.scale        first: it writes bench/results/scale.json
    .venv/bin/python -m bench.europe       what this says; writes bench/results/europe.md

No measurement of its own. What is assumed of people stands in `Assumed`, and every line says what it was made from.
The simulation is a queue with c servers: visits come at random (Poisson) at the peak hour's rate, each asks for pages
in a row, and each page takes a time drawn from those that were measured; who comes while all are busy waits in one line.
"""

from __future__ import annotations

import heapq
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Assumed:
    """What no benchmark tells: change it and run again."""

    municipalities: int = 100_000
    """Of Europe: local administrative units (LAU). General knowledge, see docs/admin/scale.md."""
    of_a_partnership: int = 10
    people: float = 2.5
    """Who take part, of one municipality: an alderman, an officer, and now and then somebody else."""
    visits: float = 0.5
    """Of one of them, a working day."""
    visitors: float = 3.0
    """Without account, for one municipality, a day."""
    pages: float = 8.0
    """Of one visit."""
    first_views: float = 0.3
    """The part of pages that nothing kept can be used for: after a deed, or kept by another process."""
    peak: float = 0.2
    """The part of a day's visits that comes in its busiest hour."""
    network_ms: float = 1.0
    """To the database on another machine, there and back, for each query."""
    deeds_a_year: int = 400
    """Rows in the journal that a partnership adds."""


@dataclass(frozen=True, slots=True)
class Load:
    """Of the busiest hour."""

    visits_a_second: float
    pages_a_second: float
    working: float
    """Seconds of a web process that one second asks: the number of processes that would be busy all the time."""


@dataclass(frozen=True, slots=True)
class Waited:
    """What the simulation gives for a number of web processes."""

    processes: int
    busy: float
    median: float
    p99: float
    """Milliseconds that a page takes with its waiting."""


def service_times(
    figures: dict[str, Any], assumed: Assumed, *, apart: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Milliseconds of each page and how likely it is asked; `apart` adds the network for each query."""
    rows = figures["sizes"][-1]["rows"]
    far = assumed.network_ms if apart else 0.0
    again = [row["median"] + row["queries"] * far for row in rows]
    after = [row["deed_median"] + row["deed_queries"] * far for row in rows]
    weights = [(1 - assumed.first_views) / len(rows)] * len(rows) + [assumed.first_views / len(rows)] * len(
        rows
    )
    return np.array(again + after), np.array(weights)


def load_of(assumed: Assumed, mean_ms: float) -> Load:
    a_day = assumed.municipalities * (assumed.people * assumed.visits + assumed.visitors)
    visits = a_day * assumed.peak / 3600
    pages = visits * assumed.pages
    return Load(visits, pages, pages * mean_ms / 1000)


def simulate(
    rate: float,
    times: NDArray[np.float64],
    weights: NDArray[np.float64],
    processes: int,
    pages: int = 200_000,
) -> Waited:
    """One line for `processes` servers; the first tenth, while the queue fills, is not counted."""
    rng = np.random.default_rng(20)
    arrivals = np.cumsum(rng.exponential(1000 / rate, pages))
    service = rng.choice(times, pages, p=weights)
    free = [0.0] * processes
    took = np.empty(pages)
    for at in range(pages):
        start = max(arrivals[at], free[0])
        heapq.heapreplace(free, start + service[at])
        took[at] = start + service[at] - arrivals[at]
    counted = took[pages // 10 :]
    busy = service.sum() / (processes * arrivals[-1])
    return Waited(processes, float(busy), float(np.median(counted)), float(np.quantile(counted, 0.99)))


def enough(
    load: Load, times: NDArray[np.float64], weights: NDArray[np.float64], most_ms: float = 500.0
) -> list[Waited]:
    """With too few processes, and with the fewest for which 99 of 100 pages take less than `most_ms`."""
    least = max(1, int(np.ceil(load.working)))
    tried = []
    for processes in range(least, least * 2 + 2):
        tried.append(simulate(load.pages_a_second, times, weights, processes))
        if tried[-1].busy < 1 and tried[-1].p99 <= most_ms:
            break
    return tried


def _how_many(one: Waited, most_ms: float = 500.0) -> str:
    """More processes do not help where a page that waits for nobody takes longer."""
    found = f"{one.processes} ({one.busy:.0%} busy)"
    return found if one.p99 <= most_ms else f"not with {found}: the slowest pages take longer by themselves"


def bytes_of(figures: dict[str, Any]) -> tuple[float, float]:
    """What a partnership takes, from the last two sizes; and what was there before the first."""
    sizes = [one["size"] for one in figures["sizes"]]
    last, before = sizes[-1], sizes[-2] if len(sizes) > 1 else {"bytes": 0, "partnerships": 0}
    each = (last["bytes"] - before["bytes"]) / (last["partnerships"] - before["partnerships"])
    return each, last["bytes"] - each * last["partnerships"]


def run() -> tuple[dict[str, Any], str]:
    path = RESULTS / "scale.json"
    if not path.exists():
        raise SystemExit("Run python -m bench.scale first: this works with its figures.")
    figures, assumed = json.loads(path.read_text()), Assumed()
    partnerships = assumed.municipalities / assumed.of_a_partnership
    each, base = bytes_of(figures)
    memory = figures["sizes"][-1]["memory"]
    found: dict[str, Any] = {
        "assumed": asdict(assumed),
        "partnerships": partnerships,
        "bytes_each": each,
        "gigabytes": (base + each * partnerships) / 1e9,
        "journal_rows_a_year": assumed.deeds_a_year * partnerships,
    }
    lines = [
        "| what | how much |",
        "|---|---|",
        f"| partnerships | {partnerships:,.0f} |",
        f"| people with an account | {assumed.municipalities * assumed.people:,.0f} |",
        f"| bytes of the database for each partnership | {each:,.0f} |",
        f"| size of the database | {found['gigabytes']:.1f} GB |",
        f"| rows that the journal gains in a year | {found['journal_rows_a_year']:,.0f} |",
    ]
    for name, apart in (("database on the same machine", False), ("database on another machine", True)):
        times, weights = service_times(figures, assumed, apart=apart)
        load = load_of(assumed, float(times @ weights))
        waits = enough(load, times, weights)
        found[name] = {"load": asdict(load), "waits": [asdict(one) for one in waits]}
        chosen = waits[-1]
        lines += [
            f"| **{name}**: pages a second in the busiest hour | {load.pages_a_second:,.0f} |",
            f"| a page on average | {float(times @ weights):.1f} ms |",
            f"| web processes that work all the time | {load.working:.1f} |",
            f"| web processes for 99 of 100 pages within 0.5 s | {_how_many(chosen)} |",
            f"| then a page takes, with its waiting | {chosen.median:.0f} ms, and at most {chosen.p99:.0f} ms for 99 of 100 |",
            f"| memory of these processes | {chosen.processes * memory / 1000:.1f} GB |",
        ]
    for job in figures.get("nightly", []):
        lines.append(
            f"| nightly: {job['name']} | {job['seconds'] * partnerships / job['partnerships']:.0f} s |"
        )
    text = "\n".join(lines)
    (RESULTS / "europe.json").write_text(json.dumps(found, indent=1) + "\n")
    (RESULTS / "europe.md").write_text(
        f"# All municipalities of Europe\n\n`python -m bench.europe`\n\n{text}\n"
    )
    return found, text


if __name__ == "__main__":
    print(run()[1])
