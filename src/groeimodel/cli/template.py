"""`groeimodel template --xlsx [OUT]`: an empty questionnaire."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from groeimodel import content as texts
from groeimodel.cli.files import reason, write_all
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.questionnaire.template import template_csv, template_xlsx

NAME = "groeiscan-vragenlijst"


def configure(parser: argparse.ArgumentParser) -> None:
    kind = parser.add_mutually_exclusive_group(required=True)
    for name in ("xlsx", "csv"):
        kind.add_argument(
            f"--{name}", metavar="UIT", nargs="?", type=Path, const=Path(f"{NAME}.{name}"),
            help=f"schrijf {name.upper()} (standaard {NAME}.{name}); - schrijft naar de standaarduitvoer",
        )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="overschrijf een bestand dat er al staat")
    parser.add_argument("--language", choices=("nl", "en"), default="nl", help="taal (standaard nl)")


def run(options: argparse.Namespace) -> int:
    content, path = texts.load(), options.xlsx or options.csv
    if path.exists() and not options.force:
        print(
            f"{path} bestaat al. Kies een andere naam, of gebruik --force om te overschrijven.",
            file=sys.stderr,
        )
        return 2
    if options.xlsx:
        data = template_xlsx(content, municipalities(), options.language)
    else:
        data = template_csv(content, options.language)
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return 0
    try:
        write_all([(path, data)])
    except OSError as error:
        print(reason(error, path), file=sys.stderr)
        return 2
    print(f"Geschreven: {path}")
    return 0
