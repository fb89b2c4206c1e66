"""Mandates: time that an alderman grants (claims P10, W14), and the right to decide for a municipality (claim W22).

They are versioned as public mandates are: a change closes one row and opens another, nothing is edited in place.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Inside
from groeimodel.rules.mandates import State, Terms, state


class Mandate(models.Model):
    class Kind(models.TextChoices):
        TIME = "time", "tijdsmandaat"
        DECIDE = "decide", "mandaat om te beslissen"

    class Close(models.TextChoices):
        REVOKED = "revoked", "ingetrokken"
        REPLACED = "replaced", "vervangen door een nieuw mandaat"
        WITHDRAWN = "withdrawn", "vraag ingetrokken"
        MERGED = "merged", "ging mee bij de fusie"
        LEFT = "left", "wie het had, zit niet meer op die zetel"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField("soort", max_length=10, choices=Kind)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="voor wie", on_delete=models.PROTECT, related_name="+"
    )
    hours = models.DecimalField(
        "uren per maand",
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.5")), MaxValueValidator(Decimal(200))],
    )
    amount = models.DecimalField(
        "tot welk bedrag per beslissing, in euro",
        max_digits=11,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    """Null: no bound was set."""
    purpose = models.CharField("waarvoor", max_length=160, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    """What it is limited to, as 'room.model:key'; empty for the whole partnership (claim W14: per action)."""
    basis = models.CharField("waarop steunt het?", max_length=160, blank=True)
    """For example a decision of the college, with its date."""
    starts = models.DateField("vanaf")
    ends = models.DateField("tot en met")

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField("waarom niet?", max_length=300, blank=True)
    replaces = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.CharField(max_length=10, choices=Close, blank=True)
    warned_at = models.DateTimeField(null=True, blank=True)
    """When people were told that it ends soon; once for each mandate."""

    objects: ClassVar[models.Manager[Mandate]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        ordering = ["-starts", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality", "holder", "kind", "subject"],
                condition=Q(closed_on=None, refused_at=None, given_at__isnull=False),
                name="mandate_one_open",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="mandate_ends_after_start"),
            models.CheckConstraint(
                condition=Q(kind="time", hours__isnull=False, amount=None) | Q(kind="decide", hours=None),
                name="mandate_hours_for_time_only",
            ),
        ]
        indexes = [models.Index(fields=["partnership", "ends"], name="mandate_by_partnership")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.holder}, {self.starts} tot {self.ends}"

    @property
    def terms(self) -> Terms:
        return Terms(
            starts=self.starts.toordinal(),
            ends=self.ends.toordinal(),
            amount=self.amount,
            given=self.given_at is not None,
            refused=self.refused_at is not None,
            closed_on=self.closed_on.toordinal() if self.closed_on else None,
        )

    def state_on(self, day: date) -> State:
        return state(self.terms, day.toordinal())

    @property
    def state(self) -> State:
        """In which state it is today."""
        return self.state_on(timezone.localdate())


class Use(models.Model):
    """What was done on a mandate: hours worked, or a decision taken. Shown beside what was granted."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    mandate = Inside(Mandate, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("dag")
    hours = models.DecimalField("uren", max_digits=5, decimal_places=1, null=True, blank=True)
    amount = models.DecimalField("bedrag", max_digits=11, decimal_places=2, null=True, blank=True)
    what = models.CharField("waarvoor", max_length=160, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Use]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "gebruik van een mandaat"
        verbose_name_plural = "gebruik van mandaten"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.hours or self.amount}"
