"""The trace of each backup: that one runs, and when the last one was made."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Backup(models.Model):
    """A backup that was begun. While it runs, no file is removed from storage: its snapshot may name it."""

    started_at = models.DateTimeField("begonnen op", default=timezone.now)
    held_until = models.DateTimeField("houdt bestanden vast tot", null=True, blank=True)
    """Empty when it ended, however it ended; one that was killed holds no longer than a day."""
    finished_at = models.DateTimeField("klaar op", null=True, blank=True)
    name = models.CharField("bestand", max_length=120, blank=True)
    """Of the archive, without its folder; '-' when it went to the standard output."""
    size = models.PositiveBigIntegerField("grootte", default=0)
    """Bytes of the archive."""
    documents = models.PositiveIntegerField("bestanden", default=0)
    missing = models.PositiveIntegerField("ontbreken", default=0)
    """Files that the database names and that were not in storage, or were not what was put there."""

    class Meta:
        verbose_name = "reservekopie"
        verbose_name_plural = "reservekopieën"
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.name
