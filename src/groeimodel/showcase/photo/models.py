"""A photo of the meadow: a link that shows today's garden to whoever has it, until it ends or is withdrawn (claim W15)."""

from __future__ import annotations

import secrets
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


def new_token() -> str:
    """192 bits: a link that cannot be guessed, and says nothing of who made it."""
    return secrets.token_urlsafe(24)


class Photo(models.Model):
    class Days(models.IntegerChoices):
        WEEK = 7, "een week"
        MONTH = 30, "een maand"
        QUARTER = 90, "drie maanden"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    note = models.CharField("voor welke gelegenheid?", max_length=60, blank=True)
    """For the maker's own list; whoever opens the link does not see it."""
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField("te zien tot en met")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Photo]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "foto van de weide"
        verbose_name_plural = "foto's van de weide"
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["partnership", "ends_on"], name="photo_by_end")]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.ends_on}"

    def get_absolute_url(self) -> str:
        return reverse("photo:photo", args=[self.token])

    def shows_on(self, day: date) -> bool:
        return self.withdrawn_at is None and day <= self.ends_on
