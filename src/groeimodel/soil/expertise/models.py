"""What people and municipalities bring to each other, and what they look for (claims P3 and P5)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Expertise(models.Model):
    """One area, brought or looked for, by a municipality or by a person."""

    class Kind(models.TextChoices):
        BRINGS = "brings", _("dit breng ik mee")
        SEEKS = "seeks", _("dit zoek ik")

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=40)
    """The id of a nutrient of `content/nutrients.toml`."""
    kind = models.CharField(max_length=6, choices=Kind)
    text = models.CharField(_("in je eigen woorden"), max_length=300, blank=True)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Of which municipality; empty for somebody of the partnership as a whole, such as the coordinator."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who says it of themselves; empty when it is of the municipality."""
    opened = models.BooleanField(_("andere samenwerkingen mogen dit zien"), default=False)
    """Shown to others with the municipality, never with a person."""
    noted_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Expertise]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = _("expertise")
        verbose_name_plural = _("expertise")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "area", "kind", "person"],
                condition=Q(person__isnull=False),
                name="expertise_once_a_person",
            ),
            models.UniqueConstraint(
                fields=["partnership", "area", "kind", "municipality"],
                condition=Q(person__isnull=True),
                name="expertise_once_a_municipality",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(municipality__isnull=False),
                name="expertise_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(opened=False) | Q(kind="brings"), name="expertise_open_brings"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.text}" if self.text else self.area
