"""The audit of what we depend on finds what is wrong, and never calls looked at what nobody answered for."""

from __future__ import annotations

import copy
import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from groeimodel.foundation.testing.mailserver import free_port
from tools import audit, check

LOCKED = audit.packages()
VULNERABLE = {"id": "PYSEC-0000-1", "modified": "2026-01-01T00:00:00Z"}


class Advisories(BaseHTTPRequestHandler):
    """Answers as api.osv.dev does; what is in `server.known` is vulnerable."""

    server: Any

    def log_message(self, *arguments: Any) -> None:
        """Says nothing."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        known = self.server.known
        self.tell(
            {"results": [{"vulns": [VULNERABLE]} if one["package"]["name"] in known else {} for one in asked]}
        )

    def do_GET(self) -> None:
        fixed = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99"}]}
        which = {"package": {"name": "django", "ecosystem": "PyPI"}, "ranges": [fixed]}
        self.tell({**VULNERABLE, "summary": "Verzonnen", "affected": [which]})

    def tell(self, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def advisories() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Advisories)
    server.known, server.address = set(), f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def program() -> str:
    found = audit.uv()
    if found is None:
        pytest.skip("uv is not here")
    return found


def test_what_is_known_to_be_vulnerable_is_found(advisories: Any, program: str) -> None:
    advisories.known = {"django"}
    found = audit.known(program, advisories.address)
    assert found.state == audit.FAILED
    assert any("PYSEC-0000-1" in one for one in found.words)


def test_what_is_fine_is_fine(advisories: Any, program: str) -> None:
    assert audit.known(program, advisories.address).state == audit.OK


def test_when_nobody_answers_it_was_not_looked_at(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = audit.known(program, f"http://127.0.0.1:{free_port()}")
    assert found.state == audit.NOT_ASKED
    assert audit.main([], lambda: [found]) == 0
    told = capsys.readouterr().out
    assert "not asked known vulnerabilities" in told
    assert told.endswith("0 passed, 0 failed, 1 skipped\n")
    assert audit.main(["--must-ask"], lambda: [found]) == 1


def test_what_stands_in_the_repository_is_in_order(program: str) -> None:
    ships = audit.shipped(LOCKED)
    looked = [
        audit.hashes(LOCKED),
        audit.licences(audit.installed(), ships),
        audit.ages(LOCKED),
        audit.in_step(program),
    ]
    assert [one.state for one in looked] == [audit.OK] * 4, "\n".join(one.lines() for one in looked)
    assert {"django", "granian", "psycopg", "boto3"} <= ships
    assert not {"pytest", "moto", "djlint"} & ships


def test_another_registry_or_a_file_without_its_sum_is_found() -> None:
    changed = copy.deepcopy(LOCKED)
    changed[0]["source"] = {"registry": "https://elders.example/simple"}
    del changed[1]["wheels"][0]["hash"]
    found = audit.hashes(changed)
    assert found.state == audit.FAILED
    assert len(found.words) == 2


@pytest.mark.parametrize(
    ("licence", "shipped", "fine"),
    [
        ("MIT", True, True),
        ("MIT AND PSF-2.0", True, True),
        ("Apache-2.0 OR GPL-2.0-only", True, True),
        ("(MIT OR GPL-2.0-only) AND BSD-3-Clause", True, True),
        ("MIT AND GPL-3.0-or-later", True, False),
        ("GPL-3.0-or-later", False, True),
        ("GPL-3.0-or-later", True, False),
        ("Other/Proprietary License", False, False),
        ("", False, False),
    ],
)
def test_licences(licence: str, shipped: bool, fine: bool) -> None:
    found = audit.licences({"iets": licence}, {"iets"} if shipped else set())
    assert (found.state == audit.OK) is fine


def test_what_stands_still_is_found_and_no_excuse_is_kept_too_long() -> None:
    changed = copy.deepcopy(LOCKED)
    for file in [*changed[0].get("wheels", []), changed[0]["sdist"]]:
        file["upload-time"] = "2019-01-01T00:00:00Z"
    assert audit.ages(changed).state == audit.FAILED
    for name, why in list(audit.OLD_BUT_FINE.items()):
        del audit.OLD_BUT_FINE[name]
        try:
            assert audit.ages(LOCKED).state == audit.FAILED, f"{name} needs no excuse"
        finally:
            audit.OLD_BUT_FINE[name] = why


def test_a_list_of_parts_is_made(program: str, tmp_path: Path) -> None:
    path = tmp_path / "sbom.json"
    assert audit.sbom(path) == 0
    made = json.loads(path.read_text())
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.5")
    names = {one["name"] for one in made["components"]}
    assert audit.shipped(LOCKED) - names == set()
    assert "pytest" not in names


@pytest.mark.parametrize(
    ("said", "code", "counted"),
    [
        ("ok   een\nnot asked twee\n3 passed, 0 failed, 2 skipped\n", 0, check.Tally(3, 0, 2)),
        ("FAIL een\n3 passed, 1 failed, 2 skipped\n", 1, check.Tally(3, 1, 2)),
        ("", 1, check.Tally(0, 1, 0)),
        ("3 passed, 0 failed, 0 skipped\n", 1, check.Tally(3, 1, 0)),
    ],
)
def test_the_run_of_everything_counts_what_was_not_asked(
    monkeypatch: pytest.MonkeyPatch, said: str, code: int, counted: check.Tally
) -> None:
    done = subprocess.CompletedProcess[str]([], code, said, "")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert check.audit({}) == counted
