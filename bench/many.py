"""Pages with three partnerships in the database, and with a thousand more: server time as a ratio, and queries.

    .venv/bin/python -m bench.many

The same server, the same pages, the same person; measured, then filled, then measured again beside an empty page.
"""

from __future__ import annotations

import json
import re
import socket
import sys
import tempfile
from dataclasses import asdict, dataclass
from datetime import timedelta

from bench.pages import Row, Visitor, find_pages, measure, prepare, serve, wait

PARTNERSHIPS, MEMBERS, ENTRIES = 1000, 6, 30
ONLY = re.compile(r"^/(igs/|mijn/|vraag/|vragen/|ik/|$)")


@dataclass
class Compared:
    page: str
    queries_few: int
    queries_many: int
    to_empty_few: float
    to_empty_many: float

    @property
    def ratio(self) -> float:
        return self.to_empty_many / self.to_empty_few


def fill() -> dict[str, int]:
    """A thousand partnerships of six members, their people, mandates and journal; says how many rows."""
    from django.utils import timezone

    from groeimodel.foundation.journal.models import Entry
    from groeimodel.foundation.mandates.models import Mandate
    from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat, Tenure
    from groeimodel.foundation.people.models import Person

    today, now = timezone.localdate(), timezone.now()
    towns = list(Municipality.objects.filter(merged_into=None, invented=False)[:285])
    partnerships = Partnership.objects.bulk_create(
        Partnership(name=f"Streek {number:04}", slug=f"streek-{number}", public=True)
        for number in range(PARTNERSHIPS)
    )
    memberships = Membership.objects.bulk_create(
        Membership(partnership=one, municipality=towns[(7 * at + number) % len(towns)], starts=today)
        for at, one in enumerate(partnerships)
        for number in range(MEMBERS)
    )
    seats = Seat.objects.bulk_create(
        Seat(membership=one, role=role) for one in memberships for role in ("alderman", "officer")
    )
    people = Person.objects.bulk_create(
        Person(email=f"p{number}@voorbeeld.test", name=f"Persoon {number}", password="!")
        for number in range(len(seats))
    )
    Tenure.objects.bulk_create(
        Tenure(seat=seat, person=person, starts=today) for seat, person in zip(seats, people, strict=True)
    )
    Mandate.objects.bulk_create(
        Mandate(
            partnership=one.partnership, municipality=one.municipality, kind="time", holder=people[2 * at + 1], hours=8,
            starts=today, ends=today + timedelta(days=300), given_at=now,
        )
        for at, one in enumerate(memberships)
    )  # fmt: skip
    for start in range(0, PARTNERSHIPS, 100):
        Entry.objects.bulk_create(
            Entry(
                partnership=one,
                verb="partners.joined",
                at=now - timedelta(hours=hours),
                municipality=towns[hours % 285],
            )
            for one in partnerships[start : start + 100]
            for hours in range(ENTRIES)
        )
    return {
        "partnerships": PARTNERSHIPS,
        "memberships": len(memberships),
        "people": len(people),
        "entries": PARTNERSHIPS * ENTRIES,
    }


def run() -> tuple[dict[str, object], str]:
    with tempfile.TemporaryDirectory(prefix="groeimodel-bench-") as folder:
        cookie = prepare(folder)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        server = serve(port)
        try:
            visitor = Visitor(port, cookie)
            wait(visitor)
            pages = [path for path in find_pages(visitor) if ONLY.match(path)]
            few = by_page(measure(visitor, ["/_hello/", "/_empty/", *pages]))
            rows = fill()
            many = by_page(measure(visitor, ["/_hello/", "/_empty/", *pages]))
        finally:
            server.terminate()
            server.wait(timeout=20)
    compared = [
        Compared(path, few[path].queries, many[path].queries, few[path].to_empty, many[path].to_empty)
        for path in pages
    ]
    return {"rows": rows, "pages": [asdict(one) | {"ratio": one.ratio} for one in compared]}, table(compared)


def by_page(rows: list[Row]) -> dict[str, Row]:
    return {row.page: row for row in rows}


def table(rows: list[Compared]) -> str:
    lines = [
        f"| page | queries, 3 | queries, {PARTNERSHIPS + 3} | ÷ empty page, 3 | ÷ empty page, {PARTNERSHIPS + 3} | ratio |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.page} | {row.queries_few} | {row.queries_many} | {row.to_empty_few:.2f} | {row.to_empty_many:.2f}"
        f" | {row.ratio:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    figures, text = run()
    print(text)
    print(json.dumps(figures), file=sys.stderr)
