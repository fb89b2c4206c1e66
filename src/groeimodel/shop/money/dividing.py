"""A total over the members, by a key: the figures that the rules ask, from what is known here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.rules.keys import Figures, Split, split
from groeimodel.rules.money import PARTICIPATION, key_of


def members_in(partnership: Partnership, year: int) -> list[Municipality]:
    """Who is a member on the last day of a year, or today's members where it is not over; by name. One query."""
    rows = Municipality.objects.filter(
        memberships__partnership=partnership, memberships__starts__year__lte=year
    )
    rows = rows.filter(Q(memberships__ends=None) | Q(memberships__ends__year__gt=year))
    return list(rows.distinct().order_by("name"))


def figures_for(partnership: Partnership, year: int) -> tuple[list[Municipality], Figures]:
    """The members, and what keys divide by: two queries."""
    places = members_in(partnership, year)
    running = Action.objects.filter(
        partnership=partnership, plot=None, starts__year__lte=year, ends__year__gte=year
    )
    counts = dict(
        Participation.objects.filter(action__in=running, municipality__in=places)
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
