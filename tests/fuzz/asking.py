"""Sending something hostile, and looking at what came of it."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client

from tests.fuzz.nasty import LEAKED

LONGEST = 10.0
"""Seconds of work for one answer; what is usual is a hundredth of that."""
MARKUP = ("text/html", "image/svg+xml", "application/xhtml+xml", "application/atom+xml", "application/xml")
UNSAFE = re.compile(r"""(?:href|src|action)\s*=\s*["']?\s*javascript:""", re.IGNORECASE)
OF_THE_VISIT = re.compile(r"django_session|cache|usersessions|mfa_|account_|django_content_type")
"""Tables that any visit may write to."""
REFUSED = {200, 400, 403, 404, 405, 409, 413, 415, 422, 429}


@dataclass
class Seen:
    """What somebody notices of one request."""

    status: int = 0
    kind: str = ""
    text: str = ""
    to: str = ""
    broke: str = ""
    seconds: float = 0.0
    written: set[str] = field(default_factory=set)

    def wrong(self) -> list[str]:
        found = []
        if self.status == 500 or self.status > 501 or self.broke:  # 501: another form than we write
            found.append(f"{self.status}\n{self.broke}")
        if self.seconds > LONGEST:
            found.append(f"took {self.seconds:.0f} s")
        if self.kind in MARKUP:
            found += [f"markup came out: {self._around(one)}" for one in LEAKED if one in self.text]
            found += [f"a link that runs: {one.group()}" for one in UNSAFE.finditer(self.text)]
        return found

    def _around(self, what: str) -> str:
        at = self.text.index(what)
        return repr(self.text[max(0, at - 150) : at + 60])


@contextmanager
def errors() -> Iterator[list[str]]:
    """Where each error came from that became a page of ours."""
    found: list[str] = []

    def note(**_: Any) -> None:
        found.append("".join(traceback.format_exc().splitlines(keepends=True)[-14:]))

    got_request_exception.connect(note)
    try:
        yield found
    finally:
        got_request_exception.disconnect(note)


class Written:
    """Which tables were written to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := re.match(r'(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)', sql):
            self.tables.add(found[1])
        return run(sql, params, many, context)


def look(client: Client, method: str, path: str, **sent: Any) -> Seen:
    written = Written()
    with errors() as broke, connection.execute_wrapper(written):
        began = time.thread_time()
        answer = client.generic(method, path, **sent)
        took = time.thread_time() - began
    kind = answer.get("Content-Type", "").partition(";")[0]
    body = answer.getvalue()
    return Seen(
        status=answer.status_code,
        kind=kind,
        text=body.decode("utf-8", "replace") if kind in MARKUP else "",
        to=answer.get("Location", ""),
        broke=broke[0] if broke else "",
        seconds=took,
        written={one for one in written.tables if not OF_THE_VISIT.search(one)},
    )


def body(sent: dict[str, list[Any]]) -> dict[str, Any]:
    """As a browser packs a form; signs that are no signs go as the bytes that they would have been."""
    pairs = [(name, one) for name, values in sent.items() for one in values]
    if not any(isinstance(one, SimpleUploadedFile) for _name, one in pairs):
        packed = urlencode(pairs, encoding="utf-8", errors="surrogatepass")
        return {"data": packed, "content_type": "application/x-www-form-urlencoded"}
    edge, parts = b"----zq", []
    for name, one in pairs:
        head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
        if isinstance(one, SimpleUploadedFile):
            one.seek(0)
            head += f'; filename="{_quoted(one.name or "")}"\r\nContent-Type: application/octet-stream'
            data = one.read()
        else:
            data = one.encode("utf-8", "surrogatepass")
        parts.append(
            b"--" + edge + b"\r\n" + head.encode("utf-8", "surrogatepass") + b"\r\n\r\n" + data + b"\r\n"
        )
    return {
        "data": b"".join(parts) + b"--" + edge + b"--\r\n",
        "content_type": f"multipart/form-data; boundary={edge.decode()}",
    }


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def rows_of(tables: set[str]) -> dict[str, list[Any]]:
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def send(client: Client, path: str, sent: dict[str, list[Any]], *, saves: bool) -> list[str]:
    """What is wrong with the answer to a form, and with the page that it leads to; nothing of it stays.

    `saves`: answers with a page though it was right, so that a page does not mean that it was refused.
    """
    with transaction.atomic():
        seen = look(client, "POST", path, **body(sent))
        found = seen.wrong()
        if not found and seen.status in (302, 303) and seen.to.startswith("/"):
            there = look(client, "GET", urlsplit(seen.to)._replace(fragment="").geturl())
            found += [f"then {seen.to}: {one}" for one in there.wrong()]
        if not found and "mail_outgoingmail" in seen.written:
            found += letters()
        transaction.set_rollback(True)
    if not found and seen.status in REFUSED and seen.written and not (saves and seen.status == 200):
        found += half_saved(client, path, sent, seen.written)
    return found


def letters() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT html FROM mail_outgoingmail WHERE html LIKE %s OR html LIKE %s", ["%<zq%", '%zq" on%']
        )
        return [f"markup in a mail: {html[:200]}" for (html,) in cursor.fetchall()]


def half_saved(client: Client, path: str, sent: dict[str, list[Any]], tables: set[str]) -> list[str]:
    """Rows that are other ones after an answer that said no; asked again, for what was rolled back is as it was."""
    with transaction.atomic():
        before = rows_of(tables)
        seen = look(client, "POST", path, **body(sent))
        after = rows_of(tables)
        transaction.set_rollback(True)
    return [f"{seen.status}, and yet {one} changed" for one in sorted(tables) if before[one] != after[one]]
