"""Seconds from a fresh clone to the first page, with a cold and a warm package cache, by the one command `make demo`."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 300


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def seconds_to_first_page(clone: Path, environment: dict[str, str]) -> float:
    port = free_port()
    start = time.perf_counter()
    command = ["make", "demo", f"PORT={port}"]
    server = subprocess.Popen(
        command,
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - start < LIMIT and server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                return time.perf_counter() - start
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        raise SystemExit("make demo did not come to a first page")
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Whatever still runs of make, the command and the server: asked first, then made to."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(server.pid, sign)
            server.wait(timeout=10)


def run() -> tuple[dict[str, float], str]:
    figures = {}
    with tempfile.TemporaryDirectory(prefix="groeimodel-start-") as folder:
        cache = Path(folder) / "cache"
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("GROEIMODEL_", "VIRTUAL_ENV", "DJANGO_"))
        }
        environment.update(UV_CACHE_DIR=str(cache / "uv"), PIP_CACHE_DIR=str(cache / "pip"))
        for name in ("cold cache", "warm cache"):
            clone = Path(folder) / name.replace(" ", "-")
            subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
            figures[name] = round(seconds_to_first_page(clone, environment), 1)
            if name == "warm cache":
                figures["second start"] = round(seconds_to_first_page(clone, environment), 1)
            shutil.rmtree(clone / ".git")
    lines = ["| from a fresh clone | seconds | commands |", "|---|---|---|"]
    lines += [f"| {name} | {seconds} | 1 |" for name, seconds in figures.items()]
    return figures, "\n".join(lines)


if __name__ == "__main__":
    print(run()[1])
