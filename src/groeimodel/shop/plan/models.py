# mypy: disable-error-code="django-manager-missing"
"""The multi-year plan (MJP) of a partnership, its adopted versions, and the plans of its municipalities (claims B14, B15).

What people work on are rows that stay the same rows for as long as the plan lives, so that money can hang on them. What
was adopted is a `Version`: a text that never changes.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.meadow.actions.models import Action

YOUTH = "0750"
"""The policy field 'Jeugd' of the Flemish list."""
FOUR_DIGITS = RegexValidator(r"^\d{4}$", "Een beleidsveld heeft vier cijfers, zoals 0750.")


class OnlyAdded(models.QuerySet["Version"]):
    """Nothing that was adopted is changed or taken away afterwards, not even a whole table at once."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("An adopted version never changes.")

    def delete(self) -> NoReturn:
        raise TypeError("An adopted version never changes.")


Kept: Any = models.Manager.from_queryset(OnlyAdded)


class Plan(models.Model):
    """A multi-year plan (MJP); in force between its days once it is adopted."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    starts = models.DateField("begint")
    ends = models.DateField("eindigt")
    adopted_on = models.DateField("goedgekeurd op", null=True, blank=True)
    """The first time; `Version` has each time."""
    proposed_checksum = models.CharField(max_length=64, blank=True, editable=False)
    """SHA-256 of the working plan when it was last put on an agenda: who votes sees whether it changed since."""

    objects: ClassVar[models.Manager[Plan]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "meerjarenplan"
        verbose_name_plural = "meerjarenplannen"
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="plan_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> range:
        return range(self.starts.year, self.ends.year + 1)


class Row(models.Model):
    """What the three levels of a plan have in common."""

    code = models.CharField("code", max_length=20)
    title = models.CharField("titel", max_length=160)
    text = models.TextField("in enkele zinnen", max_length=4000, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    struck_at = models.DateTimeField(null=True, blank=True)
    """Taken out of the working plan. What was ever adopted or used stays for what refers to it."""

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Objective(Row):
    partnership = Carried("plan")
    plan = Inside(Plan, on_delete=models.PROTECT, related_name="objectives")

    objects: ClassVar[models.Manager[Objective]] = ScopedManager(partnership="partnership")

    class Meta(Row.Meta):
        verbose_name = "beleidsdoelstelling"
        verbose_name_plural = "beleidsdoelstellingen"


class ActionPlan(Row):
    partnership = Carried("objective")
    objective = Inside(
        Objective, verbose_name="beleidsdoelstelling", on_delete=models.PROTECT, related_name="action_plans"
    )

    objects: ClassVar[models.Manager[ActionPlan]] = ScopedManager(partnership="partnership")

    class Meta(Row.Meta):
        verbose_name = "actieplan"
        verbose_name_plural = "actieplannen"


class PlanAction(Row):
    partnership = Carried("action_plan")
    action_plan = Inside(
        ActionPlan, verbose_name="actieplan", on_delete=models.PROTECT, related_name="actions"
    )
    priority = models.BooleanField("prioritair: hierover wil het bestuur apart verslag", default=False)
    policy_field = models.CharField("beleidsveld", max_length=4, default=YOUTH, validators=[FOUR_DIGITS])
    report_code = models.CharField("deelrapportcode", max_length=40, blank=True)
    """Free text by which a municipality ties its own actions to this one."""
    action = Inside(
        Action,
        verbose_name="actie op de weide",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects: ClassVar[models.Manager[PlanAction]] = ScopedManager(partnership="partnership")

    class Meta(Row.Meta):
        verbose_name = "actie van het meerjarenplan"
        verbose_name_plural = "acties van het meerjarenplan"


class Estimate(models.Model):
    """What one action brings in or costs in one year; no row is nothing."""

    class Nature(models.TextChoices):
        EXPLOITATION = "exploitation", "exploitatie"
        INVESTMENT = "investment", "investering"
        FINANCING = "financing", "financiering"

    class Direction(models.TextChoices):
        EXPENSE = "expense", "uitgave"
        RECEIPT = "receipt", "ontvangst"

    partnership = Carried("action")
    action = Inside(PlanAction, on_delete=models.CASCADE, related_name="estimates")
    year = models.PositiveSmallIntegerField("jaar")
    nature = models.CharField("soort", max_length=12, choices=Nature)
    direction = models.CharField("richting", max_length=8, choices=Direction)
    amount = models.DecimalField(
        "bedrag", max_digits=12, decimal_places=2, validators=[MinValueValidator(0.01)]
    )

    objects: ClassVar[models.Manager[Estimate]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "raming"
        verbose_name_plural = "ramingen"
        ordering = ["year", "nature", "direction"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "year", "nature", "direction"], name="estimate_one_per_cell"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="estimate_above_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.get_nature_display()} {self.get_direction_display()}: {self.amount}"


class Version(models.Model):
    """The plan as it was adopted on a day."""

    partnership = Carried("plan")
    plan = Inside(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("nummer")
    adopted_on = models.DateField("goedgekeurd op")
    decided_by = models.CharField("door", max_length=120, blank=True)
    """Which organ; not a person."""
    decision = models.CharField("nummer van het besluit", max_length=40, blank=True)
    snapshot = models.TextField()
    """The canonical text of `rules.plan`."""
    checksum = models.CharField("controlegetal", max_length=64)
    """SHA-256 of the snapshot."""
    written_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Version]] = ScopedManager(partnership="partnership", _manager_class=Kept)

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.plan}, versie {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An adopted version never changes.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("An adopted version never changes.")


class Cycle(models.Model):
    """A cycle as this partnership has it: in the place of one of `content/cycles.toml` with the same key, or one more."""

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", "bevestigd"
        TO_CONFIRM = "to_confirm", "te bevestigen"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    key = models.SlugField(max_length=30)
    title = models.CharField("naam", max_length=80)
    starts = models.DateField("begint")
    ends = models.DateField("eindigt")
    status = models.CharField("hoe zeker?", max_length=10, choices=Status, default=Status.TO_CONFIRM)
    source = models.CharField("waar staat dat?", max_length=300, blank=True)

    objects: ClassVar[models.Manager[Cycle]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "cyclus"
        verbose_name_plural = "cycli"
        ordering = ["starts", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="cycle_once"),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="cycle_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title


class LocalAction(models.Model):
    """An action of a municipality's own multi-year plan, as it stood in the file that was read in."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    """For whose territory it counts now."""
    origin = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    """In whose plan it stands: after a merger the plans of before go on."""
    code = models.CharField("code", max_length=40)
    title = models.CharField("titel", max_length=300)
    policy_field = models.CharField("beleidsveld", max_length=4, blank=True)
    first_year = models.PositiveSmallIntegerField("van", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("tot en met", null=True, blank=True)
    amount = models.DecimalField("bedrag", max_digits=12, decimal_places=2, null=True, blank=True)
    """Euro, over all its years."""
    read_on = models.DateField("ingelezen op")
    gone_on = models.DateField("niet meer in het plan sinds", null=True, blank=True)

    objects: ClassVar[models.Manager[LocalAction]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "lokale beleidsactie"
        verbose_name_plural = "lokale beleidsacties"
        ordering = ["origin__name", "code"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "origin", "code"], name="local_action_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class LocalLink(models.Model):
    """A local action and one of the joint plan that belong together, or that contradict each other and why."""

    partnership = Carried("local")
    local = Inside(LocalAction, on_delete=models.CASCADE, related_name="links")
    action = Inside(PlanAction, on_delete=models.CASCADE, related_name="local_links")
    contradicts = models.BooleanField("dit spreekt elkaar tegen", default=False)
    why = models.CharField("waarom?", max_length=500, blank=True)

    objects: ClassVar[models.Manager[LocalLink]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verband"
        verbose_name_plural = "verbanden"
        constraints = [
            models.UniqueConstraint(fields=["local", "action"], name="local_link_once"),
            models.CheckConstraint(
                condition=Q(contradicts=False) | ~Q(why=""), name="local_link_contradiction_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.local} - {self.action}"


class LocalDraft(models.Model):
    """What was read from a file of a municipality, until somebody confirms it; at most a day."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rows = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[LocalDraft]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "ingelezen plan"
        verbose_name_plural = "ingelezen plannen"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "municipality", "person"], name="local_draft_one")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}, {self.made_at:%d/%m/%Y}"
