"""`groeimodel manage erase_person ADDRESS`: for an administrator, on a lawful request."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import date_format
from django.utils.timezone import localtime

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy import selectors, services


class Command(BaseCommand):
    help = "Wis de gegevens van iemand: over zeven dagen (met een mail om het te stoppen), of meteen."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("address", help="het e-mailadres van de persoon")
        parser.add_argument("--now", action="store_true", help="meteen wissen; dit kan niet terug")
        parser.add_argument(
            "--yes", action="store_true", help="zonder dit zegt het commando enkel wat er zou gebeuren"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=options["address"], erased_at=None).first()
        if person is None:
            raise CommandError("Dit adres is hier niet bekend.")
        if not options["yes"]:
            self._preview()
            return
        try:
            if options["now"]:
                services.erase(person=person)
                self.stdout.write("Gewist.")
            else:
                erasure = services.ask_erasure(person=person, actor=None)
                day = date_format(localtime(erasure.due_at), "j F Y")
                self.stdout.write(f"Gevraagd. Wordt gewist op {day}; er vertrok een mail om het te stoppen.")
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error

    def _preview(self) -> None:
        fate = selectors.fate()
        self.stdout.write("Dit gaat weg:")
        for line in fate.goes:
            self.stdout.write(f"  - {line}")
        self.stdout.write("Dit blijft:")
        for line in fate.stays:
            self.stdout.write(f"  - {line}")
        self.stdout.write(
            "Er is niets gebeurd. Voeg --yes toe om het te vragen, of --yes --now om meteen te wissen."
        )
