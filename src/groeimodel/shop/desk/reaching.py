"""The one place where the desk tells the counter whom it reached, so that reach per municipality grows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from groeimodel.foundation.partners.models import Municipality
from groeimodel.shop.counter.models import Use
from groeimodel.shop.counter.services import forget_use, record_use
from groeimodel.shop.desk.models import Request


def tell_counter(
    request: Request,
    served: Mapping[Municipality | None, int],
    *,
    at: datetime | None = None,
) -> None:
    """Count a use of the offer for each municipality; 0 takes away what was counted. A wish outside the window counts
    for no offer. Whoever calls this asked for the right to handle requests."""
    if request.offer is None:
        return
    day = timezone.localdate(at)
    for place, people in served.items():
        key = f"desk.request:{request.pk}:{place.pk if place else 0}"
        if people:
            record_use(
                offer=request.offer,
                municipality=place,
                day=day,
                people=people,
                source=Use.Source.REQUEST,
                key=key,
                at=at,
            )
        elif use := Use.objects.select_related("offer__partnership", "municipality").filter(key=key).first():
            forget_use(use=use)
