"""`groeimodel manage import_aldermen FILE`: aldermen for youth of all partnerships, from the public register."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.formats.mandates import MAX_BYTES, Reading
from groeimodel.foundation.aldermen.plan import KEEP, MemberPlan, Plan, PlanChanged
from groeimodel.foundation.aldermen.planning import Ours, ours_of, plan_of
from groeimodel.foundation.aldermen.reading import Unusable, in_words, read_file
from groeimodel.foundation.aldermen.services import carry_out
from groeimodel.foundation.partners.models import Partnership


class Command(BaseCommand):
    help = (
        "Haal de schepenen van Jeugd uit een bestand van het mandatenregister; toont eerst wat er verandert."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="BESTAND", help="Turtle of SPARQL-JSON; '-' leest van standaardinvoer"
        )
        parser.add_argument(
            "--apply", action="store_true", help="voer het ook uit; anders verandert er niets"
        )
        parser.add_argument("--partnership", metavar="WEBADRES", help="enkel deze samenwerking")

    def handle(self, *args: Any, **options: Any) -> None:
        changed, plans = 0, []
        try:
            reading = read_file(content(options["file"]))
            with scopes_disabled(), transaction.atomic():
                for partnership, ours in self._about(reading, options["partnership"]):
                    # Made one by one: partnerships may share a municipality, and so its alderman.
                    plan = plan_of(partnership, ours, timezone.localdate())
                    plans.append((partnership, plan))
                    if options["apply"]:
                        changed += carry_out(partnership=partnership, plan=plan, said=plan.defaults)
        except Unusable as error:
            lines = "\n".join(error.problems)
            raise CommandError(f"Er is niets veranderd.\n{lines}", returncode=2) from error
        except PlanChanged as error:
            raise CommandError(
                "Er veranderde intussen iets. Er is niets gebeurd; probeer opnieuw."
            ) from error
        for partnership, plan in plans:
            self._tell(partnership, plan)
        self._end([plan for _one, plan in plans], changed, done=options["apply"])

    def _about(self, reading: Reading, slug: str | None) -> list[tuple[Partnership, Ours]]:
        """What the file says of the members of each partnership; all that is wrong comes before anything is done."""
        rows = Partnership.objects.filter(listed_only=False).order_by("name")
        if slug and not (rows := rows.filter(slug=slug)):
            raise CommandError(f"Er is geen samenwerking met het webadres '{slug}'.")
        found = [(one, ours_of(one, reading.mandates, reading.problems)) for one in rows]
        problems = {
            f"{problem.municipality}: {problem.text}" for _one, ours in found for problem in ours.problems
        }
        if problems:
            raise Unusable(in_words(sorted(problems)))
        return [(one, ours) for one, ours in found if ours.mandates]

    def _tell(self, partnership: Partnership, plan: Plan) -> None:
        self.stdout.write(f"{partnership} ({partnership.slug})")
        for one in plan.open:
            self.stdout.write(f"  {one.name}: {one.says}")
            for line in (*one.notes, outcome(one)):
                self.stdout.write(f"    {line}")
        if plan.quiet:
            self.stdout.write(f"  Hier verandert niets: {', '.join(one.name for one in plan.quiet)}")

    def _end(self, plans: list[Plan], changed: int, *, done: bool) -> None:
        if not plans:
            self.stdout.write("Dit bestand gaat niet over gemeenten van een samenwerking hier.")
        elif done:
            self.stdout.write(f"Uitgevoerd: {changed} zetels bijgewerkt.")
        elif any(plan.open for plan in plans):
            self.stdout.write("Er is nog niets veranderd. Voer uit met --apply.")
        else:
            self.stdout.write("Er verandert niets.")


def outcome(one: MemberPlan) -> str:
    """What the command does with a municipality."""
    choice = one.choice(one.default or KEEP)
    label = choice.label if choice else ""
    return f"-> {label}." if one.default else f"-> {label}: kies zelf op de pagina van de partners."


def content(name: str) -> bytes:
    """The bytes of a file, not more than a reader takes.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{name} kan niet gelezen worden: {error.strerror}", returncode=2) from error
