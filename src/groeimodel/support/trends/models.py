"""What was measured of a partnership for a comparison, and the open figures of a year as they were published for good."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


class Measure(models.Model):
    """The figures of one partnership, as they count in a comparison; made once a month, and gone when it closes that."""

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="+")
    model = models.CharField("streefbeeld", max_length=10, blank=True)
    municipalities = models.PositiveSmallIntegerField("gemeenten")
    figures = models.JSONField("cijfers", default=dict)
    """{key: figure as text}; what nobody recorded is not there."""
    measured_on = models.DateField("gemeten op")

    objects: ClassVar[models.Manager[Measure]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "meting voor vergelijking"
        verbose_name_plural = "metingen voor vergelijking"
        ordering = ["partnership_id"]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.measured_on}"


class Snapshot(models.Model):
    """The open figures of one year: made once, from what suppression lets through, and never changed."""

    year = models.PositiveSmallIntegerField("jaar")
    invented = models.BooleanField("verzonnen voorbeeld", default=False)
    rows = models.JSONField("cijfers")
    """As `publishing.rows_of` makes them; nothing of one partnership is in it."""
    checksum = models.CharField("controlegetal", max_length=64)
    made_at = models.DateTimeField("gemaakt op", default=timezone.now)

    class Meta:
        verbose_name = "open cijfers van een jaar"
        verbose_name_plural = "open cijfers per jaar"
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["year", "invented"], name="trends_one_a_year")]

    def __str__(self) -> str:
        return str(self.year)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValueError for one that is there already: what is published stays as it is."""
        if not self._state.adding:
            raise ValueError("Published figures never change.")
        super().save(*args, **kwargs)

    @property
    def intact(self) -> bool:
        return self.checksum == checksum_of(self.year, self.rows)


def checksum_of(year: int, rows: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256, in hex, of the year and its rows as JSON without spaces and with sorted names."""
    text = json.dumps({"year": year, "rows": list(rows)}, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
