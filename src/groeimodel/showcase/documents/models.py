"""A document that takes a while to make: asked for, made by the worker, kept for a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership

DAYS = 7
"""So long a made document can be taken along."""


def a_week_on() -> date:
    return timezone.localdate() + timedelta(days=DAYS)


class Order(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "wacht op zijn beurt"
        MAKING = "making", "wordt gemaakt"
        DONE = "done", "klaar"
        FAILED = "failed", "mislukt"
        STOPPED = "stopped", "gestopt"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("wat", max_length=24)
    """Of `kinds.KINDS`."""
    form = models.CharField("bestand", max_length=5)
    """'pdf', 'docx', 'pptx' or 'zip'."""
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Whose document it is; empty for the partnership as a whole."""
    period = models.CharField("over welke tijd", max_length=4, blank=True)
    """As in `sheets.selectors.period_of`."""
    version = models.BigIntegerField(default=0)
    """Of what was recorded when it was asked for: the same document is not made twice."""
    state = models.CharField("stand", max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField("vordering", default=0)
    """0 to 100."""
    step = models.CharField("waaraan bezig", max_length=160, blank=True)
    """In words for who waits; of what failed, why."""
    path = models.CharField(max_length=120, blank=True)
    """Where the file lies in storage; empty while there is none."""
    size = models.PositiveBigIntegerField("grootte", default=0)
    """Bytes."""
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("gevraagd op", default=timezone.now)
    expires_on = models.DateField("te bewaren tot en met", default=a_week_on)

    objects: ClassVar[models.Manager[Order]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "gevraagd document"
        verbose_name_plural = "gevraagde documenten"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="order_up_to_100"),
            models.CheckConstraint(condition=~Q(state="done") | ~Q(path=""), name="order_done_has_file"),
        ]
        indexes = [
            models.Index(fields=["partnership", "made_by", "-made_at"], name="order_of_maker"),
            models.Index(fields=["expires_on"], name="order_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}".strip()

    def get_absolute_url(self) -> str:
        return reverse("documents:order", args=[self.partnership.slug, self.pk])

    @property
    def busy(self) -> bool:
        return self.state in (self.State.WAITING, self.State.MAKING)

    @property
    def done(self) -> bool:
        return self.state == self.State.DONE
