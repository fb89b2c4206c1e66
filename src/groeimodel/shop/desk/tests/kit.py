"""An open desk, a request and something to book, for the tests of this room and the walk over all addresses."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services as counter
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk import services
from groeimodel.shop.desk.models import Bookable, Booking, Desk, Request

CUSTOMER = "tine@voorbeeld.test"


def open_desk(cast: Cast, *, days: int = 5) -> Desk:
    with scope(partnership=cast.partnership):
        return services.set_up(partnership=cast.partnership, terms=services.Terms(True, days))


def offer(cast: Cast, title: str = "Fuifpakket") -> Offer:
    with scope(partnership=cast.partnership):
        return counter.add_offer(partnership=cast.partnership, title=title, starts=date(2024, 1, 1))


def wish(cast: Cast, **changes: Any) -> services.Wish:
    told: dict[str, Any] = {
        "who": "club",
        "organisation": "Chiro Proef",
        "name": "Tine Geheim",
        "email": CUSTOMER,
        "text": "Kunnen jullie helpen met onze fuif?",
        "phone": "0470 12 34 56",
        "municipality": cast.municipality,
        "people": 80,
    }
    return services.Wish(**(told | changes))


def asked(cast: Cast, *, at: datetime | None = None, **changes: Any) -> Request:
    """A request whose mail was not answered yet."""
    with scope(partnership=cast.partnership):
        return services.ask(partnership=cast.partnership, wish=wish(cast, **changes), at=at)


def received(cast: Cast, *, at: datetime | None = None, **changes: Any) -> Request:
    request = asked(cast, at=at, **changes)
    with scope(partnership=cast.partnership):
        return services.confirm(request=request, at=at)


def now(request: Request) -> Request:
    """The row as it is now."""
    with scope(partnership=request.partnership):
        return Request.objects.select_related("partnership", "offer", "handler", "municipality").get(
            pk=request.pk
        )


def thing(cast: Cast, **changes: Any) -> Bookable:
    with scope(partnership=cast.partnership):
        told = services.Thing(**({"title": "Tent"} | changes))
        return services.add_bookable(partnership=cast.partnership, thing=told)


def booked(cast: Cast, bookable: Bookable | None = None, *, days: int = 3, **changes: Any) -> Booking:
    """From ten days on."""
    first = timezone.localdate() + timedelta(days=10)
    with scope(partnership=cast.partnership):
        span = services.Span(first, first + timedelta(days=days - 1))
        return services.book(bookable=bookable or thing(cast), span=span, title="Chiro Proef", **changes)
