"""What each room of the shop has to say in a line or two, on the page of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.tending.money import in_euro
from groeimodel.shop.counter.reach import reached
from groeimodel.shop.counter.selectors import in_the_making
from groeimodel.shop.desk.selectors import answer_times, counts
from groeimodel.shop.money.selectors import figures_of, open_contributions
from groeimodel.shop.overview.selectors import Shop
from groeimodel.shop.sittings.selectors import coming
from groeimodel.shop.steering.selectors import steered
from groeimodel.shop.subsidy.selectors import lever_of


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    url: str
    lines: tuple[str, ...]
    """The first is the weightiest."""


May = Callable[[str], bool]


def cards_of(partnership: Partnership, shop: Shop, person: Person, may: May) -> list[Card]:
    """Only what the reader may open; a constant number of queries."""
    today = shop.today

    def card(title: str, page: str, *lines: str) -> Card:
        return Card(title, reverse(page, args=[partnership.slug]), tuple(line for line in lines if line))

    found = [card(_("Aanbod"), "counter:list", *_offers(partnership, shop))]
    if may("desk.see"):
        found.append(card(_("Aanvragen"), "desk:list", *_requests(partnership, person, today)))
    found.append(card(_("Meerjarenplan"), "plan:page", _plan(shop)))
    if may("money.see"):
        found.append(card(_("Geld"), "money:page", *_money(partnership, today)))
    if may("subsidy.see"):
        found.append(card(_("Subsidie"), "subsidy:page", *_subsidy(partnership, today)))
    found.append(card(_("Organen"), "organs:list", *_organs(shop)))
    found.append(card(_("Zittingen"), "sittings:list", _sitting(partnership, today)))
    found.append(card(_("Wie stuurt?"), "steering:page", _steering(partnership, today)))
    return found


def _offers(partnership: Partnership, shop: Shop) -> list[str]:
    there, made = len(shop.offers), len(in_the_making(partnership, shop.today))
    lines = [
        ngettext("%(n)s aanbod in de winkel", "%(n)s keer aanbod in de winkel", there) % {"n": there}
        if there
        else _("Nog niets in de winkel")
    ]
    if made:
        lines.append(ngettext("%(n)s in de maak", "%(n)s in de maak", made) % {"n": made})
    if people := reached(partnership, shop.today):
        lines.append(
            _("%(n)s mensen bereikt in een jaar") % {"n": number_format(people, force_grouping=True)}
        )
    return lines


def _requests(partnership: Partnership, person: Person, today: date) -> list[str]:
    number = counts(partnership, person=person, today=today)
    times = answer_times(partnership, today.year, today)
    lines = [
        ngettext("%(n)s nieuwe aanvraag", "%(n)s nieuwe aanvragen", number["nieuw"]) % {"n": number["nieuw"]}
        if number["nieuw"]
        else _("Geen nieuwe aanvragen")
    ]
    if number["telaat"]:
        late = ngettext("%(n)s te laat", "%(n)s te laat", number["telaat"])
        lines.append(late % {"n": number["telaat"]})
    if times.percent is not None:
        lines.append(_("%(percent)s%% op tijd beantwoord dit jaar") % {"percent": times.percent})
    return lines


def _plan(shop: Shop) -> str:
    plan = shop.plan_in_force
    if plan is None:
        return _("Geen plan van kracht")
    return _("%(title)s, tot %(day)s") % {"title": plan.title, "day": date_format(plan.ends, "j F Y")}


def _money(partnership: Partnership, today: date) -> list[str]:
    figures = figures_of(partnership, today.year)
    if not figures.rows:
        return [_("Nog geen begroting voor %(year)s") % {"year": today.year}]
    owed = len(open_contributions(partnership))
    spent = {"spent": in_euro(figures.expenses.actual), "budget": in_euro(figures.expenses.budget)}
    lines = [_("%(spent)s uitgegeven van %(budget)s") % spent]
    if owed:
        lines.append(
            ngettext("%(n)s bijdrage nog te betalen", "%(n)s bijdragen nog te betalen", owed) % {"n": owed}
        )
    return lines


def _subsidy(partnership: Partnership, today: date) -> list[str]:
    lever = lever_of(partnership, today)
    if lever is None:
        return [_("Nog geen dossier met bedragen")]
    per_euro = number_format(round(float(lever.per_euro), 2), 2)
    return [lever.scheme, _("%(amount)s euro subsidie per eigen euro") % {"amount": per_euro}]


def _organs(shop: Shop) -> list[str]:
    if not shop.organs:
        return [_("Nog geen orgaan")]
    return [
        _("%(organ)s: %(filled)s van %(all)s plaatsen met stem ingevuld")
        % {"organ": one.organ.name, "filled": one.filled, "all": len(one.places)}
        for one in shop.organs
    ]


def _sitting(partnership: Partnership, today: date) -> str:
    sittings = coming(partnership, today)
    if not sittings:
        return _("Geen zitting gepland")
    first = sittings[0]
    day = date_format(timezone.localtime(first.starts), "j F Y")
    return _("%(organ)s op %(day)s") % {"organ": first.organ.name, "day": day}


def _steering(partnership: Partnership, today: date) -> str:
    lacking = len(steered(partnership, today).lacking)
    if not lacking:
        return _("Voor elk onderwerp is er iemand")
    return ngettext(
        "Voor %(n)s onderwerp is er nog niemand", "Voor %(n)s onderwerpen is er nog niemand", lacking
    ) % {"n": lacking}
