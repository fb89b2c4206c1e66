"""Before the choice: the local check of each municipality on a proposal (claim G8), and what aldermen like (W12, W16)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Inside
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.needs.models import Need


class OfMunicipality(models.Model):
    """Something that is known once of a proposal and a municipality."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    action = Inside(Action, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.action_id} {self.municipality_id}"


class LocalCheck(OfMunicipality):
    """Does a proposal fit the needs of a municipality? The last word counts, until the decision."""

    class Verdict(models.TextChoices):
        """As `decisions.Checked.Verdict` names them."""

        FITS = "fits", "past bij een nood"
        NEUTRAL = "neutral", "neutraal"
        NOT = "not", "past niet"

    verdict = models.CharField("oordeel", max_length=8, choices=Verdict)
    need = Inside(
        Need,
        verbose_name="bij welke nood?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    why = models.CharField("waarom?", max_length=240, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[LocalCheck]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "lokale toets"
        verbose_name_plural = "lokale toetsen"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["action", "municipality"], name="local_check_once"),
            models.CheckConstraint(
                condition=Q(verdict="fits", need__isnull=False) | ~Q(verdict="fits") & Q(need__isnull=True),
                name="local_check_fits_a_need",
            ),
            models.CheckConstraint(condition=~Q(verdict="not") | ~Q(why=""), name="local_check_says_why_not"),
        ]

    @property
    def words(self) -> str:
        """Which need, or why not."""
        return self.need.title if self.need is not None else self.why


class CheckCall(OfMunicipality):
    """When a municipality was asked: from then on it had its chance (claim G8)."""

    asked_at = models.DateTimeField(default=timezone.now)
    """The first time; it does not change."""
    mailed_at = models.DateTimeField(default=timezone.now)
    """The last time that a mail went out."""
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[CheckCall]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag om een lokale toets"
        verbose_name_plural = "vragen om een lokale toets"
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["action", "municipality"], name="check_call_once")]


class Preference(OfMunicipality):
    """How much an alderman likes a proposal, and the goal of the local policy that it serves (claim W12)."""

    liking = models.PositiveSmallIntegerField("hoe graag?", validators=[MaxValueValidator(5)])
    """0 'liever niet' to 5 'heel graag'."""
    goal = models.CharField("bij welk doel van jullie beleid past dit?", max_length=200, blank=True)
    word = models.CharField("wil je er iets bij zeggen?", max_length=240, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Preference]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "voorkeur van een schepen"
        verbose_name_plural = "voorkeuren van schepenen"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["action", "municipality"], name="preference_once"),
            models.CheckConstraint(condition=Q(liking__lte=5), name="preference_up_to_5"),
        ]
