"""The evaluation of an action: what came of it, what was learnt, and what is next (claims W8, W9, W21, W23)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.lessons.models import Lesson


class Evaluation(models.Model):
    """One for each action; a draft until it is closed."""

    class Verdict(models.TextChoices):
        AGAIN = "again", "opnieuw zaaien"
        SPECIALISE = "specialise", "specialiseren"
        SHOP = "shop", "naar de winkel"
        COMPOST = "compost", "composteren"

    partnership = Carried("action")
    action = InsideOne(Action, on_delete=models.CASCADE, related_name="evaluation")
    reach = models.PositiveIntegerField(
        "hoeveel kinderen en jongeren bereikten jullie?", null=True, blank=True
    )
    reach_source = models.CharField("waar komt dat cijfer vandaan?", max_length=160, blank=True)
    went_well = models.TextField("wat ging goed?", max_length=1500, blank=True)
    title = models.CharField("de les, in één zin", max_length=140, blank=True)
    learned = models.TextField("wat leerden jullie?", max_length=1500, blank=True)
    helps = models.CharField("wanneer helpt dit?", max_length=300, blank=True)
    tags = models.CharField("waarover gaat het?", max_length=160, blank=True)
    share = models.BooleanField("deze les mag naar de bibliotheek", default=False)
    verdict = models.CharField("hoe gaat het verder?", max_length=10, choices=Verdict, blank=True)
    reason = models.CharField("waarom?", max_length=300, blank=True)
    feed = models.CharField("welke extra voeding vraagt het?", max_length=300, blank=True)
    """Only when it is made special: knowledge, people, material, money."""
    result = models.PositiveSmallIntegerField(
        "hoe goed lukte het?", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    """0 to 100, as `Action.result`."""
    cost = models.DecimalField("kostprijs", max_digits=10, decimal_places=2, null=True, blank=True)
    """Euro spent, and hours, as they stood when it was closed; empty in a draft."""
    hours = models.DecimalField(
        "uren", max_digits=8, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    """When the gardener was mailed that it is time; once."""
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lesson = Inside(Lesson, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """What went to the soil."""
    follow_up = Inside(Action, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """The seed or seedling that came of it."""

    objects: ClassVar[models.Manager[Evaluation]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        ordering = ["-closed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | (~Q(verdict="") & ~Q(reason="") & ~Q(learned="")),
                name="evaluation_closed_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.action)

    @property
    def open(self) -> bool:
        return self.closed_at is None


class LookBack(models.Model):
    """What a partner says at the end that had said no expectation before; the others look back on theirs."""

    partnership = Carried("evaluation")
    evaluation = Inside(Evaluation, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField("wat valt jullie op?", max_length=240)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[LookBack]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "terugblik van een partner"
        verbose_name_plural = "terugblikken van partners"
        ordering = ["municipality__name"]
        constraints = [models.UniqueConstraint(fields=["evaluation", "municipality"], name="look_back_once")]

    def __str__(self) -> str:
        return self.text
