"""Reads of actions, inside the scope of a partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django_scopes import scope

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.growth.responses import Records

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Meadow:
    """All actions of a partnership, by stage, from one query."""

    flowers: tuple[Action, ...]
    seedlings: tuple[Action, ...]
    seeds: tuple[Action, ...]
    picked: tuple[Action, ...]
    compost: tuple[Action, ...]

    @property
    def empty(self) -> bool:
        return not (self.flowers or self.seedlings or self.seeds or self.picked or self.compost)


def actions_of(partnership: Partnership) -> QuerySet[Action]:
    """All of them, with plot and gardener: one query."""
    return Action.objects.filter(partnership=partnership).select_related("plot", "gardener")


def meadow_of(partnership: Partnership) -> Meadow:
    rows = list(actions_of(partnership))
    stage = Action.Stage
    return Meadow(
        flowers=_in(rows, stage.FLOWER),
        seedlings=_in(rows, stage.SEEDLING),
        seeds=_in(rows, stage.SEED),
        picked=_in(rows, stage.HARVEST),
        compost=_in(rows, stage.COMPOST),
    )


def _in(rows: Sequence[Action], stage: str) -> tuple[Action, ...]:
    return tuple(row for row in rows if row.stage == stage)


def is_overdue(action: Action, today: date) -> bool:
    """It still runs though its last day has passed."""
    return action.stage == Action.Stage.FLOWER and action.ends is not None and action.ends < today


def records_of(partnership: Partnership, today: date) -> Records:
    """Whether a shared action with start, end and budget ran in the last 12 months.

    None while no action has ever been started here: ideas alone do not mean that the partnership
    keeps its meadow in the system.
    """
    with scope(partnership=partnership):
        started = Action.objects.filter(starts__isnull=False, starts__lte=today)
        if not started.exists():
            return Records()
        ran = started.filter(
            Q(stage__in=[Action.Stage.FLOWER, Action.Stage.HARVEST]),
            plot__isnull=True,
            budget__isnull=False,
            ends__gte=today - YEAR,
        )
        return Records(shared_action_last_year=ran.exists())
