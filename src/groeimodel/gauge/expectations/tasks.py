"""What this room does by itself: open a round when it is time, remind once, close."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.models import Gauge, Round
from groeimodel.rules.gauge.talking import MONTH
from groeimodel.soil.meetings.models import Meeting

BEFORE_FIRST = timedelta(days=28)
"""So long before the very first meeting expectations are asked (claim P6)."""
LAST_WEEK = timedelta(days=7)


@daily("expectations.rounds", hour=7)
def tend_rounds() -> None:
    """Close what is over, remind what is nearly over, open what is due; each a change of its own."""
    today = timezone.localdate()
    with scopes_disabled():
        running = list(Round.objects.filter(closed_at=None).select_related("partnership"))
        due = _due(today)
    for round in running:
        with scope(partnership=round.partnership):
            if round.closes_on < today:
                services.close_round(round=round, actor=None)
            elif round.closes_on <= today + LAST_WEEK:
                services.remind(round=round)
    for partnership, closes_on in due:
        with scope(partnership=partnership):
            try:
                services.open_round(partnership=partnership, actor=None, closes_on=closes_on)
            except ValidationError:
                continue  # nobody sits anywhere yet, or somebody opened one meanwhile


def _due(today: date) -> list[tuple[Partnership, date | None]]:
    """Who gets a round today, and its last day where that is not the usual one: four queries.

    After the last round by the cadence; before the first meeting when there never was a round. A partnership that met
    before and never opened a round is left alone: it starts when somebody there wants to.
    """
    last = dict(Round.objects.values_list("partnership").annotate(Max("opened_at")))
    running = set(Round.objects.filter(closed_at=None).values_list("partnership", flat=True))
    cadence = dict(Gauge.objects.values_list("partnership", "cadence"))
    first = dict(
        Meeting.objects.filter(cancelled_at=None, starts__isnull=False)
        .values_list("partnership")
        .annotate(Min("starts"))
    )
    found: list[tuple[Partnership, date | None]] = []
    for one in Partnership.objects.filter(pk__in=set(last) | set(first), listed_only=False):
        if one.pk in running:
            continue
        months = cadence.get(one.pk, Gauge.Cadence.HALF_YEAR)
        if one.pk in last:
            opened = timezone.localdate(last[one.pk])
            if months and (today - opened).days >= round(months * MONTH):
                found.append((one, None))
        elif today + timedelta(days=1) < (met := timezone.localdate(first[one.pk])) <= today + BEFORE_FIRST:
            found.append((one, met - timedelta(days=1)))
    return found
