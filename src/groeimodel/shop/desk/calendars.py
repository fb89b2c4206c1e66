"""Bookings as a calendar that a calendar program follows. It shows organisations, never a person."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.formats import calendar
from groeimodel.shop.desk.models import Bookable, Booking

PAST = timedelta(days=92)


def feed_of(bookable: Bookable, now: datetime) -> str:
    """The last three months and all that comes: one query."""
    rows = Booking.objects.filter(bookable=bookable, last_day__gte=timezone.localdate(now - PAST))
    found = [_event(one, bookable) for one in rows.select_related("bookable")]
    return calendar.feed_of(found, name=f"{bookable.title} ({bookable.partnership.name})")


def _event(one: Booking, bookable: Bookable) -> calendar.Meeting:
    pieces = f"{one.amount} × {bookable.title}" if one.amount > 1 else bookable.title
    title = one.title or str(one.get_kind_display())
    page = reverse("desk:month", args=[bookable.partnership.slug, bookable.pk])
    return calendar.Meeting(
        uid=f"booking-{one.pk}@groeimodel",
        sequence=one.changes,
        changed=one.changed_at,
        starts=one.starts,
        ends=one.ends,
        title=_("%(what)s: %(who)s") % {"what": pieces, "who": title},
        place=bookable.place,
        url=f"{settings.PUBLIC_URL}{page}?maand={one.first_day:%Y-%m}",
        cancelled=one.cancelled_at is not None,
    )
