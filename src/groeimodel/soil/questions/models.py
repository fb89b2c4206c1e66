"""Questions to the network: who asked, who was told, what was answered (claim P8)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.soil.harvest.models import Harvest


class Question(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which the asker sat when asking; empty for somebody of the partnership as a whole."""
    title = models.CharField(_("wat wil je weten?"), max_length=160)
    more = models.TextField(_("vertel er iets meer bij"), max_length=3000, blank=True)
    area = models.CharField(max_length=40, blank=True)
    """The id of a nutrient of `content/nutrients.toml`; empty when none was chosen and none could be guessed."""
    everybody = models.BooleanField(_("vraag het aan de hele groep"), default=False)
    opened = models.BooleanField(_("ook andere samenwerkingen mogen antwoorden"), default=False)
    named = models.BooleanField(_("mijn naam mag erbij"), default=False)
    """Whether people of other partnerships see who asks; they always see the municipality."""
    asked_at = models.DateTimeField(default=timezone.now)
    first_answered_at = models.DateTimeField(null=True, blank=True)
    came_back_at = models.DateTimeField(null=True, blank=True)
    """When it went to the others, for want of an answer."""
    passed_on_at = models.DateTimeField(null=True, blank=True)
    """When it went to the regional supporter."""
    closed_at = models.DateTimeField(null=True, blank=True)
    harvest = Inside(Harvest, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """What it became (claim P8 leads to P9)."""

    objects: ClassVar[models.Manager[Question]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = _("vraag aan de groep")
        verbose_name_plural = _("vragen aan de groep")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_answered_at__isnull=True) | Q(first_answered_at__gte=F("asked_at")),
                name="question_answered_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(named=False) | Q(opened=True), name="question_named_is_opened"
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "-asked_at"], name="question_by_partnership"),
            models.Index(
                fields=["asked_at"],
                condition=Q(first_answered_at__isnull=True, closed_at__isnull=True),
                name="question_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("questions:question", args=[self.partnership.slug, self.pk])

    @property
    def waits(self) -> bool:
        """Nobody answered and it is not closed."""
        return self.first_answered_at is None and self.closed_at is None


class Told(models.Model):
    """Somebody who was asked by mail, with the reason."""

    class Reason(models.TextChoices):
        OWN = "own", _("omdat je noteerde dat je hier iets van kent")
        MUNICIPALITY = "municipality", _("omdat jouw gemeente dit meebrengt")
        WORDS = "words", _("omdat je iets noteerde in dezelfde woorden")
        ANSWERED = "answered", _("omdat je al eens antwoordde op een vraag die erop lijkt")
        GROUP = "group", _("omdat de vraag voor de hele groep is")
        NOBODY = "nobody", _("omdat nog niemand noteerde dat hij dit kent, en jij de groep kent")
        BACK = "back", _("omdat er na vijf werkdagen nog geen antwoord was")
        PASSED = "passed", _("omdat er na tien werkdagen nog geen antwoord was")

    partnership = Carried("question")
    question = Inside(Question, on_delete=models.CASCADE, related_name="told")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wie de vraag kreeg")
        verbose_name_plural = _("wie de vraag kreeg")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["question", "person"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.question}: {self.person}"


class Answer(models.Model):
    partnership = Carried("question")
    question = Inside(Question, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which the person sat when answering."""
    outside = models.BooleanField(default=False)
    """By somebody of another partnership."""
    text = models.TextField(_("je antwoord"), max_length=5000)
    at = models.DateTimeField(default=timezone.now)
    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.question}: {self.person}"
