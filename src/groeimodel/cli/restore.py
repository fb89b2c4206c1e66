"""`groeimodel restore FILE`: put a backup in the place of this installation, or only look whether it is whole."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from groeimodel.cli.backing import Stop, say, set_up, stop_on_sigterm, tell, told_in_one_line
from groeimodel.cli.files import reason

if TYPE_CHECKING:
    from groeimodel.foundation.backup.archive import Manifest
    from groeimodel.foundation.backup.restoring import Checked

PEOPLE, PARTNERSHIPS = "people_person", "partners_partnership"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BESTAND", help="de reservekopie; - leest van de standaardinvoer")
    parser.add_argument(
        "--check", action="store_true", help="kijk alleen na of ze volledig en onbeschadigd is"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="vervang wat er al in de databank staat; vraagt eerst of je zeker bent",
    )
    parser.add_argument("--yes", action="store_true", help="vraag niets: je bent zeker")
    parser.add_argument(
        "--migrate", action="store_true", help="werk daarna een oudere databank meteen bij (manage migrate)"
    )


def run(options: argparse.Namespace) -> int:
    stop_on_sigterm()
    try:
        with source_of(options.file) as source:
            set_up()
            with told_in_one_line():
                return check(source) if options.check else restore(source, options)
    except Stop as stop:
        say(f"groeimodel restore: {stop}")
        return stop.status


@contextlib.contextmanager
def source_of(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        content = Path(name).open("rb")  # noqa: SIM115 (closed below)
    except OSError as error:
        raise Stop(reason(error, name), 2) from error
    with content:
        yield content


def check(source: IO[bytes]) -> int:
    from groeimodel.foundation.backup.progress import Progress
    from groeimodel.foundation.backup.restoring import look_through

    progress = Progress()
    try:
        checked = look_through(source, progress)
    finally:
        progress.done()
    tell(f"De reservekopie is volledig en onbeschadigd.\n{in_words(checked)}")
    return 0


def restore(source: IO[bytes], options: argparse.Namespace) -> int:
    from groeimodel.foundation.backup import restoring
    from groeimodel.foundation.backup.archive import Reader
    from groeimodel.foundation.backup.progress import Progress

    reader = Reader(source)
    restoring.refuse_unfit(reader.manifest)
    if not restoring.target_is_empty():
        make_sure(reader.manifest, options)
    progress = Progress()
    try:
        restored = restoring.restore(reader, progress)
    finally:
        progress.done()
    tell(f"Teruggezet.\n{in_words(restored)}")
    what_next(reader.manifest, migrate=options.migrate)
    return 0


def make_sure(manifest: Manifest, options: argparse.Namespace) -> None:
    """Raises Stop unless it was said that what is there may go."""
    if not options.replace:
        raise Stop(
            "Er staat al iets in de databank van deze installatie. Kijk na of het de juiste is, en voeg --replace toe om alles wat erin staat te vervangen. "
            "Er is niets veranderd.",
            2,
        )
    if options.yes:
        return
    if options.file == "-" or not sys.stdin.isatty():
        raise Stop(
            "Voeg --yes toe: hier kan niet gevraagd worden of je zeker bent. Er is niets veranderd.", 2
        )
    say(
        f"Alles wat nu in deze installatie staat, wordt vervangen door de reservekopie van {moment(manifest)}."
    )
    say("Wat erna gebeurde, is dan weg. Typ 'ja' om door te gaan: ")
    try:
        sure = input().strip().lower() == "ja"
    except EOFError:  # Ctrl-D
        sure = False
    if not sure:
        raise Stop("Er is niets veranderd.")


def moment(manifest: Manifest) -> str:
    return f"{manifest.moment:%d/%m/%Y om %H:%M}"


def in_words(checked: Checked) -> str:
    manifest = checked.manifest
    lines = [
        f"Gemaakt op {moment(manifest)}, versie {manifest.product}, {manifest.kind} {manifest.server}.",
        f"Samenwerkingen: {manifest.counts.get(PARTNERSHIPS, 0)}. Mensen: {manifest.counts.get(PEOPLE, 0)}. "
        f"Bestanden: {checked.files}.",
    ]
    if checked.remarked:
        lines.append(
            f"Let op: {checked.remarked} bestanden ontbraken of waren al beschadigd toen ze gemaakt werd."
        )
    return "\n".join(lines)


def what_next(manifest: Manifest, *, migrate: bool) -> None:
    from django.core.management import call_command
    from django.db import connection

    from groeimodel.foundation.backup.restoring import behind

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # until then the server guesses how to look things up
    steps = []
    if behind(manifest):
        if migrate:
            call_command("migrate", verbosity=0)
            tell("De databank is bijgewerkt naar deze versie.")
        else:
            steps.append("Werk de databank bij: groeimodel manage migrate")
    steps.append(
        "Gebruik dezelfde GROEIMODEL_SECRET_KEY als voordien. Zonder haar moet iedereen opnieuw aanmelden, "
        "en werken links in mails niet meer."
    )
    steps.append("Kijk alles na: groeimodel doctor")
    steps.append("Start de webserver en de werker.")
    tell("\n".join(["Wat nu:", *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]))
