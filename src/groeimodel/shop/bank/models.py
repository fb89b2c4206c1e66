"""Accounts of a partnership at the bank, what their statements say, and where each line belongs."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import ScopedManager
from stdnum import iban as ibans

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside, InsideOne
from groeimodel.shop.money.models import Contribution, Posting


def grouped(iban: str) -> str:
    """'BE68 5390 0754 7034': as people write and read it."""
    return str(ibans.format(iban))


class Account(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    iban = models.CharField("rekeningnummer (IBAN)", max_length=34)
    """Without spaces."""
    name = models.CharField("hoe noemen jullie ze?", max_length=60)
    bic = models.CharField("BIC", max_length=11, blank=True)

    objects: ClassVar[models.Manager[Account]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "rekening"
        verbose_name_plural = "rekeningen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "iban"], name="bank_account_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def shown(self) -> str:
        return grouped(self.iban)


class Statement(models.Model):
    """One statement as the bank gave it, with its two balances."""

    partnership = Carried("account")
    account = Inside(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("soort bestand", max_length=5)
    """'coda' or 'camt'."""
    number = models.CharField("nummer", max_length=60)
    opens_on = models.DateField("oud saldo op")
    closes_on = models.DateField("nieuw saldo op")
    opening = models.DecimalField("oud saldo", max_digits=14, decimal_places=2)
    closing = models.DecimalField("nieuw saldo", max_digits=14, decimal_places=2)
    imported_at = models.DateTimeField("ingelezen op", default=timezone.now)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Statement]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "uittreksel"
        verbose_name_plural = "uittreksels"
        ordering = ["closes_on", "opens_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind", "number", "opens_on", "closes_on", "opening", "closing"],
                name="bank_statement_once",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="bank_statement_closes_later"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Line(models.Model):
    """One movement on an account. Names and accounts of others may be of people: see `personal.py`."""

    class State(models.TextChoices):
        OPEN = "open", "nog te koppelen"
        MATCHED = "matched", "gekoppeld"
        ASIDE = "aside", "hoort hier niet"

    partnership = Carried("account")
    account = Inside(Account, on_delete=models.PROTECT, related_name="+")
    statement = Inside(Statement, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    """The same for the same movement in whatever file; see `formats.statement.with_keys`."""
    day = models.DateField("geboekt op")
    value_day = models.DateField("valutadag", null=True, blank=True)
    amount = models.DecimalField("bedrag", max_digits=14, decimal_places=2)
    """Below zero when it left the account."""
    name = models.CharField("tegenpartij", max_length=140, blank=True)
    iban = models.CharField("rekening van de tegenpartij", max_length=34, blank=True)
    text = models.CharField("mededeling", max_length=500, blank=True)
    reference = models.CharField("gestructureerde mededeling", max_length=25, blank=True)
    bank_reference = models.CharField(max_length=160, blank=True)
    state = models.CharField("stand", max_length=7, choices=State, default=State.OPEN)
    why = models.CharField("waarom het hier niet hoort", max_length=200, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    """How often its matching was undone: what is posted anew gets keys of its own."""

    objects: ClassVar[models.Manager[Line]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "lijn van een uittreksel"
        verbose_name_plural = "lijnen van uittreksels"
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="bank_line_once"),
            models.CheckConstraint(
                condition=Q(state="aside", why__gt="") | (~Q(state="aside") & Q(why="")),
                name="bank_line_aside_says_why",
            ),
        ]
        indexes = [models.Index(fields=["account", "state", "day"], name="bank_line_by_state")]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.amount}"

    @property
    def size(self) -> Decimal:
        return abs(self.amount)

    @property
    def shown_iban(self) -> str:
        return grouped(self.iban) if self.iban else ""

    @property
    def shown_reference(self) -> str:
        """'+++123/4567/89002+++', or an international one as it is."""
        one = self.reference
        return f"+++{one[:3]}/{one[3:7]}/{one[7:]}+++" if len(one) == 12 and one.isdigit() else one


class Draft(models.Model):
    """A file that was read in, until somebody confirms it; at most a day."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Draft]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "ingelezen bestand van de bank"
        verbose_name_plural = "ingelezen bestanden van de bank"
        constraints = [models.UniqueConstraint(fields=["partnership", "person"], name="bank_draft_one")]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.made_at:%d/%m/%Y}"


class Match(models.Model):
    """A part of a line, with what was posted for it. Those of an earlier `round` were undone."""

    partnership = Carried("line")
    line = Inside(Line, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    posting = InsideOne(Posting, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager[Match]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "koppeling"
        verbose_name_plural = "koppelingen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.posting_id)


class Sending(models.Model):
    """A letter for a contribution that left by mail."""

    partnership = Carried("contribution")
    contribution = Inside(Contribution, on_delete=models.CASCADE, related_name="+")
    """A call can be withdrawn while nobody paid; then its letters are void."""
    sent_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Sending]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "verstuurde brief"
        verbose_name_plural = "verstuurde brieven"
        ordering = ["sent_at"]

    def __str__(self) -> str:
        return f"{self.sent_at:%d/%m/%Y}"
