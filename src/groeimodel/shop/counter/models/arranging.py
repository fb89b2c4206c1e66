"""How offers lie together: bouquets for a time, specialities for good."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.shop.counter.models.offers import Offer


class Bouquet(models.Model):
    """Offers under one title, in the window for a period (claim B9)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=80)
    text = models.TextField("in een zin of twee", max_length=400, blank=True)
    offers: models.ManyToManyField[Offer, BouquetOffer] = models.ManyToManyField(
        Offer, verbose_name="aanbod", related_name="bouquets", blank=True, through="BouquetOffer"
    )
    starts = models.DateField("in de kijker vanaf", null=True, blank=True)
    """Empty: tied, and not in the window."""
    ends = models.DateField("tot en met", null=True, blank=True)

    objects: ClassVar[models.Manager[Bouquet]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "boeket"
        verbose_name_plural = "boeketten"
        ordering = ["starts", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(starts__isnull=False, ends__gte=F("starts")),
                name="bouquet_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def featured_on(self, day: date) -> bool:
        return self.starts is not None and self.starts <= day and (self.ends is None or day <= self.ends)


class BouquetOffer(models.Model):
    """That an offer is in a bouquet."""

    partnership = Carried("bouquet")
    bouquet = Inside(Bouquet, on_delete=models.CASCADE, related_name="+")
    offer = Inside(Offer, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager[BouquetOffer]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanbod in een boeket"
        verbose_name_plural = "aanbod in boeketten"
        db_table = "counter_bouquet_offers"
        unique_together = (("bouquet", "offer"),)

    def __str__(self) -> str:
        return f"{self.bouquet}: {self.offer}"


class Speciality(models.Model):
    """What a partnership wants to be good at (claim B8)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("waarin zijn jullie sterk?", max_length=80)
    why = models.TextField("waarom hierin?", max_length=600, blank=True)

    objects: ClassVar[models.Manager[Speciality]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "specialiteit"
        verbose_name_plural = "specialiteiten"
        ordering = ["title", "pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "title"], name="speciality_title_once")]

    def __str__(self) -> str:
        return self.title
