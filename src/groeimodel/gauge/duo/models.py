"""The duo: alderman and officer of one municipality, who tell each other what they expect (claim P15).

It belongs to the two persons, not to their seats: whoever comes after them does not read it. Nothing of it is written
in the journal, indexed or shown to anybody else.
"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership, Seat
from groeimodel.foundation.tenancy import Carried, Inside


def new_token() -> str:
    """192 bits: a link that cannot be guessed."""
    return secrets.token_urlsafe(24)


class Duo(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    """The moment that both were done; from then on both read both."""
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Duo]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "duogesprek"
        verbose_name_plural = "duogesprekken"
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class Side(models.Model):
    """What one of the two says; nobody reads it before both are done."""

    partnership = Carried("duo")
    duo = Inside(Duo, on_delete=models.CASCADE, related_name="sides")
    role = models.CharField(max_length=8, choices=Seat.Role)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    words = models.JSONField(default=dict)
    """Question to text."""
    importance = models.JSONField(default=dict)
    """Topic to 1-5; so for the next."""
    going = models.JSONField(default=dict)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "kant van een duogesprek"
        verbose_name_plural = "kanten van duogesprekken"
        constraints = [
            models.UniqueConstraint(fields=["duo", "role"], name="duo_side_per_role"),
            models.UniqueConstraint(fields=["duo", "person"], name="duo_of_two_people"),
        ]

    def __str__(self) -> str:
        return f"{self.duo_id} {self.role}"


class Pact(models.Model):
    """What the two agree."""

    class Who(models.TextChoices):
        ALDERMAN = "alderman", "de schepen"
        OFFICER = "officer", "de ambtenaar"
        BOTH = "both", "wij samen"

    partnership = Carried("duo")
    duo = Inside(Duo, on_delete=models.CASCADE, related_name="pacts")
    text = models.CharField("wat spreken jullie af?", max_length=200)
    who = models.CharField("wie doet het?", max_length=8, choices=Who, default=Who.BOTH)
    due = models.DateField("tegen wanneer?", null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "afspraak van een duo"
        verbose_name_plural = "afspraken van duo's"
        ordering = ["done_at", "due", "pk"]

    def __str__(self) -> str:
        return f"{self.pk}"
