"""A real server and a real worker, with logs for machines: a person is at work, something breaks, and no line says who."""

from __future__ import annotations

import contextlib
import http.cookiejar
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from prometheus_client.parser import text_string_to_metric_families

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import make_cast
from groeimodel.foundation.testing.mailserver import free_port

pytestmark = pytest.mark.django_db(transaction=True)

TOKEN = "Toezicht0123456789abcdefghijklmnop"
TYPED = "Zonnebloem Vertrouwelijk"
STRANGER = "zonnebloem.vertrouwelijk@elders.test"
PATIENCE = 150.0


class Browser:
    """Keeps cookies, sends the token of a form along."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask(urllib.request.Request(self.address + path, headers=headers))

    def post(self, path: str, page: str, **fields: str) -> tuple[int, str]:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(page)[1]) if page else None
        fields |= {"csrfmiddlewaretoken": token[1]} if token else {}
        data = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(self.address + path, data=data))

    def _ask(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


def settings_for(folder: Path) -> dict[str, str]:
    """An environment of its own: the database of this test, or a copy of it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GROEIMODEL_", "DATABASE_", "DJANGO_"))}
    if connection.vendor == "postgresql":
        address = urlsplit(os.environ["DATABASE_URL"])
        name = str(connection.settings_dict["NAME"])
        kept["DATABASE_URL"] = address._replace(path=f"/{name}").geturl()
    else:
        with contextlib.closing(sqlite3.connect(folder / "groeimodel.sqlite3")) as copy:
            connection.connection.backup(copy)
    kept["GROEIMODEL_VAR"] = str(folder)
    return {
        **kept,
        "GROEIMODEL_LOG": "json",
        "GROEIMODEL_LOG_LEVEL": "info",
        "GROEIMODEL_METRICS_TOKEN": TOKEN,
    }


@contextlib.contextmanager
def running(environment: dict[str, str], log: Path, *arguments: str) -> Iterator[None]:
    with log.open("ab") as out:
        command = [sys.executable, "-m", "groeimodel", *arguments]
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def until_ready(browser: Browser, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if browser.get("/readyz") == (200, "ok\n"):
                return
        time.sleep(0.2)
    pytest.fail(log.read_text())


def ask(folder: Path, statement: str) -> list[Any]:
    """Look at, or change, the database that the server uses."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []
    with contextlib.closing(sqlite3.connect(folder / "groeimodel.sqlite3", timeout=20)) as database:
        found = database.execute(statement).fetchall()
        database.commit()
        return found


@contextlib.contextmanager
def a_broken_page(folder: Path) -> Iterator[None]:
    """A table is gone, as after a restore that stopped halfway."""
    ask(folder, "ALTER TABLE themes_theme RENAME TO themes_gone")
    try:
        yield
    finally:
        ask(folder, "ALTER TABLE themes_gone RENAME TO themes_theme")


def a_day_of(browser: Browser, folder: Path) -> set[str]:
    """Sign in, write, lose the way, be refused, meet an error. What may stand in no line."""
    Browser(browser.address).post("/aanmelden/", "/aanmelden/", email=STRANGER)
    browser.post("/aanmelden/", "/aanmelden/", email="amina@voorbeeld.test")
    mail = ask(folder, "SELECT text FROM mail_outgoingmail WHERE address = 'amina@voorbeeld.test'")[0][0]
    code = re.search(r"waar je je aanmeldt: ([\w-]+)", mail)
    assert code
    link = re.search(r"/aanmelden/link/([^/\s]+)", mail)
    assert browser.post("/aanmelden/code/", "/aanmelden/code/", code=code[1])[0] == 200
    assert (
        "Amina" in browser.get("/ik/toegang/")[1] + browser.get("/ik/")[1] + browser.get("/igs/testland/")[1]
    )
    themes = "/igs/testland/themas/"
    assert TYPED in browser.post(themes, themes, title=TYPED, about=STRANGER)[1]
    browser.post("/vraag/", "/vraag/", text=f"Bel {TYPED}, {STRANGER}", partnership="testland")
    search = urllib.parse.urlencode({"zoek": TYPED})
    browser.get(f"/igs/testland/zoeken/?{search}")
    missing = urllib.parse.quote(f"/{TYPED}/{STRANGER}/")
    assert browser.get(missing)[0] == 404
    assert browser.get("/igs/elders/themas/")[0] == 403
    assert browser.post(themes, "", title=TYPED)[0] == 403  # without the token of the form
    with a_broken_page(folder):
        status, page = browser.get(f"{themes}?{search}")
        assert status == 500
    cookies = {str(one.value) for one in browser.jar}
    assert len(cookies) >= 2
    number = re.search(r"<code>([0-9a-f]{32})</code>", page)
    assert number, "the page says no number"
    browser.shown_number = number[1]  # type: ignore[attr-defined]
    return cookies | {code[1]} | ({link[1]} if link else set())


def test_no_line_says_who(tmp_path: Path) -> None:
    make_cast()
    log, port = tmp_path / "log", free_port()
    environment = settings_for(tmp_path)
    browser = Browser(f"http://127.0.0.1:{port}")
    with running(environment, log, "serve", "--port", str(port)), running(environment, log, "worker"):
        until_ready(browser, log)
        secrets = a_day_of(browser, tmp_path)
        done = "SELECT count(*) FROM jobs_job WHERE done_at IS NOT NULL AND kind = 'mail.send'"
        end = time.monotonic() + PATIENCE
        while not ask(tmp_path, done)[0][0] and time.monotonic() < end:
            time.sleep(0.2)
        scraped = [
            text_string_to_metric_families(browser.get("/metrics", Authorization=f"Bearer {TOKEN}")[1])
            for _ in range(4)
        ]
    written = log.read_text()
    lines = [json.loads(one) for one in written.splitlines()]
    personal = {
        "amina",
        "zonnebloem",
        "vertrouwelijk",
        "voorbeeld.test",
        "elders.test",
        "127.0.0.1",
        "testland",
    }
    found = [one for one in personal | {one.lower() for one in secrets} if one in written.lower()]
    assert not found, [one for one in written.splitlines() if any(word in one.lower() for word in found)][:5]
    for status in (200, 404, 403, 500):
        assert [one for one in lines if one.get("status") == status], status
    (broke,) = [one for one in lines if one["logger"] == "django.request" and one.get("status") == 500]
    assert broke["request"] == browser.shown_number  # type: ignore[attr-defined]
    assert broke["route"] == "themes:list"
    assert broke["error"][-1]["where"]
    assert [one for one in lines if one["logger"] == "groeimodel.jobs" and one.get("kind") == "mail.send"]
    asked = [one for one in lines if one["logger"] == "groeimodel.request"]
    counted = [
        sum(
            sample.value
            for family in scrape
            for sample in family.samples
            if sample.name == "groeimodel_requests_total"
        )
        for scrape in scraped
    ]
    assert counted == [len(asked)] * 4, "two processes answer, and each scrape is of both"
    assert OutgoingMail.objects.exists() == (connection.vendor == "postgresql")
