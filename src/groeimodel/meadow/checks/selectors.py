"""Reads of local checks and preferences, inside the scope of a partnership."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks.models import CheckCall, LocalCheck, OfMunicipality, Preference

CHANCE = timedelta(days=7)
"""So long after it was asked a municipality had its chance, also when it stays silent (claim G8)."""
OPEN_STAGES = (Action.Stage.SEED, Action.Stage.SEEDLING)
T = TypeVar("T", bound=OfMunicipality)
By = dict[int, dict[int, T]]
"""By the key of the action, then by that of the municipality."""


def proposals_of(partnership: Partnership) -> QuerySet[Action]:
    """Ideas for the shared meadow that nobody decided about yet, the oldest first: one query."""
    return (
        Action.objects.filter(partnership=partnership, plot=None, decision=None, stage__in=OPEN_STAGES)
        .select_related("partnership", "gardener")
        .order_by("taken_down_on", "pk")
    )


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What lacks its local check in a partnership."""

    unasked: int
    """Seedlings of which nobody asked the check yet."""
    silent: tuple[str, ...]
    """Names of municipalities that were asked a week ago and did not answer."""


def unchecked_of_all(partnerships: Sequence[int], now: datetime) -> dict[int, Unchecked]:
    """Of several partnerships (keys) at once: two queries."""
    growing = Action.objects.filter(
        partnership__in=partnerships, plot=None, decision=None, stage=Action.Stage.SEEDLING
    )
    asked = CheckCall.objects.filter(action=OuterRef("pk"))
    said = LocalCheck.objects.filter(action=OuterRef("action"), municipality=OuterRef("municipality"))
    unasked = Counter(growing.filter(~Exists(asked)).order_by().values_list("partnership", flat=True))
    waiting = CheckCall.objects.filter(
        ~Exists(said),
        partnership__in=partnerships,
        action__plot=None,
        action__decision=None,
        action__stage=Action.Stage.SEEDLING,
        asked_at__lte=now - CHANCE,
    )
    silent: dict[int, set[str]] = defaultdict(set)
    for key, name in waiting.values_list("partnership", "municipality__name"):
        silent[key].add(name)
    return {key: Unchecked(unasked[key], tuple(sorted(silent[key]))) for key in partnerships}


def is_open(action: Action) -> bool:
    """Whether checks and preferences can still be said of it."""
    return action.plot_id is None and action.decision_id is None and action.stage in OPEN_STAGES


def checks_of(actions: Iterable[Action]) -> By[LocalCheck]:
    """The last word of each municipality on each action, with its need: one query."""
    return _by(LocalCheck.objects.select_related("need", "municipality__merged_into"), actions)


def preferences_of(actions: Iterable[Action]) -> By[Preference]:
    """What each alderman likes, with the goal: one query."""
    return _by(Preference.objects.select_related("municipality__merged_into"), actions)


def calls_of(actions: Iterable[Action]) -> By[CheckCall]:
    return _by(CheckCall.objects.all(), actions)


def asked_since(actions: Iterable[Action]) -> dict[int, dict[int, datetime]]:
    """Since when each municipality was asked about each action: one query."""
    return {
        key: {where: call.asked_at for where, call in calls.items()}
        for key, calls in calls_of(actions).items()
    }


def had_the_chance(
    partnership: Partnership, actions: Sequence[Action], municipalities: Sequence[Municipality], today: date
) -> dict[int, list[Municipality]]:
    """Who did not have its chance yet, by the key of the action: asked less than 7 days ago, or never, and silent.

    Empty when everybody had it about everything, so that a decision may be taken (claim G8). Two queries.
    """
    days = chance_days(actions, municipalities, today)
    missing = {
        action.pk: [one for one in municipalities if (days[action.pk][one.pk] or date.max) > today]
        for action in actions
        if action.partnership_id == partnership.pk
    }
    return {key: rows for key, rows in missing.items() if rows}


def chance_days(
    actions: Sequence[Action], municipalities: Sequence[Municipality], today: date
) -> dict[int, dict[int, date | None]]:
    """From which day on each municipality had its chance about each action; None when it was not asked. Two queries."""
    checks, asked = checks_of(actions), asked_since(actions)
    found: dict[int, dict[int, date | None]] = {}
    for action in actions:
        row: dict[int, date | None] = {}
        for one in municipalities:
            since = asked[action.pk].get(one.pk)
            if one.pk in checks[action.pk]:
                row[one.pk] = today
            else:
                row[one.pk] = timezone.localdate(since) + CHANCE if since else None
        found[action.pk] = row
    return found


def _by(rows: QuerySet[T], actions: Iterable[Action]) -> By[T]:
    keys = [one.pk for one in actions]
    found: By[T] = defaultdict(dict, {key: {} for key in keys})
    some: Any = rows.filter(action__in=keys)
    for row in some:
        found[row.action_id][row.municipality_id] = row
    return found
