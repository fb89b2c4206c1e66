"""`groeimodel scan FILE`: from filled-in questionnaires to the diagnosis."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from groeimodel import content as texts
from groeimodel.cli.files import print_json, reason, same_file, write_all
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
    add(
        "--closed",
        action="store_true",
        help="vertrouwelijke ronde: niets te herleiden tot minder dan drie mensen",
    )
    add("--before", metavar="BESTAND", help="antwoorden van een vorige ronde, om mee te vergelijken")
    add(
        "--any-municipality",
        action="store_true",
        help="aanvaard ook gemeenten die niet Vlaams of verzonnen zijn",
    )
    add("--title", metavar="NAAM", default="", help="naam van de samenwerking, voor boven het resultaat")
    add("--language", choices=("nl", "en"), default="nl", help="taal van het resultaat (standaard nl)")


def run(options: argparse.Namespace) -> int:
    if clash := clashing(options):
        print(clash, file=sys.stderr)
        return 2
    names = [options.file] if options.before is None else [options.file, options.before]
    readings = [one for name in names if (one := read_or_tell(name, options.any_municipality))]
    if len(readings) < len(names):
        return 2
    reading, before = readings[0], readings[1] if len(readings) > 1 else None
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


def clashing(options: argparse.Namespace) -> str | None:
    """Why these files cannot go together: what is read is never written over."""
    if options.file == options.before == "-":
        return (
            "De standaardinvoer kan maar één keer gelezen worden: geef voor een van beide rondes een bestand."
        )
    if options.html and options.pdf and same_file(options.html, options.pdf):
        return f"{options.html}: kies een ander bestand voor --html dan voor --pdf."
    for path in (options.html, options.pdf):
        if path and any(
            name and name != "-" and same_file(path, name) for name in (options.file, options.before)
        ):
            return f"{path}: dit zijn de antwoorden zelf. Kies een andere naam voor het resultaat."
    return None


def read_or_tell(name: str, any_municipality: bool) -> Reading | None:
    """The answers, or None after telling everything that is wrong with them."""
    shown = "De standaardinvoer" if name == "-" else name
    try:
        return read(name, any_municipality)
    except BadInput as error:
        print(f"{shown} kan niet gebruikt worden:", file=sys.stderr)
        for problem in error.problems:
            print(f"- {problem}", file=sys.stderr)
        for line in error.more:
            print(line, file=sys.stderr)
    except OSError as error:
        print(reason(error, shown), file=sys.stderr)
    return None


def show(options: argparse.Namespace, diagnosis: Diagnosis, told: Story, reading: Reading) -> int:
    """Files first, so that nothing is printed that could not be written."""
    if options.html or options.pdf:
        try:
            write_files(options, report_of(diagnosis, told, reading, options.title))
        except OSError as error:
            print(reason(error, "uitvoer"), file=sys.stderr)
            return 2
    for warning in reading.warnings:
        print(warning, file=sys.stderr)
    if options.json:
        from groeimodel.formats.diagnosis_json import to_json_value

        print_json(to_json_value(diagnosis, texts.load(), options.language, names=reading.names))
        return 0
    from groeimodel.formats.report_text import render_text

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
    """Make all of them before the first is written; all appear, or none."""
    made: list[tuple[Path, bytes]] = []
    if options.html:
        from groeimodel.formats.report_html import render_html

        made.append((options.html, render_html(report).encode()))
    if options.pdf:
        from groeimodel.formats.report_pdf import render_pdf

        made.append((options.pdf, render_pdf(report)))
    write_all(made)
