"""Organs with seats, and the term for which a partnership is founded: who takes decisions (claims B1 and B2).

Who sat where is kept as public mandates are: an `Occupancy` from a day to a day, closed and never edited.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne


class Term(models.Model):
    """The time for which a partnership exists in its legal form; a renewal opens another one."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    form = models.CharField("rechtsvorm", max_length=30, choices=Partnership.LegalForm)
    starts = models.DateField("begint op")
    ends = models.DateField("laatste dag", null=True, blank=True)
    """The last day of it; null where the form knows no end."""
    basis = models.CharField("waarop steunt het?", max_length=200, blank=True)
    """The deed, agreement or decision, with its day."""
    replaces = InsideOne("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    """The term before it, where this one renews it."""

    objects: ClassVar[models.Manager[Term]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["starts", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "starts"], name="term_one_start"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="term_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, {self.starts} tot {self.ends or '-'}"


class RenewalDecision(models.Model):
    """What the council of one municipality decided on going on after a term."""

    partnership = Carried("term")
    term = Inside(Term, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    says_yes = models.BooleanField("verlengt mee")
    decided_on = models.DateField("beslist op")
    document = models.CharField("waar staat het?", max_length=300, blank=True)
    """The minutes, with their address where they are online."""
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[RenewalDecision]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "besluit over verlenging"
        verbose_name_plural = "besluiten over verlenging"
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["term", "municipality"], name="renewal_once_a_municipality")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {'ja' if self.says_yes else 'nee'}"


class Organ(models.Model):
    class Kind(models.TextChoices):
        ASSEMBLY = "assembly", "algemene vergadering"
        BOARD = "board", "raad van bestuur"
        STEERING = "steering", "beheerscomité of stuurgroep"
        DAILY = "daily", "dagelijks bestuur"
        ADVICE = "advice", "adviesgroep"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("naam", max_length=120)
    kind = models.CharField("soort", max_length=10, choices=Kind)
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)
    """The last day of it."""
    public = models.BooleanField("zittingen zijn openbaar", default=False)
    statute = models.JSONField("volgens de eigen statuten", default=dict, blank=True)
    """Quorum, delay, proxies and majorities in the shape of `rules/votes`; empty follows the template of the form."""
    limits = models.JSONField("eigen regels", default=dict, blank=True)
    """By id of a rule the own value, where the statutes differ from the template."""
    women = models.PositiveSmallIntegerField("vrouwen", null=True, blank=True)
    men = models.PositiveSmallIntegerField("mannen", null=True, blank=True)
    others = models.PositiveSmallIntegerField("anders of onbekend", null=True, blank=True)
    counted_on = models.DateField("geteld op", null=True, blank=True)
    """Gender is a count of the organ; it is never kept about somebody."""
    look_at_seats = models.BooleanField("zetels na te kijken", default=False)
    """A merger joined seats: the partners still have to say how many there will be."""

    objects: ClassVar[models.Manager[Organ]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "orgaan"
        verbose_name_plural = "organen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="organ_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organs:organ", args=[self.partnership.slug, self.pk])


class OrganSeat(models.Model):
    """A place in an organ, filled or visibly empty."""

    partnership = Carried("organ")
    organ = Inside(Organ, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty for a place that is not tied to a municipality."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who sits there now; services keep it and the history the same."""
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.CharField("taak", max_length=60, blank=True)
    votes = models.PositiveSmallIntegerField(
        "stemmen", default=1, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    advisory = models.BooleanField("met raadgevende stem", default=False)
    opposition = models.BooleanField("voor een raadslid van de oppositie", default=False)
    starts = models.DateField("bestaat sinds", null=True, blank=True)
    """Empty: as long as the organ."""
    ends = models.DateField("bestaat tot", null=True, blank=True)
    """The first day on which it is not there any more."""
    replaces = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The seat of a former municipality that this one goes on from."""

    objects: ClassVar[models.Manager[OrganSeat]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "plaats in een orgaan"
        verbose_name_plural = "plaatsen in organen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.task or str(self.municipality or "plaats")

    def exists_on(self, day: date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.ends is None or day < self.ends)


class Occupancy(models.Model):
    """Who sat in a place of an organ, from a day to a day."""

    class Capacity(models.TextChoices):
        COUNCILLOR = "councillor", "gemeenteraadslid"
        MAYOR = "mayor", "burgemeester"
        ALDERMAN = "alderman", "schepen"
        OFFICER = "officer", "ambtenaar"
        OTHER = "other", "iemand anders"

    partnership = Carried("seat")
    seat = Inside(OrganSeat, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField("als", max_length=10, choices=Capacity, blank=True)
    """Empty where nobody said."""
    incompatible = models.BooleanField("heeft een functie die niet samengaat", null=True, blank=True)
    """What the person declared; null where nobody asked."""
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)
    """The first day on which somebody else sits there, or nobody."""

    objects: ClassVar[models.Manager[Occupancy]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bezetting van een plaats"
        verbose_name_plural = "bezettingen van plaatsen"
        ordering = ["starts", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(ends__isnull=True), name="occupancy_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="occupancy_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat}"
