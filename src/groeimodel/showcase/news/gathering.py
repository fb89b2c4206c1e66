"""What there is to tell since a moment, for people outside.

Only what everybody may read already counts: news that was opened, what the partnership does together, what lies in the
window, what was published. And only the kinds that the partnership opened on its public page, by the same rules as there
(docs/rules/public.md): actions are named where actions are open, and the texts and plots of a garden that is not public
are for its partners. Nothing names a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action, StageChange
from groeimodel.meadow.tending.models import Result, Update
from groeimodel.shop.counter.selectors import in_window, offers_of
from groeimodel.shop.publishing.selectors import published_of
from groeimodel.showcase.news.models import Item
from groeimodel.showcase.sharing.models import Kind as Opened
from groeimodel.showcase.sharing.selectors import shown_by
from groeimodel.soil.harvest.selectors import harvest_of

AHEAD = timedelta(days=90)
FEWEST = 5
"""A figure of fewer people than this could tell who they are."""
STAGES = (Action.Stage.FLOWER, Action.Stage.HARVEST)
FIGURES = 2
"""Results that are named of one action."""


@dataclass(frozen=True, slots=True)
class Found:
    kind: Item.Kind
    source: str
    title: str
    text: str = ""
    url: str = ""


def gather(partnership: Partnership, since: datetime, today: date) -> list[Found]:
    """Everything that can be told, in the order of a new edition: at most eight queries, inside the scope."""
    shown = shown_by(partnership)
    found: list[Found] = []
    if Opened.ACTIONS in shown:
        found += [*_updates(partnership, since), *_begun(partnership, since)]
        found += _picked(partnership, since, figures=Opened.RESULTS in shown)
    if Opened.RESULTS in shown:
        found += _harvest(partnership, since, today)
    if Opened.OFFER in shown:
        found += _offers(partnership, since, today)
    if Opened.DECISIONS in shown:
        found += _decisions(partnership, since)
    if {Opened.CALENDAR, Opened.ACTIONS} <= shown:
        found += _days(partnership, today)
    return found


def _updates(partnership: Partnership, since: datetime) -> Iterator[Found]:
    rows = Update.objects.filter(
        action__partnership=partnership, action__stage__in=STAGES, public=True, noted_at__gt=since
    )
    if not partnership.public:
        rows = rows.filter(action__plot=None)
    url = reverse("tending:news", args=[partnership.slug]) if partnership.public else ""
    for one in rows.select_related("action"):
        yield Found(
            Item.Kind.UPDATE,
            f"tending.update:{one.pk}",
            one.action.title,
            one.text,
            f"{url}#nieuws-{one.pk}" if url else "",
        )


def _steps(partnership: Partnership, since: datetime, stage: Action.Stage) -> list[Action]:
    """Shared actions that came in a stage and still are in it, the last first."""
    rows = StageChange.objects.filter(
        action__partnership=partnership,
        action__plot=None,
        action__stage=stage,
        stage=stage,
        on__gte=timezone.localdate(since),
    )
    found = {one.action_id: one.action for one in rows.select_related("action").order_by("-on", "-pk")}
    return list(found.values())


def _begun(partnership: Partnership, since: datetime) -> Iterator[Found]:
    for one in _steps(partnership, since, Action.Stage.FLOWER):
        text = one.text if partnership.public else ""
        if one.ends:
            until = _("Loopt tot %(day)s.") % {"day": date_format(one.ends, "j F Y")}
            text = f"{text}\n{until}".strip()
        yield Found(Item.Kind.BEGUN, f"actions.begun:{one.pk}", one.title, text)


def _picked(partnership: Partnership, since: datetime, *, figures: bool) -> Iterator[Found]:
    actions = _steps(partnership, since, Action.Stage.HARVEST)
    results: dict[int, list[Result]] = defaultdict(list)
    for result in Result.objects.filter(action__in=actions if figures else ()).order_by("-on", "-pk"):
        results[result.action_id].append(result)
    for one in actions:
        told = [_figure(row) for row in results[one.pk] if not (row.reach and row.figure < FEWEST)]
        yield Found(Item.Kind.PICKED, f"actions.picked:{one.pk}", one.title, "\n".join(told[:FIGURES]))


def _figure(row: Result) -> str:
    """'120 jongeren: volgden de vorming'."""
    whole = row.figure == row.figure.to_integral_value()
    number = number_format(row.figure, 0 if whole else 2, use_l10n=True, force_grouping=True)
    return f"{number} {row.unit}: {row.what}" if row.what else f"{number} {row.unit}"


def _harvest(partnership: Partnership, since: datetime, today: date) -> Iterator[Found]:
    rows = harvest_of(partnership).filter(gained_on__gte=timezone.localdate(since), gained_on__lte=today)
    if not partnership.public:
        rows = rows.filter(picture_for_all=True)
    url = reverse("harvest:list", args=[partnership.slug]) if partnership.public else ""
    for one in rows:
        names = {"municipality": one.municipality.name, "other": getattr(one.from_municipality, "name", "")}
        text = (
            _("%(municipality)s nam dit over van %(other)s.")
            if one.from_municipality
            else _("%(municipality)s gebruikt dit nu ook.")
        )
        told = f"{text % names}\n{one.text if partnership.public else ''}".strip()
        yield Found(Item.Kind.HARVEST, f"harvest.harvest:{one.pk}", one.title, told, url)


def _offers(partnership: Partnership, since: datetime, today: date) -> Iterator[Found]:
    rows = in_window(offers_of(partnership, today), today).filter(starts__gte=timezone.localdate(since))
    for one in rows.order_by("-starts", "title", "pk"):
        url = one.get_absolute_url() if partnership.public else ""
        yield Found(Item.Kind.OFFER, f"counter.offer:{one.pk}", one.title, one.text, url)


def _decisions(partnership: Partnership, since: datetime) -> Iterator[Found]:
    for one in published_of(partnership).filter(published_at__gt=since):
        yield Found(
            Item.Kind.DECISION,
            f"publishing.publication:{one.pk}",
            one.decision.title,
            one.decision.text,
            one.get_absolute_url(),
        )


def _days(partnership: Partnership, today: date) -> Iterator[Found]:
    """Shared actions that begin soon, or end."""
    rows = Action.objects.filter(partnership=partnership, plot=None, stage=Action.Stage.FLOWER)
    ahead = (today + timedelta(days=1), today + AHEAD)
    for one in rows.filter(starts__range=ahead).order_by("starts", "pk"):
        text = _("Begint op %(day)s.") % {"day": _day(one.starts)}
        yield Found(Item.Kind.DAY, f"actions.starts:{one.pk}", one.title, text)
    for one in rows.filter(starts__lte=today, ends__range=ahead).order_by("ends", "pk"):
        text = _("Loopt tot en met %(day)s.") % {"day": _day(one.ends)}
        yield Found(Item.Kind.DAY, f"actions.ends:{one.pk}", one.title, text)


def _day(day: date | None) -> str:
    """'maandag 3 mei 2027'."""
    return date_format(day, "l j F Y") if day else ""
