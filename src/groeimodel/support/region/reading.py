"""The one place that reads across partnerships: everything that may ask attention, of several at once.

It works with the scopes off, so it is strict about what it reads: only keys that it is given, and of those only the ones
that let their supporter look along on this day. Whoever calls it need not have looked first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import records
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Partnership, Seat
from groeimodel.gauge.expectations.models import Round as GaugeRound
from groeimodel.gauge.expectations.models import Sheet as GaugeSheet
from groeimodel.gauge.scan.latest import Measured, measured_of_all
from groeimodel.meadow.actions import selectors as actions
from groeimodel.meadow.checks.selectors import Unchecked, unchecked_of_all
from groeimodel.rules.attention import Word
from groeimodel.shop.organs.models import Organ, Term
from groeimodel.shop.overview import selectors as overview
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.subsidy.models import Dossier
from groeimodel.soil.energy.selectors import dry_of_all
from groeimodel.soil.meetings.selectors import Pace, paces_of_all
from groeimodel.support.region.consent import opened_among

MANDATE_SOON, ORGAN_SOON = timedelta(days=60), timedelta(days=365)
TERM_SOON = PLAN_SOON = timedelta(days=548)
"""A year and a half: councils and a new plan take a year."""
SUBSIDY_SOON = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends on a day."""

    word: Word
    title: str
    on: date
    """The last day of it."""
    url: str


@dataclass(frozen=True, slots=True)
class EmptySeat:
    municipality: str
    role: str
    """'alderman' or 'officer'."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one partnership on a day."""

    pace: Pace
    dry: tuple[Municipality, ...]
    seats: int
    empty: tuple[EmptySeat, ...]
    endings: tuple[Ending, ...]
    """The first end first."""
    unchecked: Unchecked
    measured: Measured | None
    gauge_on: date | None
    """When the last round of the gauge closed."""


def facts_of(partnerships: Sequence[Partnership], now: datetime) -> dict[int, Facts]:
    """By the key of each partnership that lets its supporter look along; nothing at all of the others.

    A constant number of queries, for one and for ten.
    """
    opened = opened_among(partnerships)
    some = [one for one in partnerships if one.pk in opened]
    keys, today = [one.pk for one in some], timezone.localdate(now)
    if not keys:
        return {}
    with scopes_disabled():
        paces, dry = paces_of_all(keys, now), dry_of_all(keys, today)
        total, empty = _seats(keys)
        endings, unchecked = _endings(some, today), unchecked_of_all(keys, now)
        meadow, shop = actions.records_of_all(keys, today), overview.records_of_all(keys, today)
        said = {key: records.together([meadow[key], shop[key]]) for key in keys}
        measured, gauges = measured_of_all(some, said), _gauges(keys)
    return {
        key: Facts(
            pace=paces[key],
            dry=dry[key],
            seats=total[key],
            empty=tuple(empty[key]),
            endings=tuple(sorted(endings[key], key=lambda one: (one.on, one.title))),
            unchecked=unchecked[key],
            measured=measured.get(key),
            gauge_on=gauges.get(key),
        )
        for key in keys
    }


def _seats(keys: Sequence[int]) -> tuple[dict[int, int], dict[int, list[EmptySeat]]]:
    """How many seats members have today, and which of them nobody fills: one query."""
    rows = Seat.objects.filter(membership__partnership__in=keys, membership__ends=None).annotate(
        sitter=Max("tenures__person", filter=Q(tenures__ends=None))
    )
    total: dict[int, int] = defaultdict(int)
    empty: dict[int, list[EmptySeat]] = defaultdict(list)
    named = rows.order_by("membership__municipality__name", "pk").values_list(
        "membership__partnership", "membership__municipality__name", "role", "sitter"
    )
    for key, name, role, sitter in named:
        total[key] += 1
        if sitter is None:
            empty[key].append(EmptySeat(name, role))
    return total, empty


def _endings(partnerships: Sequence[Partnership], today: date) -> dict[int, list[Ending]]:
    """What ends soon or ended without a next one: five queries."""
    found: dict[int, list[Ending]] = defaultdict(list)
    slugs = {one.pk: one.slug for one in partnerships}
    for key, ending in (
        *_mandates(slugs, today),
        *_terms(slugs, today),
        *_organs(slugs, today),
        *_plans(slugs, today),
        *_subsidies(slugs, today),
    ):
        found[key].append(ending)
    return found


Found = Iterable[tuple[int, Ending]]


def _mandates(slugs: dict[int, str], today: date) -> Found:
    rows = Mandate.objects.filter(
        partnership__in=slugs,
        given_at__isnull=False,
        closed_on=None,
        refused_at=None,
        ends__gte=today,
        ends__lte=today + MANDATE_SOON,
    ).select_related("holder", "municipality")
    for one in rows:
        words = {"kind": one.get_kind_display(), "name": one.holder.name, "where": one.municipality.name}
        title = _("Het %(kind)s van %(name)s (%(where)s) loopt af") % words
        url = reverse("mandates:mandate", args=[slugs[one.partnership_id], one.pk])
        yield one.partnership_id, Ending("mandate", title, one.ends, url)


def _terms(slugs: dict[int, str], today: date) -> Found:
    rows = Term.objects.filter(partnership__in=slugs, ends__lte=today + TERM_SOON, replaced_by=None)
    for one in rows:
        if one.ends is not None:
            title = _("De termijn van de samenwerking loopt af (%(form)s)") % {"form": one.get_form_display()}
            url = reverse("organs:term", args=[slugs[one.partnership_id]])
            yield one.partnership_id, Ending("term", title, one.ends, url)


def _organs(slugs: dict[int, str], today: date) -> Found:
    for one in Organ.objects.filter(partnership__in=slugs, ends__gte=today, ends__lte=today + ORGAN_SOON):
        if one.ends is not None:
            title = _("%(organ)s houdt op te bestaan") % {"organ": one.name}
            url = reverse("organs:organ", args=[slugs[one.partnership_id], one.pk])
            yield one.partnership_id, Ending("organ", title, one.ends, url)


def _plans(slugs: dict[int, str], today: date) -> Found:
    """The end of the last adopted plan of each."""
    last = (
        Plan.objects.filter(partnership__in=slugs, adopted_on__isnull=False).order_by().values("partnership")
    )
    for row in last.annotate(end=Max("ends")):
        if row["end"] <= today + PLAN_SOON:
            title, url = (
                _("Het meerjarenplan loopt af"),
                reverse("plan:page", args=[slugs[row["partnership"]]]),
            )
            yield row["partnership"], Ending("plan_ends", title, row["end"], url)


def _subsidies(slugs: dict[int, str], today: date) -> Found:
    """The end of the last term of subsidy of each."""
    last = Dossier.objects.filter(partnership__in=slugs).order_by().values("partnership")
    for row in last.annotate(end=Max("ends")):
        if row["end"] <= today + SUBSIDY_SOON:
            url = reverse("subsidy:page", args=[slugs[row["partnership"]]])
            yield row["partnership"], Ending("subsidy", _("De subsidietermijn loopt af"), row["end"], url)


def _gauges(keys: Sequence[int]) -> dict[int, date]:
    """When the last round in which anybody was heard closed: one query."""
    heard = Exists(GaugeSheet.objects.filter(round=OuterRef("pk"), submitted_at__isnull=False))
    rounds = GaugeRound.objects.filter(heard, partnership__in=keys, closed_at__isnull=False)
    last = rounds.order_by().values("partnership").annotate(at=Max("closed_at"))
    return {row["partnership"]: timezone.localdate(row["at"]) for row in last}
