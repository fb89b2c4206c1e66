"""Who steers, who assists and who follows up, per subject and with a term (claim B20); and who can what (claim B4).

A process mandate is versioned as other mandates are: a change closes one and opens another.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside

SOON = timedelta(days=60)
"""Before its end from which on a mandate is said to end soon."""


class ProcessMandate(models.Model):
    class Close(models.TextChoices):
        REPLACED = "replaced", "vervangen"
        STOPPED = "stopped", "gestopt"
        REJECTED = "rejected", "verworpen"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=20, blank=True)
    """Of the standard list (`content/steering.toml`); empty for a subject of their own."""
    title = models.CharField("waarover?", max_length=160)
    task = models.TextField("wat is de opdracht?", max_length=1000, blank=True)
    starts = models.DateField("vanaf")
    ends = models.DateField("tot en met")
    basis = models.CharField("waarop steunt het?", max_length=200, blank=True)
    given_on = models.DateField(null=True, blank=True)
    """Null while it waits for a decision of an organ."""
    decision = models.PositiveIntegerField(null=True, blank=True)
    """The number of the decision that gave it, where an organ voted on it."""
    closed_on = models.DateField(null=True, blank=True)
    """From this day on it holds no more."""
    closed_why = models.CharField(max_length=10, choices=Close, blank=True)
    replaces = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[ProcessMandate]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "procesmandaat"
        verbose_name_plural = "procesmandaten"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="processmandate_ends_after_start")
        ]
        indexes = [models.Index(fields=["partnership", "ends"], name="processmandate_by_end")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("steering:mandate", args=[self.partnership.slug, self.pk])

    @property
    def subject(self) -> str:
        """How an agenda names it."""
        return f"steering.processmandate:{self.pk}"

    def state_on(self, day: date) -> str:
        """'proposed', 'coming', 'in_force', 'ends_soon', 'ended' or 'closed'."""
        if self.closed_on is not None and self.closed_on <= day:
            return "closed"
        if self.given_on is None:
            return "proposed"
        if day < self.starts:
            return "coming"
        if day > self.ends:
            return "ended"
        return "ends_soon" if self.ends - day < SOON else "in_force"


class Hand(models.Model):
    """Somebody's part in a process mandate."""

    class Kind(models.TextChoices):
        STEERS = "steers", "stuurt"
        ASSISTS = "assists", "helpt mee"
        FOLLOWS = "follows", "volgt op"

    partnership = Carried("mandate")
    mandate = Inside(ProcessMandate, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)

    objects: ClassVar[models.Manager[Hand]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "rol in een procesmandaat"
        verbose_name_plural = "rollen in procesmandaten"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["mandate", "person", "kind"], name="hand_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()}"


class OwnCompetence(models.Model):
    """A kind of expertise that the partnership itself added to the map."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("welke kennis?", max_length=80)
    what = models.CharField("waarvoor hebben jullie die nodig?", max_length=200, blank=True)

    objects: ClassVar[models.Manager[OwnCompetence]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "eigen kennisgebied"
        verbose_name_plural = "eigen kennisgebieden"
        ordering = ["title", "pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "title"], name="own_competence_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        return f"own:{self.pk}"


class Cover(models.Model):
    """Somebody covers a kind of expertise."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    competence = models.CharField(max_length=40)
    """An id of `content/steering.toml`, or 'own:3'."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("waarmee kun je helpen?", max_length=160, blank=True)
    noted_on = models.DateField(default=timezone.localdate)

    objects: ClassVar[models.Manager[Cover]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "wie wat kan"
        verbose_name_plural = "wie wat kan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "competence", "person"], name="cover_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.competence}"


class Assumption(models.Model):
    """What the partnership reckons with instead of the assumption that is shipped."""

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="+")
    hours_per_sitting = models.DecimalField(
        "uren per zitting",
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.5")), MaxValueValidator(Decimal(24))],
    )

    objects: ClassVar[models.Manager[Assumption]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanname"
        verbose_name_plural = "aannames"

    def __str__(self) -> str:
        return f"{self.hours_per_sitting} uur per zitting"
