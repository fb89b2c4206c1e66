"""Reads of the shop as a whole, inside the scope of a partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django_scopes import scope

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.responses import Records
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.plan.models import Plan


@dataclass(frozen=True, slots=True)
class OrganInWords:
    organ: Organ
    places: tuple[OrganSeat, ...]
    """Those with a vote; who only advises decides nothing."""

    @property
    def filled(self) -> int:
        return sum(place.person_id is not None for place in self.places)

    @property
    def works(self) -> bool:
        """More than half of its places are filled: fewer cannot decide anything."""
        return 2 * self.filled > len(self.places)


@dataclass(frozen=True, slots=True)
class Shop:
    """What there is of a shop on a day, from four queries."""

    organs: tuple[OrganInWords, ...]
    plans: tuple[Plan, ...]
    offers: tuple[Offer, ...]
    """What lies in the window: nothing in the making, nothing withdrawn."""
    today: date

    @property
    def plan_in_force(self) -> Plan | None:
        return next((plan for plan in self.plans if _in_force(plan, self.today)), None)

    @property
    def empty(self) -> bool:
        return not (self.organs or self.plans or self.offers)

    @property
    def in_operation(self) -> bool:
        """An organ with filled seats and a plan in force."""
        return any(organ.works for organ in self.organs) and self.plan_in_force is not None


def _in_force(plan: Plan, today: date) -> bool:
    return plan.adopted_on is not None and plan.adopted_on <= today and plan.starts <= today <= plan.ends


def shop_of(partnership: Partnership, today: date) -> Shop:
    organs = [
        organ
        for organ in Organ.objects.filter(partnership=partnership, starts__lte=today)
        if organ.ends is None or organ.ends >= today
    ]
    voting = OrganSeat.objects.filter(Q(ends=None) | Q(ends__gt=today), organ__in=organs, advisory=False)
    places = list(voting.select_related("municipality", "person"))
    return Shop(
        organs=tuple(
            OrganInWords(organ, tuple(place for place in places if place.organ_id == organ.pk))
            for organ in organs
        ),
        plans=tuple(Plan.objects.filter(partnership=partnership)),
        offers=tuple(offers_in_window(partnership, today)),
        today=today,
    )


def records_of(partnership: Partnership, today: date) -> Records:
    """What the shop says to the diagnosis; asked through `foundation.records`. Four queries."""
    with scope(partnership=partnership):
        return records_from(shop_of(partnership, today))


def records_from(shop: Shop) -> Records:
    """Whether there is an organ with filled seats and a plan in force on that day.

    None while neither an organ nor a plan is written down here.
    """
    if not (shop.organs or shop.plans):
        return Records()
    return Records(organ_and_plan=shop.in_operation)


def records_of_all(partnerships: Sequence[int], today: date) -> dict[int, Records]:
    """The same for several partnerships (keys) at once: three queries; the scope must be off."""
    organs = [
        one
        for one in Organ.objects.filter(partnership__in=partnerships, starts__lte=today)
        if one.ends is None or one.ends >= today
    ]
    voting = OrganSeat.objects.filter(Q(ends=None) | Q(ends__gt=today), organ__in=organs, advisory=False)
    places = list(voting)
    plans = list(Plan.objects.filter(partnership__in=partnerships))
    found = {}
    for key in partnerships:
        own = tuple(
            OrganInWords(organ, tuple(place for place in places if place.organ_id == organ.pk))
            for organ in organs
            if organ.partnership_id == key
        )
        theirs = tuple(plan for plan in plans if plan.partnership_id == key)
        found[key] = records_from(Shop(organs=own, plans=theirs, offers=(), today=today))
    return found
