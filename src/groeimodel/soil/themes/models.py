"""What the partnership wants to talk about, over all its meetings."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside


class Theme(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("thema", max_length=120)
    about = models.TextField("waarover gaat het?", max_length=2000, blank=True)
    asked = models.CharField("wat vraag je aan de groep?", max_length=300, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which municipality it was proposed; empty when the coordinator did."""
    proposed_at = models.DateTimeField(default=timezone.now)
    rested_at = models.DateTimeField(null=True, blank=True)
    """From then on it rests: it is not proposed for an agenda any more, its page stays."""

    objects: ClassVar[models.Manager[Theme]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["partnership", "-proposed_at"], name="theme_by_partnership")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("themes:theme", args=[self.partnership.slug, self.pk])


class Backing(models.Model):
    """Somebody wants to talk about a theme, for a municipality."""

    partnership = Carried("theme")
    theme = Inside(Theme, on_delete=models.CASCADE, related_name="backings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "stem voor een thema"
        verbose_name_plural = "stemmen voor thema's"
        constraints = [models.UniqueConstraint(fields=["theme", "person"], name="backing_one_per_person")]

    def __str__(self) -> str:
        return f"{self.theme_id} {self.person_id}"


class Link(models.Model):
    """A page elsewhere that is about a theme."""

    partnership = Carried("theme")
    theme = Inside(Theme, on_delete=models.CASCADE, related_name="links")
    url = models.CharField("adres", max_length=500, validators=[URLValidator(["http", "https"])])
    label = models.CharField("wat is het?", max_length=120)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "link"
        verbose_name_plural = "links"
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.label
