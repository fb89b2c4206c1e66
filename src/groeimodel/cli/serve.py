"""`groeimodel serve`: the web server; settings come from the environment."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")


def run(options: argparse.Namespace) -> int:
    exec_server(options.host, options.port)
    return 0


def exec_server(host: str, port: int) -> None:
    """Become the server. Workers and threads are named: granian's own defaults open 256 threads a worker."""
    granian = str(Path(sys.executable).with_name("granian"))
    arguments = [granian, "--interface", "wsgi", "--host", host, "--port", str(port)]
    arguments += ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    sys.stdout.flush()
    os.execv(granian, [*arguments, "groeimodel.wsgi:application"])  # noqa: S606 (our own program)
