"""The votes on a point as the rules count them; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.rules.votes import Choice, Count, Key, Reached, Tally, count, count_secret
from groeimodel.shop.sittings.models import AgendaItem, Presence
from groeimodel.shop.sittings.seating import as_attendance, as_seat, statute_for


def tally(item: AgendaItem, presences: Sequence[Presence]) -> Count:
    """What it would be if it were counted now: one query, none for a secret ballot.

    Raises:
        ValidationError: a secret ballot without its totals, or with more of them than there are votes here.
    """
    kind = statute_for(item.sitting).kind(item.kind)
    seats, attendance = [as_seat(one) for one in presences], as_attendance(presences)
    if kind.secret:
        if not item.papers:
            raise ValidationError(_("Vul eerst de totalen van de geheime stemming in."))
        papers = Tally(item.papers["for"], item.papers["against"], item.papers["abstain"])
        try:
            return count_secret(seats, attendance, papers, kind)
        except ValueError as error:
            raise ValidationError(_("Er zijn meer stemmen ingevuld dan er leden zijn.")) from error
    seat_of = {one.pk: one.seat_id for one in presences}
    choices: dict[Key, Choice] = {
        seat_of[one.presence_id]: cast(Choice, one.choice)
        for one in item.seat_votes.all()
        if one.presence_id in seat_of
    }
    return count(seats, attendance, choices, kind, chair=item.sitting.chair_id)


def majority_data(one: Reached) -> dict[str, Any]:
    """As decisions keep it."""
    return {
        "of": one.majority.of,
        "share": str(one.majority.bound.share),
        "more_than": one.majority.bound.more_than,
        "base": one.majority.base,
        "whole": one.base,
        "reached": one.reached,
        "needed": one.needed,
        "met": one.met,
        "by_chair": one.by_chair,
    }
