"""What children and young people need, as each municipality heard it: counts and sayings, never a name (claim G8)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Need(models.Model):
    class Source(models.TextChoices):
        SURVEY = "survey", "bevraging"
        COUNCIL = "council", "jeugdraad"
        SEEN = "seen", "observatie"
        FIGURES = "figures", "cijfers"

    class ForWhom(models.TextChoices):
        CHILDREN = "children", "kinderen"
        TEENS = "teens", "tieners"
        YOUTH = "youth", "jongeren"
        ALL = "all", "alle kinderen en jongeren"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField("welke nood, in één zin?", max_length=160)
    text = models.TextField("wat weet je erover?", max_length=2000, blank=True)
    for_whom = models.CharField("voor wie?", max_length=10, choices=ForWhom, default=ForWhom.ALL)
    source = models.CharField("hoe weet je het?", max_length=10, choices=Source)
    source_words = models.CharField("welke bron precies?", max_length=160, blank=True)
    heard_on = models.DateField("van wanneer?")
    closed_on = models.DateField("afgesloten op", null=True, blank=True)
    closed_why = models.CharField("waarom afgesloten?", max_length=240, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Need]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "nood"
        verbose_name_plural = "noden"
        ordering = ["-heard_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_why="")
                | Q(closed_on__isnull=False) & ~Q(closed_why=""),
                name="need_closed_with_reason",
            )
        ]
        indexes = [models.Index(fields=["partnership", "municipality"], name="need_by_municipality")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("needs:need", args=[self.partnership.slug, self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_on is None
