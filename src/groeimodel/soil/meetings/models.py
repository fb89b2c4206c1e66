"""Meetings: when, for whom, who comes and who was there, and what is on the agenda."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Seat
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.soil.themes.models import Theme


class Audience(models.TextChoices):
    OFFICERS = "officers", "de jeugdambtenaren"
    ALDERMEN = "aldermen", "de schepenen"
    """A kind of its own (claim P16)."""
    BOTH = "both", "schepenen en ambtenaren samen"


class Series(models.Model):
    """Meetings planned together, one every so many weeks; each of them can move on its own."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    every_weeks = models.PositiveSmallIntegerField("om de hoeveel weken?")

    objects: ClassVar[models.Manager[Series]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.every_weeks}"


class Meeting(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    series = Inside(Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Its name in calendars, the same for as long as it exists."""
    sequence = models.PositiveIntegerField(default=0, editable=False)
    """How often its time, place or being there changed: calendars look at this."""
    title = models.CharField("titel", max_length=120)
    audience = models.CharField("voor wie?", max_length=10, choices=Audience, default=Audience.OFFICERS)
    starts = models.DateTimeField("begint", null=True, blank=True)
    """Empty while a date is being looked for."""
    ends = models.DateTimeField("eindigt", null=True, blank=True)
    place = models.CharField("waar?", max_length=200, blank=True)
    video_url = models.CharField(
        "link om online mee te doen",
        max_length=500,
        blank=True,
        validators=[URLValidator(["http", "https"])],
    )
    about = models.TextField("wat moet men weten?", max_length=2000, blank=True)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField("waarom gaat het niet door?", max_length=300, blank=True)
    brief_sent_at = models.DateTimeField(null=True, blank=True)
    """When the aldermen got the brief (claim P11)."""

    objects: ClassVar[models.Manager[Meeting]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "ontmoeting"
        verbose_name_plural = "ontmoetingen"
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__isnull=True, ends__isnull=True) | Q(ends__gt=F("starts")),
                name="meeting_ends_after_start",
            )
        ]
        indexes = [models.Index(fields=["partnership", "-starts"], name="meeting_by_partnership")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.partnership.slug, self.pk])

    @property
    def looks_for_date(self) -> bool:
        return self.starts is None and self.cancelled_at is None

    def is_over(self, now: datetime) -> bool:
        """It took place: not cancelled, and its start has passed."""
        return self.starts is not None and self.cancelled_at is None and self.starts <= now


class DateOption(models.Model):
    """A moment that is proposed while a date is looked for."""

    partnership = Carried("meeting")
    meeting = Inside(Meeting, on_delete=models.CASCADE, related_name="options")
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        verbose_name = "mogelijk moment"
        verbose_name_plural = "mogelijke momenten"
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="option_ends_after_start"),
            models.UniqueConstraint(fields=["meeting", "starts", "ends"], name="option_once"),
        ]

    def __str__(self) -> str:
        return f"{self.starts:%d/%m/%Y %H:%M}"


class DateAnswer(models.Model):
    class Can(models.TextChoices):
        YES = "yes", "ja"
        MAYBE = "maybe", "als het moet"
        NO = "no", "nee"

    partnership = Carried("option")
    option = Inside(DateOption, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    can = models.CharField(max_length=5, choices=Can)

    class Meta:
        verbose_name = "antwoord op een moment"
        verbose_name_plural = "antwoorden op momenten"
        constraints = [models.UniqueConstraint(fields=["option", "person"], name="date_answer_once")]

    def __str__(self) -> str:
        return f"{self.option_id} {self.can}"


class Attendance(models.Model):
    """Somebody and a meeting: invited, coming, was there."""

    class Coming(models.TextChoices):
        YES = "yes", "komt"
        MAYBE = "maybe", "misschien"
        NO = "no", "komt niet"

    partnership = Carried("meeting")
    meeting = Inside(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """For which municipality; empty for a coordinator, supporter or guest."""
    role = models.CharField(max_length=12)
    """As it was then, a role of the table of rights."""
    invited_at = models.DateTimeField(null=True, blank=True)
    coming = models.CharField("kom je?", max_length=5, choices=Coming, blank=True)
    came = models.BooleanField("was er", default=False)

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheden"
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once")]
        indexes = [models.Index(fields=["person", "meeting"], name="attendance_by_person")]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"

    @property
    def place(self) -> str:
        """For which municipality somebody is there, else as what; select `municipality__merged_into` with it."""
        if self.municipality is not None:
            return self.municipality.name_today
        return str({**dict(Seat.Role.choices), **dict(Appointment.Kind.choices)}.get(self.role, ""))


class Item(models.Model):
    """A point of the agenda, with or without a theme."""

    partnership = Carried("meeting")
    meeting = Inside(Meeting, on_delete=models.CASCADE, related_name="items")
    theme = Inside(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    title = models.CharField("punt", max_length=120)
    asked = models.CharField("wat wordt er gevraagd?", max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField("minuten", null=True, blank=True)
    place = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "theme"], condition=Q(theme__isnull=False), name="item_theme_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Steer(models.Model):
    """What the alderman of a municipality says of a point beforehand; the last word counts (claim P11)."""

    class Stance(models.TextChoices):
        IMPORTANT = "important", "belangrijk voor ons"
        FOLLOW = "follow", "volg het mee op"
        NOT_NOW = "not_now", "nu niet voor ons"

    partnership = Carried("item")
    item = Inside(Item, on_delete=models.CASCADE, related_name="steers")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField("hoe kijk je ernaar?", max_length=10, choices=Stance, blank=True)
    text = models.CharField("wat geef je mee?", max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "richting van een schepen"
        verbose_name_plural = "richtingen van schepenen"
        constraints = [
            models.UniqueConstraint(fields=["item", "municipality"], name="steer_one_per_municipality"),
            models.CheckConstraint(condition=~Q(stance="") | ~Q(text=""), name="steer_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.municipality_id}"


class Interest(models.Model):
    """An alderman would like to meet the other aldermen (claim P16)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Interest]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "interesse in een schepenontmoeting"
        verbose_name_plural = "interesses in een schepenontmoeting"
        constraints = [models.UniqueConstraint(fields=["partnership", "person"], name="interest_once")]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.person_id}"


class FeedKey(models.Model):
    """The secret address of a feed: of one person, over all partnerships, or of one partnership."""

    key = models.CharField(max_length=43, unique=True)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    partnership = models.OneToOneField(
        Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "agendafeed"
        verbose_name_plural = "agendafeeds"
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, partnership__isnull=True)
                | Q(person__isnull=True, partnership__isnull=False),
                name="feed_of_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id or ''} {self.partnership_id or ''}"
