"""What we depend on, looked at: the lock, its hashes, licences, age, and what is known to be vulnerable.

    .venv/bin/python tools/audit.py              looks; exit 1 when something does not fit
    .venv/bin/python tools/audit.py --must-ask   the same, and exit 1 as well when nobody answers about vulnerabilities
    .venv/bin/python tools/audit.py --sbom FILE  writes what the product ships with as CycloneDX 1.5

`uv` asks api.osv.dev. Where that does not answer, a line says 'not asked': it never counts as looked at.
docs/admin/dependencies.md says what follows from a finding, and within how many days.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = "https://pypi.org/simple"
ADVISORIES = "https://api.osv.dev"
OURS = "groeimodel"
OK, FAILED, NOT_ASKED = "ok", "FAIL", "not asked"
OLDEST = timedelta(days=4 * 365)

ALLOWED = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "EUPL-1.2",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "W3C",
        "Zlib",
    ]
)
"""May be shipped with a product under EUPL-1.2: permissive, or weak copyleft of libraries that we use unchanged."""
TOOLS_ONLY = frozenset({"GPL-3.0-or-later"})
"""Programs that we start while developing and never ship."""
WORDS = {
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v2 (LGPLv2)": "LGPL-2.1-only",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "W3C License": "W3C",
}
"""What packages write of old, as the names of SPDX."""
READ = {
    "axe-playwright-python": "MIT",
    "pypdfium2": "Apache-2.0 AND BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
}
"""Packages whose own words say too little or too much; what stands in their licence file."""
OLD_BUT_FINE = {
    "colorama": "of click, on Windows only",
    "defusedxml": "does one thing, which is done; the traps that it stops are of XML itself",
    "html5lib": "of pyrdfa3, only in tests",
    "mdurl": "of markdown-it, a tool",
    "sortedcontainers": "of hypothesis, a tool; does one thing, which is done",
}


@dataclass(frozen=True)
class Outcome:
    name: str
    state: str
    words: tuple[str, ...] = ()

    def lines(self) -> str:
        return "\n".join((f"{self.state:<4} {self.name}", *(f"       {one}" for one in self.words)))


def judged(name: str, wrong: Iterable[str], fine: str) -> Outcome:
    found = tuple(wrong)
    return Outcome(name, FAILED, found) if found else Outcome(f"{name}: {fine}", OK)


def packages() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    return found


def hashes(locked: list[dict[str, Any]]) -> Outcome:
    """Each package comes from the one registry, and each of its files has a SHA-256."""
    wrong = []
    for one in locked:
        if one["name"] == OURS:
            continue
        if one["source"] != {"registry": REGISTRY}:
            wrong.append(f"{one['name']} comes from {one['source']}")
        files = [*one.get("wheels", []), *([one["sdist"]] if "sdist" in one else [])]
        if not files or any(
            not re.fullmatch(r"sha256:[0-9a-f]{64}", str(file.get("hash", ""))) for file in files
        ):
            wrong.append(f"{one['name']} {one['version']} has a file without a SHA-256")
    return judged("every package from one registry, every file with its sum", wrong, f"{len(locked) - 1}")


def shipped(locked: list[dict[str, Any]]) -> set[str]:
    """Names of what an installation can hold: all that the product itself asks, extras too, never the tools."""
    by_name = {one["name"]: one for one in locked}
    found: set[str] = set()
    waiting = [OURS]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        one = by_name[name]
        asked = [*one.get("dependencies", [])]
        asked += [each for group in one.get("optional-dependencies", {}).values() for each in group]
        waiting += [each["name"] for each in asked]
    return found - {OURS}


def licence_of(given: metadata.PackageMetadata) -> str:
    """In the words of SPDX; empty when the package does not say."""
    name = str(given["Name"])
    if name in READ:
        return READ[name]
    if "License-Expression" in given:
        return str(given["License-Expression"])
    classes = [str(one).split(" :: ") for one in given.get_all("Classifier") or []]
    named = {parts[-1] for parts in classes if parts[0] == "License" and len(parts) > 1} - {"OSI Approved"}
    if named:
        return " AND ".join(sorted(WORDS.get(one, one) for one in named))
    written = given.get_all("License") or [""]
    text = str(written[0]).strip().split("\n", maxsplit=1)[0]
    return WORDS.get(text, text)


def fits(licence: str, allowed: frozenset[str]) -> bool:
    """All of what is joined by AND; one of what is joined by OR."""
    parts = licence.replace("(", "").replace(")", "").split(" AND ")
    return bool(licence) and all(any(one.strip() in allowed for one in part.split(" OR ")) for part in parts)


def licences(given: Mapping[str, str], ships: set[str]) -> Outcome:
    """`given`: name of a package, in small letters with dashes -> its licence."""
    wrong = [
        f"{name}: {licence or 'says nothing'}{' (shipped)' if name in ships else ''}"
        for name, licence in sorted(given.items())
        if not fits(licence, ALLOWED if name in ships else ALLOWED | TOOLS_ONLY)
    ]
    return judged("licences that fit EUPL-1.2", wrong, f"{len(given)} packages")


def installed() -> dict[str, str]:
    return {
        re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(): licence_of(one.metadata)
        for one in metadata.distributions()
    }


def ages(locked: list[dict[str, Any]]) -> Outcome:
    """Nothing that stands still for years without somebody having thought of it. Held against the newest, not the clock."""
    uploaded = {}
    for one in locked:
        files = [*one.get("wheels", []), *([one["sdist"]] if "sdist" in one else [])]
        days = [datetime.fromisoformat(file["upload-time"]) for file in files if "upload-time" in file]
        if days:
            uploaded[one["name"]] = max(days)
    newest = max(uploaded.values())
    wrong = [
        f"{name}: last of {day:%Y-%m-%d}; look for another, or say in OLD_BUT_FINE why it may stay"
        for name, day in sorted(uploaded.items())
        if newest - day > OLDEST and name not in OLD_BUT_FINE
    ]
    return judged("nothing that stands still for four years unnoticed", wrong, f"newest {newest:%Y-%m-%d}")


def uv() -> str | None:
    """Beside the environment that is used, or on the path."""
    beside = (ROOT / ".venv").resolve().parent / ".tools" / "bin" / "uv"
    for found in (shutil.which("uv"), str(ROOT / ".tools" / "bin" / "uv"), str(beside)):
        if found and Path(found).is_file():
            return found
    return None


def ask(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    environment |= {"UV_HTTP_RETRIES": "1", "UV_HTTP_TIMEOUT": "20"}
    return subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def in_step(program: str) -> Outcome:
    done = ask([program, "lock", "--check", "--offline"])
    wrong = done.stderr.strip().splitlines()[-3:] if done.returncode else []
    return judged("the lock is in step with pyproject.toml", wrong, "yes")


def known(program: str, service: str = ADVISORIES) -> Outcome:
    """Known vulnerabilities of each locked version. uv says 0: none, 1: found, 2: it could not ask."""
    name = f"known vulnerabilities ({service.partition('://')[2]})"
    command = [program, "audit", "--frozen", "--preview-features", "audit-command", "--service-url", service]
    done = ask(command)
    if done.returncode == 0:
        return Outcome(f"{name}: {(done.stdout + done.stderr).strip().splitlines()[-1].strip()}", OK)
    if done.returncode == 1:
        return Outcome(name, FAILED, tuple(one for one in done.stdout.splitlines() if one.strip()))
    last = done.stderr.strip().splitlines()
    return Outcome(name, NOT_ASKED, (f"no answer: {last[-1].strip() if last else 'no reason was given'}",))


def look() -> list[Outcome]:
    locked, program = packages(), uv()
    found = [hashes(locked), licences(installed(), shipped(locked)), ages(locked)]
    if program is None:
        words = ("uv is not here: python3 tools/bootstrap.py --dev brings it",)
        return [*found, Outcome("lock in step, known vulnerabilities", NOT_ASKED, words)]
    return [*found, in_step(program), known(program)]


def sbom(path: Path) -> int:
    program = uv()
    if program is None:
        print("uv is not here: python3 tools/bootstrap.py --dev brings it", file=sys.stderr)
        return 1
    how = ["--frozen", "--no-dev", "--all-extras", "--format", "cyclonedx1.5", "--quiet"]
    done = ask([program, "export", *how, "--preview-features", "sbom-export", "--output-file", str(path)])
    print(done.stderr.strip() or f"{path} is written", file=sys.stderr)
    return done.returncode


def main(arguments: list[str], looks: Callable[[], list[Outcome]] = look) -> int:
    if "--sbom" in arguments:
        return sbom(Path(arguments[arguments.index("--sbom") + 1]))
    found = looks()
    for one in found:
        print(one.lines(), flush=True)
    counted = {state: sum(one.state == state for one in found) for state in (OK, FAILED, NOT_ASKED)}
    print(f"{counted[OK]} passed, {counted[FAILED]} failed, {counted[NOT_ASKED]} skipped")
    return int(bool(counted[FAILED] or ("--must-ask" in arguments and counted[NOT_ASKED])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
