"""Make everything to be found anew: after a restore, or when the words of the field changed."""

from typing import Any

from django.core.management.base import BaseCommand

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.services import rebuild


class Command(BaseCommand):
    help = "Maak de zoekindex opnieuw, samenwerking per samenwerking."

    def handle(self, *args: Any, **options: Any) -> None:
        partnerships = list(Partnership.objects.filter(listed_only=False).order_by("pk"))
        total = 0
        for number, partnership in enumerate(partnerships, start=1):
            total += rebuild(partnership)
            self.stdout.write(f"{number}/{len(partnerships)} {partnership.name}")
        self.stdout.write(f"{total} stukken zijn nu te vinden.")
