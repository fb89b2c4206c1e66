"""Choosing rounds: what partners choose from together, with which money, and what each municipality said (claims W6, W22).

A round that was opened is what people vote on: titles, costs, contributions and the lot are copied into it then, and only
its closing day may still move. A round that is closed holds the election as text: its result is read from nothing else.
"""

from __future__ import annotations

import secrets
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.meadow.actions.models import Action

EURO = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(10_000_000))]


def new_code() -> str:
    """A short address for a poster: 50 bits, no letters that look alike."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _place in range(10))


class Round(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", "in voorbereiding"
        LAYOUT = "layout", "eerst de indeling"
        OPEN = "open", "open"
        CLOSED = "closed", "beslist"
        WITHDRAWN = "withdrawn", "ingetrokken"

    class Money(models.TextChoices):
        COMMON = "common", "één gezamenlijke pot"
        OWN = "own", "eigen inleg"

    class Key(models.TextChoices):
        """How the contributions are divided: see `rules.keys`."""

        EQUAL = "equal", "iedereen evenveel"
        INHABITANTS = "inhabitants", "per inwoner"
        UNDER_25 = "under_25", "per inwoner jonger dan 25"
        FIXED = "fixed", "een vast deel, en de rest per inwoner"
        TABLE = "table", "een eigen tabel"

    class Rule(models.TextChoices):
        """As `groeimodel choose --rule` names them."""

        EQUAL_SHARES = "equal-shares", "gelijke delen"
        GREEDY = "greedy", "meeste steun eerst"
        PHRAGMEN = "phragmen", "om de beurt sparen"
        CONSENT = "consent", "iedereen akkoord"

    class Completion(models.TextChoices):
        """Of equal shares with one common pot: what happens with what is left."""

        GREEDY = "greedy", "de rest gaat naar wat de meeste steun heeft"
        ADD1_EXHAUSTIVE = "add1-exhaustive", "ieders deel groeit mee, tot niets meer past"
        ADD1 = "add1", "ieders deel groeit mee, zo ver het kan"
        NONE = "none", "wat over is, blijft in de pot"

    class Marks(models.TextChoices):
        POINTS = "points", "punten van 0 tot 5"
        APPROVAL = "approval", "enkel ja of nee"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("waarover kiezen jullie?", max_length=120)
    why = models.TextField("waarom nu?", max_length=1000, blank=True)
    state = models.CharField("stand", max_length=10, choices=State, default=State.DRAFT)
    money = models.CharField("welk geld?", max_length=8, choices=Money, default=Money.COMMON)
    contributions = models.DecimalField(
        "wat leggen de gemeenten samen in?", max_digits=11, decimal_places=2, default=0, validators=EURO
    )
    key = models.CharField("verdeelsleutel", max_length=12, choices=Key, default=Key.EQUAL)
    fixed_each = models.DecimalField(
        "vast deel per gemeente", max_digits=11, decimal_places=2, null=True, blank=True, validators=EURO
    )
    table = models.JSONField("eigen tabel", default=dict, blank=True)
    """Key of a municipality (as text) to euro (as text); only for the own table."""
    subsidy = models.DecimalField(
        "subsidie erbovenop", max_digits=11, decimal_places=2, default=0, validators=EURO
    )
    subsidy_by_key = models.BooleanField("de subsidie volgens dezelfde sleutel", default=False)
    """Else each gets the same part of it."""
    rule = models.CharField("kiesregel", max_length=14, choices=Rule, default=Rule.EQUAL_SHARES)
    completion = models.CharField(
        "wat met de rest?", max_length=16, choices=Completion, default=Completion.GREEDY
    )
    marks = models.CharField("hoe stemmen?", max_length=10, choices=Marks, default=Marks.POINTS)
    asks_layout = models.BooleanField("eerst de indeling vragen aan de schepenen", default=False)
    slack = models.PositiveSmallIntegerField(
        "speling in procentpunten", default=10, validators=[MaxValueValidator(100)]
    )
    layout_until = models.DateField("indeling tot en met", null=True, blank=True)
    closes_on = models.DateField("stemmen tot en met")
    takes_advice = models.BooleanField("ook advies van kinderen en jongeren", default=False)
    code = models.CharField(max_length=12, unique=True, default=new_code)
    """Of the open page for advice."""

    seed = models.CharField("zaad van het lot", max_length=64, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField("geopend op", null=True, blank=True)
    went_on_at = models.DateTimeField("stembrieven sinds", null=True, blank=True)
    """When the ballots went out; with a layout first, later than the opening."""
    reminded_at = models.DateTimeField(null=True, blank=True)
    pressed_at = models.DateTimeField(null=True, blank=True)
    """When the coordinator was asked to close it."""
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    withdrawn_why = models.CharField("waarom ingetrokken?", max_length=300, blank=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    snapshot = models.TextField("de verkiezing, in .pb", blank=True)
    checksum = models.CharField("SHA-256 van de verkiezing", max_length=64, blank=True)
    advice = models.JSONField("advies, zoals het getoond wordt", null=True, blank=True)
    decision = Inside(
        Decision, verbose_name="besluit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Round]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "kiesronde"
        verbose_name_plural = "kiesrondes"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="closed")
                | Q(closed_at__isnull=False, decision__isnull=False) & ~Q(snapshot="") & ~Q(checksum=""),
                name="round_closed_has_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_why=""), name="round_withdrawn_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(opened_at__isnull=False) & ~Q(seed=""),
                name="round_opened_has_lot",
            ),
        ]
        indexes = [models.Index(fields=["partnership", "state"], name="round_by_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("choosing:round", args=[self.partnership.slug, self.pk])

    @property
    def key_name(self) -> str:
        """As decisions and the journal name it."""
        return f"choosing.round:{self.pk}"

    @property
    def is_running(self) -> bool:
        return self.state in (self.State.LAYOUT, self.State.OPEN)

    @property
    def is_common(self) -> bool:
        return self.money == self.Money.COMMON

    @property
    def satisfaction(self) -> str:
        """What a proposal is worth to who supports it, as `groeimodel choose --satisfaction` names it."""
        return "additive" if self.marks == self.Marks.POINTS else "cost"


class Proposal(models.Model):
    """A seedling that can be chosen; title, kind and cost as they were when the round opened."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="proposals")
    action = Inside(Action, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField("plaats in het lot", default=0)
    title = models.CharField(max_length=120, blank=True)
    species = models.CharField(max_length=12, choices=Action.Species, blank=True)
    cost = models.DecimalField("kost in euro", max_digits=10, decimal_places=2, default=0, validators=EURO)
    chosen = models.BooleanField("gekozen", null=True)
    """As the decision says; null until then, and for what was taken off the meadow meanwhile."""

    class Meta:
        verbose_name = "voorstel in een kiesronde"
        verbose_name_plural = "voorstellen in kiesrondes"
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "action"], name="proposal_once_a_round")]

    def __str__(self) -> str:
        return self.title or self.action.title


