"""The command line: one module a command, loaded only when it is called, so that each starts quickly."""

from __future__ import annotations

import errno
import importlib
import os
import sys

COMMANDS = {
    "scan": "maak de diagnose van ingevulde vragenlijsten (CSV of XLSX)",
    "statements": "toon de stellingen van de groeiscan",
    "template": "maak een lege vragenlijst om in te vullen",
    "garden": "teken een tuin uit een JSON-bestand",
    "choose": "kies uit een bestand van Pabulib (.pb) wat binnen het budget past",
    "claims": "toon wat het groeimodel vraagt en welke test het bewijst",
    "demo": "bekijk het product met voorbeelddata op deze computer",
    "serve": "start de webserver",
    "municipalities": "werk de lijst van gemeenten bij; toont eerst wat er verandert",
    "worker": "voer uit wat mag wachten: mails en dagelijkse taken",
    "backup": "maak een reservekopie: de databank en alle documenten, terwijl iedereen doorwerkt",
    "restore": "zet een reservekopie terug, of kijk na of ze volledig is",
    "doctor": "kijk een installatie na, en zeg wat er hersteld moet worden",
    "manage": "beheer van de databank (opdrachten van Django)",
}
INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit status: 0 good, 1 failed, 2 bad input or wrong use."""
    name = arguments[0] if arguments else ""
    if name in {"--version", "-V"}:
        from importlib.metadata import version

        print(f"groeimodel {version('groeimodel')}")
        return 0
    try:
        status = run_command(name, arguments[1:]) if name in COMMANDS else no_command(name)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
        return 0  # whoever reads us had enough (`| head`): that is no error
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        discard_output()
        print("De uitvoer kan niet geschreven worden: de schijf is vol.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def discard_output() -> None:
    """So that Python does not try once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run_command(name: str, arguments: list[str]) -> int:
    from groeimodel.cli.parser import Parser

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an old terminal shows '?' for a sign that it does not know
            stream.reconfigure(errors="replace")
    module = importlib.import_module(f"groeimodel.cli.{name}")
    parser = Parser(
        prog=f"groeimodel {name}", description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}."
    )
    module.configure(parser)
    status: int = module.run(parser.parse_args(arguments))
    return status


def no_command(name: str) -> int:
    if name in {"", "-h", "--help"}:
        print_help()
        return 0
    print(f"Onbekende opdracht: {name}\n", file=sys.stderr)
    print_help(file=sys.stderr)
    return 2


def print_help(file: object = None) -> None:
    lines = [
        "Groeimodel: in welke groeifase zit een samenwerking, en hoe groeit ze verder?\n",
        "Gebruik: groeimodel OPDRACHT [...]\n",
        *(f"  {name:15} {line}" for name, line in COMMANDS.items()),
        "\nMeer over een opdracht: groeimodel OPDRACHT --help",
    ]
    print("\n".join(lines), file=file)  # type: ignore[call-overload]
