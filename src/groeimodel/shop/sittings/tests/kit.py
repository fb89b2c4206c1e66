"""A board of five in the partnership of the cast: two municipalities with two seats each, and one seat without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.organs.services import Place, set_up_organ
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import AgendaItem, Sitting

STATUTE: dict[str, Any] = {
    "quorum": {"of": "seats", "share": "1/2", "more_than": True, "second_call": True},
    "delay_days": 8,
    "proxies": 1,
    "kinds": {
        "ordinary": {"majorities": [{"of": "votes", "share": "1/2", "more_than": True}]},
        "persons": {"majorities": [{"of": "votes", "share": "1/2", "more_than": True}], "secret": True},
    },
}


def board(cast: Cast) -> Organ:
    """Amina (in the chair) and Bram for Proefdorp, Celia and Gita for Buurdorp, Hugo for nobody."""
    gita, hugo = (_somebody(name) for name in ("Gita", "Hugo"))
    places = [
        Place(cast.municipality, cast.amina, "voorzitter"),
        Place(cast.municipality, cast.bram),
        Place(cast.neighbour, cast.celia),
        Place(cast.neighbour, gita),
        Place(None, hugo, "secretaris"),
    ]
    organ = set_up_organ(
        partnership=cast.partnership,
        name="Raad van bestuur",
        kind="board",
        starts=date(2024, 1, 1),
        places=places,
    )
    return govern(organ)


def govern(organ: Organ, **kinds: Any) -> Organ:
    """Give it the statute of these tests, with other kinds where a test asks them."""
    organ.statute = {**STATUTE, "kinds": {**STATUTE["kinds"], **kinds}}
    organ.save()
    return organ


def _somebody(name: str) -> Person:
    return Person.objects.filter(name=name).first() or person(name)


def seats_of(organ: Organ) -> list[OrganSeat]:
    return list(OrganSeat.objects.filter(organ=organ).select_related("person").order_by("pk"))


def seat_of(organ: Organ, who: Person) -> OrganSeat:
    return OrganSeat.objects.get(organ=organ, person=who)


def soon(days: int = 20) -> datetime:
    return timezone.now() + timedelta(days=days)


def sitting_with(organ: Organ, *titles: str, starts: datetime | None = None) -> Sitting:
    """A planned sitting with points."""
    sitting = services.call_sitting(organ=organ, starts=starts or soon(), place="De Kade")
    for title in titles or ("Het plan",):
        services.put_on_agenda(sitting=sitting, title=title)
    return sitting


def opened(organ: Organ, *titles: str, present: Sequence[OrganSeat] | None = None) -> Sitting:
    """An open sitting with points; everybody is there unless said otherwise."""
    sitting = sitting_with(organ, *titles)
    return services.open_sitting(sitting=sitting, present=seats_of(organ) if present is None else present)


def point(sitting: Sitting, number: int = 1) -> AgendaItem:
    return list(AgendaItem.objects.filter(sitting=sitting).select_related("sitting__partnership"))[number - 1]
