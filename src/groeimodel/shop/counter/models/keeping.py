"""What keeps an offer in the shop: its list, its suppliers and its anchors."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.shop.counter.models.offers import Offer


class ReadyPoint(models.Model):
    """What was said of one point of the list of an offer (claim B16); which points there are, stands in the content."""

    class Answer(models.TextChoices):
        YES = "yes", "ja"
        NO = "no", "nog niet"
        NOT_NEEDED = "not_needed", "niet nodig"

    partnership = Carried("offer")
    offer = Inside(Offer, on_delete=models.CASCADE, related_name="+")
    point = models.CharField(max_length=30)
    answer = models.CharField("in orde?", max_length=12, choices=Answer, blank=True)
    """Empty while nobody said so: then it only holds who looks after it, and by when."""
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie?",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    by = models.DateField("tegen wanneer?", null=True, blank=True)

    objects: ClassVar[models.Manager[ReadyPoint]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "punt van de lijst"
        verbose_name_plural = "punten van de lijst"
        ordering = ["offer", "pk"]
        constraints = [models.UniqueConstraint(fields=["offer", "point"], name="ready_point_once")]

    def __str__(self) -> str:
        return f"{self.offer}: {self.point}"


class Supplier(models.Model):
    """Who delivers something for the offer: an organisation, with its contact for business (claim B16)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("naam", max_length=120)
    contact = models.CharField("contactpersoon", max_length=80, blank=True)
    email = models.EmailField("e-mailadres voor zaken", blank=True)
    phone = models.CharField("telefoon voor zaken", max_length=40, blank=True)
    note = models.TextField("goed om te weten", max_length=600, blank=True)

    objects: ClassVar[models.Manager[Supplier]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "leverancier"
        verbose_name_plural = "leveranciers"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Agreement(models.Model):
    """What was agreed with a supplier, from a day to a day."""

    partnership = Carried("supplier")
    supplier = Inside(Supplier, on_delete=models.CASCADE, related_name="+")
    title = models.CharField("wat spraken jullie af?", max_length=120)
    starts = models.DateField("vanaf")
    ends = models.DateField("tot en met", null=True, blank=True)
    """Empty: for an indefinite time."""
    notice_on = models.DateField("opzeggen kan tot", null=True, blank=True)
    """The last day on which it can be ended or changed, before it goes on by itself."""
    amount = models.DecimalField(
        "bedrag per jaar",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    lapses = models.BooleanField("we laten deze afspraak aflopen", default=False)
    """Then nothing warns of its end any more."""
    offers: models.ManyToManyField[Offer, AgreementOffer] = models.ManyToManyField(
        Offer,
        verbose_name="voor welk aanbod?",
        related_name="agreements",
        blank=True,
        through="AgreementOffer",
    )

    objects: ClassVar[models.Manager[Agreement]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "afspraak met een leverancier"
        verbose_name_plural = "afspraken met leveranciers"
        ordering = [F("ends").asc(nulls_last=True), "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="agreement_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.supplier})"


class AgreementOffer(models.Model):
    """That an agreement is about an offer."""

    partnership = Carried("agreement")
    agreement = Inside(Agreement, on_delete=models.CASCADE, related_name="+")
    offer = Inside(Offer, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager[AgreementOffer]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanbod in een afspraak"
        verbose_name_plural = "aanbod in afspraken"
        db_table = "counter_agreement_offers"
        unique_together = (("agreement", "offer"),)

    def __str__(self) -> str:
        return f"{self.agreement}: {self.offer}"


class Anchor(models.Model):
    """Until when one of the three that an offer rests on is secured (claim B11). Without a row it is not known."""

    class Part(models.TextChoices):
        FUNDING = "funding", "geld"
        PEOPLE = "people", "mensen"
        AGREEMENT = "agreement", "afspraken"

    partnership = Carried("offer")
    offer = Inside(Offer, on_delete=models.CASCADE, related_name="+")
    part = models.CharField("wat?", max_length=10, choices=Part)
    until = models.DateField("zeker tot en met", null=True, blank=True)
    """Empty: for an indefinite time."""
    source = models.CharField("hoe weet je dat?", max_length=200, blank=True)

    objects: ClassVar[models.Manager[Anchor]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verankering"
        verbose_name_plural = "verankering"
        ordering = ["offer", "pk"]
        constraints = [models.UniqueConstraint(fields=["offer", "part"], name="anchor_once")]

    def __str__(self) -> str:
        return f"{self.offer}: {self.get_part_display()}"
