"""Server time of each page, as a ratio to an empty page and to a bare 'hello' of the same server, in one run.

    .venv/bin/python -m bench.pages

Every page that the example data lead to, for a coordinator who is signed in. Rounds are interleaved, so that a
machine that slows down slows all pages; medians are compared.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings

RUNS = 25
MOST_PAGES = 60
PERSON = "Finn"


@dataclass
class Row:
    page: str
    milliseconds: float
    to_empty: float
    to_hello: float
    queries: int
    kilobytes: float
    kilobytes_without_pictures: float


def prepare(folder: str, person: str = PERSON) -> str:
    """Make the example data, sign a coordinator in; returns the session cookie."""
    os.environ.update(
        GROEIMODEL_VAR=folder,
        GROEIMODEL_DEMO="1",
        GROEIMODEL_MANIFEST="1",
        DJANGO_SETTINGS_MODULE="bench.settings",
    )
    command = [str(Path(sys.executable).with_name("groeimodel")), "demo", "--prepare"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    from django.test import Client

    from groeimodel.foundation.people.models import Person

    client = Client()
    client.force_login(Person.objects.filter(name__startswith=person).first() or Person.objects.first())  # type: ignore[arg-type]
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def serve(port: int) -> subprocess.Popen[bytes]:
    granian = str(Path(sys.executable).with_name("granian"))
    command = [
        granian,
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "1",
    ]
    return subprocess.Popen(
        [*command, "--no-ws", "--log-level", "error", "groeimodel.wsgi:application"], env=os.environ
    )


class Visitor:
    def __init__(self, port: int, cookie: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}", "Accept-Encoding": "identity"}

    def get(self, path: str) -> tuple[http.client.HTTPResponse, bytes]:
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        return answer, answer.read()


def wait(visitor: Visitor) -> None:
    for _ in range(200):
        try:
            visitor.get("/_hello/")
            return
        except OSError:
            visitor.connection.close()
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def find_pages(visitor: Visitor, start: tuple[str, ...] = ("/", "/stijl/"), within: str = "/") -> list[str]:
    """Every HTML page that links lead to, one of each kind; `within` is how their addresses begin."""
    todo, kinds = list(start), set()
    pages: list[str] = []
    while todo and len(pages) < MOST_PAGES:
        path = todo.pop(0)
        kind = re.sub(r"/(\d+|[\w-]{20,})(?=/|$)", "/*", path)
        if kind in kinds or not path.startswith(within) or path.startswith(("/static/", "/beheer/")):
            continue
        kinds.add(kind)
        answer, body = visitor.get(path)
        if answer.status != 200 or "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        pages.append(path)
        for link in re.findall(r'href="([^"#?]+)', body.decode()):
            parts = urlsplit(urljoin(f"http://here{path}", link))
            if parts.netloc == "here":
                todo.append(parts.path)
    return pages


def measure(visitor: Visitor, pages: list[str]) -> list[Row]:
    times: dict[str, list[float]] = {path: [] for path in pages}
    last: dict[str, tuple[int, bytes]] = {}
    for run in range(RUNS + 2):
        for path in pages:
            answer, body = visitor.get(path)
            last[path] = int(answer.headers["X-Queries"]), body
            if run >= 2:  # the first rounds warm caches and templates
                times[path].append(float(answer.headers["X-Milliseconds"]))
    median = {path: statistics.median(values) for path, values in times.items()}
    rows = []
    for path in pages:
        queries, body = last[path]
        bare = re.sub(rb"<svg\b.*?</svg>", b"", body, flags=re.S)
        ratios = median[path] / median["/_empty/"], median[path] / median["/_hello/"]
        rows.append(Row(path, median[path], *ratios, queries, len(body) / 1000, len(bare) / 1000))
    return rows


def table(rows: list[Row]) -> str:
    lines = [
        "| page | ms | ÷ empty page | ÷ hello | queries | kB | kB without pictures |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        lines.append(
            f"| {row.page} | {row.milliseconds:.1f} | {row.to_empty:.2f} | {row.to_hello:.1f} | {row.queries}"
            f" | {row.kilobytes:.1f} | {row.kilobytes_without_pictures:.1f} |"
        )
    return "\n".join(lines)


def run(
    person: str = PERSON,
    start: tuple[str, ...] = ("/", "/stijl/"),
    within: str = "/",
    only: tuple[str, ...] = (),
) -> tuple[list[dict[str, object]], str]:
    """`only` names the pages, without following links."""
    with tempfile.TemporaryDirectory(prefix="groeimodel-bench-") as folder:
        cookie = prepare(folder, person)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        server = serve(port)
        try:
            visitor = Visitor(port, cookie)
            wait(visitor)
            rows = measure(visitor, ["/_hello/", "/_empty/", *(only or find_pages(visitor, start, within))])
        finally:
            server.terminate()
            server.wait(timeout=20)
    return [asdict(row) for row in rows], table(rows)


if __name__ == "__main__":
    figures, text = run()
    print(text)
    print(json.dumps(figures), file=sys.stderr)
