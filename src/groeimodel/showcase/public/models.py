"""What a partnership writes itself for its public page, and what it prepares before that goes online (claims W25, B17)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


class Page(models.Model):
    """The own words of one page. Whether it is online, and which kinds stand on it, is kept by `sharing`."""

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField("e-mailadres van de samenwerking", blank=True)
    """Of the organisation, never of a person."""
    intro = models.TextField("wie jullie zijn en wat jullie doen", max_length=800, blank=True)
    name_fr = models.CharField("naam in het Frans", max_length=120, blank=True)
    intro_fr = models.TextField("hetzelfde in het Frans", max_length=800, blank=True)
    titles_fr = models.JSONField("titels in het Frans", default=dict, blank=True)
    """By 'actions.action:12', 'counter.offer:3', 'organs.organ:4'; what has none stays Dutch."""
    draft: models.JSONField[dict[str, Any] | None, dict[str, Any] | None] = models.JSONField(
        "in de maak", null=True, blank=True
    )
    """A `Version` that was written and looked at, and is not online."""
    before: models.JSONField[dict[str, Any] | None, dict[str, Any] | None] = models.JSONField(
        "zoals het was", null=True, blank=True
    )
    """A `Version` with whether it was online: what 'undo' goes back to."""
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Page]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "publieke pagina"
        verbose_name_plural = "publieke pagina's"

    def __str__(self) -> str:
        return str(self.partnership)
