"""Time and size of the garden picture, from an empty garden to one of 25 municipalities and 200 actions.

    .venv/bin/python -m bench.garden

Sizes are interleaved and medians taken, so that a machine that slows down slows all.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

from bench.gardens import garden
from groeimodel.rules.picture import draw

SIZES = ((0, 0), (2, 5), (5, 20), (12, 60), (25, 60), (12, 200), (25, 200))
MUST = (12, 60)
MOST_MILLISECONDS, MOST_BYTES = 20.0, 150_000
RUNS = 25


def run() -> tuple[list[dict[str, Any]], str]:
    gardens = {size: garden(*size, shop="full") for size in SIZES}
    times: dict[tuple[int, int], list[float]] = {size: [] for size in SIZES}
    for _ in range(RUNS):
        for size, one in gardens.items():
            start = time.perf_counter()
            draw(one)
            times[size].append((time.perf_counter() - start) * 1000)
    figures = [
        {
            "municipalities": size[0],
            "actions": size[1],
            "milliseconds": round(statistics.median(times[size]), 2),
            "bytes": len(draw(one).encode()),
            "bytes_in_page": len(draw(one, standalone=False).encode()),
        }
        for size, one in gardens.items()
    ]
    return figures, table(figures)


def table(figures: list[dict[str, Any]]) -> str:
    rows = [
        "| municipalities | actions | ms (median) | bytes alone | bytes inside a page |",
        "|---:|---:|---:|---:|---:|",
    ]
    rows += [
        f"| {one['municipalities']} | {one['actions']} | {one['milliseconds']:.1f} | {one['bytes']:,} | {one['bytes_in_page']:,} |"
        for one in figures
    ]
    must = next(one for one in figures if (one["municipalities"], one["actions"]) == MUST)
    kept = must["milliseconds"] < MOST_MILLISECONDS and must["bytes"] < MOST_BYTES
    rows.append(
        f"\nAsked for {MUST[0]} municipalities and {MUST[1]} actions: under {MOST_MILLISECONDS:.0f} ms and "
        f"{MOST_BYTES:,} bytes; {'kept' if kept else 'NOT KEPT'}."
    )
    return "\n".join(rows)


if __name__ == "__main__":
    print(run()[1])
