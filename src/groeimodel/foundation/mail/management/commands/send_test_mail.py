"""`groeimodel manage send_test_mail ADDRESS`: do the settings for mail work?"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from groeimodel.foundation.mail.services import send_test


class Command(BaseCommand):
    help = "Stuur meteen een proefmail en zeg in één regel of dat lukte."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", metavar="ADRES", help="naar wie")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["address"])
        except ValidationError:
            raise CommandError(f"'{options['address']}' is geen mailadres.") from None
        if not settings.EMAIL_HOST:
            raise CommandError("Er is geen mailserver ingesteld: zet GROEIMODEL_MAIL.")
        if reason := send_test(options["address"]):
            raise CommandError(f"Dat lukte niet. {reason}")
        server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        self.stdout.write(
            f"Verstuurd via {server}, met afzender {settings.DEFAULT_FROM_EMAIL}."
            f" Links in mails beginnen met {settings.PUBLIC_URL}/."
        )
