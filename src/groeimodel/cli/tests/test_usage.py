"""Help and errors of use: one language, status 2, a way on."""

import pytest

from groeimodel.cli import COMMANDS
from groeimodel.cli.tests.running import call

ENGLISH = (
    "usage:",
    "options:",
    "positional arguments",
    "optional arguments",
    "error:",
    "show this help",
    "required",
    "choose from",
)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "manage"])
def test_help_is_dutch(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, command, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"Gebruik: groeimodel {command} ")
    assert "Opties:" in outcome.out
    assert not [word for word in ENGLISH if word in outcome.out]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scan"], "groeimodel scan: dit ontbreekt: BESTAND."),
        (["scan", "a", "b"], "groeimodel scan: dit ken ik niet: b."),
        (["scan", "a", "--nieuw"], "groeimodel scan: dit ken ik niet: --nieuw."),
        (["scan", "a", "--js"], "groeimodel scan: dit ken ik niet: --js."),
        (["scan", "a", "--json=1"], "groeimodel scan: --json: hier hoort niets achter."),
        (["scan", "a", "--html"], "groeimodel scan: --html: hier hoort iets achter."),
        (["scan", "a", "--aim", "tuin"], "groeimodel scan: --aim: 'tuin' bestaat niet; kies uit"),
        (["template"], "groeimodel template: kies één van deze opties: --xlsx --csv."),
        (["template", "--xlsx", "--csv"], "groeimodel template: --csv kan niet samen met --xlsx."),
        (["demo", "--port", "x"], "groeimodel demo: --port: 'x' is geen geheel getal."),
        (["oogst"], "Onbekende opdracht: oogst"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, *arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith(said)
    assert "--help" in outcome.err
    assert not [word for word in ENGLISH if word in outcome.err]


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_all_commands_are_listed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, *arguments)
    assert outcome.status == 0
    assert all(f"  {name}" in outcome.out and line in outcome.out for name, line in COMMANDS.items())


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--version").out.startswith("groeimodel 0.")
