"""What is written down of a meeting: a text for each point of the agenda, and what came out of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Item, Meeting

LONGEST = 20_000
"""Characters of one text."""


class Note(models.Model):
    """The text of one point, as it is now."""

    partnership = Carried("item")
    item = InsideOne(Item, on_delete=models.PROTECT, related_name="note")
    text = models.TextField("verslag", blank=True, max_length=LONGEST)
    number = models.PositiveIntegerField(default=0)
    """Of the last revision."""
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "verslag van een punt"
        verbose_name_plural = "verslagen van punten"

    def __str__(self) -> str:
        return f"{self.item_id}"


class Revision(models.Model):
    """A text that somebody sent, or what it was joined to: the base of what is written next. Kept for some days."""

    partnership = Carried("note")
    note = Inside(Note, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    base = models.PositiveIntegerField()
    """The revision from which it was written; 0 is the empty text."""
    writer = models.CharField(max_length=40, blank=True)
    """An open page: what it sends again after a lost answer is known again by this."""
    text = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "versie van een verslag"
        verbose_name_plural = "versies van verslagen"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["note", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.note_id} {self.number}"


class Outcome(models.Model):
    """What a meeting ends in."""

    class Kind(models.TextChoices):
        DECISION = "decision", "besluit"
        TODO = "todo", "taak"
        SEED = "seed", "zaadje"
        HARVEST = "harvest", "oogst"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = Inside(Meeting, on_delete=models.PROTECT, related_name="+")
    item = Inside(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField("soort", max_length=8, choices=Kind)
    text = models.CharField("wat?", max_length=300)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie?",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Where a harvest is used."""
    due = models.DateField("tegen wanneer?", null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    harvest = InsideOne(Harvest, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Outcome]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        ordering = ["noted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="todo", due__isnull=False)
                | (~Q(kind="todo") & Q(owner=None, due=None, done_at=None)),
                name="outcome_only_a_task_is_due",
            )
        ]
        indexes = [models.Index(fields=["owner", "done_at"], name="outcome_by_owner")]

    def __str__(self) -> str:
        return self.text
