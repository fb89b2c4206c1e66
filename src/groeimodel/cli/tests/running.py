"""Commands as a user runs them, in this process; and a partnership's answers to run them on."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from groeimodel import content as texts
from groeimodel.cli import run
from groeimodel.rules.growth.content import LAYERS, Layer

TOWNS = ("Aalst", "Brugge", "Gent", "Hasselt", "Herne")


class Outcome:
    """What a command did: `status`, `out` and `err`."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> Outcome:
    capsys.readouterr()
    try:
        status = run([str(one) for one in arguments])
    except SystemExit as error:
        status = int(error.code or 0)
    captured = capsys.readouterr()
    return Outcome(status, captured.out, captured.err)


def partnership(level: dict[Layer, int]) -> str:
    """Answers of an alderman and an officer in each of five towns, the same for all statements of a layer."""
    statements = texts.load().statements
    lines = [";".join(("respondent", "gemeente", "rol", *(one.id for one in statements)))]
    for number, (town, role) in enumerate(
        (town, role) for town in TOWNS for role in ("schepen", "ambtenaar")
    ):
        answers = (str(max(1, level[one.layer] - (at + number) % 2)) for at, one in enumerate(statements))
        lines.append(";".join((str(number), town, role, *answers)))
    return "\n".join(lines) + "\n"


def levels(soil: int, meadow: int, shop: int) -> dict[Layer, int]:
    return dict(zip(LAYERS, (soil, meadow, shop), strict=True))


MEADOW = partnership(levels(5, 5, 2))
BAD = "respondent;gemeente;rol;soil-trust-open;soil-trust-opn\n1;Gnt;baas;9;1\n"


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes | io.RawIOBase) -> None:
    raw = io.BytesIO(data) if isinstance(data, bytes) else data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(raw), encoding="utf-8"))  # type: ignore[type-var, unused-ignore]


def files_in(folder: Path) -> Iterator[str]:
    return (path.name for path in sorted(folder.iterdir()))
