"""What a partnership shows of itself, and to whom: chosen one kind at a time, and taken back as easily."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


class Opening(models.Model):
    """One kind that is shown, from a moment on; in force while `closed_at` is empty."""

    class Kind(models.TextChoices):
        # For everyone who looks on the web.
        PAGE = "page", "de publieke pagina"
        GARDEN = "garden", "de tuin"
        ACTIONS = "actions", "wat er groeit"
        RESULTS = "results", "wat het opbracht"
        OFFER = "offer", "het aanbod van de winkel"
        ORGANS = "organs", "wie beslist"
        DECISIONS = "decisions", "besluiten"
        CALENDAR = "calendar", "de agenda"
        NEWS = "news", "nieuws"
        # For other partnerships and for the umbrella organisation.
        STROLL = "stroll", "andere samenwerkingen kijken bij ons rond"
        COMPARISON = "comparison", "onze cijfers tellen mee in een vergelijking zonder namen"
        TREND = "trend", "onze cijfers tellen mee in de open cijfers over alle samenwerkingen"
        REGION = "region", "onze regio-ondersteuner ziet hoe het met ons gaat"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("wat", max_length=12, choices=Kind)
    opened_at = models.DateTimeField("sinds", default=timezone.now)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("tot", null=True, blank=True)

    objects: ClassVar[models.Manager[Opening]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "wat getoond wordt"
        verbose_name_plural = "wat getoond wordt"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "kind"], condition=Q(closed_at__isnull=True), name="sharing_one_open"
            )
        ]
        indexes = [models.Index(fields=["kind"], name="sharing_by_kind", condition=Q(closed_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.kind}"


Kind = Opening.Kind

PUBLIC = (
    *(Kind.GARDEN, Kind.ACTIONS, Kind.RESULTS, Kind.OFFER),
    *(Kind.ORGANS, Kind.DECISIONS, Kind.CALENDAR, Kind.NEWS),
)
"""What a public page can hold, in its order; `PAGE` says that there is one."""
OTHERS = (Kind.REGION, Kind.STROLL, Kind.COMPARISON, Kind.TREND)
"""What others than visitors get to see, in the order of the page."""
