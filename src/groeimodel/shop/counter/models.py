"""What the shop always has (claims B1, B8 to B12)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action


class Offer(models.Model):
    """Something that the shop always has."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    text = models.TextField("in enkele zinnen", max_length=1000, blank=True)
    featured = models.BooleanField("in de kijker", default=False)
    draft = models.BooleanField("in de maak", default=False)
    """Not in the window yet: an action was handed to the shop, and somebody still makes an offer of it."""
    grew_from = models.OneToOneField(
        Action, verbose_name="gegroeid uit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The action that it was on the meadow, with its whole history (claim W9)."""
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    objects: ClassVar[models.Manager[Offer]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"
        ordering = ["-featured", "title"]

    def __str__(self) -> str:
        return self.title
