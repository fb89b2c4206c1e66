"""`groeimodel demo`: example data on this machine, in a folder of its own."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from groeimodel.cli.serve import address, exec_server, port_taken
from groeimodel.cli.worker import start_beside

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
    if reason := no_folder(folder, reset=options.reset):
        print(reason, file=sys.stderr)
        return 1
    # A demonstration never touches the database of a real installation.
    for name in ("DATABASE_URL", "GROEIMODEL_MAIL"):
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ.update(
        GROEIMODEL_VAR=str(folder),
        GROEIMODEL_DEMO="1",
        GROEIMODEL_MANIFEST="1",
        GROEIMODEL_HOSTS=hosts(options.host),
        GROEIMODEL_URL=os.environ.get("GROEIMODEL_URL") or public_address(options.host, options.port),
        GROEIMODEL_MAIL="",  # nothing of a demonstration is ever really sent
        DJANGO_SETTINGS_MODULE="groeimodel.settings",
    )
    persons = prepare()
    if options.prepare:
        return 0
    print(f"\nGroeimodel staat klaar op {address(options.host, options.port)}\n")
    print("Je kunt er een van deze voorbeeldpersonen zijn (kies op de pagina 'Kies wie je bent'):")
    for person in persons:
        print(f"  {person}")
    print("  Bezoeker: kies niemand en kijk gewoon rond\n\nStoppen: Ctrl-C", flush=True)
    start_beside()
    exec_server(options.host, options.port)
    return 0


def no_folder(folder: Path, *, reset: bool) -> str | None:
    """Make the folder, empty after a reset; why that cannot be, in one line, or None."""
    try:
        if reset and folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        return f"De map voor de voorbeelddata kan niet gemaakt of geleegd worden: {error}"
    # An earlier run as another user leaves files here that this one cannot write.
    for path in (folder, *folder.glob("groeimodel.sqlite3*")):
        if not os.access(path, os.W_OK):
            return f"Hier kan niet geschreven worden: {path}. Kies een andere map met GROEIMODEL_VAR."
    return None


def public_address(host: str, port: int) -> str:
    """What links in mails begin with; a site on every address of the machine is here under its own."""
    return address("127.0.0.1" if hosts(host) == "*" else host, port)


def hosts(host: str) -> str:
    """The names that the site answers to: its own, and any when it listens on every address (for phones in the room)."""
    return "*" if host in ("0.0.0.0", "::") else f"127.0.0.1,localhost,[::1],{host}"  # noqa: S104


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
