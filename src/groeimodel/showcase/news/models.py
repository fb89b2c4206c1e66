"""The newsletter of a partnership: who reads it, its editions with what stands in them, and who got which edition."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside


def new_token() -> str:
    """192 bits: nobody guesses it, and it says nothing of whose it is."""
    return secrets.token_urlsafe(24)


class Subscription(models.Model):
    """An address that reads along, and nothing else of whoever has it. Without `confirmed_at` it gets no edition."""

    class Language(models.TextChoices):
        DUTCH = "nl", "Nederlands"
        FRENCH = "fr", "français"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    address = models.EmailField("adres")
    address_key = models.CharField(max_length=64)
    """Keyed hash of the address, however it is written: what a link to leave holds, so that old mails keep working."""
    language = models.CharField("taal", max_length=2, choices=Language, default=Language.DUTCH)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    """What the link to confirm holds; a number would come again after a row went."""
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    objects: ClassVar[models.Manager[Subscription]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "lezer van een nieuwsbrief"
        verbose_name_plural = "lezers van nieuwsbrieven"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "address_key"], name="news_address_once")
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.pk}"


class Edition(models.Model):
    """One newsletter: a draft until `sent_at`, on its way until `done_at`, and never changed once it was sent."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("nummer", null=True, blank=True)
    """Given when it is sent; it stands in the address of its page."""
    title = models.CharField("titel", max_length=120)
    intro = models.TextField("inleiding", max_length=2000, blank=True)
    intro_fr = models.TextField("inleiding in het Frans", max_length=2000, blank=True)
    since = models.DateTimeField("nieuws sinds")
    """From when on news was gathered."""
    gathered_at = models.DateTimeField("nieuws tot", default=timezone.now)
    made_at = models.DateTimeField("begonnen op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField("veranderd op", default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    send_at = models.DateTimeField("verstuur op", null=True, blank=True)
    """Of a draft that goes by itself; empty again once it went."""
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who sent it, or planned that it would go."""
    readers = models.PositiveIntegerField("lezers", default=0)
    """How many there were when it was sent."""
    done_at = models.DateTimeField("helemaal vertrokken op", null=True, blank=True)
    withdrawn_at = models.DateTimeField("van het web gehaald op", null=True, blank=True)

    objects: ClassVar[models.Manager[Edition]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "nieuwsbrief"
        verbose_name_plural = "nieuwsbrieven"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "number"], name="news_number_once"),
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(sent_at__isnull=True), name="news_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, number__isnull=True, done_at__isnull=True)
                | Q(sent_at__isnull=False, number__isnull=False, send_at__isnull=True),
                name="news_sent_has_number",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page for everyone; select `partnership` with it."""
        return reverse("news:edition", args=[self.partnership.slug, self.number])

    @property
    def is_draft(self) -> bool:
        return self.sent_at is None

    @property
    def is_on_its_way(self) -> bool:
        return self.sent_at is not None and self.done_at is None


class Item(models.Model):
    """One thing that an edition tells, in words that may be edited."""

    class Kind(models.TextChoices):
        """In the order in which a new edition has them."""

        UPDATE = "update", "Wat groeit er?"
        BEGUN = "begun", "Dit is begonnen"
        PICKED = "picked", "Dit is klaar"
        HARVEST = "harvest", "Dit nemen gemeenten van elkaar over"
        OFFER = "offer", "Nieuw in de winkel"
        DECISION = "decision", "Dit is beslist"
        DAY = "day", "Dit komt eraan"
        OWN = "own", ""

    partnership = Carried("edition")
    edition = Inside(Edition, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField("soort", max_length=10, choices=Kind)
    source = models.CharField(max_length=80, blank=True)
    """What it came from, 'tending.update:3'; empty for what was written for this edition."""
    position = models.PositiveSmallIntegerField("plaats", default=0)
    included = models.BooleanField("staat erin", default=True)
    title = models.CharField("titel", max_length=200)
    text = models.TextField("tekst", max_length=2000, blank=True)
    url = models.CharField("link", max_length=500, blank=True)
    """A path of this site that everyone may open, or a whole address."""

    objects: ClassVar[models.Manager[Item]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bericht van een nieuwsbrief"
        verbose_name_plural = "berichten van nieuwsbrieven"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "source"], condition=~Q(source=""), name="news_source_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Delivery(models.Model):
    """That a reader is to get an edition, and whether the mail was written. Goes with the subscription.

    All rows of an edition are made when it is sent, so whoever comes later waits for the next one, and nobody gets it twice.
    """

    partnership = Carried("edition")
    edition = Inside(Edition, on_delete=models.CASCADE, related_name="+")
    subscription = Inside(Subscription, on_delete=models.CASCADE, related_name="+")
    mailed_at = models.DateTimeField("mail geschreven op", null=True, blank=True)

    objects: ClassVar[models.Manager[Delivery]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "subscription"], name="news_delivered_once")
        ]
        indexes = [
            models.Index(fields=["edition"], condition=Q(mailed_at__isnull=True), name="news_to_deliver")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.subscription_id}"
