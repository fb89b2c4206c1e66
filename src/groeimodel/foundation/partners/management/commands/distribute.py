"""`groeimodel manage distribute`: lays the tables over several machines, or shows with which statements."""

from __future__ import annotations

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from groeimodel.foundation.partners.spreading import Layout, has_citus
from groeimodel.foundation.tenancy import disagreeing


class Command(BaseCommand):
    help = "Verdeel de tabellen over meer machines (PostgreSQL met Citus); zonder --yes enkel tonen."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--dry-run", action="store_true", help="toon enkel de opdrachten (gebeurt ook zonder)"
        )
        what.add_argument("--yes", action="store_true", help="voer alles uit; vraagt de uitbreiding citus")
        what.add_argument("--keys-only", action="store_true", help="verbreed enkel de sleutels; kan overal")

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError("Dit kan enkel met PostgreSQL.")
        if options["yes"] and not has_citus():
            raise CommandError(
                "De uitbreiding citus is er niet: CREATE EXTENSION citus, of kies --keys-only."
            )
        if (options["yes"] or options["keys_only"]) and not settings.DATABASE_SPREAD:
            raise CommandError(
                "Zet eerst GROEIMODEL_DATABASE_SPREAD=1, voor de site en de worker, en herstart ze."
            )
        if wrong := disagreeing():
            told = ", ".join(f"{table} ({number})" for table, number in wrong)
            raise CommandError(f"Rijen die een andere samenwerking noemen dan waar ze bij horen: {told}")
        layout = Layout()
        over_machines = not options["keys_only"]
        steps = [
            *layout.widened(over_machines=over_machines),
            *(layout.laid_out() if over_machines else []),
            *layout.linked(over_machines=over_machines),
        ]
        for link in (*layout.crossing, *(layout.lost if over_machines else [])):
            self.stderr.write(
                f"{link.table}.{link.columns[0]} verliest zijn verwijzende sleutel naar {link.to}."
            )
        if not (options["yes"] or options["keys_only"]):
            self.stdout.write("".join(f"{step};\n" for step in steps), ending="")
            return
        with transaction.atomic(), connection.cursor() as cursor:
            for step in steps:
                cursor.execute(step)
        self.stdout.write(f"{len(steps)} opdrachten uitgevoerd.")
