"""`groeimodel doctor`: what is wrong with this installation, and what to do about it."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groeimodel.cli.backing import Stop, set_up
from groeimodel.cli.files import print_json

if TYPE_CHECKING:
    from groeimodel.foundation.doctor.findings import Examined

SCHEMA = 1
SIGNS = {"ok": "in orde ", "look": "bekijk  ", "mend": "HERSTEL "}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")
    parser.add_argument(
        "--all", action="store_true", help="kijk elk bestand en elke samenwerking na; dat duurt langer"
    )
    parser.add_argument(
        "--backup",
        type=Path,
        metavar="WAAR",
        help="een map met reservekopieën, of één: lees de nieuwste helemaal",
    )
    parser.add_argument(
        "--site", action="store_true", help="vraag de site op haar eigen adres om haar certificaat"
    )
    parser.add_argument("--quiet", action="store_true", help="toon alleen wat niet in orde is")


def run(options: argparse.Namespace) -> int:
    examined = examine(options)
    if options.json:
        print_json(as_json(examined))
    else:
        show(examined, quiet=options.quiet)
    return 1 if examined.level == "mend" else 0


def examine(options: argparse.Namespace) -> Examined:
    from groeimodel.foundation.doctor.findings import Wishes

    try:
        set_up()
    except Stop as stop:
        return unreadable(str(stop))
    logging.disable(logging.CRITICAL)  # what is wrong is told here, once
    from groeimodel.foundation.doctor import examining

    return examining.examine(Wishes(whole=options.all, site=options.site, archives=options.backup))


def unreadable(words: str) -> Examined:
    """Without settings nothing can be looked at."""
    from groeimodel.foundation.doctor.findings import SETTINGS, Examined, Finding, mend

    return Examined(
        (
            Finding(
                "settings.read",
                mend(words, "Verbeter de instelling, en voer groeimodel doctor opnieuw uit.", SETTINGS),
            ),
        ),
        (),
    )


def as_json(examined: Examined) -> dict[str, Any]:
    """Explained in docs/admin/doctor.md."""
    from importlib.metadata import version

    return {
        "schema": SCHEMA,
        "version": version("groeimodel"),
        "level": examined.level,
        "findings": [
            {
                "id": one.id,
                "level": one.said.level,
                "what": one.said.words,
                "todo": one.said.todo,
                "page": one.said.page,
            }
            for one in examined.findings
        ],
        "skipped": list(examined.skipped),
    }


def show(examined: Examined, *, quiet: bool) -> None:
    for one in examined.findings:
        if quiet and one.said.level == "ok":
            continue
        print(f"{SIGNS[one.said.level]}{one.id}: {one.said.words}")
        if one.said.todo:
            print(f"{'':8}{one.said.todo} [{one.said.page}]")
    if examined.skipped:
        print(f"Niet nagekeken, door wat hierboven staat: {', '.join(examined.skipped)}.")
    counts = {level: sum(one.said.level == level for one in examined.findings) for level in SIGNS}
    print(f"In orde: {counts['ok']}. Te bekijken: {counts['look']}. Te herstellen: {counts['mend']}.")
