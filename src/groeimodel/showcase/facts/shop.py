"""Figures of the shop, each from what was recorded in the period. Money is of whole book years."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.shop.counter.models import Bouquet, Offer, Use
from groeimodel.shop.counter.selectors import featured, offers_in_window
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.selectors import satisfaction
from groeimodel.shop.money.selectors import means_of
from groeimodel.shop.publishing.models import Publication
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.subsidy.selectors import lever_of
from groeimodel.shop.subsidy.wording import each_euro
from groeimodel.showcase.facts.values import Fact
from groeimodel.showcase.facts.words import Frame, euro, number


def shop_facts(frame: Frame, offers: tuple[Offer, ...]) -> list[Fact]:
    """A constant number of queries. Of one municipality only what it uses; the rest is of the partnership as a whole."""
    if frame.where is not None:
        return _served(frame)
    return [*_window(frame, offers), *_served(frame), *_asked(frame), *_money(frame), *_decided(frame)]


def window_of(frame: Frame) -> tuple[Offer, ...]:
    return tuple(offers_in_window(frame.partnership, frame.today))


def _window(frame: Frame, offers: tuple[Offer, ...]) -> list[Fact]:
    today = _("Winkel, stand van vandaag")
    bouquets = Bouquet.objects.filter(pk__in=featured(frame.today), partnership=frame.partnership).count()
    return [
        *frame.fact(
            "offers", "shop", len(offers), _("keer aanbod in de winkel"), today, for_all=True, dated=False
        ),
        *frame.fact(
            "bouquets", "shop", bouquets,
            ngettext("boeket in de kijker", "boeketten in de kijker", bouquets), today, for_all=True, dated=False,
        ),
    ]  # fmt: skip


def _served(frame: Frame) -> list[Fact]:
    rows = Use.objects.filter(frame.within("day"), frame.own(), offer__partnership=frame.partnership)
    total = rows.aggregate(n=Sum("people"))["n"] or 0
    return frame.fact(
        "served", "shop", total, _("keer gebruikte iemand het aanbod"), _("Tellingen van het aanbod")
    )


def _asked(frame: Frame) -> list[Fact]:
    total = Request.objects.filter(
        frame.within("received_on"), partnership=frame.partnership, received_on__isnull=False
    ).count()
    facts = frame.fact(
        "requests", "shop", total,
        ngettext("aanvraag aan de balie", "aanvragen aan de balie", total), _("Balie"), for_all=True,
    )  # fmt: skip
    year = frame.whole_year or frame.period.ends.year
    said = satisfaction(frame.partnership, year)
    if said.average is not None:
        mark = Decimal(str(said.average))
        source = _("Gevraagd aan klanten in %(year)s, %(count)s antwoorden")
        facts += frame.fact(
            "satisfaction", "shop", mark, _("op 5: tevredenheid van klanten"),
            source % {"year": year, "count": said.count}, number_=number(mark), for_all=True, dated=False,
        )  # fmt: skip
    return facts


def _money(frame: Frame) -> list[Fact]:
    """Of the book year that the period is, or that it ends in."""
    year = frame.whole_year or frame.period.ends.year
    means = means_of(frame.partnership, [year])[year]
    source = _("Boekhouding van %(year)s") % {"year": year}
    facts = []
    for key, amount, words in (
        ("budget", means.expenses.budget, _("begroot aan uitgaven")),
        ("expenses", means.expenses.actual, _("uitgegeven")),
        ("contributions", means.contributions.actual, _("bijdragen van de gemeenten ontvangen")),
        ("subsidy", means.subsidy.actual, _("subsidie ontvangen")),
    ):
        facts += frame.fact(key, "shop", amount, words, source, number_=euro(amount), dated=False)
    lever = lever_of(frame.partnership, frame.today)
    if lever is not None:
        value = Decimal(lever.per_euro.numerator) / Decimal(lever.per_euro.denominator)
        basis = _("volgens de boeken") if lever.actual else _("volgens de begroting")
        facts += frame.fact(
            "lever", "shop", value, _("subsidie voor elke euro van de gemeenten"),
            f"{lever.scheme}, {basis}", number_=each_euro(lever.per_euro), dated=False,
        )  # fmt: skip
    return facts


def _decided(frame: Frame) -> list[Fact]:
    sittings = Sitting.objects.filter(
        frame.within("starts__date"), partnership=frame.partnership, state=Sitting.State.CLOSED
    ).count()
    published = Publication.objects.filter(
        frame.within("published_at__date"), partnership=frame.partnership, withdrawn_at=None
    ).count()
    return [
        *frame.fact(
            "sittings", "shop", sittings,
            ngettext("zitting van een orgaan", "zittingen van organen", sittings), _("Zittingen"), for_all=True,
        ),
        *frame.fact(
            "published", "shop", published,
            ngettext("besluit op het web", "besluiten op het web", published), _("Bekendmakingen"), for_all=True,
        ),
    ]  # fmt: skip
