"""Who in the public register of mandates is whom here, and what was read from it until somebody confirms it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership


def forgotten(source: str) -> str:
    """What stands in the place of an address (URI) once its person was erased: it leads to nobody, but is recognised again."""
    code = salted_hmac("aldermen.forgotten", source, secret=settings.ADDRESS_KEY, algorithm="sha256")
    return f"gewist:{code.hexdigest()}"


class PersonLink(models.Model):
    """A person of the register and a person here; made once, by hand or by the same name, and remembered."""

    source = models.CharField("persoon in het register", max_length=500, unique=True)
    """Address (URI) of the person; never a national number."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="persoon", on_delete=models.CASCADE, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gelegd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField("gelegd op", default=timezone.now)

    class Meta:
        verbose_name = "link met het mandatenregister"
        verbose_name_plural = "links met het mandatenregister"
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.source}"


class Draft(models.Model):
    """The mandates that were read, of the members of one partnership, until they are confirmed; at most a day."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rows = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Draft]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "ingelezen mandaten"
        verbose_name_plural = "ingelezen mandaten"
        constraints = [models.UniqueConstraint(fields=["partnership", "person"], name="aldermen_draft_one")]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.made_at:%d/%m/%Y}"
