"""Texts of the model as the umbrella organisation keeps them: published versions, and the draft of the next one.

Nothing here is of one partnership: the texts are the same for all.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from groeimodel.content.addresses import Values


class Shipped(models.Model):
    """The texts that a release of the software brought along, once a version was made over them."""

    digest = models.CharField(max_length=64, unique=True)
    values = models.JSONField("teksten")
    seen_at = models.DateTimeField("gezien op", default=timezone.now)
    settled_at = models.DateTimeField("nagekeken op", null=True, blank=True)
    """When an editor said that all differences with these files were looked at."""

    class Meta:
        verbose_name = "teksten van de software"
        verbose_name_plural = "teksten van de software"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.digest[:12]


class OnlyAdded(models.QuerySet["Version"]):
    """What was published is never changed or taken away, not even a whole table at once."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("A published version never changes.")

    def delete(self) -> NoReturn:
        raise TypeError("A published version never changes.")


Kept: Any = models.Manager.from_queryset(OnlyAdded)


class Version(models.Model):
    """All texts as they were published; the newest is in force."""

    number = models.CharField("versie", max_length=20, unique=True)
    digest = models.CharField(max_length=64)
    values = models.JSONField("teksten")
    shipped = models.ForeignKey(Shipped, on_delete=models.PROTECT, related_name="+")
    """What the software said when this was published."""
    note = models.CharField("wat veranderde er", max_length=300, blank=True)
    restored = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The older version that was put back."""
    at = models.DateTimeField("uitgegeven op", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Version]] = Kept()

    class Meta:
        verbose_name = "versie van de teksten"
        verbose_name_plural = "versies van de teksten"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A published version never changes.")
        super().save(*args, **kwargs)

    def said(self) -> Values:
        values: Values = self.values
        return values


class Draft(models.Model):
    """What editors change together until it is published; at most one is open."""

    opened_at = models.DateTimeField("begonnen op", default=timezone.now)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    version = models.OneToOneField(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )
    """What it became; empty when it was thrown away."""

    class Meta:
        verbose_name = "ontwerp"
        verbose_name_plural = "ontwerpen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(closed_at__isnull=True), name="texts_one_open_draft"
            )
        ]

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d}"


class Change(models.Model):
    """One text in one language that a draft says otherwise; the last one who changed it is named."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="changes")
    file = models.CharField("bestand", max_length=80)
    key = models.CharField("plaats", max_length=160)
    language = models.CharField("taal", max_length=2, blank=True)
    """Empty for what is no sentence: the id of a statement, and where its advice starts."""
    old = models.TextField("tekst die geldt")
    new = models.TextField("nieuwe tekst", blank=True)
    same_meaning = models.BooleanField("zelfde betekenis", null=True, blank=True)
    """Of the words of a statement: may answers of before and after be compared?"""
    at = models.DateTimeField("wanneer", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "verandering"
        verbose_name_plural = "veranderingen"
        ordering = ["file", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "file", "key", "language"], name="texts_change_once")
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.language}"

    @property
    def address(self) -> str:
        return f"{self.file}:{self.key}"
