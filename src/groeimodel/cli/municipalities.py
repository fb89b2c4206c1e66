"""`groeimodel municipalities`: bring the list of municipalities up to date; shows first what will change."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", help="lijst als CSV (zonder bestand: de lijst van deze versie)")
    parser.add_argument("--apply", action="store_true", help="voer het ook uit; anders verandert er niets")


def run(options: argparse.Namespace) -> int:
    from groeimodel.content.municipality_list import ListError, read_list, shipped

    try:
        rows = read_list(Path(options.file).read_text(encoding="utf-8")) if options.file else shipped()
    except ListError as error:
        print("De lijst klopt niet. Er is niets veranderd.", *error.problems, sep="\n", file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file} kan niet gelezen worden: {error}", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
    import django

    django.setup()
    from django.db import DatabaseError
    from django_scopes import scopes_disabled

    from groeimodel.foundation.partners import register

    try:
        with scopes_disabled():
            changes = register.apply(rows) if options.apply else register.changes_of(rows)
    except DatabaseError:
        print(
            "De databank is er nog niet, of is van een vorige versie. Voer eerst uit: groeimodel manage migrate",
            file=sys.stderr,
        )
        return 1
    print("\n".join(in_words(changes)))
    if changes.none:
        return 0
    print("\nUitgevoerd." if options.apply else "\nEr is nog niets veranderd. Voer uit met --apply.")
    return 0


def in_words(changes: object) -> list[str]:
    """What changes, a line each."""
    from groeimodel.foundation.partners.register import Changes

    assert isinstance(changes, Changes)
    lines = [f"Nieuw: {row.name} ({row.nis})" for row in changes.new]
    lines += [f"Enkel als oude naam: {row.name} ({row.nis}), nu {row.merged_into}" for row in changes.former]
    lines += [
        f"Anders: {one.name}, {one.field}: {one.before or '(leeg)'} wordt {one.after}"
        for one in changes.changed
    ]
    for merger in changes.mergers:
        lines.append(f"Fusie op {merger.on:%d/%m/%Y}: {', '.join(merger.parts)} wordt {merger.into.name}")
        lines += [f"  {line}" for one in merger.touched for line in of_partnership(one)]
    if changes.absent:
        lines.append(f"Niet in de lijst, blijven zoals ze zijn: {', '.join(changes.absent)}")
    return lines or ["Alles klopt al: er verandert niets."]


def of_partnership(one: object) -> list[str]:
    from groeimodel.foundation.partners.services.mergers import Consequence

    assert isinstance(one, Consequence)
    leaving = ", ".join(str(row.municipality) for row in one.leaving)
    lines = [f"{one.partnership}: in de plaats van {leaving}"]
    if one.outside:
        lines.append(f"  nieuw in de samenwerking: {', '.join(str(part) for part in one.outside)}")
    for seat in one.seats:
        names = ", ".join(f"{one.person} ({one.seat.membership.municipality})" for one in seat.candidates)
        if seat.chosen:
            lines.append(f"  {seat.role_label}: {seat.chosen.person} gaat mee")
        elif seat.candidates:
            lines.append(f"  {seat.role_label}: leeg, want er zijn er meer: {names}")
    return lines
