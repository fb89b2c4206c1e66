"""What can be found. Beside these tables the database keeps its own full-text index, `search_fts` (see engine.py)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class SearchEntry(models.Model):
    """One thing that can be found: a copy of its words, with the way to it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    model = models.CharField(max_length=60)
    """'themes.theme': the kind of thing."""
    key = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    kept = models.TextField(blank=True)
    """The words that the index keeps of the text, with blanks between: to rank a long text without reading it anew."""
    url = models.CharField(max_length=300)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Whose name the words may hold: another name, or none any more, and they are made anew."""
    open = models.BooleanField(default=False)
    """Also found by people of other partnerships."""
    changed_at = models.DateTimeField(default=timezone.now)
    """Since when it has these words."""

    objects: ClassVar[models.Manager[SearchEntry]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vindbaar stuk"
        verbose_name_plural = "vindbare stukken"
        constraints = [
            models.UniqueConstraint(fields=["model", "key", "partnership"], name="search_entry_once")
        ]
        indexes = [models.Index(fields=["partnership", "model"], name="search_entry_of")]

    def __str__(self) -> str:
        return f"{self.model}:{self.key}"


class SearchWord(models.Model):
    """A word that occurs in a partnership: what a mistyped one can have been meant to be.

    It may stand here twice: who writes never waits for somebody else who writes the same word.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """None for the words of all that is open."""
    word = models.CharField(max_length=60)
    length = models.PositiveSmallIntegerField()

    objects: ClassVar[models.Manager[SearchWord]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "woord"
        verbose_name_plural = "woorden"
        indexes = [
            models.Index(fields=["partnership", "word"], name="search_word_of"),
            models.Index(fields=["partnership", "length"], name="search_word_by_length"),
        ]

    def __str__(self) -> str:
        return self.word
