"""What happens after a meeting: what somebody takes home, and what the alderman is told."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.soil.meetings.models import Meeting


class Takeaway(models.Model):
    """What somebody takes home from a meeting, for a municipality."""

    partnership = Carried("meeting")
    meeting = Inside(Meeting, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField("wat neem je mee?", max_length=500)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "wat iemand meeneemt"
        verbose_name_plural = "wat mensen meenemen"
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="takeaway_once")]

    def __str__(self) -> str:
        return self.text


class Report(models.Model):
    """What an alderman is told of a meeting. Nothing is kept of it until somebody changes the draft or sends it."""

    class Told(models.TextChoices):
        MAIL = "mail", "per mail"
        SPOKEN = "spoken", "mondeling"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = Inside(Meeting, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("verslag", max_length=6000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    told = models.CharField("hoe verteld?", max_length=6, choices=Told, blank=True)
    told_at = models.DateTimeField("verteld op", null=True, blank=True)
    told_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Report]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verslag voor een schepen"
        verbose_name_plural = "verslagen voor schepenen"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "municipality"], name="report_once"),
            models.CheckConstraint(
                condition=Q(told="", told_at__isnull=True) | (~Q(told="") & Q(told_at__isnull=False)),
                name="report_told_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.municipality_id}"


class Reminder(models.Model):
    """That people were asked, after a meeting, what they take home: once."""

    partnership = Carried("meeting")
    meeting = InsideOne(Meeting, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "herinnering na een ontmoeting"
        verbose_name_plural = "herinneringen na ontmoetingen"

    def __str__(self) -> str:
        return f"{self.meeting_id}"
