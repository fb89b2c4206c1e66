"""`groeimodel scan FILE`: from filled-in questionnaires to the diagnosis."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from groeimodel import content as texts
from groeimodel.cli import reason
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.questionnaire import MAX_BYTES, BadInput, Reading, read_questionnaire
from groeimodel.rules.growth import compare, diagnose, story
from groeimodel.rules.growth.content import Layer

if TYPE_CHECKING:
    from groeimodel.formats.report import Report
    from groeimodel.rules.growth.diagnosis import Diagnosis
    from groeimodel.rules.growth.story import Story

AIMS: dict[str, Layer] = {
    "soil": "soil", "meadow": "meadow", "shop": "shop",
    "potgrond": "soil", "bloemenweide": "meadow", "bloemenwinkel": "shop",
}  # fmt: skip


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="BESTAND", help="CSV of XLSX met antwoorden; - leest van de standaardinvoer")
    add("--json", action="store_true", help="toon de diagnose als JSON")
    add("--html", metavar="UIT", type=Path, help="schrijf een pagina voor in een browser")
    add("--pdf", metavar="UIT", type=Path, help="schrijf een PDF voor op tafel")
    add("--aim", metavar="MODEL", choices=AIMS, help="streefbeeld: potgrond, bloemenweide of bloemenwinkel")
    add("--closed", action="store_true", help="vertrouwelijke ronde: niets te herleiden tot minder dan drie mensen")
    add("--before", metavar="BESTAND", help="antwoorden van een vorige ronde, om mee te vergelijken")
    add(
        "--any-municipality",
        action="store_true",
        help="aanvaard ook gemeenten die niet Vlaams of verzonnen zijn",
    )
    add("--title", metavar="NAAM", default="", help="naam van de samenwerking, voor boven het resultaat")
    add("--language", choices=("nl", "en"), default="nl", help="taal van het resultaat (standaard nl)")


def run(options: argparse.Namespace) -> int:
    try:
        reading = read(options.file, options.any_municipality)
        before = read(options.before, options.any_municipality) if options.before else None
    except BadInput as error:
        name = "de standaardinvoer" if options.file == "-" else options.file
        print(f"{name} kan niet gebruikt worden:", file=sys.stderr)
        for problem in error.problems:
            print(f"- {problem}", file=sys.stderr)
        for line in error.more:
            print(line, file=sys.stderr)
        return 2
    except OSError as error:
        print(reason(error, options.file), file=sys.stderr)
        return 2
    content = texts.load()
    privacy = "closed" if options.closed else "open"
    diagnosis = diagnose(
        reading.responses,
        content,
        aim=AIMS[options.aim] if options.aim else None,
        privacy=privacy,  # type: ignore[arg-type]
    )
    changes = compare(before.responses, reading.responses, content, privacy=privacy) if before else ()  # type: ignore[arg-type]
    told = story.tell(
        diagnosis,
        content,
        language=options.language,
        changes=changes,
        title=options.title,
        names=reading.names,
    )
    return show(options, diagnosis, told, reading)


def show(options: argparse.Namespace, diagnosis: Diagnosis, told: Story, reading: Reading) -> int:
    """Files first, so that nothing is printed that could not be written."""
    if options.html or options.pdf:
        try:
            write_files(options, report_of(diagnosis, told, reading, options.title))
        except OSError as error:
            print(reason(error, "uitvoer"), file=sys.stderr)
            return 2
    if options.json:
        from groeimodel.formats.diagnosis_json import to_json_value

        value = to_json_value(diagnosis, texts.load(), options.language, names=reading.names)
        print(json.dumps(value, ensure_ascii=False, indent=1))
        return 0
    from groeimodel.formats.report_text import render_text

    for warning in reading.warnings:
        print(warning, file=sys.stderr)
    print(render_text(told))
    for path in (options.html, options.pdf):
        if path:
            print(f"Geschreven: {path}")
    return 0


def read(name: str, any_municipality: bool) -> Reading:
    """Raises BadInput or OSError. Reads no more than the limit, so that a huge stream cannot fill the memory."""
    if name == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        with open(name, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    return read_questionnaire(data, texts.load(), municipalities(), any_municipality=any_municipality)


def report_of(diagnosis: Diagnosis, told: Story, reading: Reading, title: str) -> Report:
    from groeimodel.formats.report import Report
    from groeimodel.rules.picture import draw
    from groeimodel.rules.picture.from_diagnosis import garden_of

    garden = garden_of(diagnosis, texts.load(), title, names=reading.names, language=told.language)
    return Report(
        story=told,
        garden_light_svg=draw(garden, theme="auto", language=told.language),
        garden_print_svg=draw(garden, theme="print", language=told.language),
        language=told.language,
    )


def write_files(options: argparse.Namespace, report: Report) -> None:
    """Make all of them before the first is written; each appears whole or not at all."""
    made: list[tuple[Path, bytes]] = []
    if options.html:
        from groeimodel.formats.report_html import render_html

        made.append((options.html, render_html(report).encode()))
    if options.pdf:
        from groeimodel.formats.report_pdf import render_pdf

        made.append((options.pdf, render_pdf(report)))
    for path, data in made:
        write_whole(path, data)


def write_whole(path: Path, data: bytes) -> None:
    """By way of a file beside it, so that a full disk or a break leaves no half file."""
    handle, name = tempfile.mkstemp(dir=path.parent or ".", prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
