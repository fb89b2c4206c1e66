"""`groeimodel serve`: the web server; settings come from the environment."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import sys
from pathlib import Path

from groeimodel.cli.worker import start_beside
from groeimodel.foundation.watch.lines import unreadable
from groeimodel.mailserver import mail_server
from groeimodel.secretstore import NAMES, secret, weak

WORKERS, THREADS = 2, 4
MOST_WORKERS, MOST_THREADS = 64, 32
STOPPING = 30
"""Seconds that requests in hand have to finish when the server is told to stop."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    parser.add_argument(
        "--workers",
        type=int,
        help=f"aantal webprocessen (standaard GROEIMODEL_WEB_WORKERS, anders {WORKERS})",
    )
    parser.add_argument(
        "--threads",
        type=int,
        help=f"aanvragen tegelijk per webproces (standaard GROEIMODEL_WEB_THREADS, anders {THREADS})",
    )
    parser.add_argument("--with-worker", action="store_true", help="start er ook een werker bij")


def run(options: argparse.Namespace) -> int:
    try:
        workers = number("GROEIMODEL_WEB_WORKERS", options.workers, WORKERS, MOST_WORKERS)
        threads = number("GROEIMODEL_WEB_THREADS", options.threads, THREADS, MOST_THREADS)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if reason := port_taken(options.host, options.port) or unreadable_settings() or another_version():
        print(reason, file=sys.stderr)
        return 1
    if options.with_worker:
        start_beside()
    exec_server(options.host, options.port, workers=workers, threads=threads)
    return 0


def number(name: str, given: int | None, otherwise: int, most: int) -> int:
    """From the command line, else from the environment. Raises ValueError, with one line for whoever typed it."""
    text = str(given) if given is not None else os.environ.get(name, "").strip() or str(otherwise)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise ValueError(f"{name} is een getal van 1 tot {most}, niet: {text[:20]}")
    return int(text)


def unreadable_settings() -> str | None:
    """What is wrong with a setting, in one line, before the server says it once for each of its workers."""
    form, level = os.environ.get("GROEIMODEL_LOG", "plain"), os.environ.get("GROEIMODEL_LOG_LEVEL", "warning")
    if reason := unreadable(form.strip().lower(), level.strip().lower()):
        return reason
    try:
        given = {name: secret(name) for name in NAMES}
        mail_server(given["GROEIMODEL_MAIL"])
    except ValueError as error:
        return str(error)
    key, old = given["GROEIMODEL_SECRET_KEY"], given["GROEIMODEL_SECRET_KEYS_OLD"]
    # Without a key in the settings one is made, or was: the settings themselves look at that.
    if key and os.environ.get("GROEIMODEL_HTTPS", "").strip().lower() in {"1", "true", "yes", "on"}:
        before = [one.strip() for one in old.split(",") if one.strip()]
        return weak(key, before, given["GROEIMODEL_METRICS_TOKEN"])
    return None


def another_version() -> str | None:
    """Why this program cannot work with the database, in one line, before each page fails on it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
    import django
    from django.db import DatabaseError, InterfaceError, connection

    django.setup()
    from groeimodel.foundation.watch import standing

    try:
        return standing.difference()
    except (DatabaseError, InterfaceError):
        return None  # it may come later: until then `/readyz` says so
    finally:
        connection.close()


def begin_counting(port: int) -> None:
    """A folder for what the web processes count together, where a token opens `/metrics`."""
    from groeimodel.foundation.watch.metrics import begin_folder
    from groeimodel.settings import VAR

    begin_folder(VAR, port)


def port_taken(host: str, port: int) -> str | None:
    """Why the server cannot listen there, in one line; None when it can."""
    if not 0 < port < 65536:
        return f"Poort {port} bestaat niet: kies een getal van 1 tot 65535, bijvoorbeeld PORT=8001."
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            return f"Poort {port} is voorbehouden: kies een andere, bijvoorbeeld PORT={port + 8000 if port < 1024 else 8001}."
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Poort {port} is al in gebruik: stop wat er draait of kies een andere, bijvoorbeeld PORT={port + 1}."
            return f"Op {host}:{port} kan niet geluisterd worden: {error.strerror}."
    return None


def address(host: str, port: int) -> str:
    """For a browser: an IPv6 address stands in brackets."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def exec_server(host: str, port: int, *, workers: int = WORKERS, threads: int = THREADS) -> None:
    """Become the server. Threads are named: granian's own default opens 256 a process.

    A process that dies is started again. Told to stop (SIGTERM), the server takes no new requests and finishes those in hand.
    """
    granian = str(Path(sys.executable).with_name("granian"))
    arguments = [granian, "--interface", "wsgi", "--host", host, "--port", str(port)]
    arguments += ["--workers", str(workers), "--blocking-threads", str(threads), "--no-ws"]
    arguments += ["--respawn-failed-workers", "--respawn-interval", "1"]
    arguments += ["--workers-kill-timeout", str(STOPPING), "--log-level", "warning"]
    if os.environ.get("GROEIMODEL_LOG", "").strip().lower() == "json":
        arguments += ["--log-config", str(Path(__file__).with_name("granian_json.json"))]
    if secret("GROEIMODEL_METRICS_TOKEN"):
        begin_counting(port)
    sys.stdout.flush()
    os.execv(granian, [*arguments, "groeimodel.wsgi:application"])  # noqa: S606 (our own program)