class Stake(models.Model):
    """What one municipality puts in, and its part of the subsidy; made when the round opens."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="stakes")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    own = models.DecimalField("legt in", max_digits=11, decimal_places=2, validators=EURO)
    subsidy = models.DecimalField("deel van de subsidie", max_digits=11, decimal_places=2, validators=EURO)

    class Meta:
        verbose_name = "inleg in een kiesronde"
        verbose_name_plural = "inleg in kiesrondes"
        ordering = ["municipality__name"]
        constraints = [models.UniqueConstraint(fields=["round", "municipality"], name="stake_once_a_round")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.own}"

    @property
    def together(self) -> Decimal:
        return self.own + self.subsidy


class Layout(models.Model):
    """How an alderman would spread the budget over the kinds of action (claim W11). The last word counts."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="layouts")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    parts = models.JSONField("verdeling")
    """Kind of action to whole percent, 100 together."""
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "gewenste indeling"
        verbose_name_plural = "gewenste indelingen"
        ordering = ["municipality__name"]
        constraints = [models.UniqueConstraint(fields=["round", "municipality"], name="layout_once_a_round")]

    def __str__(self) -> str:
        return f"{self.municipality}"


class Ballot(models.Model):
    """What somebody says for a municipality. Each person has one; the last that rests on a mandate counts (claim W22)."""

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="ballots")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    """In whose name."""
    cast_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who noted it: the person self, or the coordinator when it came by phone."""
    mandate = Inside(Mandate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """What it rested on when it was handed in; what counts is how that stands when the round closes."""
    draft = models.JSONField(null=True, blank=True)
    """What was typed and not handed in yet: key of a proposal (as text) to its fields."""
    handed_in_at = models.DateTimeField("ingediend op", null=True, blank=True)
    counted = models.BooleanField("telde mee", null=True)
    """Null until the round closes."""
    why_not = models.CharField("waarom niet?", max_length=200, blank=True)

    class Meta:
        verbose_name = "stembrief"
        verbose_name_plural = "stembrieven"
        ordering = ["municipality__name", "handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "municipality", "person"], name="ballot_once_a_person"),
            models.UniqueConstraint(
                fields=["round", "municipality"], condition=Q(counted=True), name="ballot_one_counts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}, {self.person}"

    @property
    def by_phone(self) -> bool:
        return self.cast_by_id is not None and self.cast_by_id != self.person_id


class Line(models.Model):
    """One proposal on a ballot that was handed in."""

    partnership = Carried("ballot")
    ballot = Inside(Ballot, on_delete=models.CASCADE, related_name="lines")
    proposal = Inside(Proposal, on_delete=models.CASCADE, related_name="lines")
    points = models.PositiveSmallIntegerField("punten", default=0, validators=[MaxValueValidator(5)])
    goal = models.CharField("bij welk doel van jullie beleid past dit?", max_length=200, blank=True)
    red_line = models.CharField("rode lijn, omdat", max_length=240, blank=True)
    """A reason to talk, shown to all; it takes nothing out."""

    class Meta:
        verbose_name = "regel op een stembrief"
        verbose_name_plural = "regels op stembrieven"
        ordering = ["proposal__place"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "proposal"], name="line_once_a_proposal"),
            models.CheckConstraint(condition=Q(points__lte=5), name="line_up_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.points}"


class YoungAnswer(models.Model):
    """What one child or young person would choose. No name, no address, no time; gone when the round closes."""

    class Age(models.TextChoices):
        CHILD = "u12", "jonger dan 12"
        TEEN = "12-15", "12 tot 15"
        YOUTH = "16-18", "16 tot 18"
        YOUNG = "19-25", "19 tot 25"

    partnership = Carried("round")
    round = Inside(Round, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    age = models.CharField("leeftijd", max_length=6, choices=Age)
    picks = models.JSONField("kiest", default=list)
    """Keys of proposals."""

    class Meta:
        verbose_name = "advies van een jongere"
        verbose_name_plural = "advies van jongeren"
        indexes = [models.Index(fields=["round"], name="young_by_round")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.age}"
