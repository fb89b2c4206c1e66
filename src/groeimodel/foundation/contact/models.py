"""Questions to the regional supporter, each with the page that it came from (claim I4)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.contact.promising import promised, working_days_between
from groeimodel.foundation.partners.models import Partnership


class Question(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("vraag", max_length=3000)
    page = models.CharField(max_length=300, blank=True)
    """Address inside the site of the page that the question is about."""
    part = models.CharField(max_length=160, blank=True)
    """What the asker was in the partnership, in words, on that day."""
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField("antwoord", max_length=5000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    """When the first answer went out; a better one later does not change it."""
    passed_to = models.CharField("doorgegeven aan", max_length=120, blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)
    """Somebody else answers: the asker knows whom to expect, and nobody is late any more."""

    objects: ClassVar[models.Manager[Question]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag aan de regio-ondersteuner"
        verbose_name_plural = "vragen aan de regio-ondersteuner"
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.asker}, {self.asked_at:%d/%m/%Y}"

    @property
    def promised_on(self) -> date:
        """The last day on which an answer is in time."""
        return promised(timezone.localdate(self.asked_at))

    @property
    def waits(self) -> bool:
        return self.answered_at is None and self.passed_at is None

    @property
    def waiting_days(self) -> int:
        """Working days that passed since it was asked, until the answer or today."""
        return working_days_between(timezone.localdate(self.asked_at), timezone.localdate(self.answered_at))

    @property
    def late(self) -> bool:
        """It still waits, though its promised day is past."""
        return self.waits and timezone.localdate() > self.promised_on
