"""Scans: rounds of a partnership and scans of one visitor, both made of answer sheets.

No name, address or IP of a respondent is kept: a sheet knows a role and a municipality.
"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside


def new_token() -> str:
    """192 bits: a link that cannot be guessed."""
    return secrets.token_urlsafe(24)


class Role(models.TextChoices):
    ALDERMAN = "alderman", "schepen"
    OFFICER = "officer", "jeugdambtenaar"
    COORDINATOR = "coordinator", "coördinator"
    SUPPORTER = "supporter", "regio-ondersteuner"
    OTHER = "other", "iemand anders"


class Questionnaire(models.Model):
    """The exact content that scans were answered with; a later content makes another row."""

    version = models.CharField("versie", max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    content = models.TextField("inhoud (JSON)")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "vragenlijst"
        verbose_name_plural = "vragenlijsten"

    def __str__(self) -> str:
        return self.version


class Round(models.Model):
    """One time that a whole partnership answers the scan."""

    class Privacy(models.TextChoices):
        OPEN = "open", "Open: in het resultaat staan de gemeenten bij naam"
        CLOSED = "closed", "Vertrouwelijk: niets is te herleiden tot minder dan drie mensen"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("naam van de ronde", max_length=80)
    short = models.BooleanField("korte scan", default=False)
    privacy = models.CharField("wat wordt getoond", max_length=6, choices=Privacy, default=Privacy.OPEN)
    with_guesses = models.BooleanField("ook raden naar de andere rol", default=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField("geopend op")
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)

    objects: ClassVar[models.Manager[Round]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "scanronde"
        verbose_name_plural = "scanrondes"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(closed_at__isnull=True), name="round_one_open"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class RoundLink(models.Model):
    """The link (and QR code) by which one role takes part in a round."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="links")
    role = models.CharField("rol", max_length=12, choices=Role)
    token = models.CharField(max_length=40, unique=True, default=new_token)

    class Meta:
        verbose_name = "deelnamelink"
        verbose_name_plural = "deelnamelinks"
        constraints = [models.UniqueConstraint(fields=["round", "role"], name="round_link_per_role")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.round}"


class Sheet(models.Model):
    """The answers of one person. Reached by its token or through its round, never listed otherwise:
    a solo scan belongs to no partnership, so this table has no scoped manager."""

    token = models.CharField(max_length=40, unique=True, default=new_token)
    partnership = Carried("round", null=True)
    round = Inside(Round, on_delete=models.CASCADE, null=True, blank=True, related_name="sheets")
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    role = models.CharField("rol", max_length=12, choices=Role)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente",
    )
    short = models.BooleanField("korte scan", default=False)
    aim = models.CharField("streefbeeld", max_length=10, choices=Partnership.Aim, blank=True)
    answers = models.JSONField(default=dict)
    """Statement id to 1-5, or null for 'don't know'; a statement that is not there was not seen yet."""
    guesses = models.JSONField(default=dict)
    needs = models.CharField("noden", max_length=400, blank=True)
    thresholds = models.CharField("drempels", max_length=400, blank=True)
    opportunities = models.CharField("kansen", max_length=400, blank=True)
    started_at = models.DateTimeField("begonnen op")
    submitted_at = models.DateTimeField("ingediend op", null=True, blank=True)

    class Meta:
        verbose_name = "antwoordblad"
        verbose_name_plural = "antwoordbladen"
        constraints = [
            models.CheckConstraint(
                condition=Q(round__isnull=True)
                | ~Q(role__in=["alderman", "officer"])
                | Q(municipality__isnull=False),
                name="sheet_seat_has_municipality",
            )
        ]
        indexes = [models.Index(fields=["round", "submitted_at"], name="sheet_by_round")]

    def __str__(self) -> str:
        return f"Antwoordblad {self.pk}"
