"""Money of the shop, exact to the cent: budget and actual per year, contributions, commitments (claims B5 and B7).

A posting is never changed. Once its year is closed it is not removed either: a counter-entry stands beside it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.shop.plan.models import PlanAction

CENT = Decimal("0.01")
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Beyond these a year is a slip of the keyboard."""


def amount_field(label: str, *, least: Decimal = CENT, **more: Any) -> models.DecimalField[Any, Any]:
    """Euro with two places."""
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, validators=[MinValueValidator(least)], **more
    )


class BookYear(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("jaar")
    closed_on = models.DateField("afgesloten op", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    adopted_by = Inside(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rekening goedgekeurd in",
    )

    objects: ClassVar[models.Manager[BookYear]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "boekjaar"
        verbose_name_plural = "boekjaren"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "year"], name="book_year_once"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="book_year_is_a_year"
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("money:year", args=[self.partnership.slug, self.year])

    @property
    def closed(self) -> bool:
        return self.closed_on is not None


class Post(models.Model):
    """One line of the budget of a year, on which is posted."""

    class Direction(models.TextChoices):
        EXPENSE = "expense", "uitgave"
        RECEIPT = "receipt", "ontvangst"

    class Nature(models.TextChoices):
        EXPLOITATION = "exploitation", "exploitatie"
        INVESTMENT = "investment", "investering"
        FINANCING = "financing", "financiering"

    class Kind(models.TextChoices):
        STAFF = "staff", "personeel"
        VOLUNTEERS = "volunteers", "vrijwilligers"
        RUNNING = "running", "werking"
        ACTIVITIES = "activities", "activiteiten"
        EQUIPMENT = "equipment", "materiaal"
        OTHER = "other", "andere"
        CONTRIBUTION = "contribution", "bijdragen van gemeenten"
        SUBSIDY = "subsidy", "subsidie"
        OWN = "own", "eigen inkomsten"

    EXPENSES = (Kind.STAFF, Kind.VOLUNTEERS, Kind.RUNNING, Kind.ACTIVITIES, Kind.EQUIPMENT, Kind.OTHER)
    RECEIPTS = (Kind.CONTRIBUTION, Kind.SUBSIDY, Kind.OWN, Kind.OTHER)

    partnership = Carried("book_year")
    book_year = Inside(BookYear, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField("uitgave of ontvangst", max_length=8, choices=Direction)
    nature = models.CharField("aard", max_length=12, choices=Nature, default=Nature.EXPLOITATION)
    kind = models.CharField("soort", max_length=14, choices=Kind)
    title = models.CharField("post", max_length=120)
    plan_action = Inside(
        PlanAction, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="actie van het meerjarenplan",
    )  # fmt: skip
    budget = amount_field("budget in euro", least=Decimal(0), default=Decimal(0))

    objects: ClassVar[models.Manager[Post]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "begrotingspost"
        verbose_name_plural = "begrotingsposten"
        ordering = ["direction", "kind", "title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["book_year", "direction", "kind", "title"],
                name="post_once_a_year",
                violation_error_message="Er is dit jaar al een post van die soort met die naam. Kies een andere naam.",
            ),
            models.CheckConstraint(condition=Q(budget__gte=0), name="post_budget_not_below_zero"),
        ]

    def __str__(self) -> str:
        return self.title


class Call(models.Model):
    """What is asked of the municipalities for a year, by a distribution key."""

    partnership = Carried("book_year")
    book_year = Inside(BookYear, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("waarvoor?", max_length=120, default="Bijdrage")
    total = amount_field("samen, in euro")
    key = models.JSONField("verdeelsleutel")
    """As `rules.money.key_of` reads it: {"name": "mixed", "slices": [...]}."""
    figures = models.JSONField(default=dict)
    """What the key divided by, as it was known then: by figure, then by key of the municipality."""
    due_on = models.DateField("betalen tegen")
    called_on = models.DateField("gevraagd op")
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Call]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "vraag om bijdragen"
        verbose_name_plural = "vragen om bijdragen"
        ordering = ["-book_year__year", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(total__gt=0), name="call_above_zero")]

    def __str__(self) -> str:
        return f"{self.title} {self.book_year}"


class Contribution(models.Model):
    """What one municipality is asked; what was paid is the sum of its postings."""

    partnership = Carried("call")
    call = Inside(Call, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who was asked at first, where municipalities merged since."""
    amount = amount_field("bedrag in euro", least=Decimal(0))
    reference = models.CharField("gestructureerde mededeling", max_length=12, unique=True, null=True)
    """Twelve digits, the last two a check (OGM-VCS)."""
    due_on = models.DateField("betalen tegen")

    objects: ClassVar[models.Manager[Contribution]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        ordering = ["municipality__name", "pk"]
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="contribution_not_below_zero")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.amount}"


class Posting(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    post = Inside(Post, on_delete=models.PROTECT, related_name="+")
    day = models.DateField("dag")
    amount = amount_field("bedrag in euro")
    text = models.CharField("waarvoor?", max_length=200)
    party = models.CharField("aan of van wie?", max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    contribution = Inside(Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    statement_key = models.CharField(max_length=120, blank=True)
    """The line of a bank statement that it came from: no line is posted twice."""
    reverses = InsideOne("self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversed_by")
    """The posting that this counter-entry takes back, for its whole amount."""
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Posting]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="posting_above_zero"),
            models.UniqueConstraint(
                fields=["partnership", "statement_key"],
                condition=~Q(statement_key=""),
                name="posting_once_a_line",
                violation_error_message="Deze lijn van het uittreksel is al geboekt.",
            ),
        ]
        indexes = [models.Index(fields=["partnership", "-day"], name="posting_by_day")]

    def __str__(self) -> str:
        return f"{self.text}: {self.amount}"

    @property
    def signed(self) -> Decimal:
        """Towards the post: a counter-entry counts down."""
        amount: Decimal = self.amount
        return -amount if self.reverses_id else amount


class Commitment(models.Model):
    """What a municipality promised to put in each year, for a term (claim B7)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField("van")
    ends = models.DateField("tot en met")
    yearly = amount_field("per jaar, in euro", least=Decimal(0))
    basis = models.CharField("waar staat het?", max_length=200, blank=True)
    """The decision of its council, with its day."""

    objects: ClassVar[models.Manager[Commitment]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "engagement"
        verbose_name_plural = "engagementen"
        ordering = ["municipality__name", "starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")),
                name="commitment_ends_after_start",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(condition=Q(yearly__gte=0), name="commitment_not_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.yearly}"


class Change(models.Model):
    """A municipality that would join or leave: looked at first, then decided, then carried out (claim B7)."""

    class Kind(models.TextChoices):
        JOINING = "joining", "komt erbij"
        LEAVING = "leaving", "gaat weg"

    class State(models.TextChoices):
        ASKED = "asked", "te beslissen"
        DONE = "done", "uitgevoerd"
        DOWN = "down", "gaat niet door"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("wat?", max_length=8, choices=Kind)
    on = models.DateField("vanaf, of laatste dag")
    """First day of who joins, last day of who leaves."""
    state = models.CharField(max_length=6, choices=State, default=State.ASKED)
    asked_on = models.DateField(default=timezone.localdate)

    objects: ClassVar[models.Manager[Change]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "toetreding of uittreding"
        verbose_name_plural = "toetredingen en uittredingen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality"], condition=Q(state="asked"), name="change_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.get_kind_display()}"

    @property
    def subject(self) -> str:
        """As an agenda names it."""
        return f"money.{self.kind}:{self.pk}"


class Function(models.Model):
    """A post of staff: no name, only what it is, who employs it and what it costs (claim B5)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("functie", max_length=120)
    employer = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="werkgever",
    )
    """Empty where the partnership itself employs."""
    hours = models.DecimalField(
        "uren per week", max_digits=5, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    yearly = amount_field("kost per jaar, in euro", least=Decimal(0))
    starts = models.DateField("vanaf")
    ends = models.DateField("tot en met", null=True, blank=True)

    objects: ClassVar[models.Manager[Function]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "functie"
        verbose_name_plural = "functies"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="function_ends_after_start",
                violation_error_message="De laatste dag ligt voor de eerste.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Month(models.Model):
    """Hours worked in a month, by a function or by volunteers together, who are only counted."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    function = Inside(Function, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """Empty for volunteers."""
    month = models.DateField("maand")
    """Its first day."""
    hours = models.DecimalField(
        "uren", max_digits=8, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    people = models.PositiveIntegerField("vrijwilligers", default=0)

    objects: ClassVar[models.Manager[Month]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uren van een maand"
        verbose_name_plural = "uren per maand"
        ordering = ["-month", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["function", "month"], name="month_once_a_function"),
            models.UniqueConstraint(
                fields=["partnership", "month"], condition=Q(function=None), name="month_once_of_volunteers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.hours}"
