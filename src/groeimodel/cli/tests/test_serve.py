"""How many processes and threads, from the command line or the environment; and secrets that stand in files."""

from pathlib import Path

import pytest

from groeimodel.cli import serve
from groeimodel.cli.tests.running import call
from groeimodel.filestore import file_store
from groeimodel.foundation.testing.mailserver import free_port


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []

    def become(host: str, port: int, *, workers: int, threads: int) -> None:
        found.append((workers, threads))

    monkeypatch.setattr(serve, "exec_server", become)
    monkeypatch.setattr(serve, "another_version", lambda: None)
    return found


def test_processes_and_threads(
    asked: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = str(free_port())
    assert call(capsys, "serve", "--port", port).status == 0
    monkeypatch.setenv("GROEIMODEL_WEB_WORKERS", "5")
    monkeypatch.setenv("GROEIMODEL_WEB_THREADS", "3")
    call(capsys, "serve", "--port", port)
    call(capsys, "serve", "--port", port, "--workers", "1", "--threads", "8")
    assert asked == [(2, 4), (5, 3), (1, 8)]


@pytest.mark.parametrize("wrong", ["0", "veel", "65", "-1", "1.5"])
def test_another_number_is_refused_in_one_line(
    wrong: str,
    asked: list[tuple[int, int]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GROEIMODEL_WEB_WORKERS", wrong)
    told = call(capsys, "serve", "--port", str(free_port()))
    assert told.status == 1
    assert told.err == f"GROEIMODEL_WEB_WORKERS is een getal van 1 tot 64, niet: {wrong}\n"
    assert not asked


def test_documents_in_a_folder_that_machines_share(tmp_path: Path) -> None:
    found = file_store("file:///srv/map%20een", tmp_path)
    assert found["OPTIONS"]["location"] == Path("/srv/map een")
    with pytest.raises(ValueError, match="GROEIMODEL_FILES"):
        file_store("file://elders/map", tmp_path)
