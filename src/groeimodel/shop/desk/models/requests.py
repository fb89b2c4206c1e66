# mypy: disable-error-code="django-manager-missing"
"""Requests: what a school, a youth club, a service or a resident asks of the shop, and what came of it."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.shop.counter.models import Offer

PROMISE_DAYS, KEEP_MONTHS = 5, 12


def new_token() -> str:
    """192 bits: a link that cannot be guessed, and says nothing of whose it is."""
    return secrets.token_urlsafe(24)


class Desk(models.Model):
    """How a partnership takes requests. Without a row it takes none."""

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="+")
    open = models.BooleanField("de balie is open: iedereen kan iets vragen", default=False)
    days = models.PositiveSmallIntegerField(
        "binnen hoeveel werkdagen antwoorden jullie?",
        default=PROMISE_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    welcome = models.TextField("welkom", max_length=600, blank=True)
    keep_months = models.PositiveSmallIntegerField(
        "hoeveel maanden na het einde wissen we namen en tekst?",
        default=KEEP_MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
    )

    objects: ClassVar[models.Manager[Desk]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "balie"
        verbose_name_plural = "balies"

    def __str__(self) -> str:
        return str(self.partnership)


class Request(models.Model):
    class Who(models.TextChoices):
        SCHOOL = "school", "een school"
        CLUB = "club", "een jeugdvereniging of jeugdhuis"
        SERVICE = "service", "een andere organisatie of dienst"
        MUNICIPALITY = "municipality", "een gemeente of OCMW"
        RESIDENT = "resident", "een inwoner"

    class State(models.TextChoices):
        WAITING = "waiting", "nog niet bevestigd"
        NEW = "new", "ontvangen"
        BUSY = "busy", "in behandeling"
        ASKED = "asked", "wacht op de klant"
        AGREED = "agreed", "afgesproken"
        DONE = "done", "gedaan"
        DECLINED = "declined", "niet mogelijk"
        WITHDRAWN = "withdrawn", "ingetrokken"

    OPEN = (State.NEW, State.BUSY, State.ASKED, State.AGREED)
    CLOSED = (State.DONE, State.DECLINED, State.WITHDRAWN)

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    """In the address where the customer follows the request; a new one when it is erased."""
    who = models.CharField("wie vraagt het?", max_length=12, choices=Who)
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Where the customer lives or has its seat; empty when that is outside the partnership."""
    offer = Inside(
        Offer, verbose_name="aanbod", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Empty: something that is not in the window."""
    wish = models.TextField("wat is de vraag?", max_length=3000, blank=True)
    people = models.PositiveIntegerField("voor hoeveel mensen?", null=True, blank=True)
    day = models.DateField("gewenste dag", null=True, blank=True)
    when = models.CharField("andere dagen", max_length=160, blank=True)
    state = models.CharField("toestand", max_length=10, choices=State, default=State.WAITING)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie het opvolgt",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    received_on = models.DateField("bevestigd op", null=True, blank=True)
    promised_on = models.DateField("beloofd tegen", null=True, blank=True)
    """By when the first answer was promised, on the day that the request was confirmed."""
    answered_on = models.DateField("eerste antwoord op", null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField("werkdagen tot het eerste antwoord", null=True, blank=True)
    answer_by = models.DateField("antwoord nodig tegen", null=True, blank=True)
    """By when the customer must hear from us again; empty while the customer has the word, or nothing is owed."""
    agreed_what = models.TextField("wat is afgesproken", max_length=2000, blank=True)
    agreed_on = models.DateField("wanneer", null=True, blank=True)
    price = models.DecimalField("prijs", max_digits=9, decimal_places=2, null=True, blank=True)
    why = models.TextField("waarom niet", max_length=1000, blank=True)
    closed_on = models.DateField("afgerond op", null=True, blank=True)
    rated = models.BooleanField(default=False)
    """Whether the customer said how it was; what was said stands in `Rating`, without whose it was."""
    erased_on = models.DateField("gewist op", null=True, blank=True)

    objects: ClassVar[models.Manager[Request]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["partnership", "state", "answer_by"], name="request_by_state"),
            models.Index(fields=["partnership", "received_on"], name="request_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "withdrawn"]) | Q(received_on__isnull=False),
                name="request_received",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                name="request_answered_after",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        """What it is about, without anybody's name. Select `offer` with it."""
        return self.offer.title if self.offer else _("Iets op maat")

    @property
    def customer(self) -> str:
        """For who handles it: the organisation with whoever asked."""
        return ", ".join(part for part in (self.organisation, self.name) if part) or _("Gewist")

    @property
    def calls_itself(self) -> str:
        """For who sees no contact data: the organisation, never a person's name."""
        return self.organisation or ("" if self.erased_on else str(self.get_who_display()))

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def unassigned(self) -> bool:
        return self.handler_id is None

    def path(self) -> str:
        """Where the customer follows it."""
        return reverse("desk:state", args=[self.token])


class Line(models.Model):
    """One line of the history of a request; what is `inner` the customer never sees."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "aanvraag ontvangen"
        ASSIGNED = "assigned", "iemand volgt het op"
        NOTE = "note", "interne nota"
        REPLY = "reply", "antwoord"
        QUESTION = "question", "vraag aan de klant"
        PROPOSAL = "proposal", "voorstel op maat"
        MESSAGE = "message", "bericht van de klant"
        ACCEPTED = "accepted", "voorstel aanvaard"
        AGREED = "agreed", "afspraak"
        DECLINED = "declined", "niet mogelijk"
        DONE = "done", "gedaan"
        WITHDRAWN = "withdrawn", "ingetrokken door de klant"
        REOPENED = "reopened", "weer geopend"

    INNER = (Kind.ASSIGNED, Kind.NOTE)
    BY_CUSTOMER = (Kind.RECEIVED, Kind.MESSAGE, Kind.ACCEPTED, Kind.WITHDRAWN)

    partnership = Carried("request")
    request = Inside(Request, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField("soort", max_length=10, choices=Kind)
    text = models.TextField("tekst", max_length=3000, blank=True)
    price = models.DecimalField("prijs", max_digits=9, decimal_places=2, null=True, blank=True)
    day = models.DateField("dag", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who wrote it inside; empty for the customer and for the system."""
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Line]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "regel van een aanvraag"
        verbose_name_plural = "regels van aanvragen"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"

    @property
    def by_customer(self) -> bool:
        return self.kind in self.BY_CUSTOMER

    @property
    def inner(self) -> bool:
        return self.kind in self.INNER

    @property
    def for_customer(self) -> str:
        """What it is called on the page of the customer."""
        own = {
            self.Kind.RECEIVED: _("We kregen je vraag"),
            self.Kind.REPLY: _("Ons antwoord"),
            self.Kind.QUESTION: _("Onze vraag aan jou"),
            self.Kind.PROPOSAL: _("Ons voorstel"),
            self.Kind.MESSAGE: _("Jouw bericht"),
            self.Kind.ACCEPTED: _("Je zei ja"),
            self.Kind.WITHDRAWN: _("Je trok je aanvraag in"),
        }
        return own.get(self.Kind(self.kind)) or str(self.get_kind_display())


class Served(models.Model):
    """How many people of a municipality a request reached, once it was done."""

    partnership = Carried("request")
    request = Inside(Request, on_delete=models.CASCADE, related_name="served")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Empty: elsewhere, or not known."""
    people = models.PositiveIntegerField("hoeveel mensen?")

    objects: ClassVar[models.Manager[Served]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bereik van een aanvraag"
        verbose_name_plural = "bereik van aanvragen"
        constraints = [
            models.UniqueConstraint(fields=["request", "municipality"], name="served_once_a_place"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(municipality__isnull=True), name="served_once_elsewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.people}"


class Rating(models.Model):
    """What a customer said of the shop. It does not know of which request, whose or on which day."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("jaar")
    score = models.PositiveSmallIntegerField(
        "hoe was het?", validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    text = models.TextField("in eigen woorden", max_length=500, blank=True)

    objects: ClassVar[models.Manager[Rating]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "tevredenheid"
        verbose_name_plural = "tevredenheid"
        constraints = [
            models.CheckConstraint(condition=Q(score__gte=1, score__lte=5), name="rating_one_to_five")
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.score}"
