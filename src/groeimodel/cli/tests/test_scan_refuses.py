"""Bad input: all of it told at once, status 2, and nothing written."""

import errno
import io
from pathlib import Path

import pytest

from groeimodel.cli import scan
from groeimodel.cli.tests.running import BAD, MEADOW, call, files_in, standard_input
from groeimodel.formats.questionnaire import files


def test_every_problem_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, html, pdf = tmp_path / "fout.csv", tmp_path / "uit.html", tmp_path / "uit.pdf"
    path.write_text(BAD, encoding="utf-8")
    outcome = call(capsys, "scan", path, "--json", "--html", html, "--pdf", pdf)
    assert outcome.status == 2
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert lines[0] == f"{path} kan niet gebruikt worden:"
    assert [line.split(":")[0] for line in lines[1:]] == [
        "- rij 1, kolom E (soil-trust-opn)",
        "- rij 2, kolom B (gemeente)",
        "- rij 2, kolom C (rol)",
        "- rij 2, kolom D (soil-trust-open)",
    ]
    assert "Bedoel je 'soil-trust-open'?" in lines[1]
    assert "Bedoel je Gent?" in lines[2]
    assert list(files_in(tmp_path)) == ["fout.csv"]


def test_both_rounds_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now, before = tmp_path / "nu.csv", tmp_path / "voor.csv"
    now.write_text(BAD, encoding="utf-8")
    before.write_text("", encoding="utf-8")
    outcome = call(capsys, "scan", now, "--before", before)
    assert outcome.status == 2
    assert f"{now} kan niet gebruikt worden:" in outcome.err
    assert f"{before} kan niet gebruikt worden:\n- Het bestand is leeg." in outcome.err


class Endless(io.RawIOBase):
    """A stream that never ends; counts what was taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        buffer[:] = b"x" * len(buffer)
        self.taken += len(buffer)
        return len(buffer)


def test_an_endless_stream_is_left_at_the_limit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (files, scan):
        monkeypatch.setattr(module, "MAX_BYTES", 1_000_000)
    stream = Endless()
    standard_input(monkeypatch, stream)
    outcome = call(capsys, "scan", "-")
    assert outcome.status == 2
    assert outcome.err.startswith(
        "De standaardinvoer kan niet gebruikt worden:\n- Het bestand is groter dan 1 MB."
    )
    assert stream.taken < 2_000_000


def test_a_file_over_the_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with a hole takes no room: 200 MB that are read no further than the limit."""
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    outcome = call(capsys, "scan", path)
    assert outcome.status == 2
    assert "groter dan 100 MB" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["er-niet.csv"], "er-niet.csv: dit bestand of deze map bestaat niet."),
        (["."], ".: dit is een map, kies een bestand."),
        (["goed.csv", "--before", "er-niet.csv"], "er-niet.csv: dit bestand of deze map bestaat niet."),
        (["goed.csv", "--html", "map"], "map: dit is een map, kies een bestand."),
        (["goed.csv", "--pdf", "er/niet.pdf"], "er/niet.pdf: dit bestand of deze map bestaat niet."),
        (["goed.csv", "--html", "ok.html", "--pdf", "map"], "map: dit is een map, kies een bestand."),
        (["goed.csv", "--html", "x", "--pdf", "./x"], "x: kies een ander bestand voor --html dan voor --pdf."),
        (["goed.csv", "--html", "map/../goed.csv"], "map/../goed.csv: dit zijn de antwoorden zelf. Kies een andere naam voor het resultaat."),
        (["-", "--before", "-"], "De standaardinvoer kan maar één keer gelezen worden: geef voor een van beide rondes een bestand."),
    ],
)  # fmt: skip
def test_files_that_cannot_be_used(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("goed.csv").write_text(MEADOW, encoding="utf-8")
    Path("map").mkdir()
    outcome = call(capsys, "scan", *arguments)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"{said}\n")
    assert list(files_in(tmp_path)) == ["goed.csv", "map"]
    assert Path("goed.csv").read_text(encoding="utf-8") == MEADOW


def test_a_file_that_may_not_be_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str, _: bool) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", name)

    monkeypatch.setattr(scan, "read", refuse)
    outcome = call(capsys, "scan", "dicht.csv")
    assert (outcome.status, outcome.err) == (2, "dicht.csv: geen toegang: kijk de rechten na.\n")
