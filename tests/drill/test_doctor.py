"""`groeimodel doctor` in an installation of its own: in health everything is well; each real trouble is seen and named."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from tests.drill.conftest import Home, Ready, ready

pytestmark = pytest.mark.django_db
KEY = "only-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def mail_port() -> Iterator[int]:
    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller.port
    controller.stop()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("doctor")


@pytest.fixture(scope="module")
def home(homes: tuple[Home, Home], mail_port: int, archives: Path) -> Home:
    """A site as it should be: with people, files, a worker, a mail server and a backup."""
    homes[0].var.chmod(0o700)
    homes[0].environment.update(
        GROEIMODEL_SECRET_KEY=KEY,
        GROEIMODEL_HTTPS="1",
        GROEIMODEL_PROXIES="1",
        GROEIMODEL_URL="https://groei.example",
        GROEIMODEL_HOSTS="groei.example",
        GROEIMODEL_MAIL=f"smtp://127.0.0.1:{mail_port}",
        GROEIMODEL_MAIL_FROM="Groeimodel <groei@groei.example>",
    )
    homes[0].told("tests.drill.healthy")
    assert homes[0].run("-m", "groeimodel", "backup", str(archives)).returncode == 0
    return homes[0]


@pytest.fixture(scope="module")
def there(home: Home) -> Iterator[Ready]:
    """Stands ready with the settings of a healthy site, for troubles that are not in settings."""
    with ready(home) as (one,):
        yield one


def asked(of: Home | Ready, *arguments: str, **settings: str) -> tuple[int, dict[str, Any], str]:
    """Exit status, the JSON, and everything that was said; other settings take a process of its own."""
    if isinstance(of, Ready):
        assert not settings
        done = of.run("groeimodel", "doctor", "--json", *arguments)
    else:
        with changed(of, **settings):
            done = of.run("-m", "groeimodel", "doctor", "--json", *arguments)
    assert "Traceback" not in done.stderr + done.stdout
    return done.returncode, json.loads(done.stdout), done.stdout + done.stderr


@contextlib.contextmanager
def changed(home: Home, **settings: str) -> Iterator[None]:
    kept = dict(home.environment)
    home.environment.update(settings)
    try:
        yield
    finally:
        home.environment.clear()
        home.environment.update(kept)


def troubles(told: dict[str, Any]) -> dict[str, str]:
    """What is not in order: id to level."""
    return {one["id"]: one["level"] for one in told["findings"] if one["level"] != "ok"}


def test_a_healthy_installation_is_in_order(home: Home, there: Ready, archives: Path) -> None:
    before = sorted(path for path in home.var.rglob("*") if not path.name.endswith(("-wal", "-shm")))
    status, told, _ = asked(there, "--all", "--backup", str(archives))
    assert troubles(told) == {}
    assert (status, told["level"], told["skipped"]) == (0, "ok", [])
    assert len({one["id"] for one in told["findings"]}) >= 35
    after = sorted(path for path in home.var.rglob("*") if not path.name.endswith(("-wal", "-shm")))
    assert after == before, "the probe is gone, and nothing else came"


def test_it_says_so_in_words_too(home: Home) -> None:
    done = home.run("-m", "groeimodel", "doctor", "--quiet")
    assert done.returncode == 0
    assert done.stdout.startswith("In orde: ")
    assert done.stdout.count("\n") == 1
    with changed(home, GROEIMODEL_DEMO="1"):
        done = home.run("-m", "groeimodel", "doctor")
    assert done.returncode == 1
    assert "HERSTEL settings.demo: GROEIMODEL_DEMO staat aan" in done.stdout
    assert "Zet GROEIMODEL_DEMO op 0. [docs/admin/settings.md]" in done.stdout


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        (
            {
                "GROEIMODEL_SECRET_KEY": "kort-en-zwak",
                "GROEIMODEL_HTTPS": "",
                "GROEIMODEL_DEBUG": "1",
                "GROEIMODEL_HOSTS": "*",
                "GROEIMODEL_MANIFEST": "1",
                "GROEIMODEL_MAIL": "smtp://jan:geheim-woord@127.0.0.1:1",
                "GROEIMODEL_MAIL_FROM": "Groeimodel <groeimodel@localhost>",
                "GROEIMODEL_OIDC_NAME": "Dienst",
            },
            {
                "settings.secret_key": "mend",
                "settings.https": "mend",
                "settings.debug": "mend",
                "settings.hosts": "mend",
                "settings.static": "mend",
                "mail.server": "mend",
                "mail.sender": "mend",
                "signin.provider": "mend",
            },
        ),
        (
            {
                "GROEIMODEL_SECRET_KEYS_OLD": KEY,
                "GROEIMODEL_HOSTS": "elders.example",
                "GROEIMODEL_OIDC_NAME": "Dienst",
                "GROEIMODEL_OIDC_CLIENT_ID": "wij",
                "GROEIMODEL_OIDC_CLIENT_SECRET": "geheim-woord",
                "GROEIMODEL_OIDC_URL": "http://127.0.0.1:1",
            },
            {"settings.old_keys": "mend", "settings.address": "mend", "signin.provider": "mend"},
        ),
        (
            {"GROEIMODEL_PROXIES": "0", "GROEIMODEL_MAIL": ""},
            {"settings.https": "look", "mail.server": "look"},
        ),
    ],
    ids=["weak", "contradicting", "to look at"],
)
def test_each_wrong_setting_is_named(home: Home, settings: dict[str, str], found: dict[str, str]) -> None:
    status, told, said = asked(home, **settings)
    assert troubles(told) == found
    assert status == int("mend" in found.values())
    assert [one for one in (KEY, "geheim-woord", "kort-en-zwak") if one in said] == []
    assert all(one["todo"] and one["page"] for one in told["findings"] if one["level"] != "ok")


@pytest.mark.parametrize(
    "settings",
    [
        {"GROEIMODEL_SECRET_KEY": "geheim-woord"},
        {"GROEIMODEL_MAIL": "gopher://geheim-woord"},
        {"DATABASE_URL": "postgresql://jan:geheim-woord#x@127.0.0.1/niets"},
    ],
    ids=lambda one: next(iter(one)),
)
def test_settings_that_cannot_be_read_are_named_without_what_they_hold(
    home: Home, settings: dict[str, str]
) -> None:
    status, told, said = asked(home, **settings)
    assert status == 1
    assert troubles(told) == {"settings.read": "mend"}
    assert "geheim-woord" not in said


def test_a_database_that_is_away(home: Home, tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    status, told, said = asked(home, DATABASE_URL="postgresql://jan:geheim-woord@127.0.0.1:1/niets")
    assert status == 1
    assert troubles(told) == {"database.answers": "mend"}
    assert "work.worker" in told["skipped"]
    assert "geheim-woord" not in said


def test_a_database_that_is_not_there_yet(home: Home, tmp_path: Path) -> None:
    status, told, _ = asked(home, DATABASE_URL=f"sqlite:///{tmp_path / 'none.sqlite3'}")
    assert (status, troubles(told)) == (1, {"database.answers": "mend"})
    assert not (tmp_path / "none.sqlite3").exists(), "looking does not make one"


def named(home: Home) -> list[Path]:
    """Documents of which the sum is known."""
    return sorted((home.var / "files").rglob("*.txt"))


def test_a_file_that_is_missing_or_damaged(home: Home, there: Ready, tmp_path: Path) -> None:
    one, other = named(home)[:2]
    kept = one.read_bytes(), other.read_bytes()
    one.unlink()
    other.write_bytes(b"iets anders")
    try:
        status, told, said = asked(there)
        assert (status, troubles(told)) == (1, {"files.missing": "mend"})
        assert one.name in said
        assert other.name not in said, "only --all reads what is in it"
        assert other.name in asked(there, "--all")[2]
    finally:
        one.write_bytes(kept[0])
        other.write_bytes(kept[1])


def test_a_file_that_belongs_to_nothing(home: Home, there: Ready) -> None:
    stray = home.var / "files" / "stray.txt"
    stray.write_text("van niemand")
    os.utime(stray, (0, 1_600_000_000))
    try:
        assert troubles(asked(there)[1]) == {"files.stray": "look"}
    finally:
        stray.unlink()


def test_a_store_that_others_can_read_or_that_is_of_another_account(home: Home, there: Ready) -> None:
    folder = home.var / "files"
    folder.chmod(0o755)
    home.var.chmod(0o755)
    try:
        assert troubles(asked(there)[1]) == {"files.store": "mend", "settings.folder": "look"}
    finally:
        folder.chmod(0o700)
        home.var.chmod(0o700)
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
        try:
            assert troubles(asked(there)[1]) == {"files.store": "mend"}
        finally:
            os.chown(folder, 0, 0)


def test_a_store_that_is_no_folder(home: Home, there: Ready) -> None:
    folder, aside = home.var / "files", home.var / "aside"
    folder.rename(aside)
    folder.write_text("geen map")
    try:
        assert troubles(asked(there)[1])["files.store"] == "mend"
    finally:
        folder.unlink()
        aside.rename(folder)


def test_a_worker_that_stopped_and_jobs_that_wait(home: Home, there: Ready) -> None:
    there.told("tests.drill.healthy", "stopped")
    try:
        status, told, said = asked(there)
        assert status == 1
        assert troubles(told) == {
            "work.worker": "mend",
            "work.waiting": "mend",
            "work.given_up": "look",
            "work.daily": "mend",
            "search.index": "look",
            "database.partnerships": "mend",
        }
        assert "Er loopt geen werker, sinds" in said
        assert "mail.send: 1" in said
    finally:
        there.told("tests.drill.healthy", "again")
    assert troubles(asked(there)[1]) == {}


@pytest.mark.parametrize("trouble", ["damaged", "cut off", "open", "none"])
def test_an_archive_that_would_not_come_back(
    there: Ready, archives: Path, tmp_path: Path, trouble: str
) -> None:
    (good,) = archives.glob("*.tar")
    copy = tmp_path / good.name
    data = good.read_bytes()
    middle = len(data) // 2
    if trouble == "damaged":
        copy.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    elif trouble == "cut off":
        copy.write_bytes(data[:middle])
    elif trouble == "open":
        shutil.copy(good, copy)
        copy.chmod(0o644)
    status, told, _ = asked(there, "--backup", str(tmp_path))
    assert (status, troubles(told)) == (1, {"backup.archive": "mend"})


def test_a_database_of_an_earlier_version(there: Ready) -> None:
    """One step back: it is named, and nothing that needs the tables is asked."""
    assert there.run("groeimodel", "manage", "migrate", "backup", "zero").returncode == 0
    try:
        status, told, said = asked(there)
        assert (status, troubles(told)) == (1, {"database.migrations": "mend"})
        assert "groeimodel manage migrate" in said
        assert "work.worker" in told["skipped"]
    finally:
        assert there.run("groeimodel", "manage", "migrate", "backup").returncode == 0
    assert "database.migrations" not in troubles(asked(there)[1])
