"""Invitations: one link in a mail that leads to a seat or another part in a partnership."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Invitation(models.Model):
    class Role(models.TextChoices):
        ALDERMAN = "alderman", "schepen"
        OFFICER = "officer", "jeugdambtenaar"
        AMBASSADOR = "ambassador", "ambassadeur"
        COORDINATOR = "coordinator", "coördinator"
        SUPPORTER = "supporter", "regio-ondersteuner"
        GUEST = "guest", "gast"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    role = models.CharField("rol", max_length=12, choices=Role)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Of a seat and of an ambassador; empty for the other parts."""
    email = models.EmailField("e-mailadres")
    name = models.CharField("naam", max_length=120)
    instead_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who sat there when the invitation was sent: if that changed since, somebody else was faster."""
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(default=timezone.now)
    times_sent = models.PositiveSmallIntegerField(default=1)
    """A new sending makes the links of before void."""
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who accepted."""

    objects: ClassVar[models.Manager[Invitation]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=["alderman", "officer", "ambassador"], municipality__isnull=False)
                | Q(role__in=["coordinator", "supporter", "guest"], municipality=None),
                name="invitation_municipality_where_needed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.name}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None

    @property
    def where(self) -> str:
        """The municipality, or else the partnership."""
        return str(self.municipality or self.partnership)


class ImportDraft(models.Model):
    """What was read from a file, until somebody confirms it; at most a day."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rows = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[ImportDraft]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "ingelezen lijst"
        verbose_name_plural = "ingelezen lijsten"
        constraints = [models.UniqueConstraint(fields=["partnership", "person"], name="import_draft_one")]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.made_at:%d/%m/%Y}"
