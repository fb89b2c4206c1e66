"""Joint decisions: what, by whom, on which mandates and local checks, when; numbered in each partnership (claims G8, W22).

A decision is never changed or removed: a later one can take its place. Whatever a room above decides about is named
as 'room.model:key', as the journal does; titles are kept as they were read on that day.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Partnership


class Decision(models.Model):
    class Way(models.TextChoices):
        """How it came about."""

        CHOSEN = "chosen", "kiesronde"
        AGREED = "agreed", "samen afgesproken"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("nummer")
    title = models.CharField("wat is beslist?", max_length=200)
    text = models.TextField("in enkele zinnen", max_length=4000, blank=True)
    way = models.CharField("hoe", max_length=10, choices=Way)
    subject = models.CharField(max_length=80, blank=True)
    """Where it was taken: 'choosing.round:3'."""
    checksum = models.CharField(max_length=64, blank=True)
    """SHA-256 of what was counted, so that everybody can see that nothing of it changed."""
    taken_on = models.DateField("op")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Decision]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["partnership", "number"], name="decision_number_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("decisions:decision", args=[self.partnership.slug, self.number])


class Matter(models.Model):
    """One thing that was decided about, and whether it was taken on."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="matters")
    subject = models.CharField(max_length=80)
    """'actions.action:12'."""
    title = models.CharField("waarover", max_length=200)
    adopted = models.BooleanField("gekozen")
    amount = models.DecimalField(
        "bedrag in euro", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip

    class Meta:
        verbose_name = "punt van een besluit"
        verbose_name_plural = "punten van besluiten"
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject"], name="matter_by_subject")]

    def __str__(self) -> str:
        return self.title


class Voice(models.Model):
    """What one municipality said, by whom, on which mandate, and whether it counted."""

    class Stance(models.TextChoices):
        FOR = "for", "koos mee"
        AGAINST = "against", "tegen"
        SILENT = "silent", "zei niets"

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="voices")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """In whose name; empty where nobody spoke."""
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    stance = models.CharField(max_length=8, choices=Stance)
    amount = models.DecimalField(
        "betaalt in euro", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    """What the municipality pays by this decision."""
    counted = models.BooleanField("telde mee")
    why_not = models.CharField(max_length=200, blank=True)
    """In words, where it did not count."""

    class Meta:
        verbose_name = "stem bij een besluit"
        verbose_name_plural = "stemmen bij besluiten"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "municipality"], name="voice_once_a_municipality")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_stance_display()}"


class Checked(models.Model):
    """The local check of one municipality on one matter, as it stood on the day of the decision (claim G8)."""

    class Verdict(models.TextChoices):
        FITS = "fits", "past bij een nood"
        NEUTRAL = "neutral", "neutraal"
        NOT = "not", "past niet"
        NONE = "none", "niet getoetst"

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="checks")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField("oordeel", max_length=8, choices=Verdict)
    words = models.CharField("welke nood, of waarom niet", max_length=300, blank=True)

    class Meta:
        verbose_name = "lokale toets bij een besluit"
        verbose_name_plural = "lokale toetsen bij besluiten"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "municipality"], name="checked_once_a_municipality")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_verdict_display()}"
