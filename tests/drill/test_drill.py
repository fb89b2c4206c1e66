"""The drill, on the database of the suite: SQLite, or PostgreSQL when DATABASE_URL says so."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.drill.conftest import Home

pytestmark = pytest.mark.django_db  # else there is no database of the test to begin with


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drill") / "archives"


@pytest.fixture(scope="module")
def told(homes: tuple[Home, Home], archives: Path) -> dict[str, Any]:
    """A backup was made while two people went on writing; what the database held at that moment."""
    archives.mkdir()
    return homes[0].told("tests.drill.at_work", str(archives))


@pytest.fixture(scope="module")
def seen(homes: tuple[Home, Home], archives: Path, told: dict[str, Any]) -> dict[str, Any]:
    """The archive was restored into the empty installation; what that holds now."""
    (archive,) = archives.glob("*.tar")
    done = homes[1].run("-m", "groeimodel", "restore", str(archive))
    assert done.returncode == 0, done.stderr
    assert "Teruggezet." in done.stdout
    assert "groeimodel doctor" in done.stdout
    return homes[1].told("tests.drill.look")


def test_people_went_on_writing_during_the_backup(told: dict[str, Any]) -> None:
    assert told["status"] == 0
    assert not told["trouble"], "nobody was held up"
    assert told["hashes"]["themes_theme"] != told["later"]["themes_theme"]
    assert told["hashes"]["files_document"] != told["later"]["files_document"]


def test_every_table_is_that_of_the_snapshot(told: dict[str, Any], seen: dict[str, Any]) -> None:
    assert sum(count for count, _ in told["hashes"].values()) > 100
    assert {k: v for k, v in seen["hashes"].items() if v != told["hashes"][k]} == {}
    assert seen["hashes"].keys() == told["hashes"].keys()
    assert seen["of_the_machine"] == [0, 0], "no backup runs here, and no worker of the other machine"


def test_every_file_of_the_snapshot_is_there_and_whole(told: dict[str, Any], seen: dict[str, Any]) -> None:
    assert seen["named"] == told["named"]
    assert len(seen["named"]) >= 12
    for path, sha256 in seen["named"]:
        assert seen["sums"][path] != "missing"
        assert sha256 in ("", seen["sums"][path])
    assert seen["sums"] == told["sums"]
    assert seen["after_the_night"], "the nightly sweep leaves them"


def test_a_file_that_was_removed_meanwhile_is_still_in_the_archive(
    told: dict[str, Any], seen: dict[str, Any]
) -> None:
    """Its row was in the snapshot; without the hold the archive would name a file that it does not have."""
    assert told["gone"], "for people it is gone at once"
    assert told["still_there"], "in storage it waits for the nightly sweep"
    assert told["removed"] in seen["sums"]


def test_references_are_whole(seen: dict[str, Any]) -> None:
    assert seen["dangling"] == []
    assert seen["disagreeing"] == [], "each row is of the partnership of the row it hangs on"


def test_the_restored_installation_works(seen: dict[str, Any]) -> None:
    assert seen["visitor"] == 200
    assert set(seen["pages"].values()) == {200}, seen["pages"]
    assert seen["forbidden"] == 403, "and rights are what they were"
    assert seen["found"], "search finds what was indexed before"
    assert seen["download"] == "Verslag 4"
    assert seen["thumb"] == 200
    assert seen["writes"] == [302, 1], "sequences of keys go on where they were"
    assert seen["jobs"] > 0, "a worker carries out the daily jobs"


def test_the_archive_is_for_its_owner_only_and_other_programs_read_it(
    archives: Path, seen: dict[str, Any]
) -> None:
    (archive,) = archives.glob("*.tar")
    assert archive.stat().st_mode & 0o777 == 0o600
    names = subprocess.run(["tar", "tf", archive], capture_output=True, text=True, check=True).stdout.split()
    assert names[0] == "manifest.json"
    assert names[-1] == "SHA256SUMS"


UNTOUCHED = {"same_rows": True, "same_files": True, "left": [], "held": False}
TROUBLES = {
    "Ctrl-C": (130, ""),
    "SIGTERM": (130, ""),
    "full disk": (1, "schijf is vol"),
    "no such folder": (2, "bestaat niet"),
    "a name that is taken": (2, "bestaat al"),
    "keep without folder": (2, "--keep"),
    "old pg_dump": (1, "te oud"),
    "no pg_dump": (1, "pg_dump ontbreekt"),
    "not empty": (2, "--replace"),
    "not sure": (2, "--yes"),
    "damaged, checked": (1, "beschadigd"),
    "damaged": (1, "beschadigd"),
    "cut off": (1, "niet volledig"),
    "newer": (1, "nieuwere versie"),
    "in use": (1, "in gebruik"),
    "full disk, restoring": (1, "schijf is vol"),
    "Ctrl-C, restoring": (130, ""),
}


@pytest.fixture(scope="module")
def troubles(homes: tuple[Home, Home], archives: Path, seen: dict[str, Any]) -> dict[str, Any]:
    """Everything that goes wrong, in the installation where people worked."""
    return homes[0].told("tests.drill.troubles", str(archives))


@pytest.mark.parametrize("name", TROUBLES)
def test_what_goes_wrong_leaves_everything_as_it_was(troubles: dict[str, Any], name: str) -> None:
    if name not in troubles:
        pytest.skip("only on PostgreSQL")
    status, words = TROUBLES[name]
    outcome = troubles[name]
    assert outcome["status"] == status, outcome
    assert words in outcome["said"]
    assert outcome["lines"] <= 1, "one line that says it"
    assert {key: outcome[key] for key in UNTOUCHED} == UNTOUCHED


def test_an_archive_can_be_checked_without_restoring(troubles: dict[str, Any]) -> None:
    assert troubles["whole"]["status"] == 0
    assert {key: troubles["whole"][key] for key in UNTOUCHED} == UNTOUCHED


def test_a_restore_over_an_installation_mends_it(told: dict[str, Any], troubles: dict[str, Any]) -> None:
    assert troubles["mended"] == 0
    assert troubles["hashes"] == told["hashes"]
    assert troubles["sums"] == told["sums"]


def test_only_as_many_are_kept_as_was_asked(troubles: dict[str, Any]) -> None:
    assert troubles["kept"] == [0, 0, 0]
    assert troubles["in_folder"] == 2
