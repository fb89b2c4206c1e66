"""How a municipality involves its college: moments, each with who, when, with what and for what (claim W24)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership


class Moment(models.Model):
    class Role(models.TextChoices):
        """Whoever has this part on the day itself."""

        ALDERMAN = "alderman", "schepen"
        OFFICER = "officer", "jeugdambtenaar"
        AMBASSADOR = "ambassador", "ambassadeur"

    class What(models.TextChoices):
        PHOTO = "photo", "de foto van de weide"
        KIT = "kit", "de ambassadeurskit"
        SHEET = "sheet", "het oogstblad"
        VISIT = "visit", "een bezoek aan een actie"
        ACCOUNT = "account", "cijfers en rekening"
        OTHER = "other", "iets anders"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, verbose_name="gemeente", on_delete=models.PROTECT, related_name="+"
    )
    on = models.DateField("wanneer?")
    role = models.CharField("wie?", max_length=10, choices=Role)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """One of several ambassadors, by name; a seat needs no name, it goes to whoever sits there."""
    what = models.CharField("waarmee?", max_length=8, choices=What)
    other = models.CharField("waarmee dan?", max_length=80, blank=True)
    purpose = models.CharField("waarvoor?", max_length=160)
    suggested = models.BooleanField(default=False)
    """From the suggestion, and nobody touched it yet: then the suggestion can be taken back."""
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_on = models.DateField("gedaan op", null=True, blank=True)
    outcome = models.CharField("wat kwam ervan?", max_length=240, blank=True)

    objects: ClassVar[models.Manager[Moment]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "moment met het college"
        verbose_name_plural = "momenten met het college"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what="other") & ~Q(other="") | ~Q(what="other") & Q(other=""),
                name="college_other_is_said",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, outcome="") | Q(done_on__isnull=False) & ~Q(outcome=""),
                name="college_done_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(person=None) | Q(role="ambassador"), name="college_name_for_ambassador_only"
            ),
        ]
        indexes = [models.Index(fields=["partnership", "on"], name="college_by_day")]

    def __str__(self) -> str:
        return f"{self.with_what} ({self.on:%d/%m/%Y})"

    def get_absolute_url(self) -> str:
        return f"{reverse('college:plans', args=[self.partnership.slug])}#moment-{self.pk}"

    @property
    def with_what(self) -> str:
        return self.other or str(self.get_what_display())

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
