"""Actions, from seed to harvest or compost: one row that lives through its stages."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.soil.notes.models import Outcome
from groeimodel.soil.themes.models import Theme


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
    species = models.CharField("soort", max_length=12, choices=Species, blank=True)
    """Empty while it is an idea only: the kind is asked when it is worked out."""
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
    outcome = InsideOne(
        Outcome,
        verbose_name="uit het verslag",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    """Where the idea was first heard: a line in the notes of a meeting."""
    theme = Inside(
        Theme, verbose_name="thema", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """What it came up with, or is about: its lessons come back where this theme is prepared (claim W8)."""
    origin = models.CharField(max_length=80, blank=True)
    """Where the seed was taken down, as 'room.model:key' (claim W1)."""
    origin_title = models.CharField(max_length=160, blank=True)
    origin_path = models.CharField(max_length=200, blank=True)
    """Address inside the site."""
    came_from = models.ForeignKey(
        "self", verbose_name="gezaaid uit", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """An action that is sown again, made special, or seen at the neighbours' (claims W9, W13)."""
    estimate = models.DecimalField(
        "raming in euro",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    """What it would cost, before it is chosen; `budget` is what was granted."""
    estimate_hours = models.DecimalField(
        "raming in uren",
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    bound = models.DecimalField(
        "hier beslist de tuinier alleen, tot dit bedrag",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    """Euro per expense; within it no approval is asked (claim W14)."""
    decision = Inside(
        Decision, verbose_name="besluit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The joint decision on which a shared action runs (claim W5)."""

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
            models.CheckConstraint(
                condition=Q(stage__in=["seed", "compost"]) | ~Q(species=""), name="action_growing_has_species"
            ),
        ]
        indexes = [models.Index(fields=["partnership", "stage"], name="action_by_stage")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actions:action", args=[self.partnership.slug, self.pk])

    @property
    def flower_name(self) -> str:
        return self.FLOWER_NAMES.get(self.species, "")

    @property
    def key(self) -> str:
        """As decisions, mandates and the journal name it."""
        return f"actions.action:{self.pk}"


class StageChange(models.Model):
    """One step of an action, with its reason (claim W2)."""

    partnership = Carried("action")
    action = Inside(Action, on_delete=models.CASCADE, related_name="changes")
    stage = models.CharField("naar", max_length=10, choices=Action.Stage)
    reason = models.CharField("waarom?", max_length=300, blank=True)
    on = models.DateField("op")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "stap van een actie"
        verbose_name_plural = "stappen van acties"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.get_stage_display()}"


class Participation(models.Model):
    """A municipality that takes part in a shared action: with money, in kind, or both (claim W5)."""

    partnership = Carried("action")
    action = Inside(Action, on_delete=models.CASCADE, related_name="participations")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    amount = models.DecimalField(
        "euro",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    in_kind = models.CharField("in natura: zaal, mensen, materiaal", max_length=160, blank=True)

    class Meta:
        verbose_name = "deelname aan een actie"
        verbose_name_plural = "deelnames aan acties"
        ordering = ["municipality__name"]
        constraints = [models.UniqueConstraint(fields=["action", "municipality"], name="participation_once")]

    def __str__(self) -> str:
        return str(self.municipality)


class ActionExpectation(models.Model):
    """What a partner expects of a shared action, and how that turned out (claim W23)."""

    class Came(models.TextChoices):
        YES = "yes", "ja, uitgekomen"
        PARTLY = "partly", "deels"
        NO = "no", "nee"

    partnership = Carried("action")
    action = Inside(Action, on_delete=models.CASCADE, related_name="expectations")
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
