"""Documents beside any row of a partnership: a report, a photo, a regulation. What is in them lies in storage."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


class Document(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=60)
    """'room.model' of the row that it lies beside."""
    key = models.BigIntegerField()
    """Key of that row."""
    label = models.CharField("naam", max_length=160)
    alt = models.CharField("wat is er te zien?", max_length=200, blank=True)
    """Of a picture, for whoever cannot see it."""
    path = models.CharField(max_length=120, unique=True)
    """Where it lies in storage; made by us, says nothing about it."""
    thumb = models.CharField(max_length=120, blank=True)
    """Where its small picture lies; empty when it is no picture."""
    content_type = models.CharField(max_length=100)
    suffix = models.CharField(max_length=8)
    size = models.PositiveBigIntegerField("grootte")
    """Bytes."""
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Document]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-uploaded_at", "-pk"]
        indexes = [
            models.Index(fields=["subject", "key"], name="files_by_subject"),
            models.Index(fields=["partnership", "-uploaded_at"], name="files_by_partnership"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_picture(self) -> bool:
        return bool(self.thumb)

    @property
    def filename(self) -> str:
        """The name that it gets when somebody takes it along."""
        return f"{self.label}.{self.suffix}"

    @property
    def thumb_size(self) -> tuple[int, int]:
        """Width and height in pixels of the small picture, so that a page does not jump."""
        if not self.width or not self.height:
            return (0, 0)
        scale = min(1.0, 480 / max(self.width, self.height))
        return (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
