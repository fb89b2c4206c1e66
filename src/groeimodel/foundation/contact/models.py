"""Questions to the regional supporter, each with the page that it came from (claim I4)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

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

    objects: ClassVar[models.Manager[Question]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag aan de regio-ondersteuner"
        verbose_name_plural = "vragen aan de regio-ondersteuner"
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.asker}, {self.asked_at:%d/%m/%Y}"
