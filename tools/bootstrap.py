"""Install the project into .venv. Needs nothing but this Python; brings uv itself when there is none.

python3 tools/bootstrap.py          what it takes to run
python3 tools/bootstrap.py --dev    and what it takes to test
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import stat
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
UV_VERSION = "0.13.9"


def fail(message: str) -> None:
    print(message, file=sys.stderr)
    raise SystemExit(1)


def works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def find_uv() -> str | None:
    for candidate in (shutil.which("uv"), str(TOOLS / "bin" / "uv")):
        if candidate and works([candidate, "--version"]):
            return candidate
    return None


def bring_uv() -> str:
    """By pip when this Python has it; else the same wheel straight from the index (Debian's Python has no pip)."""
    print("Bringing uv, the installer, into .tools/ ...", flush=True)
    if importlib.util.find_spec("pip"):
        target = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*target, "--target", str(TOOLS), f"uv=={UV_VERSION}"], check=False)
        if done.returncode == 0 and (uv := find_uv()):
            return uv
    try:
        unpack_uv_wheel()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        fail(f"uv could not be fetched from the package index ({error}). Install uv yourself and try again.")
    uv = find_uv()
    if not uv:
        fail("uv was fetched but does not run here. Install uv yourself and try again.")
    return str(uv)


def unpack_uv_wheel() -> None:
    headers = {"Accept": "application/vnd.pypi.simple.v1+json"}
    question = urllib.request.Request("https://pypi.org/simple/uv/", headers=headers)
    with urllib.request.urlopen(question, timeout=60) as answer:  # noqa: S310 (https, the index itself)
        found = json.load(answer)["files"]
    files = [file for file in found if file["filename"].startswith(f"uv-{UV_VERSION}-")]
    machine = platform.machine().lower().replace("amd64", "x86_64").replace("arm64", "aarch64")
    system = "macosx" if sys.platform == "darwin" else "manylinux"
    if system == "macosx":
        machine = machine.replace("aarch64", "arm64")
    wheel = next((f for f in files if system in f["filename"] and machine in f["filename"]), None)
    if wheel is None:
        raise ValueError(f"there is no uv for {system} on {machine}")
    TOOLS.mkdir(exist_ok=True)
    path = TOOLS / wheel["filename"]
    with urllib.request.urlopen(wheel["url"], timeout=300) as answer:  # noqa: S310 (https, from the index)
        path.write_bytes(answer.read())
    if hashlib.sha256(path.read_bytes()).hexdigest() != wheel["hashes"]["sha256"]:
        raise ValueError("the download is damaged")
    (TOOLS / "bin").mkdir(exist_ok=True)
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".data/scripts/uv"))
        uv = TOOLS / "bin" / "uv"
        uv.write_bytes(archive.read(name))
    uv.chmod(uv.stat().st_mode | stat.S_IXUSR)
    path.unlink()


def fingerprint(dev: bool) -> str:
    digest = hashlib.sha256(f"{sys.executable} {sys.version} {dev}".encode())
    for name in ("pyproject.toml", "uv.lock"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 (this file must explain itself to an older Python)
        fail(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
    dev = "--dev" in sys.argv[1:]
    stamp = ROOT / ".venv" / ".installed"
    command = ROOT / ".venv" / "bin" / "groeimodel"
    wanted = {fingerprint(dev), fingerprint(True)}
    if command.exists() and stamp.exists() and stamp.read_text() in wanted:
        return
    uv = find_uv() or bring_uv()
    # Inexact without --dev: what `make test` installed is not taken away by `make demo`.
    extra = [] if dev else ["--no-dev", "--inexact"]
    # A virtual environment that is active elsewhere must not confuse uv about ours.
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    run = [uv, "sync", "--frozen", "--quiet", "--python", sys.executable, *extra]
    if subprocess.run(run, cwd=ROOT, env=environment, check=False).returncode != 0:
        fail("The packages could not be installed: see the lines above. Is the package index reachable?")
    stamp.write_text(fingerprint(dev))


if __name__ == "__main__":
    main()
