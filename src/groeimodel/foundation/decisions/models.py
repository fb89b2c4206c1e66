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
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne


class Decision(models.Model):
    class Way(models.TextChoices):
        """How it came about."""

        CHOSEN = "chosen", "kiesronde"
        AGREED = "agreed", "samen afgesproken"
        VOTED = "voted", "stemming in een orgaan"

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
    replaces = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
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

    partnership = Carried("decision")
    decision = Inside(Decision, on_delete=models.CASCADE, related_name="matters")
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
        ABSTAIN = "abstain", "onthield zich"
        DIVIDED = "divided", "verdeeld"
        """Its seats in an organ voted differently, as many for as against."""

    partnership = Carried("decision")
    decision = Inside(Decision, on_delete=models.CASCADE, related_name="voices")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """In whose name; empty where nobody spoke."""
    mandate = Inside(Mandate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    stance = models.CharField(max_length=8, choices=Stance)
    amount = models.DecimalField(
        "betaalt in euro", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    """What the municipality pays by this decision."""
    counted = models.BooleanField("telde mee")
    why_not = models.CharField(max_length=200, blank=True)
    """In words, where it did not count."""
    pro = models.PositiveIntegerField("stemmen voor", null=True, blank=True)
    against = models.PositiveIntegerField("stemmen tegen", null=True, blank=True)
    abstain = models.PositiveIntegerField("onthoudingen", null=True, blank=True)
    absent = models.PositiveIntegerField("stemmen van wie er niet was", null=True, blank=True)
    """How the seats of the municipality voted, in an organ; the seat is the mandate."""

    class Meta:
        verbose_name = "stem bij een besluit"
        verbose_name_plural = "stemmen bij besluiten"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "municipality"], name="voice_once_a_municipality")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_stance_display()}"


class Vote(models.Model):
    """A vote in an organ, with everything as it was read on that day: rules of statutes may change later."""

    partnership = Carried("decision")
    decision = InsideOne(Decision, on_delete=models.CASCADE, related_name="vote")
    organ = models.CharField("orgaan", max_length=120)
    organ_key = models.CharField(max_length=80, blank=True)
    """'organs.organ:3'."""
    kind = models.CharField("soort beslissing", max_length=40)
    """As the statutes name it: 'ordinary', 'persons', 'statutes'."""
    adopted = models.BooleanField("aangenomen")
    secret = models.BooleanField("geheim", default=False)
    chair_decided = models.BooleanField("de voorzitter besliste", default=False)
    pro = models.PositiveIntegerField("voor", default=0)
    against = models.PositiveIntegerField("tegen", default=0)
    abstain = models.PositiveIntegerField("onthoudingen", default=0)
    absent = models.PositiveIntegerField("afwezig", default=0)
    advisory_pro = models.PositiveIntegerField("advies voor", default=0)
    advisory_against = models.PositiveIntegerField("advies tegen", default=0)
    advisory_abstain = models.PositiveIntegerField("advies onthouding", default=0)
    quorum = models.JSONField(default=dict)
    """{"of": "seats", "here": 5, "total": 6, "needed": 4, "waived": false}"""
    majorities = models.JSONField(default=list)
    """[{"of": "votes", "share": "1/2", "more_than": true, "base": "cast", "whole": 5, "reached": 4, "needed": 3, "met": true, "by_chair": false}]"""

    class Meta:
        verbose_name = "stemming"
        verbose_name_plural = "stemmingen"

    def __str__(self) -> str:
        return f"{self.organ}: {self.pro} / {self.against} / {self.abstain}"


class Checked(models.Model):
    """The local check of one municipality on one matter, as it stood on the day of the decision (claim G8)."""

    class Verdict(models.TextChoices):
        FITS = "fits", "past bij een nood"
        NEUTRAL = "neutral", "neutraal"
        NOT = "not", "past niet"
        NONE = "none", "niet getoetst"

    partnership = Carried("matter")
    matter = Inside(Matter, on_delete=models.CASCADE, related_name="checks")
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
