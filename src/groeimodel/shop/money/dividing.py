"""A total over the members, by a key: the figures that the rules ask, from what is known here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.rules.keys import Figures, Split, split
from groeimodel.rules.money import PARTICIPATION, key_of


def members_in(partnership: Partnership, year: int, today: date | None = None) -> list[Municipality]:
    """Who is a member on the last day of a year, or today where it is not over; by name. One query.

    A membership counts on its last day; a municipality that merged does not on the day of the merger.
    """
    today = today or timezone.localdate()
    day = min(date(year, 12, 31), today)
    lasts = Q(ends=None) | Q(ends__gte=day)
    there = Membership.objects.filter(lasts, partnership=partnership, starts__lte=day)
    rows = Municipality.objects.filter(pk__in=there.values("municipality"))
    return list(rows.exclude(ended_on__lte=day).order_by("name"))


def figures_for(
    partnership: Partnership, year: int, places: Sequence[Municipality] | None = None
) -> tuple[list[Municipality], Figures]:
    """The members, or the places that are given, and what keys divide by: two queries."""
    places = members_in(partnership, year) if places is None else list(places)
    running = Action.objects.filter(
        partnership=partnership, plot=None, starts__year__lte=year, ends__year__gte=year
    )
    counts = dict(
        Participation.objects.filter(partnership=partnership, action__in=running, municipality__in=places)
        .values_list("municipality")
        .annotate(n=Count("action", distinct=True))
    )
    figures: Figures = {
        "inhabitants": {one.key: one.inhabitants for one in places},
        "under_25": {one.key: one.inhabitants_under_25 for one in places},
        PARTICIPATION: {one.key: counts.get(one.pk, 0) for one in places},
    }
    return places, figures


def split_of(
    total: Decimal, key: Mapping[str, Any], places: Sequence[Municipality], figures: Figures
) -> Split:
    """The division with all its parts, in cents.

    Raises:
        Impossible, ValueError: as `rules.keys.split` and `rules.money.key_of` say.
    """
    return split(int(total * 100), [one.key for one in places], key_of(key), figures)


def divide(
    total: Decimal, key: Mapping[str, Any], places: Sequence[Municipality], figures: Figures
) -> dict[str, Decimal]:
    """What each municipality puts in, by its key: together exactly the total."""
    return {who: Decimal(cents) / 100 for who, cents in split_of(total, key, places, figures).cents.items()}


def kept(figures: Figures) -> dict[str, dict[str, str | None]]:
    """Figures as JSON: they stay as they were known on the day."""
    return {
        name: {who: None if value is None else str(Fraction(value)) for who, value in of.items()}
        for name, of in figures.items()
    }
