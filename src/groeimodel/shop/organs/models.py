"""Organs with seats: who takes decisions in a partnership that is structural (claim B2)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Organ(models.Model):
    class Kind(models.TextChoices):
        BOARD = "board", "raad van bestuur"
        STEERING = "steering", "beheerscomité of stuurgroep"
        DAILY = "daily", "dagelijks bestuur"
        ADVICE = "advice", "adviesgroep"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("naam", max_length=120)
    kind = models.CharField("soort", max_length=10, choices=Kind)
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[models.Manager[Organ]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "orgaan"
        verbose_name_plural = "organen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="organ_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganSeat(models.Model):
    """A place in an organ, filled or visibly empty."""

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty for a place that is not tied to a municipality."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.CharField("taak", max_length=60, blank=True)

    objects: ClassVar[models.Manager[OrganSeat]] = ScopedManager(partnership="organ__partnership")

    class Meta:
        verbose_name = "plaats in een orgaan"
        verbose_name_plural = "plaatsen in organen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.task or str(self.municipality or "plaats")
