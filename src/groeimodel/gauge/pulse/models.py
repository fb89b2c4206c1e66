"""The pulse: three questions on trust after a meeting.

Who answered is kept apart from what: an answer has no person, no time, no role, and a number that tells no order. When
the pulse closes, what is shown is made once, and the answers themselves go; only sums of half a year stay, for the link.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.soil.meetings.models import Meeting

MARK = [MinValueValidator(1), MaxValueValidator(5)]


class Pulse(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = InsideOne(Meeting, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("geopend op", default=timezone.now)
    closes_on = models.DateField("sluit op")
    """The last day."""
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    published = models.JSONField(null=True, blank=True)
    """{people, questions, trust} as it is shown for ever; empty when fewer than three people answered."""

    objects: ClassVar[models.Manager[Pulse]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "polsslag"
        verbose_name_plural = "polsslagen"
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.opened_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Asked(models.Model):
    """That somebody was asked, and whether they answered; goes when the pulse closes."""

    partnership = Carried("pulse")
    pulse = Inside(Pulse, on_delete=models.CASCADE, related_name="asked")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered = models.BooleanField(default=False)

    class Meta:
        verbose_name = "gevraagd"
        verbose_name_plural = "gevraagd"
        constraints = [models.UniqueConstraint(fields=["pulse", "person"], name="pulse_asked_once")]

    def __str__(self) -> str:
        return f"{self.pulse_id} {self.person_id}"


class Answer(models.Model):
    """What somebody answered; nobody knows who."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = Carried("pulse")
    pulse = Inside(Pulse, on_delete=models.CASCADE, related_name="answers")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For the sum of its half-year; no figure of one municipality is ever shown."""
    open = models.PositiveSmallIntegerField(validators=MARK)
    word = models.PositiveSmallIntegerField(validators=MARK)
    backed = models.PositiveSmallIntegerField(validators=MARK)

    class Meta:
        verbose_name = "antwoord op een polsslag"
        verbose_name_plural = "antwoorden op polsslagen"
        constraints = [
            models.CheckConstraint(
                condition=Q(open__range=(1, 5), word__range=(1, 5), backed__range=(1, 5)),
                name="pulse_mark_1_to_5",
            )
        ]

    def __str__(self) -> str:
        return "Antwoord"


class TrustSum(models.Model):
    """What a municipality answered in half a year, added up: for the link with involvement over all partners together."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=6)
    """'2026-2': July to December 2026."""
    total = models.FloatField(default=0)
    """Sum of the means of three marks."""
    answers = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager[TrustSum]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "som van polsslagen"
        verbose_name_plural = "sommen van polsslagen"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "municipality", "half"], name="trust_sum_once")
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.half}"
