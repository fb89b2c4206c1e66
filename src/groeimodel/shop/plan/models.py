"""The multi-year plan (MJP) of a partnership (claim B15)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


class Plan(models.Model):
    """A multi-year plan (MJP); in force between its days once it is adopted."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    starts = models.DateField("begint")
    ends = models.DateField("eindigt")
    adopted_on = models.DateField("goedgekeurd op", null=True, blank=True)

    objects: ClassVar[models.Manager[Plan]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "meerjarenplan"
        verbose_name_plural = "meerjarenplannen"
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="plan_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.title
