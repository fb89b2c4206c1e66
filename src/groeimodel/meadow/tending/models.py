"""What keeps a running action growing: tasks, spending, hours, results, short news, and signals when it droops."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
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


class OfAction(models.Model):
    """A row about one action, with who wrote it down and when."""

    partnership = Carried("action")
    action = Inside(Action, on_delete=models.CASCADE, related_name="+")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    @property
    def noted_on(self) -> date:
        return timezone.localdate(self.noted_at)


class Task(OfAction):
    """Something to do for an action (claim W7)."""

    text = models.CharField("wat moet er gebeuren?", max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie doet het?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    due = models.DateField("tegen wanneer?", null=True, blank=True)
    done_at = models.DateTimeField("klaar sinds", null=True, blank=True)

    objects: ClassVar[models.Manager[Task]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "taak van een actie"
        verbose_name_plural = "taken van acties"
        ordering = [models.F("due").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.text


class Expense(OfAction):
    """Money that was spent on an action, to the cent. Nothing is changed in place: a counter-entry puts it right."""

    class Approval(models.TextChoices):
        NONE = "", "niet nodig"
        ASKED = "asked", "wacht op antwoord"
        GIVEN = "given", "goedgekeurd"
        REFUSED = "refused", "niet goedgekeurd"

    COUNTS: ClassVar[tuple[str, str]] = (Approval.NONE, Approval.GIVEN)
    """What is spent; a question that waits or was refused is not."""

    on = models.DateField("op welke dag?")
    amount = models.DecimalField("bedrag in euro", max_digits=10, decimal_places=2)
    """Below zero only for a counter-entry."""
    what = models.CharField("waarvoor?", max_length=160)
    source = models.CharField("bewijs", max_length=160, blank=True)
    """'Factuur 2026-14, in de map van de boekhouding'."""
    payer = models.ForeignKey(
        Municipality,
        verbose_name="wie betaalde?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Empty: the pot, that is the budget of the action itself."""
    counters = InsideOne("self", on_delete=models.PROTECT, null=True, blank=True, related_name="countered_by")
    """The expense that this one takes back."""
    approval = models.CharField(max_length=8, choices=Approval, default=Approval.NONE, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField("waarom niet?", max_length=300, blank=True)

    objects: ClassVar[models.Manager[Expense]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uitgave"
        verbose_name_plural = "uitgaven"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(amount__lt=0, counters__isnull=False),
                name="expense_negative_only_to_counter",
            ),
            models.CheckConstraint(
                condition=~Q(approval="refused") | ~Q(refusal=""), name="expense_refused_with_reason"
            ),
        ]
        indexes = [models.Index(fields=["action", "approval"], name="expense_by_action")]

    def __str__(self) -> str:
        return self.what

    @property
    def counts(self) -> bool:
        return self.approval in self.COUNTS


class Hours(OfAction):
    """Hours on an action that no time mandate holds. What is worked on a mandate is written there alone (`mandates.Use`)."""

    on = models.DateField("welke dag?")
    hours = models.DecimalField(
        "hoeveel uren?",
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.1")), MaxValueValidator(Decimal(999))],
    )
    what = models.CharField("waaraan?", max_length=160, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="van welke gemeente?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Empty: of the partnership itself, such as its coordinator."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty: a colleague, without a name."""

    objects: ClassVar[models.Manager[Hours]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uren aan een actie"
        verbose_name_plural = "uren aan acties"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.hours}"


class Result(OfAction):
    """A figure of what came of an action, with where it comes from (claim W19)."""

    on = models.DateField("van welke dag is het cijfer?")
    figure = models.DecimalField(
        "hoeveel?", max_digits=10, decimal_places=2, validators=[MinValueValidator(0)]
    )
    unit = models.CharField("wat tel je?", max_length=40)
    """'jongeren', 'plaatsen', 'uitleningen'."""
    what = models.CharField("waarover gaat het?", max_length=160, blank=True)
    source = models.CharField("waar komt het cijfer vandaan?", max_length=160)
    reach = models.BooleanField("dit zijn kinderen, jongeren of anderen die we bereikten", default=False)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="van welke gemeente?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Empty: all together; it counts for none of them."""

    objects: ClassVar[models.Manager[Result]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "resultaat van een actie"
        verbose_name_plural = "resultaten van acties"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.figure.normalize():f} {self.unit}"


class Update(OfAction):
    """Short news of an action, mostly with a picture (claim W18)."""

    text = models.CharField("wat is er nieuw?", max_length=500)
    public = models.BooleanField("iedereen mag dit lezen", default=False)
    """Where the garden of the partnership is public, with its picture; else only for who is in the partnership."""

    objects: ClassVar[models.Manager[Update]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "nieuws van een actie"
        verbose_name_plural = "nieuws van acties"
        ordering = ["-noted_at", "-pk"]
        indexes = [models.Index(fields=["action", "-noted_at"], name="update_by_action")]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 60 else f"{self.text[:59]}…"


class Signal(models.Model):
    """Something about a running action that asks for attention. The row remembers since when, and who was mailed."""

    class Kind(models.TextChoices):
        OVERDUE = "overdue", "over tijd"
        OVERSPENT = "overspent", "te veel uitgegeven"
        QUIET = "quiet", "geen nieuws"

    partnership = Carried("action")
    action = Inside(Action, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    since = models.DateField()
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Signal]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["action", "kind"], name="signal_once_at_a_time")]

    def __str__(self) -> str:
        return f"{self.action_id} {self.kind}"
