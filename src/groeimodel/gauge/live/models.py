"""A live session: a room full of people who answer on their phones, without an account.

Nothing is kept of who somebody is but a role and a municipality. A participant is reached by its token, an answer
through its participant; neither is ever listed.
"""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside


def new_token() -> str:
    """144 bits: a link that cannot be guessed."""
    return secrets.token_urlsafe(18)


class Role(models.TextChoices):
    ALDERMAN = "alderman", "schepen"
    OFFICER = "officer", "jeugdambtenaar"
    COORDINATOR = "coordinator", "coördinator"
    SUPPORTER = "supporter", "regio-ondersteuner"
    OTHER = "other", "iemand anders"


class Session(models.Model):
    class Source(models.TextChoices):
        SCAN_SHORT = "scan_short", "De korte groeiscan: twaalf stellingen"
        SCAN = "scan", "De hele groeiscan"
        GAUGE = "gauge", "De graadmeter: wat verwachten we van elkaar?"

    class Pace(models.TextChoices):
        TOGETHER = "together", "Samen: stelling per stelling, met een gesprek erbij"
        OWN = "own", "Ieder op eigen tempo, en daarna samen bespreken"

    class State(models.TextChoices):
        LOBBY = "lobby", "mensen komen binnen"
        ASKING = "asking", "mensen antwoorden"
        REVEALED = "revealed", "de antwoorden zijn te zien"
        ENDED = "ended", "afgelopen"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=6)
    """Six digits; of one session at a time."""
    watch = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    """What phones ask after, so often that nobody counts it: so it cannot be guessed, as a code could."""
    source = models.CharField("wat vragen we?", max_length=10, choices=Source, default=Source.SCAN_SHORT)
    pace = models.CharField("hoe?", max_length=8, choices=Pace, default=Pace.TOGETHER)
    confidential = models.BooleanField("vertrouwelijk: de uitslag noemt geen gemeenten", default=False)
    asked = models.JSONField(default=list)
    """The statements as they were when it opened: see `sources.Statement`."""
    state = models.CharField(max_length=8, choices=State, default=State.LOBBY)
    paused = models.BooleanField(default=False)
    at = models.PositiveSmallIntegerField(default=0)
    """Which statement is on the screen, from 0."""
    revealed = models.JSONField(default=dict)
    """Key of a statement to what was shown of it: made once, so that no two pictures can be subtracted."""
    version = models.PositiveIntegerField(default=1)
    """Raised by each change that phones should see."""
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField("geopend op", default=timezone.now)
    ended_at = models.DateTimeField("afgelopen op", null=True, blank=True)
    kept = models.CharField(max_length=200, blank=True)
    """The address of the round that it was kept as."""

    objects: ClassVar[models.Manager[Session]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "livesessie"
        verbose_name_plural = "livesessies"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(ended_at__isnull=True), name="live_code_of_one_open_session"
            )
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.opened_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("live:session", args=[self.partnership.slug, self.pk])

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def statement(self) -> dict[str, Any]:
        """The one on the screen."""
        found: dict[str, Any] = self.asked[self.at]
        return found


class Participant(models.Model):
    """A phone."""

    partnership = Carried("session")
    session = Inside(Session, on_delete=models.CASCADE, related_name="participants")
    token = models.CharField(max_length=32, unique=True, default=new_token)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField("rol", max_length=12, choices=Role)

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"

    def __str__(self) -> str:
        return f"Deelnemer {self.pk}"


class Answer(models.Model):
    partnership = Carried("participant")
    participant = Inside(Participant, on_delete=models.CASCADE, related_name="answers")
    key = models.CharField(max_length=40)
    """Of a statement."""
    question = models.CharField(max_length=10)
    """'answer', or of the gauge 'importance' and 'met'."""
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    """1 to 5; empty is 'don't know'."""

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "key", "question", "partnership"], name="live_answer_once"
            )
        ]
        indexes = [models.Index(fields=["key", "question"], name="live_answer_by_key")]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.key}"
