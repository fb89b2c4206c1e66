"""What makes a partnership structural: organs with seats, a long-term plan, a standing offer."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action


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


class Offer(models.Model):
    """Something that the shop always has."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    text = models.TextField("in enkele zinnen", max_length=1000, blank=True)
    featured = models.BooleanField("in de kijker", default=False)
    draft = models.BooleanField("in de maak", default=False)
    """Not in the window yet: an action was handed to the shop, and somebody still makes an offer of it."""
    grew_from = models.OneToOneField(
        Action, verbose_name="gegroeid uit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The action that it was on the meadow, with its whole history (claim W9)."""
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[models.Manager[Offer]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"
        ordering = ["-featured", "title"]

    def __str__(self) -> str:
        return self.title
