"""One append-only log: what was done, by whom, when. Feed, audit and measures all come from it.

It lies under every other room, so it names the tables of people and partners by their labels only.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone

LISTING = (
    "partners.aim_declared",
    "partners.changed",
    "partners.founded",
    "partners.joined",
    "partners.left",
    "partners.merged",
    "sharing.closed",
    "sharing.opened",
)
"""Deeds that change which partnerships stand in lists for everybody, and what is said of them there."""
LIBRARY = ("lessons.changed", "lessons.removed", "lessons.shared", "lessons.thanked", "lessons.withdrawn")
"""Deeds that change what lies in the library for everybody."""


class OnlyAdded(models.QuerySet["Entry"]):
    """Rows of the journal are read and added; a whole table at once cannot be changed or emptied either."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("The journal is only added to.")

    def delete(self) -> NoReturn:
        raise TypeError("The journal is only added to.")


class Entry(models.Model):
    at = models.DateTimeField(default=timezone.now)
    partnership = models.ForeignKey(
        "partners.Partnership",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="journal",
        db_index=False,  # both indexes below begin with it
    )
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    municipality = models.ForeignKey(
        "partners.Municipality", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which municipality it was done, or about which it is."""
    subject = models.CharField(max_length=80, blank=True)
    """On what: 'room.model:key'; the row itself may be gone since."""
    verb = models.CharField(max_length=60)
    """'room.done', for example 'scan.round_opened'."""
    data = models.JSONField(default=dict)
    """Identifiers and figures only: never a name, an address or an answer."""

    objects: ClassVar[models.Manager[Entry]] = OnlyAdded.as_manager()

    class Meta:
        verbose_name = "logboekregel"
        verbose_name_plural = "logboek"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["partnership", "-at"], name="journal_by_partnership"),
            models.Index(fields=["partnership", "-id"], name="journal_last_of_partnership"),
            # Small, and found at once among millions of rows: the lists are asked for by everybody.
            models.Index(
                fields=["-id"], name="journal_listing", condition=models.Q(verb__in=[*LIBRARY, *LISTING])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The journal is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("The journal is only added to.")
