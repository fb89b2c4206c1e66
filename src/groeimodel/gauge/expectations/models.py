"""What partners expect of each other: the common set, rounds that ask it, what was answered, and what was agreed.

Here people speak for their seat, by name of their municipality: expectations are voiced to each other (claim G11).
"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership, Seat
from groeimodel.foundation.tenancy import Carried, Inside


def new_token() -> str:
    """192 bits: a link that cannot be guessed."""
    return secrets.token_urlsafe(24)


class Gauge(models.Model):
    """How a partnership reads its gauge; without a row the defaults count."""

    class Cadence(models.IntegerChoices):
        NEVER = 0, "Enkel als wij zelf een ronde openen"
        QUARTER = 3, "Elke drie maanden"
        HALF_YEAR = 6, "Elk half jaar"
        YEAR = 12, "Elk jaar"

    partnership = models.OneToOneField(Partnership, on_delete=models.PROTECT, related_name="+")
    cadence = models.PositiveSmallIntegerField("hoe vaak?", choices=Cadence, default=Cadence.HALF_YEAR)
    """Months between the openings of two rounds."""

    objects: ClassVar[models.Manager[Gauge]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "graadmeter"
        verbose_name_plural = "graadmeters"

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.cadence}"


class Expectation(models.Model):
    """One of the common set of a partnership; what was asked before is retired, not removed."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40)
    """The same in every round: that of the content, or made when it was written."""
    text = models.CharField("Ik verwacht dat …", max_length=90)
    question = models.CharField("een vraag om het gesprek te openen", max_length=200, blank=True)
    guess = models.BooleanField("ook de andere rol laten inschatten", default=False)
    place = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Expectation]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verwachting"
        verbose_name_plural = "verwachtingen"
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "key"], name="expectation_key_once")]

    def __str__(self) -> str:
        return self.text


class Round(models.Model):
    """One time that all seats are asked. What was asked is kept with it, so a later change touches no result."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    asked = models.JSONField("wat er gevraagd werd", default=list)
    """A list of {key, text, question, guess}, in order."""
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty when it opened by itself."""
    opened_at = models.DateTimeField("geopend op", default=timezone.now)
    closes_on = models.DateField("sluit op")
    """The last day; it closes by itself in the night after."""
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    live = models.BooleanField("van een livesessie", default=False)
    talked_on = models.DateField("wanneer praatten jullie erover?", null=True, blank=True)

    objects: ClassVar[models.Manager[Round]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verwachtingsronde"
        verbose_name_plural = "verwachtingsrondes"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(closed_at__isnull=True), name="gauge_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.opened_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("expectations:round", args=[self.partnership.slug, self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one["key"] for one in self.asked)


class Sheet(models.Model):
    """What somebody answers for one seat; made when the round opens, with a link of its own."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="sheets")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    role = models.CharField("rol", max_length=8, choices=Seat.Role)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who was asked; empty for an answer in a live session."""
    words = models.CharField("wat verwacht jij?", max_length=280, blank=True)
    importance = models.JSONField(default=dict)
    """Key of an expectation to 1-5; what was left open is not there. So for the next two."""
    fulfilment = models.JSONField(default=dict)
    guesses = models.JSONField(default=dict)
    submitted_at = models.DateTimeField("ingediend op", null=True, blank=True)

    class Meta:
        verbose_name = "verwachtingsblad"
        verbose_name_plural = "verwachtingsbladen"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "municipality", "role", "person"],
                condition=Q(person__isnull=False),
                name="gauge_sheet_once",
            )
        ]
        indexes = [models.Index(fields=["round", "submitted_at"], name="gauge_sheet_by_round")]

    def __str__(self) -> str:
        return f"Verwachtingsblad {self.pk}"


class Agreement(models.Model):
    """What was agreed in the talk about a round; it comes back until it is done."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    round = Inside(Round, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=40, blank=True)
    """Key of the expectation that the card was about."""
    about_text = models.CharField(max_length=90, blank=True)
    text = models.CharField("wat spreken jullie af?", max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie trekt het?", on_delete=models.PROTECT, related_name="+"
    )
    due = models.DateField("tegen wanneer?")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Agreement]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "afspraak over verwachtingen"
        verbose_name_plural = "afspraken over verwachtingen"
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["partnership", "done_at"], name="gauge_agreement_open")]

    def __str__(self) -> str:
        return self.text
