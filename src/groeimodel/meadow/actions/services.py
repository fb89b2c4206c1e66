"""Every write about actions. `actor` None is the system itself: the example data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.notes.models import Outcome


@dataclass(frozen=True, slots=True)
class Bounds:
    """What bounds an action: time and money."""

    starts: date
    ends: date
    budget: Decimal | None = None
    """In euro; a shared action has one, 0 counts."""


@transaction.atomic
def take_down_seed(
    *,
    partnership: Partnership,
    title: str,
    species: str,
    on: date,
    text: str = "",
    plot: Municipality | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """Take down an idea, for the shared meadow or for one municipality's plot."""
    require(actor, "actions.take_down", partnership)
    action = Action(
        partnership=partnership, title=title, text=text, species=species, plot=plot, taken_down_on=on
    )
    action.full_clean()
    action.save()
    _note("actions.seed_taken_down", action, actor=actor, at=at)
    return action


@transaction.atomic
def take_down_from_notes(*, outcome: Outcome, at: datetime | None = None) -> Action:
    """The seed that was heard on a meeting. Writing it down in the notes is what a right was asked for."""
    action = Action(
        partnership=outcome.partnership,
        title=outcome.text[:120],
        text=outcome.text if len(outcome.text) > 120 else "",
        species=Action.Species.DAISY,
        taken_down_on=timezone.localdate(at),
        outcome=outcome,
    )
    action.full_clean()
    action.save()
    _note("actions.seed_taken_down", action, actor=outcome.noted_by, at=at)
    return action


@transaction.atomic
def work_out(
    *, action: Action, gardener: Person | None, actor: Person | None = None, at: datetime | None = None
) -> Action:
    """A seed sprouts: somebody works it out."""
    require(actor, "actions.tend", action)
    _expect(action, Action.Stage.SEED)
    action.stage = Action.Stage.SEEDLING
    action.gardener = gardener
    action.save()
    _note("actions.sprouted", action, actor=actor, at=at)
    return action


@transaction.atomic
def start_action(
    *,
    action: Action,
    bounds: Bounds,
    gardener: Person | None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """A seed or seedling becomes a running action, bounded in time and, when shared, in budget.

    Raises:
        ValidationError: it runs already or has stopped, it ends before it starts, or it is shared
            and has no budget.
    """
    require(actor, "actions.tend", action)
    _expect(action, Action.Stage.SEED, Action.Stage.SEEDLING)
    if bounds.ends < bounds.starts:
        raise ValidationError("Een actie eindigt niet voor ze begint.")
    if action.plot is None and bounds.budget is None:
        raise ValidationError("Een gezamenlijke actie heeft een budget nodig; 0 euro mag.")
    action.stage = Action.Stage.FLOWER
    action.gardener = gardener
    action.starts, action.ends, action.budget = bounds.starts, bounds.ends, bounds.budget
    action.full_clean()
    action.save()
    _note("actions.started", action, actor=actor, at=at)
    return action


@transaction.atomic
def report_progress(
    *,
    action: Action,
    progress: int,
    result: int,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """Say how far a running action stands and what it yields, both 0 to 100."""
    require(actor, "actions.tend", action)
    _expect(action, Action.Stage.FLOWER)
    action.progress, action.result = progress, result
    action.full_clean()
    action.save()
    _note("actions.reported", action, actor=actor, at=at)
    return action


@transaction.atomic
def pick(*, action: Action, result: int, actor: Person | None = None, at: datetime | None = None) -> Action:
    """A running action is done: its result is picked."""
    require(actor, "actions.tend", action)
    _expect(action, Action.Stage.FLOWER)
    action.stage, action.progress, action.result = Action.Stage.HARVEST, 100, result
    action.full_clean()
    action.save()
    _note("actions.picked", action, actor=actor, at=at)
    return action


@transaction.atomic
def compost(
    *, action: Action, lesson: str, actor: Person | None = None, at: datetime | None = None
) -> Action:
    """Stop an action or drop an idea; what was learnt is kept (claim W21).

    Raises:
        ValidationError: no lesson is given, or it was stopped or picked before.
    """
    require(actor, "actions.tend", action)
    _expect(action, Action.Stage.SEED, Action.Stage.SEEDLING, Action.Stage.FLOWER)
    if not lesson.strip():
        raise ValidationError("Schrijf op wat jullie leerden: daar groeit het volgende idee uit.")
    action.stage, action.lesson = Action.Stage.COMPOST, lesson.strip()
    action.save()
    _note("actions.composted", action, actor=actor, at=at)
    return action


def _expect(action: Action, *stages: Action.Stage) -> None:
    if action.stage not in stages:
        raise ValidationError(f"Dat kan niet met een actie in dit stadium: {action.get_stage_display()}.")


def _note(verb: str, action: Action, *, actor: Person | None, at: datetime | None) -> None:
    record(
        verb,
        partnership=action.partnership,
        actor=actor,
        municipality=action.plot,
        subject=action,
        data={"action": action.pk, "progress": action.progress, "result": action.result},
        at=at,
    )


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """What is not done yet stands on the plot of the municipality that took over; what is done stays where it was."""
    stages = (Action.Stage.SEED, Action.Stage.SEEDLING, Action.Stage.FLOWER)
    rows = Action.objects.filter(partnership=partnership, plot__in=parts, stage__in=stages)
    return rows.update(plot=into)
