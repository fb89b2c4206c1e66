"""What documents need beyond the facts, and the orders of a reader; inside the scope of a partnership."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.college.models import Moment
from groeimodel.showcase.documents.kinds import KINDS, Kind
from groeimodel.showcase.documents.models import Order

NEAR = timedelta(days=60)
AWAY = timedelta(seconds=45)
"""A worker looks every two seconds: when nothing moved for so long, none runs."""


def kinds_for(partnership: Partnership) -> tuple[Kind, ...]:
    """The documents that this partnership can make, in the order of the page; no query."""
    return tuple(one for one in KINDS if not one.only_form or one.only_form == partnership.legal_form)


def members_of(partnership: Partnership) -> list[Municipality]:
    """Today's, by name: one query."""
    rows = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return list(rows.order_by("name"))


def orders_of(partnership: Partnership, person: Visitor) -> QuerySet[Order]:
    """What somebody had made in the last week, the newest first: one query."""
    rows = Order.objects.filter(
        partnership=partnership, made_by=person.pk, expires_on__gte=timezone.localdate()
    )
    return rows.select_related("partnership", "municipality")


def occasion_of(partnership: Partnership, where: Municipality | None, today: date) -> str:
    """The moment with the college that comes near, and what it is for; empty when none does. One query."""
    if where is None:
        return ""
    rows = Moment.objects.filter(partnership=partnership, municipality=where, done_on=None)
    near = rows.filter(on__gte=today, on__lte=today + NEAR).order_by("on", "pk").first()
    if near is None:
        return ""
    words = {"day": date_format(near.on, "j F Y"), "purpose": near.purpose[:1].lower() + near.purpose[1:]}
    return _("Op %(day)s bij het college: %(purpose)s.") % {**words, "purpose": words["purpose"].rstrip(".")}


def nobody_works(order: Order) -> bool:
    """Nothing moved since it was asked for, and no other work is in hand: no worker runs. At most two queries."""
    now = timezone.now()
    if order.state != Order.State.WAITING or now - order.made_at < AWAY:
        return False
    if Job.objects.filter(done_at=None, given_up_at=None, leased_until__gt=now).exists():
        return False
    return not Job.objects.filter(done_at__gt=max(order.made_at, now - AWAY)).exists()
