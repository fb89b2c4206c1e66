"""Municipalities, partnerships, and the two seats that each member has in them.

Seats are kept the way public mandates are: who holds one is a `Tenure` with a first and a
last day; a change closes one and opens another, nothing is edited in place.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.tenancy import Carried, Inside


class Municipality(models.Model):
    nis = models.CharField("NIS-code", max_length=5, unique=True, null=True, blank=True)
    """REFNIS code; null only for an invented municipality of the example data."""
    name = models.CharField("naam", max_length=80)
    name_fr = models.CharField("Franse naam", max_length=80, blank=True)
    """Only where French is used beside Dutch."""
    province = models.CharField("provincie", max_length=40, blank=True)
    inhabitants = models.PositiveIntegerField("inwoners", null=True, blank=True)
    inhabitants_year = models.PositiveSmallIntegerField("inwoners op 1 januari van", null=True, blank=True)
    inhabitants_under_25 = models.PositiveIntegerField("inwoners onder 25", null=True, blank=True)
    founded_on = models.DateField("ontstaan door een fusie op", null=True, blank=True)
    ended_on = models.DateField("opgegaan op", null=True, blank=True)
    """The first day of the municipality that took over."""
    merged_into = models.ForeignKey(
        "self",
        verbose_name="opgegaan in",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
    )
    """The municipality that took over the territory; this row stays for the history that names it."""
    invented = models.BooleanField("verzonnen", default=False)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nis__isnull=False) | Q(invented=True), name="municipality_real_has_nis"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name_today(self) -> str:
        """With what it became, when it merged: 'Galmaarden (nu Pajottegem)'. Select `merged_into` with it."""
        return f"{self.name} (nu {self.merged_into.name})" if self.merged_into else self.name

    @property
    def today(self) -> int:
        """The key of the municipality that speaks for this territory now."""
        return self.merged_into_id or self.pk

    @property
    def key(self) -> str:
        """The stable key that answers refer to: the NIS code, or the name of an invented one."""
        return self.nis or self.name


class Partnership(models.Model):
    class LegalForm(models.TextChoices):
        INFORMAL = "informal", "overleg zonder rechtsvorm"
        INTERLOKAAL = "interlokale_vereniging", "interlokale vereniging"
        PROJECT = "projectvereniging", "projectvereniging"
        SERVICE = "dienstverlenende_vereniging", "dienstverlenende vereniging"

    class Aim(models.TextChoices):
        SOIL = "soil", "Potgrond"
        MEADOW = "meadow", "Bloemenweide"
        SHOP = "shop", "Bloemenwinkel"

    class Colour(models.TextChoices):
        """The flowers of the palette (`ui/static/ui/tokens.css`): each is readable by day and by night."""

        POPPY = "poppy", "klaproos (rood)"
        CORNFLOWER = "cornflower", "korenbloem (blauw)"
        SUNFLOWER = "sunflower", "zonnebloem (geel)"
        MALLOW = "mallow", "malve (paars)"
        DAISY = "daisy", "madelief (wit)"

    name = models.CharField("naam", max_length=120, unique=True)
    slug = models.SlugField("webadres", max_length=60, unique=True)
    legal_form = models.CharField(
        "rechtsvorm", max_length=30, choices=LegalForm, default=LegalForm.INFORMAL, blank=True
    )
    """Empty where it is not known."""
    aim = models.CharField("streefbeeld", max_length=10, choices=Aim, blank=True)
    """The model that the partnership says it wants; empty while undeclared (claim G4)."""
    description = models.TextField("in enkele zinnen", blank=True)
    example = models.BooleanField("voorbeeld", default=False)
    region = models.CharField("streek", max_length=80, blank=True)
    """As people call it; no list of regions is official for youth."""
    colour = models.CharField("kleur", max_length=12, choices=Colour, blank=True)
    public = models.BooleanField("tuin is voor iedereen te zien", default=False)
    listed_only = models.BooleanField("enkel vermeld", default=False)
    """Known from public sources, without a garden: nobody here speaks for it, so nothing is said of it."""
    source = models.CharField("bron", max_length=300, blank=True)
    municipalities = models.ManyToManyField(Municipality, through="Membership", related_name="partnerships")

    class Meta:
        verbose_name = "samenwerking"
        verbose_name_plural = "samenwerkingen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("garden:home", args=[self.slug])


class Logo(models.Model):
    """The logo of a partnership: a PNG of at most 256 by 256 pixels, made anew from what was uploaded."""

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="logo")
    png = models.BinaryField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logo's"

    def __str__(self) -> str:
        return str(self.partnership)


class Membership(models.Model):
    """A municipality in a partnership, from a day to a day; open while `ends` is null."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="memberships")
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality"],
                condition=Q(ends__isnull=True),
                name="membership_one_open",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="membership_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} in {self.partnership}"


class Seat(models.Model):
    """The place of one role for one member; it exists even while nobody fills it (claim G1)."""

    class Role(models.TextChoices):
        ALDERMAN = "alderman", "schepen"
        OFFICER = "officer", "jeugdambtenaar"

    partnership = Carried("membership")
    membership = Inside(Membership, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField("rol", max_length=10, choices=Role)

    class Meta:
        verbose_name = "zetel"
        verbose_name_plural = "zetels"
        constraints = [models.UniqueConstraint(fields=["membership", "role"], name="seat_one_per_role")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.membership}"


class Tenure(models.Model):
    """Who fills a seat, from a day to a day."""

    partnership = Carried("seat")
    seat = Inside(Seat, on_delete=models.CASCADE, related_name="tenures")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tenures")
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "bezetting van een zetel"
        verbose_name_plural = "bezettingen van zetels"
        constraints = [
            models.UniqueConstraint(fields=["seat"], condition=Q(ends__isnull=True), name="tenure_one_open"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="tenure_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat}"


class HandoverNote(models.Model):
    """What somebody leaves open for whoever comes next on a seat; the last one counts."""

    partnership = Carried("seat")
    seat = Inside(Seat, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField("wat er openstaat", max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "nota bij overdracht"
        verbose_name_plural = "nota's bij overdracht"
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.seat} ({self.written_at:%d/%m/%Y})"


class Appointment(models.Model):
    """A part in the partnership beside the seats: who coordinates it, supports it, stands up for it or looks along."""

    class Kind(models.TextChoices):
        COORDINATOR = "coordinator", "coördinator"
        SUPPORTER = "supporter", "regio-ondersteuner"
        AMBASSADOR = "ambassador", "ambassadeur"
        """Another member of the college with an eye for it (claim W20)."""
        GUEST = "guest", "gast"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="appointments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments"
    )
    kind = models.CharField("taak", max_length=12, choices=Kind)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name="gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Only of an ambassador: whose college."""
    starts = models.DateField("sinds")
    ends = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "aanstelling"
        verbose_name_plural = "aanstellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "person", "kind"],
                condition=Q(ends__isnull=True),
                name="appointment_one_open",
            ),
            models.CheckConstraint(
                condition=Q(kind="ambassador", municipality__isnull=False)
                | (~Q(kind="ambassador") & Q(municipality__isnull=True)),
                name="appointment_ambassador_of_municipality",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()} van {self.partnership}"
