"""Lessons drawn from practice, and the thanks of whoever they helped elsewhere (claim G3)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside


class Lesson(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("de les, in één zin", max_length=140)
    learned = models.TextField("wat leerden jullie?", max_length=1500)
    helps = models.CharField("wanneer helpt dit?", max_length=300, blank=True)
    tags = models.CharField("waarover gaat het?", max_length=160, blank=True)
    """Free words, small, with a comma and a space between."""
    source = models.CharField("waar kwam het vandaan?", max_length=160, blank=True)
    """The meeting or the theme; never shown outside the partnership."""
    source_path = models.CharField(max_length=300, blank=True)
    """Address inside the site."""
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which one it was written down; empty when the coordinator did."""
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    shared_at = models.DateTimeField("in de bibliotheek sinds", null=True, blank=True)
    """With the consent of the partnership; empty while it is only for the partnership itself."""

    objects: ClassVar[models.Manager[Lesson]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["partnership", "-written_at"], name="lessons_by_partnership"),
            models.Index(
                fields=["-shared_at", "-id"],
                name="lessons_shared_lately",
                condition=models.Q(shared_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("lessons:lesson", args=[self.partnership.slug, self.pk])

    @property
    def words(self) -> list[str]:
        """The tags, one by one."""
        return [word for word in self.tags.split(", ") if word]


class Thanks(models.Model):
    """'This helped us', once a person; who it was is told to nobody."""

    partnership = Carried("lesson")
    lesson = Inside(Lesson, on_delete=models.CASCADE, related_name="thanks")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "dank voor een les"
        verbose_name_plural = "dank voor lessen"
        constraints = [models.UniqueConstraint(fields=["lesson", "person"], name="thanks_once_a_person")]

    def __str__(self) -> str:
        return f"{self.lesson_id}"
