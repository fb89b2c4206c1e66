# mypy: disable-error-code="django-manager-missing"
"""What can be booked, and bookings. That nothing is booked twice is held by the database: a `Slot` is unique."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_scopes import ScopedManager

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Carried, Inside
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk.models.requests import Request, new_token

FIRST_HOUR, LAST_HOUR = 8, 22
"""Hours that can be booked: the one that begins at 8 up to and with the one that begins at 22."""
Part = int
"""Which part of a day: always 0 for whole days; 0 or 1 for half days; the hour at which it begins for hours."""
_HALVES = ((time(8), time(13)), (time(13), time(22)))


class Bookable(models.Model):
    """A thing or a place that can be booked, once or several of the same: 'tent', 'podium', 'zaal'."""

    class Parts(models.TextChoices):
        DAY = "day", "per dag"
        HALF = "half", "per halve dag"
        HOUR = "hour", "per uur"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("wat kun je boeken?", max_length=120)
    offer = Inside(
        Offer,
        verbose_name="bij welk aanbod hoort het?",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    capacity = models.PositiveSmallIntegerField(
        "hoeveel zijn er?", default=1, validators=[MinValueValidator(1), MaxValueValidator(200)]
    )
    parts = models.CharField("hoe boek je het?", max_length=4, choices=Parts, default=Parts.DAY)
    buffer = models.PositiveSmallIntegerField(
        "hoeveel dagen tussen twee boekingen?", default=0, validators=[MaxValueValidator(14)]
    )
    place = models.CharField("waar staat het?", max_length=120, blank=True)
    retired_on = models.DateField("niet meer te boeken sinds", null=True, blank=True)
    feed_key = models.CharField(max_length=40, unique=True, default=new_token)
    """In the address of its calendar; calendar programs cannot sign in."""

    objects: ClassVar[models.Manager[Bookable]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "te boeken"
        verbose_name_plural = "te boeken"
        ordering = ["title", "pk"]
        constraints = [models.CheckConstraint(condition=Q(capacity__gte=1), name="bookable_at_least_one")]

    def __str__(self) -> str:
        return self.title

    @property
    def by_parts(self) -> bool:
        """Whether a booking can take less than a whole day."""
        return self.parts != self.Parts.DAY

    def day_parts(self) -> list[Part]:
        """The parts of one day, in order."""
        return {
            self.Parts.DAY: [0],
            self.Parts.HALF: [0, 1],
            self.Parts.HOUR: list(range(FIRST_HOUR, LAST_HOUR + 1)),
        }[self.Parts(self.parts)]

    def begins(self, day: date, part: Part) -> datetime:
        return self._moment(
            day, {"day": time(0), "half": _HALVES[min(part, 1)][0]}.get(self.parts) or time(part)
        )

    def ends(self, day: date, part: Part) -> datetime:
        if self.parts == self.Parts.DAY:
            return self._moment(day + timedelta(days=1), time(0))
        return self._moment(day, _HALVES[min(part, 1)][1] if self.parts == "half" else time(part + 1))

    def _moment(self, day: date, clock: time) -> datetime:
        return timezone.make_aware(datetime.combine(day, clock))


class Booking(models.Model):
    """From a part of a day up to and with another. A blocked period (maintenance) is one too."""

    class Kind(models.TextChoices):
        BOOKED = "booked", "geboekt"
        BLOCKED = "blocked", "niet beschikbaar"

    partnership = Carried("bookable")
    bookable = Inside(Bookable, on_delete=models.PROTECT, related_name="bookings")
    request = Inside(Request, on_delete=models.SET_NULL, null=True, blank=True, related_name="bookings")
    kind = models.CharField("soort", max_length=8, choices=Kind, default=Kind.BOOKED)
    title = models.CharField("voor welke organisatie of waarom?", max_length=120, blank=True)
    """Holds no name of a person: what is booked stays, and calendars show it."""
    amount = models.PositiveSmallIntegerField("hoeveel?", default=1)
    first_day = models.DateField("van")
    first_part = models.PositiveSmallIntegerField(default=0)
    last_day = models.DateField("tot en met")
    last_part = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    changes = models.PositiveSmallIntegerField(default=0)
    """How often it was cancelled or restored: calendar programs ask for it."""
    cancelled_at = models.DateTimeField("geannuleerd op", null=True, blank=True)
    cancelled_why = models.CharField("waarom geannuleerd", max_length=200, blank=True)

    objects: ClassVar[models.Manager[Booking]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        ordering = ["first_day", "first_part", "pk"]
        indexes = [models.Index(fields=["bookable", "first_day"], name="booking_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gt=F("first_day"))
                | Q(last_day=F("first_day"), last_part__gte=F("first_part")),
                name="booking_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(amount__gte=1), name="booking_at_least_one"),
        ]

    def __str__(self) -> str:
        return f"{self.bookable_id} {self.first_day}"

    @property
    def in_words(self) -> str:
        """'12 maart 2027', '12 maart 2027, van 14 uur tot 16 uur'. Select `bookable` with it."""
        return span_in_words(self)

    @property
    def hours(self) -> str:
        """Within a day only the part of it: 'voormiddag', 'van 14 uur tot 16 uur'; over more days all of it."""
        if self.first_day != self.last_day:
            return self.in_words
        parts, first, last = self.bookable.parts, self.first_part, self.last_part
        if parts == Bookable.Parts.HALF:
            return part_name(parts, first) if first == last else _("de hele dag")
        words = {"from": part_name(parts, first), "until": part_name(parts, last, ends=True)}
        return _("van %(from)s tot %(until)s") % words

    @property
    def starts(self) -> datetime:
        return self.bookable.begins(self.first_day, self.first_part)

    @property
    def ends(self) -> datetime:
        return self.bookable.ends(self.last_day, self.last_part)


class Slot(models.Model):
    """One of the pieces, taken for one part of one day. Two bookings can never have the same.

    `number` counts the pieces that are out at that moment; it names no certain piece. A booking may so have number 1 on
    Monday and 2 on Tuesday: as long as never more are out than there are, a piece can be given that stays the same.
    """

    partnership = Carried("bookable")
    bookable = Inside(Bookable, on_delete=models.PROTECT, related_name="+")
    booking = Inside(Booking, on_delete=models.CASCADE, related_name="slots")
    number = models.PositiveSmallIntegerField()
    """1 up to and with the capacity."""
    day = models.DateField()
    part = models.PositiveSmallIntegerField(default=0)
    buffer = models.BooleanField(default=False)
    """Kept free after the booking, to bring back, clean and repair."""

    objects: ClassVar[models.Manager[Slot]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "bezet dagdeel"
        verbose_name_plural = "bezette dagdelen"
        constraints = [
            models.UniqueConstraint(fields=["bookable", "day", "part", "number"], name="slot_taken_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="slot_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.bookable_id} {self.day} {self.part} {self.number}"


def part_name(parts: str, part: int, *, ends: bool = False) -> str:
    """'voormiddag', '14 uur'; `ends` gives the hour at which that part is over."""
    if parts == Bookable.Parts.DAY:
        return _("de hele dag")
    if parts == Bookable.Parts.HALF:
        return [_("voormiddag"), _("namiddag en avond")][min(part, 1)]
    return _("%(hour)s uur") % {"hour": part + 1 if ends else part}


def span_in_words(booking: Booking) -> str:
    """'12 maart', '12 tot en met 14 maart', '12 maart, van 14 tot 16 uur'. Select `bookable` with it."""
    first, last, parts = booking.first_day, booking.last_day, booking.bookable.parts
    words = {
        "first": date_format(first, "j F Y"),
        "last": date_format(last, "j F Y"),
        "from": part_name(parts, booking.first_part),
        "until": part_name(parts, booking.last_part, ends=True),
    }
    if parts == Bookable.Parts.DAY:
        return words["first"] if first == last else _("%(first)s tot en met %(last)s") % words
    if first == last and parts == Bookable.Parts.HALF and booking.first_part == booking.last_part:
        return _("%(first)s, %(from)s") % words
    if first == last:
        return _("%(first)s, van %(from)s tot %(until)s") % words
    return _("%(first)s (%(from)s) tot %(last)s (%(until)s)") % words
