"""Actions, from seed to harvest or compost: one row that lives through its stages."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.soil.notes.models import Outcome


class Action(models.Model):
    class Stage(models.TextChoices):
        SEED = "seed", "zaadje"
        SEEDLING = "seedling", "kiem"
        FLOWER = "flower", "bloem"
        HARVEST = "harvest", "geplukt"
        COMPOST = "compost", "compost"

    class Species(models.TextChoices):
        """The kind of action, with the flower that it looks like in the garden."""

        POPPY = "poppy", "evenement"
        CORNFLOWER = "cornflower", "vorming"
        SUNFLOWER = "sunflower", "kampen en vakantie"
        MALLOW = "mallow", "participatie"
        DAISY = "daisy", "ontmoeting"

    FLOWER_NAMES: ClassVar[dict[str, str]] = {
        Species.POPPY: "klaproos",
        Species.CORNFLOWER: "korenbloem",
        Species.SUNFLOWER: "zonnebloem",
        Species.MALLOW: "malve",
        Species.DAISY: "madelief",
    }

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    text = models.TextField("in enkele zinnen", max_length=2000, blank=True)
    species = models.CharField("soort", max_length=12, choices=Species)
    stage = models.CharField("stadium", max_length=10, choices=Stage, default=Stage.SEED)
    plot = models.ForeignKey(
        Municipality,
        verbose_name="perceel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Whose own plot it stands on; empty on the shared meadow."""
    gardener = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="tuinier",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    starts = models.DateField("begint", null=True, blank=True)
    ends = models.DateField("eindigt", null=True, blank=True)
    budget = models.DecimalField(
        "budget in euro",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    progress = models.PositiveSmallIntegerField("vordering", default=0, validators=[MaxValueValidator(100)])
    """0 to 100: how tall it stands."""
    result = models.PositiveSmallIntegerField("resultaat", default=0, validators=[MaxValueValidator(100)])
    """0 to 100: how far it blooms."""
    lesson = models.TextField("wat leerden we?", max_length=2000, blank=True)
    taken_down_on = models.DateField("opgetekend")
    outcome = models.OneToOneField(
        Outcome,
        verbose_name="uit het verslag",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    """Where the idea was first heard: a line in the notes of a meeting."""

    objects: ClassVar[models.Manager[Action]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["starts", "taken_down_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(starts__isnull=True) | Q(ends__gte=F("starts")),
                name="action_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(progress__lte=100, result__lte=100), name="action_up_to_100"),
            models.CheckConstraint(
                condition=~Q(stage__in=["flower", "harvest"])
                | Q(plot__isnull=False)
                | Q(starts__isnull=False, ends__isnull=False, budget__isnull=False),
                name="action_shared_is_bounded",
            ),
            models.CheckConstraint(
                condition=~Q(stage="compost") | ~Q(lesson=""), name="action_compost_has_lesson"
            ),
        ]
        indexes = [models.Index(fields=["partnership", "stage"], name="action_by_stage")]

    def __str__(self) -> str:
        return self.title

    @property
    def flower_name(self) -> str:
        return self.FLOWER_NAMES[self.species]


class ActionExpectation(models.Model):
    """What a partner expects of a shared action, and how that turned out (claim W23)."""

    class Came(models.TextChoices):
        YES = "yes", "ja, uitgekomen"
        PARTLY = "partly", "deels"
        NO = "no", "nee"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="expectations")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField("wat verwachten jullie ervan?", max_length=240)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    came = models.CharField("is dat uitgekomen?", max_length=6, choices=Came, blank=True)
    looked_back = models.CharField("wat valt je op?", max_length=240, blank=True)

    class Meta:
        verbose_name = "verwachting van een actie"
        verbose_name_plural = "verwachtingen van acties"
        ordering = ["municipality__name"]
        constraints = [
            models.UniqueConstraint(fields=["action", "municipality"], name="action_expectation_once")
        ]

    def __str__(self) -> str:
        return self.text
