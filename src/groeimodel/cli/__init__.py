"""The command line: one module a command, loaded only when it is called, so that each starts quickly."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from importlib.metadata import version

COMMANDS = {
    "scan": "maak de diagnose van ingevulde vragenlijsten (CSV of XLSX)",
    "statements": "toon de stellingen van de groeiscan",
    "template": "maak een lege vragenlijst om in te vullen",
    "garden": "teken een tuin uit een JSON-bestand",
    "claims": "toon wat het groeimodel vraagt en welke test het bewijst",
    "demo": "bekijk het product met voorbeelddata op deze computer",
    "serve": "start de webserver",
    "manage": "beheer van de databank (opdrachten van Django)",
}


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit status: 0 good, 1 failed, 2 bad input or wrong use."""
    name = arguments[0] if arguments else ""
    if name in COMMANDS:
        module = importlib.import_module(f"groeimodel.cli.{name}")
        parser = argparse.ArgumentParser(
            prog=f"groeimodel {name}", description=COMMANDS[name].capitalize() + "."
        )
        module.configure(parser)
        options = parser.parse_args(arguments[1:])
        try:
            status: int = module.run(options)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads us had enough (`| head`): that is no error.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except KeyboardInterrupt:
            return 130
        return status
    if name in {"--version", "-V"}:
        print(f"groeimodel {version('groeimodel')}")
        return 0
    print_help()
    if name in {"", "-h", "--help"}:
        return 0
    print(f"\nOnbekende opdracht: {name}", file=sys.stderr)
    return 2


def reason(error: OSError, name: object) -> str:
    """Why a file cannot be used, in one Dutch line."""
    said = {
        errno.ENOENT: "dit bestand of deze map bestaat niet",
        errno.EISDIR: "dit is een map, kies een bestand",
        errno.ENOTDIR: "deze map bestaat niet",
        errno.EACCES: "geen toegang: kijk de rechten na",
        errno.ENOSPC: "de schijf is vol",
    }
    return f"{error.filename or name}: {said.get(error.errno or 0, error.strerror)}."


def print_help() -> None:
    print("Groeimodel: in welke groeifase zit een samenwerking, en hoe groeit ze verder?\n")
    print("Gebruik: groeimodel OPDRACHT [...]\n")
    for name, line in COMMANDS.items():
        print(f"  {name:11} {line}")
    print("\nMeer over een opdracht: groeimodel OPDRACHT --help")
