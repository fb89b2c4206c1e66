"""What is counted of requests. Only where `/metrics` is open: otherwise nothing is counted, and nothing costs time.

`groeimodel serve` gives all web processes of one server one folder, in which each keeps its counts in a file of its
own; a scrape adds them up, whichever process answers it. What a process counted stays when it is killed.
"""

from __future__ import annotations

import os
import shutil
import socket
from functools import lru_cache
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Read by prometheus_client when it is loaded."""
SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

# When a series began: nobody asks, and it doubles the page.
disable_created_metrics()  # type: ignore[no-untyped-call]
OWN = CollectorRegistry()
REQUESTS = Counter(
    "groeimodel_requests",
    "Requests, by route, method and class of status",
    ["route", "method", "status"],
    registry=OWN,
)
DURATION = Histogram(
    "groeimodel_request_seconds", "Time to answer, by route", ["route"], buckets=SECONDS, registry=OWN
)
QUERIES = Counter(
    "groeimodel_request_queries", "Queries of the database during requests, by route", ["route"], registry=OWN
)
EXCEPTIONS = Counter(
    "groeimodel_exceptions",
    "Errors that became a page 500, by kind and route",
    ["type", "route"],
    registry=OWN,
)
KEPT = Counter(
    "groeimodel_kept_bodies", "Bodies of pages that were kept: found again, or not", ["outcome"], registry=OWN
)

# To find the counters of a page by their labels costs more than to count.
requests_of = lru_cache(maxsize=8192)(REQUESTS.labels)
duration_of = lru_cache(maxsize=4096)(DURATION.labels)
queries_of = lru_cache(maxsize=4096)(QUERIES.labels)


def count(route: str, method: str, status: int, ms: float, queries: int) -> None:
    """One request that was answered."""
    requests_of(route, method, f"{status // 100}xx").inc()
    duration_of(route).observe(ms / 1000)
    if queries:
        queries_of(route).inc(queries)


def begin_folder(parent: Path, port: int) -> None:
    """An empty folder for the counts of the processes that this one is about to start; no other server has it.

    The machine's name is part of its name, for containers may share the folder for data. Whoever runs another server
    than ours names the folder in the environment.
    """
    if FOLDER in os.environ:
        return
    folder = parent / "metrics" / f"{socket.gethostname()}-{port}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    os.environ[FOLDER] = str(folder)
