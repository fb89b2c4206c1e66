"""What an ambassador can tell of a shop: its results, its lever, and answers to usual objections (claim B13)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.content.objections import objections
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.reach import reached
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.subsidy.selectors import Lever, lever_of
from groeimodel.shop.subsidy.wording import each_euro
from groeimodel.showcase.kit.selectors import Ground
from groeimodel.showcase.kit.words import euro, listed, number


@dataclass(frozen=True, slots=True)
class Answer:
    objection: str
    answer: str


@dataclass(frozen=True, slots=True)
class ShopResult:
    figure: str
    words: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class ShopTold:
    results: tuple[ShopResult, ...]
    answers: tuple[Answer, ...]


def shop_of(ground: Ground) -> ShopTold | None:
    """None for a partnership that runs no shop yet: without offer and without a subsidy file. At most ten queries."""
    here = ground.partnership
    offers = offers_in_window(here, ground.today)
    lever = lever_of(here, ground.today)
    if not offers and lever is None:
        return None
    people = reached(here, ground.today)
    figures = _lever_figures(lever) if lever else {}
    figures |= {
        name: number(Decimal(n))
        for name, n in (
            ("offers", len(offers)),
            ("people", people),
            ("used", ground.crops.used),
            ("members", ground.members),
        )
        if n
    }
    results = [
        *_lever_result(here, lever),
        *_results(here, [one.title for one in offers], people),
    ]
    answers = tuple(
        Answer(one.says, one.answer % figures) for one in objections() if figures.keys() >= set(one.needs)
    )
    return ShopTold(tuple(results), answers)


def _lever_figures(lever: Lever) -> dict[str, str]:
    return {"each": each_euro(lever.per_euro), "own": euro(lever.own), "subsidy": euro(lever.subsidy)}


def _lever_result(here: Partnership, lever: Lever | None) -> list[ShopResult]:
    if lever is None:
        return []
    basis = _("volgens de boeken van voorbije jaren") if lever.actual else _("volgens de begroting")
    words = {"own": euro(lever.own), "subsidy": euro(lever.subsidy)}
    return [
        ShopResult(
            each_euro(lever.per_euro),
            _("subsidie voor elke euro van de gemeenten (%(subsidy)s naast %(own)s)") % words,
            _("%(scheme)s, %(basis)s") % {"scheme": lever.scheme, "basis": basis},
            reverse("subsidy:page", args=[here.slug]),
        )
    ]


def _results(here: Partnership, titles: list[str], people: int) -> list[ShopResult]:
    page = reverse("counter:list", args=[here.slug])
    found = []
    if titles:
        words = _("keer aanbod in de winkel, zoals %(titles)s") % {"titles": listed(titles)}
        found.append(ShopResult(str(len(titles)), words, _("Winkel, stand van vandaag"), page))
    if people:
        words = _("mensen bereikt, ongeveer")
        found.append(
            ShopResult(number(Decimal(people)), words, _("Tellingen van de laatste twaalf maanden"), page)
        )
    return found
