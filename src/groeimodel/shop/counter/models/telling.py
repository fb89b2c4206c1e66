"""What the shop can tell: who it reaches, and how it stands with those who decide about it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.shop.counter.models.offers import Offer


class Use(models.Model):
    """An offer that was used: how many people, of which municipality of residence (claim B12). Never who."""

    class Source(models.TextChoices):
        HAND = "hand", "geteld"
        REQUEST = "request", "aanvraag"
        BOOKING = "booking", "reservatie"

    partnership = Carried("offer")
    offer = Inside(Offer, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="waar wonen ze?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """As it was called then; empty where it is not known, or outside the partnership."""
    day = models.DateField("wanneer?")
    people = models.PositiveIntegerField("hoeveel mensen?", validators=[MaxValueValidator(1_000_000)])
    source = models.CharField("hoe weten we dit?", max_length=10, choices=Source, default=Source.HAND)
    key = models.CharField(max_length=60, blank=True)
    """What it came from ('desk.request:5'), so that it is counted once; empty when it was counted by hand."""
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Use]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "gebruik"
        verbose_name_plural = "gebruik"
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["offer", "day"], name="use_by_offer")]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="use_once_per_source")
        ]

    def __str__(self) -> str:
        return f"{self.offer}: {self.people} ({self.day})"


class SupportCall(models.Model):
    """The aldermen were asked how strongly their college stands behind the shop: once a year (claim B17)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("jaar")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[SupportCall]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag naar steun"
        verbose_name_plural = "vragen naar steun"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "year"], name="support_asked_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.year}"


class Support(models.Model):
    """What the alderman of a municipality answered in a year. What nobody answered, is not here."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField("jaar")
    mark = models.PositiveSmallIntegerField(
        "hoe sterk?", validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    words = models.CharField("in één zin: waarom?", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Support]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "steun van een college"
        verbose_name_plural = "steun van colleges"
        ordering = ["-year", "municipality"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality", "year"], name="support_once_a_year"
            ),
            models.CheckConstraint(condition=Q(mark__range=(1, 5)), name="support_mark_1_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.year}: {self.mark}"
