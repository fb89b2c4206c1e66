"""What a regional supporter keeps: asking to look along, own notes, and sessions that are prepared and run (claims I2, I4)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.content.sessions import SessionKind, sessions
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Inside
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings.models import Meeting


class Look(models.Model):
    """That a supporter asked to see how a partnership is doing. What is open stands in `showcase.sharing`, not here."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    granted = models.BooleanField("mag meekijken", null=True, blank=True)
    """The answer that was given; it may have been taken back since."""

    objects: ClassVar[models.Manager[Look]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag om mee te kijken"
        verbose_name_plural = "vragen om mee te kijken"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(answered_at__isnull=True), name="look_one_open"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, granted__isnull=True)
                | Q(answered_at__isnull=False, granted__isnull=False),
                name="look_answered_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.asked_at:%Y-%m-%d}"


class VisitNote(models.Model):
    """What a supporter writes down for herself and whoever supports the same partnership; nobody else reads it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    day = models.DateField("dag")
    text = models.TextField("notitie", max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[VisitNote]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "notitie van de ondersteuner"
        verbose_name_plural = "notities van de ondersteuner"
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.day}"


class Session(models.Model):
    """A session that a supporter prepares and leads: of a kind of `content/sessions.toml`, step by step."""

    class State(models.TextChoices):
        PLANNED = "planned", "voorbereid"
        RUNNING = "running", "bezig"
        DONE = "done", "klaar"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("welke sessie?", max_length=20)
    meeting = Inside(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ontmoeting"
    )
    """On which meeting; empty while no moment is known."""
    state = models.CharField(max_length=8, choices=State, default=State.PLANNED)
    ticked = models.JSONField(default=list)
    """Ids of the steps that are done."""
    text = models.TextField("notities", max_length=6000, blank=True)
    """What is written during the session; read by supporters of this partnership only."""
    agreed = models.TextField("wat spraken jullie af?", max_length=2400, blank=True)
    """One agreement a line; they go to the meeting too, where everybody reads them."""
    lesson = Inside(Lesson, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    led_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    planned_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Session]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ["-planned_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="planned", began_at__isnull=True, done_at__isnull=True)
                | Q(state="running", began_at__isnull=False, done_at__isnull=True)
                | Q(state="done", done_at__isnull=False),
                name="session_days_follow_its_state",
            )
        ]
        indexes = [models.Index(fields=["partnership", "state"], name="region_session_by_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("region:run", args=[self.partnership.slug, self.pk])

    @property
    def of_kind(self) -> SessionKind | None:
        """As shipped; None where the kind left the file."""
        return sessions().kinds.get(self.kind)

    @property
    def title(self) -> str:
        return self.of_kind.title if self.of_kind else self.kind
