"""That the coordinator was told of a soil that dries out: once a half-year for each municipality."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class DryWarning(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty: nobody met for long."""
    half = models.CharField(max_length=6)
    """'2026-2' is July to December 2026."""
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[DryWarning]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "signaal van droogte"
        verbose_name_plural = "signalen van droogte"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality", "half"], name="dry_warning_once_a_half_year"
            ),
            models.UniqueConstraint(
                fields=["partnership", "half"],
                condition=models.Q(municipality=None),
                name="quiet_warning_once_a_half_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.half}"
