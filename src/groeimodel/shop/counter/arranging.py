"""Reads of bouquets and specialities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.reach import share
from groeimodel.shop.counter.models import Bouquet, Offer, Speciality, Use
from groeimodel.shop.counter.selectors import in_window, offers_of
from groeimodel.shop.plan.models import Estimate


@dataclass(frozen=True, slots=True)
class Bound:
    """A bouquet with its offers and whether it stands in the spotlight."""

    bouquet: Bouquet
    offers: list[Offer]
    today: date

    @property
    def featured(self) -> bool:
        return self.bouquet.featured_on(self.today)

    @property
    def to_come(self) -> bool:
        return self.bouquet.starts is not None and self.bouquet.starts > self.today

    @property
    def over(self) -> bool:
        return self.bouquet.ends is not None and self.bouquet.ends < self.today


def bouquets_of(partnership: Partnership, today: date) -> list[Bound]:
    """In the spotlight first, then to come, then the rest: two queries."""
    rows = Bouquet.objects.filter(partnership=partnership).prefetch_related("offers")
    bound = [Bound(one, list(one.offers.all()), today) for one in rows]
    return sorted(bound, key=lambda one: (not one.featured, not one.to_come, one.bouquet.title.casefold()))


@dataclass(frozen=True, slots=True)
class Share:
    """What one speciality takes of the whole shop."""

    speciality: Speciality | None
    """None: offers that belong to none."""
    offers: list[Offer]
    people: int
    of_offers: int | None
    """In hundredths; None when there is nothing to share."""
    of_people: int | None
    money: Decimal
    """Euro that the plan has this year for the actions that its offers belong to."""
    of_money: int | None


@dataclass(frozen=True, slots=True)
class Shares:
    rows: list[Share]
    offers: int
    people: int
    year: int
    money: Decimal
    """Euro of all offers with an action of the plan; nothing when no offer has one."""

    @property
    def has_money(self) -> bool:
        return self.money > 0


def shares_of(partnership: Partnership, today: date) -> Shares:
    """Of the offers in the window, and of the people that offers reached this year: four queries."""
    specialities = list(Speciality.objects.filter(partnership=partnership))
    window = list(in_window(offers_of(partnership, today), today))
    reached = dict(
        Use.objects.filter(offer__partnership=partnership, day__year=today.year)
        .order_by()
        .values_list("offer__speciality")
        .annotate(sum=Sum("people"))
    )
    by_key: dict[int | None, list[Offer]] = defaultdict(list)
    for one in window:
        by_key[one.speciality_id].append(one)
    everyone = sum(reached.values())
    money = money_of(window, today.year)
    spent = {key: sum((money[one.pk] for one in rows), Fraction()) for key, rows in by_key.items()}
    whole = sum(spent.values(), Fraction())
    rows = [
        Share(
            one,
            by_key[one.pk if one else None],
            reached.get(one.pk if one else None, 0),
            share(len(by_key[one.pk if one else None]), len(window)),
            share(reached.get(one.pk if one else None, 0), everyone),
            euro(spent.get(one.pk if one else None, Fraction())),
            of_whole(spent.get(one.pk if one else None, Fraction()), whole),
        )
        for one in [*specialities, None]
    ]
    return Shares(rows, len(window), everyone, today.year, euro(whole))


def money_of(offers: Sequence[Offer], year: int) -> dict[int, Fraction]:
    """Exact cents that the plan has in a year for each offer; offers of one action share it equally. One query."""
    sharing = Counter(one.plan_action_id for one in offers if one.plan_action_id)
    planned = dict(
        Estimate.objects.filter(action__in=sharing, year=year, direction=Estimate.Direction.EXPENSE)
        .order_by()
        .values_list("action")
        .annotate(sum=Sum("amount"))
    )
    found = {}
    for one in offers:
        action = one.plan_action_id
        cents = int((Decimal(planned.get(action, 0)) * 100).to_integral_value()) if action else 0
        found[one.pk] = Fraction(cents, sharing[action]) if action else Fraction()
    return found


def euro(cents: Fraction) -> Decimal:
    """To the cent, half up."""
    return Decimal(int(cents + Fraction(1, 2))) / 100


def of_whole(part: Fraction, whole: Fraction) -> int | None:
    """In whole hundredths, half up."""
    return int(100 * part / whole + Fraction(1, 2)) if whole else None
