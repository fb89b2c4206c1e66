"""The harvest of the exchange: what a municipality now uses locally thanks to the others."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Inside
from groeimodel.soil.meetings.models import Meeting


class Harvest(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    """Where it is used."""
    title = models.CharField("wat gebruik je nu lokaal?", max_length=120)
    text = models.TextField("wat leverde het op?", max_length=2000, blank=True)
    gained_on = models.DateField("sinds wanneer?")
    source = models.CharField("waar kwam het vandaan?", max_length=160, blank=True)
    """The meeting, the theme or the conversation; free text, no name of a person needed."""
    source_url = models.CharField(max_length=200, blank=True, editable=False)
    """A path of this site that the source leads to, such as a question to the group."""
    from_municipality = models.ForeignKey(
        Municipality,
        verbose_name="van welke gemeente?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Who gave it; empty when it came from the group as a whole."""
    meeting = Inside(
        Meeting,
        verbose_name="van welke ontmoeting?",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    """Where it came up; the chain from meeting to harvest (claim P13)."""
    figure = models.DecimalField(
        "een cijfer",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    unit = models.CharField("waarvan?", max_length=40, blank=True)
    """What the figure counts: 'kinderen', 'euro gespaard'."""
    picture_for_all = models.BooleanField("de foto mag op het oogstblad voor inwoners", default=False)
    """Pictures are for members; only this lets one out, on the sheet for residents (claim G7)."""
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Harvest]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "oogst"
        verbose_name_plural = "oogst"
        ordering = ["-gained_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_municipality__isnull=True) | ~Q(from_municipality=F("municipality")),
                name="harvest_from_another_municipality",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | ~Q(unit=""), name="harvest_figure_has_unit"
            ),
        ]
        indexes = [models.Index(fields=["partnership", "-gained_on"], name="harvest_by_partnership")]

    def __str__(self) -> str:
        return self.title
