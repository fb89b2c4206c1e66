"""Who is to be erased, and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Erasure(models.Model):
    """That somebody is to be erased from a moment on; open until it is stopped or done."""

    class Why(models.TextChoices):
        ASKED = "asked", "gevraagd"
        IDLE = "idle", "lang geen deel"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="persoon", on_delete=models.PROTECT, related_name="erasures"
    )
    why = models.CharField("waarom", max_length=5, choices=Why, default=Why.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The person self, or an administrator on request; null when the system did."""
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    due_at = models.DateTimeField("wissen vanaf")
    stopped_at = models.DateTimeField("gestopt op", null=True, blank=True)
    done_at = models.DateTimeField("gewist op", null=True, blank=True)

    class Meta:
        verbose_name = "wissen van gegevens"
        verbose_name_plural = "wissen van gegevens"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(stopped_at__isnull=True, done_at__isnull=True),
                name="erasure_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.due_at:%d/%m/%Y}"

    @property
    def is_open(self) -> bool:
        return self.stopped_at is None and self.done_at is None
