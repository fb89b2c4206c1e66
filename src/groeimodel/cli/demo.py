"""`groeimodel demo`: example data on this machine, in a folder of its own."""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import socket
import sys
from pathlib import Path

from groeimodel.cli.serve import exec_server

CHECKOUT = Path(__file__).resolve().parents[3]


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    parser.add_argument("--reset", action="store_true", help="gooi de voorbeelddata weg en begin opnieuw")
    parser.add_argument("--prepare", action="store_true", help="maak alles klaar, maar start geen server")


def run(options: argparse.Namespace) -> int:
    if not options.prepare and (reason := port_taken(options.host, options.port)):
        print(reason, file=sys.stderr)
        return 1
    folder = Path(os.environ.get("GROEIMODEL_VAR", CHECKOUT / "var" / "demo"))
    if options.reset:
        shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"De map voor de voorbeelddata kan niet gemaakt worden: {error}", file=sys.stderr)
        return 1
    # A demonstration never touches the database of a real installation.
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(
        GROEIMODEL_VAR=str(folder),
        GROEIMODEL_DEMO="1",
        GROEIMODEL_MANIFEST="1",
        GROEIMODEL_HOSTS=f"127.0.0.1,localhost,[::1],{options.host}",
        DJANGO_SETTINGS_MODULE="groeimodel.settings",
    )
    persons = prepare()
    if options.prepare:
        return 0
    print(f"\nGroeimodel staat klaar op http://{options.host}:{options.port}/\n")
    print("Je kunt er een van deze voorbeeldpersonen zijn (kies op de pagina 'Kies wie je bent'):")
    for person in persons:
        print(f"  {person}")
    print("  Bezoeker: kies niemand en kijk gewoon rond\n\nStoppen: Ctrl-C", flush=True)
    exec_server(options.host, options.port)
    return 0


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


def prepare() -> list[str]:
    """Migrate, seed when there is nothing yet, collect the static files; returns the persons as lines."""
    import django

    django.setup()
    from django.core.management import call_command

    from groeimodel import demo

    call_command("migrate", verbosity=0)
    if not demo.is_seeded():
        print("Voorbeelddata maken ...", flush=True)
        demo.seed()
    call_command("collectstatic", interactive=False, verbosity=0)
    return demo.persons_in_words()
