"""The page `/metrics`: what the processes counted, and what the database says at this moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from django.db import DatabaseError
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from groeimodel.foundation.jobs.selectors import workers_seen
from groeimodel.foundation.watch import metrics, selectors


def exposition() -> bytes:
    """In the text form of Prometheus, version 0.0.4."""
    registry = CollectorRegistry()
    if folder := os.environ.get(metrics.FOLDER):
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
    else:
        registry.register(metrics.OWN)
    registry.register(Now())
    return generate_latest(registry)


class Now(Collector):
    """Gauges, asked when somebody looks. They are about the whole installation: each server gives the same."""

    def collect(self) -> Iterable[Metric]:
        yield _gauge(
            "build_info", "Which version runs, with which texts of the model", [(selectors.versions(), 1)]
        )
        try:
            found = list(_of_the_database())
        except DatabaseError:
            found = [_gauge("database_up", "Whether the database answers", [({}, 0)])]
        yield from found


def _of_the_database() -> Iterator[Metric]:
    yield _gauge("database_up", "Whether the database answers", [({}, 1)])
    yield _gauge("database_bytes", "Size of the database", [({}, selectors.database_bytes())])
    jobs = selectors.jobs()
    yield _gauge("jobs_waiting", "Jobs that are due, by kind", _by_kind(jobs.waiting))
    yield _gauge(
        "jobs_given_up", "Jobs that were given up and are still there, by kind", _by_kind(jobs.given_up)
    )
    yield _gauge(
        "jobs_oldest_seconds", "How long the oldest job that is due has been waiting", [({}, jobs.oldest)]
    )
    yield _gauge("workers", "Workers that gave a sign of life", [({}, len(workers_seen()))])
    yield _gauge("mails_waiting", "Mails that are to be sent", [({}, jobs.waiting.get(selectors.MAIL, 0))])
    yield _gauge(
        "mails_refused", "Mails that could not be sent", [({}, jobs.given_up.get(selectors.MAIL, 0))]
    )


def _by_kind(counts: dict[str, int]) -> list[tuple[dict[str, str], float]]:
    return [({"kind": kind}, number) for kind, number in sorted(counts.items())]


def _gauge(name: str, help_text: str, samples: list[tuple[dict[str, str], float]]) -> Metric:
    labels = list(samples[0][0]) if samples else ["kind"]
    family = GaugeMetricFamily(f"groeimodel_{name}", help_text, labels=labels)
    for values, number in samples:
        family.add_metric(list(values.values()), number)
    return family
