# mypy: disable-error-code="django-manager-missing"
"""The file of a subsidy: its term, what was granted, values filled in, documents and their texts (claim B6)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_scopes import ScopedManager

from groeimodel.content.subsidy import schemes
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.rules.subsidy import Block as SchemeBlock
from groeimodel.rules.subsidy import Document as SchemeDocument
from groeimodel.rules.subsidy import Scheme


class Dossier(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField("regeling", max_length=40)
    """Of `content/subsidy.toml`."""
    starts = models.DateField("begin van de termijn")
    ends = models.DateField("einde van de termijn")
    begun_on = models.DateField("dossier begonnen op")
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Dossier]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "subsidiedossier"
        verbose_name_plural = "subsidiedossiers"
        ordering = ["-starts", "scheme"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "scheme"], name="dossier_once"),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="dossier_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.of_scheme.name if self.of_scheme else self.scheme

    def get_absolute_url(self) -> str:
        return reverse("subsidy:file", args=[self.partnership.slug, self.pk])

    @property
    def of_scheme(self) -> Scheme | None:
        """As shipped; None where the scheme left the file of schemes."""
        return schemes().get(self.scheme)

    @property
    def years(self) -> range:
        return range(self.starts.year, self.ends.year + 1)


class Grant(models.Model):
    """What was granted for one year of the term."""

    partnership = Carried("dossier")
    dossier = Inside(Dossier, on_delete=models.CASCADE, related_name="grants")
    year = models.PositiveSmallIntegerField("jaar")
    amount = models.DecimalField("toegekend", max_digits=12, decimal_places=2)
    """Euro."""

    objects: ClassVar[models.Manager[Grant]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "toegekend bedrag"
        verbose_name_plural = "toegekende bedragen"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "year"], name="grant_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="grant_not_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"


class OwnValue(models.Model):
    """What a partnership filled in for a rule of the scheme, with where it read it."""

    partnership = Carried("dossier")
    dossier = Inside(Dossier, on_delete=models.CASCADE, related_name="own_values")
    rule = models.CharField("voorwaarde", max_length=40)
    value = models.CharField("waarde", max_length=120)
    """As typed; `rules.subsidy.parse_value` reads it."""
    source = models.CharField("waar staat dat?", max_length=300)

    objects: ClassVar[models.Manager[OwnValue]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "eigen waarde"
        verbose_name_plural = "eigen waarden"
        constraints = [models.UniqueConstraint(fields=["dossier", "rule"], name="own_value_once")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.value}"


class Paper(models.Model):
    """A document of the file: the plan, the progress report, the final report."""

    class State(models.TextChoices):
        TODO = "todo", "te doen"
        DRAFTING = "drafting", "in opmaak"
        FILED = "filed", "ingediend"
        APPROVED = "approved", "goedgekeurd"

    partnership = Carried("dossier")
    dossier = Inside(Dossier, on_delete=models.CASCADE, related_name="papers")
    document = models.CharField("document", max_length=40)
    """Of the scheme."""
    state = models.CharField("stand", max_length=10, choices=State, default=State.TODO)
    due_on = models.DateField("laatste dag", null=True, blank=True)
    """As filled in; empty: the day of the scheme, if that has one."""
    filed_on = models.DateField("ingediend op", null=True, blank=True)

    objects: ClassVar[models.Manager[Paper]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "document van een dossier"
        verbose_name_plural = "documenten van een dossier"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "document"], name="paper_once"),
            models.CheckConstraint(
                condition=Q(state__in=["todo", "drafting"]) | Q(filed_on__isnull=False),
                name="paper_filed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.of_scheme.name if self.of_scheme else self.document

    def get_absolute_url(self) -> str:
        return reverse("subsidy:paper", args=[self.dossier.partnership.slug, self.pk])

    @property
    def of_scheme(self) -> SchemeDocument | None:
        scheme = self.dossier.of_scheme
        documents = scheme.documents if scheme else ()
        return next((one for one in documents if one.id == self.document), None)

    @property
    def done(self) -> bool:
        return self.state in (self.State.FILED, self.State.APPROVED)

    @property
    def last_day(self) -> date | None:
        """What was filled in, else the day of the scheme; None is not known."""
        shipped = self.of_scheme.due_on if self.of_scheme else None
        return self.due_on or (date.fromisoformat(shipped) if shipped else None)

    @property
    def sure(self) -> bool:
        """The day is that of a confirmed source, or was filled in."""
        shipped = self.of_scheme
        return self.due_on is not None or bool(shipped and shipped.due_on and shipped.confirmed)

    @property
    def blocks(self) -> tuple[SchemeBlock, ...]:
        scheme = self.dossier.of_scheme
        return scheme.blocks_of(self.document) if scheme else ()


class Passage(models.Model):
    """What people wrote in one text block of a document. Drafts are made anew each time and are not kept here."""

    partnership = Carried("paper")
    paper = Inside(Paper, on_delete=models.CASCADE, related_name="passages")
    block = models.CharField("tekstblok", max_length=40)
    text = models.TextField("tekst", blank=True, max_length=60_000)
    limit = models.PositiveIntegerField("hoogstens zoveel tekens", null=True, blank=True)
    """As filled in; empty: that of the scheme, which is ours."""
    before = models.TextField(blank=True)
    """What stood here before a draft was taken over, to put back."""
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Passage]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        constraints = [models.UniqueConstraint(fields=["paper", "block"], name="passage_once")]

    def __str__(self) -> str:
        return f"{self.block}: {self.text[:40]}"
