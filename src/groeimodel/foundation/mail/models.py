"""Mails that go out, and which kinds each reader wants."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class OutgoingMail(models.Model):
    """One mail to one reader. Its text goes after a while; that it was sent stays."""

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        SENT = "sent", "verstuurd"
        FAILED = "failed", "mislukt"
        HELD = "held", "enkel bewaard"
        """There was no mail server to give it to: it can be read here only."""

    kind = models.CharField("soort", max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="persoon",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="mails",
    )
    address = models.EmailField("adres", blank=True)
    """Empty once it was forgotten."""
    name = models.CharField("naam", max_length=120, blank=True)
    partnership = models.ForeignKey(
        "partners.Partnership",
        verbose_name="samenwerking",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who did what the mail tells; null when the system did."""
    subject = models.CharField("onderwerp", max_length=200, blank=True)
    text = models.TextField("tekst", blank=True)
    html = models.TextField("html", blank=True)
    calendar = models.TextField("agendabestand", blank=True)
    unsubscribe_url = models.TextField(blank=True)
    message_id = models.CharField(max_length=120, unique=True)
    """The same at every try, so that a mail program shows a rare double only once."""
    state = models.CharField("toestand", max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    error = models.CharField("fout", max_length=200, blank=True)
    created_at = models.DateTimeField("geschreven op", default=timezone.now)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    emptied_at = models.DateTimeField("tekst weggehaald op", null=True, blank=True)

    class Meta:
        verbose_name = "mail"
        verbose_name_plural = "mails"
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["kind", "created_at"],
                condition=Q(emptied_at__isnull=True),
                name="mail_with_text",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Refusal(models.Model):
    """A reader does without a kind of mail: a person, or an address of somebody we do not know."""

    kind = models.CharField("soort", max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    address_key = models.CharField(max_length=64, blank=True)
    """Keyed hash of the address: enough to know it again, too little to write to."""
    since = models.DateTimeField("sinds", default=timezone.now)

    class Meta:
        verbose_name = "uitgeschreven"
        verbose_name_plural = "uitgeschreven"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "person"], condition=Q(person__isnull=False), name="refusal_one_per_person"
            ),
            models.UniqueConstraint(
                fields=["kind", "address_key"], condition=~Q(address_key=""), name="refusal_one_per_address"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, address_key="")
                | (Q(person__isnull=True) & ~Q(address_key="")),
                name="refusal_of_one_reader",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Cadence(models.Model):
    """How often somebody gets the digest. Without a row: every week."""

    class Every(models.TextChoices):
        DAY = "day", "elke dag"
        WEEK = "week", "elke week"
        MONTH = "month", "elke maand"

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_cadence"
    )
    every = models.CharField("hoe vaak", max_length=5, choices=Every, default=Every.WEEK)

    class Meta:
        verbose_name = "ritme van het overzicht"
        verbose_name_plural = "ritme van het overzicht"

    def __str__(self) -> str:
        return f"{self.person_id} {self.every}"


class Digest(models.Model):
    """That somebody's digest of a period was made: at most once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    period = models.CharField("periode", max_length=10)
    """'2026-11-24', '2026-W48' or '2026-11'."""
    until = models.DateTimeField("tot")
    mail = models.ForeignKey(OutgoingMail, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """Null when there was nothing to tell."""

    class Meta:
        verbose_name = "overzicht"
        verbose_name_plural = "overzichten"
        constraints = [models.UniqueConstraint(fields=["person", "period"], name="digest_once_a_period")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.period}"
