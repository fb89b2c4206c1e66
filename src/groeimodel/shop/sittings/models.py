"""Sittings of an organ: the agenda, who is there, what every seat said, and the minutes (claim B2)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.shop.organs.models import Organ, OrganSeat


class Sitting(models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", "gepland"
        OPEN = "open", "bezig"
        CLOSED = "closed", "gesloten"
        TOO_FEW = "too_few", "niet in aantal"
        CANCELLED = "cancelled", "afgezegd"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organ = Inside(Organ, on_delete=models.PROTECT, related_name="+")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Its name in calendars."""
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    starts = models.DateTimeField("wanneer?")
    place = models.CharField("waar?", max_length=200, blank=True)
    chair = Inside(
        OrganSeat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wie zit voor?",
    )
    """Whose vote breaks a tie, where the statutes say so."""
    secretary = Inside(
        OrganSeat, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="wie schrijft het verslag?",
    )  # fmt: skip
    second_of = InsideOne("self", on_delete=models.PROTECT, null=True, blank=True, related_name="second_call")
    """The sitting that had too few members; this one has the same agenda."""
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    cancel_reason = models.CharField("waarom gaat het niet door?", max_length=300, blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    statute = models.JSONField(default=dict, blank=True)
    """The statute as it was when the sitting opened: it counts by that, whatever changes later."""
    quorum = models.JSONField(default=dict, blank=True)
    """As it was last read: {"of": "seats", "here": 5, "total": 6, "needed": 4, "waived": false}."""
    minutes = models.TextField("verslag", max_length=20000, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_in = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The later sitting that approved the minutes; empty where they were approved at the close."""
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Sitting]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "zitting"
        verbose_name_plural = "zittingen"
        ordering = ["-starts", "-pk"]
        indexes = [models.Index(fields=["partnership", "-starts"], name="sitting_by_partnership")]

    def __str__(self) -> str:
        return f"{self.organ} {timezone.localtime(self.starts):%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("sittings:sitting", args=[self.partnership.slug, self.pk])

    @property
    def day(self) -> date:
        return timezone.localtime(self.starts).date()

    @property
    def is_second(self) -> bool:
        return self.second_of_id is not None

    @property
    def agenda_open(self) -> bool:
        return self.state in (self.State.PLANNED, self.State.OPEN)


class AgendaItem(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "nog te behandelen"
        ADOPTED = "adopted", "aangenomen"
        REJECTED = "rejected", "verworpen"
        NOTED = "noted", "kennis genomen"
        POSTPONED = "postponed", "uitgesteld"
        WITHDRAWN = "withdrawn", "ingetrokken"

    NOTE = "note"
    """The kind of a point that nobody votes on."""

    partnership = Carried("sitting")
    sitting = Inside(Sitting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveIntegerField(default=0)
    title = models.CharField("punt", max_length=200)
    text = models.TextField("voorstel van beslissing", max_length=4000, blank=True)
    kind = models.CharField("hoe wordt er beslist?", max_length=40, default="ordinary")
    subject = models.CharField(max_length=80, blank=True)
    """What it is about, of a room above: 'plan.plan:5'."""
    replaces = Inside(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="komt in de plaats van besluit",
    )  # fmt: skip
    carried_from = Inside("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The same point on an earlier sitting, that had too few members or postponed it."""
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    why = models.CharField("waarom?", max_length=300, blank=True)
    """Why it was postponed or withdrawn."""
    papers = models.JSONField(default=dict, blank=True)
    """Of a secret ballot, only this: {"for": 3, "against": 1, "abstain": 0}."""
    decision = InsideOne(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "punt van een zitting"
        verbose_name_plural = "punten van zittingen"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["subject"], name="agenda_item_by_subject")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("sittings:item", args=[self.sitting.partnership.slug, self.sitting_id, self.pk])

    @property
    def is_vote(self) -> bool:
        return self.kind != self.NOTE

    @property
    def waits(self) -> bool:
        return self.state == self.State.WAITING


class Presence(models.Model):
    """One seat and one sitting: what was said beforehand, and how it was when it opened."""

    class Said(models.TextChoices):
        COMES = "comes", "komt"
        EXCUSED = "excused", "komt niet"
        PROXY = "proxy", "geeft volmacht"

    class How(models.TextChoices):
        PRESENT = "present", "aanwezig"
        PROXY = "proxy", "volmacht"
        EXCUSED = "excused", "verontschuldigd"
        ABSENT = "absent", "afwezig"

    partnership = Carried("sitting")
    sitting = Inside(Sitting, on_delete=models.CASCADE, related_name="presences")
    seat = Inside(OrganSeat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who held the seat then."""
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    votes = models.PositiveSmallIntegerField(default=1)
    advisory = models.BooleanField(default=False)
    said = models.CharField("kom je?", max_length=8, choices=Said, blank=True)
    said_holder = Inside(OrganSeat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """Who would vote for this seat."""
    how = models.CharField(max_length=8, choices=How, blank=True)
    """Empty until the sitting opens."""
    holder = Inside(OrganSeat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "aanwezigheid op een zitting"
        verbose_name_plural = "aanwezigheden op zittingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "seat"], name="presence_once_a_seat"),
            models.CheckConstraint(
                condition=Q(how="proxy", holder__isnull=False) | (~Q(how="proxy") & Q(holder__isnull=True)),
                name="presence_proxy_has_holder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.seat_id}"

    @property
    def is_here(self) -> bool:
        """Present or represented."""
        return self.how in (self.How.PRESENT, self.How.PROXY)

    @property
    def name(self) -> str:
        """Who sits there, else what the place is called; select `person` and `seat__municipality` with it."""
        return self.person.name if self.person is not None else str(self.seat)


class SeatVote(models.Model):
    """What one seat said on one point, in an open vote; it can change until it is counted."""

    class Choice(models.TextChoices):
        FOR = "for", "voor"
        AGAINST = "against", "tegen"
        ABSTAIN = "abstain", "onthouding"

    partnership = Carried("item")
    item = Inside(AgendaItem, on_delete=models.CASCADE, related_name="seat_votes")
    presence = Inside(Presence, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField("stem", max_length=8, choices=Choice)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who entered it: the seat itself, or who noted it down."""

    class Meta:
        verbose_name = "stem op een punt"
        verbose_name_plural = "stemmen op punten"
        constraints = [models.UniqueConstraint(fields=["item", "presence"], name="seat_vote_once")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.get_choice_display()}"
