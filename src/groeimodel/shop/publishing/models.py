"""Which decisions of organs stand on the web for everyone (claim B2)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import InsideOne


class Publication(models.Model):
    """A decision that was put on the web; taken off, it stays known that it stood there."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    decision = InsideOne(Decision, on_delete=models.PROTECT, related_name="publication")
    published_at = models.DateTimeField("op het web sinds", default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField("van het web gehaald op", null=True, blank=True)

    objects: ClassVar[models.Manager[Publication]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bekendmaking"
        verbose_name_plural = "bekendmakingen"
        ordering = ["-decision__number"]

    def __str__(self) -> str:
        return str(self.decision)

    def get_absolute_url(self) -> str:
        return reverse("publishing:decision", args=[self.partnership.slug, self.decision.number])
