"""What organs decide about an offer: on which agenda it stands, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groeimodel.shop.counter.models import Offer
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.selectors import coming


def subject_of(offer: Offer) -> str:
    return f"counter.offer:{offer.pk}"


@dataclass(frozen=True, slots=True)
class Deciding:
    points: list[AgendaItem]
    """Of this offer, the last sitting first."""
    sittings: list[Sitting]
    """Where it can be put on the agenda; empty for who may not."""


def deciding(offer: Offer, today: date, *, runs: bool) -> Deciding:
    """At most two queries."""
    points = (
        AgendaItem.objects.filter(sitting__partnership=offer.partnership, subject=subject_of(offer))
        .select_related("sitting__organ", "sitting__partnership", "decision")
        .order_by("-sitting__starts", "-pk")
    )
    found = list(points)
    waiting = {one.sitting_id for one in found if one.state == AgendaItem.State.WAITING}
    free = [one for one in coming(offer.partnership, today) if one.pk not in waiting] if runs else []
    return Deciding(found, free)
