"""`/healthz` and `/readyz`: asked by a proxy or an orchestrator, by IP, without HTTPS, every few seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage, storages
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, override_settings

from groeimodel.foundation.watch import selectors, standing

BY_IP: dict[str, Any] = {"HTTP_HOST": "10.1.2.3:8000"}


@pytest.fixture(autouse=True)
def _ask_anew() -> Iterator[None]:
    selectors._asked.clear()
    yield
    selectors._asked.clear()


class Away(InMemoryStorage):
    def exists(self, name: str) -> bool:
        raise ConnectionError("s3.example, key AKIA123")


class Slow(InMemoryStorage):
    def exists(self, name: str) -> bool:
        time.sleep(0.5)
        return False


def keep_in(monkeypatch: pytest.MonkeyPatch, storage: Any) -> None:
    monkeypatch.setitem(storages._storages, "files", storage)  # type: ignore[attr-defined]


def test_alive_asks_the_database_nothing(client: Client) -> None:
    """Without the fixture of a database any query would fail."""
    answer = client.get("/healthz", **BY_IP)
    assert (answer.status_code, answer.text) == (200, "ok\n")


@override_settings(SECURE_SSL_REDIRECT=True, ALLOWED_HOSTS=["groei.example"], METRICS_TOKEN="t" * 32)
@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_probes_know_no_host_no_https_no_cookie(client: Client, db: None, path: str) -> None:
    answer = client.get(path, HTTP_AUTHORIZATION="Bearer " + "t" * 32, **BY_IP)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/", **BY_IP).status_code in (301, 400)  # any other page asks for both


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_only_reads(client: Client, db: None, path: str) -> None:
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


def test_ready_in_few_queries(client: Client, db: None, django_assert_max_num_queries: Any) -> None:
    client.get("/readyz")
    with django_assert_max_num_queries(4):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


def test_a_migration_that_was_not_done(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    more = standing.migrations() | {("people", "9999_of_tomorrow")}
    monkeypatch.setattr(standing, "migrations", lambda: more)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: migrations\n")


def test_a_migration_of_a_newer_version(client: Client, db: None) -> None:
    """As an old process sees it that still runs while another one upgraded the database."""
    table = MigrationRecorder.Migration._meta.db_table
    with connection.cursor() as cursor:
        # Where the tables of a test are made without migrations, nobody made this one; it goes with the test.
        columns = "id integer PRIMARY KEY, app text, name text, applied timestamp"
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
        row = "999999, 'people', '9999_of_tomorrow', CURRENT_TIMESTAMP"
        cursor.execute(f"INSERT INTO {table} (id, app, name, applied) VALUES ({row})")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: newer\n")


def test_no_table_for_the_cache(client: Client, db: None, settings: Any) -> None:
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": "nowhere"}}
    assert client.get("/readyz").text == "not ready: cache\n"


def test_a_database_that_is_away(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError('connection to "db.example" as "groei" failed')

    monkeypatch.setattr(connection.introspection, "table_names", away)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: database\n")


def test_a_folder_that_nobody_can_write(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should stand")
    keep_in(monkeypatch, FileSystemStorage(location=tmp_path / "not" / "yet"))
    assert client.get("/readyz").status_code == 200
    keep_in(monkeypatch, FileSystemStorage(location=tmp_path / "taken" / "files"))
    assert client.get("/readyz").text == "not ready: files\n"


def test_a_storage_elsewhere_that_is_away_says_no_details(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_in(monkeypatch, Away())
    assert client.get("/readyz").text == "not ready: files\n"
    keep_in(monkeypatch, InMemoryStorage())
    assert client.get("/readyz").status_code == 200


def test_a_storage_that_hangs_holds_one_thread(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_in(monkeypatch, Slow())
    monkeypatch.setattr(selectors, "PATIENCE", 0.01)
    began = time.monotonic()
    assert [client.get("/readyz").status_code for _ in range(5)] == [503] * 5
    assert time.monotonic() - began < 0.45
    monkeypatch.setattr(selectors, "PATIENCE", 5)
    assert client.get("/readyz").status_code == 200
