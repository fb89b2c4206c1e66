"""A check that breaks is a finding itself; what needs a database is not asked without one; each is documented."""

from __future__ import annotations

import re
import shutil
import ssl
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from groeimodel.foundation.backup.archive import Manifest
from groeimodel.foundation.backup.restoring import Checked
from groeimodel.foundation.doctor import copies, database, outside, program, setting, store
from groeimodel.foundation.doctor.examining import CHECKS, examine
from groeimodel.foundation.doctor.findings import Check, Examined, Said, Wishes, mend, ok
from groeimodel.foundation.files import storing

WISHES = Wishes()
ROOT = Path(__file__).resolve().parents[5]


def broken(wishes: Wishes) -> Iterator[Said]:
    yield ok("tot hier ging het")
    raise ValueError("jan@herne.example")


def fine(wishes: Wishes) -> Iterator[Said]:
    yield ok("goed")


def away(wishes: Wishes) -> Iterator[Said]:
    yield mend("weg", "start ze", "docs/admin/settings.md")


def levels(found: Examined) -> dict[str, str]:
    return {one.id: one.said.level for one in found.findings}


def test_a_check_that_breaks_is_a_finding_without_the_words_of_the_error() -> None:
    found = examine(WISHES, [Check("a", broken), Check("b", fine)])
    assert levels(found) == {"a": "mend", "b": "ok"}
    (said,) = (one.said for one in found.findings if one.id == "a")
    assert "ValueError" in said.words
    assert "herne" not in said.words


def test_what_needs_a_database_is_skipped_without_one() -> None:
    checks = [
        Check("database.answers", away),
        Check("database.migrations", fine, needs="database"),
        Check("rows", broken, needs="tables"),
        Check("disk", fine),
    ]
    found = examine(WISHES, checks)
    assert levels(found) == {"database.answers": "mend", "disk": "ok"}
    assert found.skipped == ("database.migrations", "rows")
    assert found.level == "mend"


def test_every_check_is_explained() -> None:
    """The page has a row for each check, and none for another; every page that is named is there."""
    page = (ROOT / "docs/admin/doctor.md").read_text()
    explained = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", page, re.M)
    assert sorted(explained) == sorted([*(one.id for one in CHECKS), "settings.read"])
    assert len(set(explained)) == len(explained)
    from groeimodel.foundation.doctor import findings

    named = [
        value for value in vars(findings).values() if isinstance(value, str) and value.startswith("docs/")
    ]
    assert named
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize(
    ("there", "bounds", "good"),
    [
        ("5.2.9", ">=5.2.9,<5.3", True),
        ("5.3", ">=5.2.9,<5.3", False),
        ("5.2.10", ">=5.2.9,<5.3", True),
        ("5.2.8", ">=5.2.9,<5.3", False),
        ("12", ">=12", True),
        ("12.0.1", ">=12", True),
        ("3.0rc1", ">=3.0", True),
        ("2.1", "", True),
    ],
)
def test_versions_are_compared_by_number(there: str, bounds: str, good: bool) -> None:
    assert program.fits(there, bounds) is good


def test_a_package_that_is_missing_or_too_old_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        program, "requires", lambda name: ["django>=99", "nergens-te-vinden>=1", "x ; extra == 'andere'"]
    )
    words = [one.words for one in program.packages(WISHES)]
    assert [one.level for one in program.packages(WISHES)] == ["mend", "mend"]
    assert "django" in words[0]
    assert "nergens-te-vinden" in words[1]


def test_little_room_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for free, level in ((5_000_000_000, "ok"), (500_000_000, "look"), (50_000_000, "mend")):
        monkeypatch.setattr(shutil, "disk_usage", lambda place, free=free: _Usage(free))
        assert database._room_of("proef", tmp_path / "none" / "yet").level == level


class _Usage:
    def __init__(self, free: int) -> None:
        self.free = free


def test_a_certificate_about_to_end_is_said(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    settings.PUBLIC_URL = "https://groei.example"  # type: ignore[attr-defined]
    assert list(outside.certificate(WISHES)) == [], "no traffic unless asked"
    for days, level in ((90, "ok"), (10, "look"), (3, "mend")):
        monkeypatch.setattr(outside, "_ends", lambda host, port, days=days: time.time() + days * 24 * 3600)
        assert [one.level for one in outside.certificate(Wishes(site=True))] == [level]

    def refused(host: str, port: int) -> float:
        raise ssl.SSLCertVerificationError

    monkeypatch.setattr(outside, "_ends", refused)
    assert [one.level for one in outside.certificate(Wishes(site=True))] == ["mend"]


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("", True),
        ("localhost", True),
        ("/run/postgresql", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("db.example", False),
    ],
)
def test_what_is_this_machine(host: str, here: bool) -> None:
    assert setting.is_this_machine(host) is here


@pytest.mark.parametrize(("days", "level"), [(0, "ok"), (4, "look"), (30, "mend")])
def test_an_old_archive_is_said(tmp_path: Path, days: int, level: str) -> None:
    path = tmp_path / "groeimodel-20261128T020000Z.tar"
    path.touch(0o600)
    made_at = (timezone.now() - timedelta(days=days)).isoformat()
    told = Manifest("0.7.0", made_at, "sqlite", "3", [], {}, 0, {})
    assert [one.level for one in copies._about(path, Checked(told, 0, 0, 0))] == [level]


class Careless(FileSystemStorage):
    """Changes what it is given."""

    def _save(self, name: str, content: object) -> str:
        saved: str = super()._save(name, content)  # type: ignore[misc]
        Path(self.path(saved)).write_bytes(b"iets anders")
        return saved


def test_a_store_that_changes_what_it_keeps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(storing, "storage", lambda: Careless(location=tmp_path))
    assert [one.level for one in store.usable(WISHES)] == ["mend"]
    assert list(tmp_path.iterdir()) == [], "the probe is removed all the same"
