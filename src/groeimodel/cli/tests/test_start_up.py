"""Commands start quickly, because they load only what they need; pipes and terminals of all kinds."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from groeimodel import content as texts
from groeimodel.cli.tests.running import MEADOW

HEAVY = (
    "django",
    "typst",
    "openpyxl",
    "scipy",
    "rapidfuzz",
    "segno",
    "groeimodel.settings",
    "groeimodel.formats.report_html",
)
LIST_MODULES = """
import sys
from groeimodel.cli import run
status = run(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


def start(*command: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, *command], capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(MEADOW, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments", [("scan", "FILE", "--json"), ("scan", "FILE"), ("statements", "--json")]
)
def test_only_what_is_needed_is_loaded(arguments: tuple[str, ...], answers: Path) -> None:
    done = start("-c", LIST_MODULES, *(str(answers) if one == "FILE" else one for one in arguments))
    assert done.returncode == 0
    loaded = done.stderr.decode().split()
    assert "groeimodel.cli" in loaded
    assert not [name for name in loaded if name in HEAVY]


def test_whoever_reads_may_have_had_enough(answers: Path) -> None:
    """`groeimodel scan FILE | head -1`: the reader is gone before the first line."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "groeimodel", "scan", str(answers)],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_in_one_line(answers: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "groeimodel", "scan", str(answers)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "De uitvoer kan niet geschreven worden: de schijf is vol.\n"


def test_an_old_terminal_gets_what_it_knows(answers: Path) -> None:
    old = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = start("-m", "groeimodel", "scan", str(answers), env=old)
    assert done.returncode == 0
    assert b"bloemenweide" in done.stdout
    rows = json.loads(start("-m", "groeimodel", "statements", "--json", env=old).stdout.decode("utf-8"))
    assert [row["text"] for row in rows] == [one.text("officer") for one in texts.load().statements]


def test_control_c_stops_without_a_trace() -> None:
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from groeimodel.cli import run; sys.exit(run(['scan', '-']))"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdin
    command.stdin.write(b"x" * 200_000)  # more than a pipe holds: when this returns, it is reading
    command.send_signal(signal.SIGINT)
    out, err = command.communicate(timeout=20)
    assert (command.returncode, out, err) == (130, b"", b"")
