"""`groeimodel backup TO`: the database and all files, in one archive, while people go on working."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from groeimodel.cli.backing import Stop, quiet_output, say, set_up, stop_on_sigterm, told_in_one_line
from groeimodel.cli.files import reason

if TYPE_CHECKING:
    from groeimodel.foundation.backup.making import Made


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "to",
        metavar="WAARHEEN",
        help="een map (de naam krijgt dag en uur), een nieuw bestand, of - voor de standaarduitvoer",
    )
    parser.add_argument(
        "--keep", type=int, metavar="N", help="alleen met een map: hou er N over, de oudste gaan weg"
    )


def run(options: argparse.Namespace) -> int:
    stop_on_sigterm()
    try:
        target, folder = place_of(options)
        set_up()
        from groeimodel.foundation.backup import making
        from groeimodel.foundation.backup.progress import Progress

        progress = Progress()
        with told_in_one_line():
            try:
                made = making.make(making.new_name(folder) if folder else target, progress)
            finally:
                progress.done()
            removed = making.remove_oldest(folder, options.keep) if folder and options.keep else []
    except Stop as stop:
        if options.to == "-":
            quiet_output()
        say(f"groeimodel backup: {stop}")
        return stop.status
    tell(made, removed)
    return 0


def place_of(options: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """The new file, or the folder for it; neither for the standard output. Raises Stop when it cannot be there."""
    if options.keep is not None and options.keep < 1:
        raise Stop("--keep: hou er minstens 1 over.", 2)
    if options.to == "-":
        if options.keep:
            raise Stop("--keep gaat alleen met een map.", 2)
        if sys.stdout.isatty():
            raise Stop("Stuur de uitvoer naar een programma of een bestand, niet naar het scherm.", 2)
        return None, None
    path = Path(options.to)
    try:
        if path.is_dir():
            return None, path
        if options.keep:
            raise Stop("--keep gaat alleen met een map die er al is.", 2)
        if path.exists():
            raise Stop(f"{path} bestaat al. Kies een andere naam, of een map.", 2)
        if not path.parent.is_dir():
            raise Stop(f"De map {path.parent} bestaat niet.", 2)
    except OSError as error:
        raise Stop(reason(error, path), 2) from error
    return path, None


def tell(made: Made, removed: list[str]) -> None:
    from groeimodel.foundation.backup.progress import megabytes

    say(f"Reservekopie klaar: {made.place} ({megabytes(made.size)}, documenten: {made.documents}).")
    for name in removed:
        say(f"Weggehaald: {name}")
    if made.troubled:
        say(f"Let op: {made.troubled} bestanden ontbreken in de opslag of zijn daar beschadigd:")
        for remark in made.remarks[:10]:
            kind, _, path = remark.partition(" ")
            say(f"  {'ontbreekt' if kind == 'missing' else 'beschadigd'}: {path}")
    if not made.traced:
        say(
            "Let op: de databank is van een vorige versie. Wie nu documenten weghaalt, kan deze reservekopie schaden."
        )
