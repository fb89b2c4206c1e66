"""`groeimodel garden FILE.json -o OUT.svg`: draw a garden."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from groeimodel.cli.files import reason, write_all
from groeimodel.formats.garden_file import BadGarden, read_garden
from groeimodel.rules.picture import draw


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BESTAND", help="JSON van een tuin; - leest van de standaardinvoer")
    parser.add_argument(
        "-o", "--out", metavar="UIT", type=Path, help="SVG-bestand (standaard: op het scherm)"
    )
    parser.add_argument("--theme", choices=("auto", "light", "dark", "print"), default="auto", help="kleuren")
    parser.add_argument(
        "--shape", choices=("wide", "tall"), default="wide", help="breed, of hoog voor een telefoon"
    )
    parser.add_argument("--language", choices=("nl", "en"), default="nl", help="taal (standaard nl)")


def run(options: argparse.Namespace) -> int:
    try:
        data = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        garden = read_garden(data.decode("utf-8-sig"))
        svg = draw(garden, theme=options.theme, language=options.language, shape=options.shape)
        if options.out:
            write_all([(options.out, svg.encode())])
            print(f"Geschreven: {options.out}")
        else:
            print(svg)
    except BadGarden as error:
        print(f"{options.file} kan niet getekend worden:\n{error}", file=sys.stderr)
        return 2
    except UnicodeDecodeError:
        print(f"{options.file}: dit is geen tekstbestand in UTF-8.", file=sys.stderr)
        return 2
    except OSError as error:
        print(reason(error, options.file), file=sys.stderr)
        return 2
    return 0
