"""Reads of actions, inside the scope of a partnership."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django_scopes import scope

from groeimodel.foundation.mandates.subjects import Choice
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
    def everything(self) -> tuple[Action, ...]:
        return (*self.flowers, *self.seedlings, *self.seeds, *self.picked, *self.compost)

    @property
    def empty(self) -> bool:
        return not self.everything


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
    """What the meadow says to the diagnosis; asked through `foundation.records`. One query."""
    with scope(partnership=partnership):
        return records_from(list(Action.objects.filter(starts__lte=today)), today)


def records_from(actions: Iterable[Action], today: date) -> Records:
    """Whether a shared action with start, end and budget ran in the last 12 months.

    None while no action has ever been started here: ideas alone do not mean that the partnership
    keeps its meadow in the system.
    """
    started = [one for one in actions if one.starts is not None and one.starts <= today]
    if not started:
        return Records()
    ran = any(
        one.stage in (Action.Stage.FLOWER, Action.Stage.HARVEST)
        and one.plot_id is None
        and one.budget is not None
        and one.ends is not None
        and one.ends >= today - YEAR
        for one in started
    )
    return Records(shared_action_last_year=ran)


def for_mandates(partnership: Partnership) -> list[Choice]:
    """What a mandate can be limited to: every action, the ones that are not done still open. One query."""
    stages = (Action.Stage.SEED, Action.Stage.SEEDLING, Action.Stage.FLOWER)
    rows = Action.objects.filter(partnership=partnership).order_by("title")
    return [Choice(f"actions.action:{one.pk}", one.title, one.stage in stages) for one in rows]
