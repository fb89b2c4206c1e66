"""The harvest of the exchange: what a municipality now uses locally thanks to the others."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Harvest(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    """Where it is used."""
    title = models.CharField("wat gebruik je nu lokaal?", max_length=120)
    text = models.TextField("wat leverde het op?", max_length=2000, blank=True)
    gained_on = models.DateField("sinds wanneer?")
    source = models.CharField("waar kwam het vandaan?", max_length=160, blank=True)
    """The meeting, the theme or the conversation; free text, no name of a person needed."""
    from_municipality = models.ForeignKey(
        Municipality,
        verbose_name="van welke gemeente?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Who gave it; empty when it came from the group as a whole."""
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Harvest]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "oogst"
        verbose_name_plural = "oogst"
        ordering = ["-gained_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_municipality__isnull=True) | ~Q(from_municipality=F("municipality")),
                name="harvest_from_another_municipality",
            )
        ]
        indexes = [models.Index(fields=["partnership", "-gained_on"], name="harvest_by_partnership")]

    def __str__(self) -> str:
        return self.title
