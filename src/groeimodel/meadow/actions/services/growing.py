"""From seed to seedling, flower, and harvest or compost: each step with its reason (claims W2, W5, W21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.selectors import adopted
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import is_gardener
from groeimodel.meadow.actions.services.sharing import Share, write_shares
from groeimodel.meadow.actions.steps import expect, refuse, step
from groeimodel.meadow.actions.steps import note as _note

Stage = Action.Stage


@dataclass(frozen=True, slots=True)
class Bounds:
    """What bounds an action: time and money."""

    starts: date
    ends: date
    budget: Decimal | None = None
    """In euro; a shared action has one, 0 counts. What the joint decision granted goes before it."""


@transaction.atomic
def work_out(
    *,
    action: Action,
    gardener: Person | None,
    species: str = "",
    reason: str = "",
    estimate: Decimal | None = None,
    estimate_hours: Decimal | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """A seed sprouts: somebody works it out. Without `species` it stays what the seed said.

    Raises:
        ValidationError: it is no seed any more, nothing says which kind it is, or the gardener has no part here.
    """
    require(actor, "actions.work_out" if action.plot_id is None else "actions.tend", action)
    expect(action, Stage.SEED)
    action.species = species or action.species
    problems = [] if action.species else [_("Kies welke soort actie het wordt.")]
    refuse(problems + wrong_gardener(action, gardener))
    action.stage, action.gardener = Stage.SEEDLING, gardener
    action.estimate = action.estimate if estimate is None else estimate
    action.estimate_hours = action.estimate_hours if estimate_hours is None else estimate_hours
    action.full_clean()
    action.save(update_fields=["stage", "species", "gardener", "estimate", "estimate_hours"])
    care = _("Een tuinier werkt het uit.") if gardener else _("Het wordt uitgewerkt.")
    step(action, reason or care, actor=actor, at=at)
    _note("actions.sprouted", action, actor=actor, at=at)
    return action


def wrong_gardener(action: Action, gardener: Person | None) -> list[str]:
    if gardener is None or is_gardener(action.partnership, gardener):
        return []
    return [_("De tuinier heeft een zetel in deze samenwerking, of coördineert ze.")]


@transaction.atomic
def start_action(
    *,
    action: Action,
    bounds: Bounds,
    gardener: Person | None,
    reason: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """A seed or seedling becomes a running action, bounded in time and, when shared, in budget.

    On the shared meadow it rests on a joint decision, which is its reason too (claim W5); on a plot the municipality
    decides alone. Nobody passes by that: not the coordinator, and not the system.

    Raises:
        ValidationError: with everything that lacks: it runs already or has stopped, it ends before it starts, its kind
            is not said, or it is shared and has no decision or no budget.
    """
    require(actor, "actions.tend", action)
    expect(action, Stage.SEED, Stage.SEEDLING)
    matter = None if action.plot_id else adopted(action.partnership, action.key)
    granted = matter.amount if matter is not None and matter.amount is not None else bounds.budget
    problems = [] if action.species else [_("Kies welke soort actie het is.")]
    if bounds.ends < bounds.starts:
        problems.append(_("Een actie eindigt niet voor ze begint."))
    if action.plot_id is None and matter is None:
        problems.append(
            _("Op de gezamenlijke weide beslissen jullie samen: er is nog geen besluit over deze actie.")
        )
    if action.plot_id is None and granted is None:
        problems.append(_("Een gezamenlijke actie heeft een budget nodig; 0 euro mag."))
    refuse(problems + wrong_gardener(action, gardener))
    action.stage, action.gardener = Stage.FLOWER, gardener
    action.starts, action.ends, action.budget = bounds.starts, bounds.ends, granted
    action.decision = matter.decision if matter is not None else None
    action.full_clean()
    action.save()
    step(action, _why_it_starts(action, reason), actor=actor, at=at)
    _note("actions.started", action, actor=actor, at=at)
    return action


def _why_it_starts(action: Action, reason: str) -> str:
    if action.decision is not None:
        told = _("Besluit %(decision)s.") % {"decision": action.decision}
        return f"{told} {reason}".strip()
    return reason or _("De gemeente beslist zelf over haar perceel.")


@transaction.atomic
def adopt(
    *,
    action: Action,
    decision: Decision,
    budget: Decimal | None,
    shares: Sequence[Share] = (),
    actor: Person | None = None,
) -> Action:
    """What a joint decision means for an action: its budget, and who puts in what. It can start from now on.

    Raises:
        ValidationError: it stands on a plot, is over, or the decision did not take it on.
    """
    require(actor, "decisions.take", action.partnership)
    expect(action, Stage.SEED, Stage.SEEDLING, Stage.FLOWER)
    matter = adopted(action.partnership, action.key)
    if action.plot_id is not None or matter is None or matter.decision_id != decision.pk:
        raise ValidationError(_("Dit besluit gaat niet over deze actie."))
    action.decision, action.budget = decision, budget
    action.full_clean()
    action.save(update_fields=["decision", "budget"])
    write_shares(action, shares)
    _note("actions.adopted", action, actor=actor)
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
    expect(action, Stage.FLOWER)
    action.progress, action.result = progress, result
    action.full_clean()
    action.save(update_fields=["progress", "result"])
    _note("actions.reported", action, actor=actor, at=at)
    return action


@transaction.atomic
def pick(
    *,
    action: Action,
    result: int,
    reason: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """A running action is done: its result is picked, 0 to 100, with what came of it in a sentence.

    Picked before its last day, or without one, this was its last day: what is over has no day to come.
    """
    require(actor, "actions.tend", action)
    expect(action, Stage.FLOWER)
    day = timezone.localdate(at)
    action.stage, action.progress, action.result = Stage.HARVEST, 100, result
    if action.ends is None or action.ends > day:
        action.ends = max(day, action.starts or day)
    action.full_clean()
    action.save(update_fields=["stage", "progress", "result", "ends"])
    step(action, reason or _("De actie is afgerond."), actor=actor, at=at)
    _note("actions.picked", action, actor=actor, at=at)
    return action


@transaction.atomic
def compost(
    *, action: Action, lesson: str, actor: Person | None = None, at: datetime | None = None
) -> Action:
    """Stop an action or drop an idea; what was learnt is kept, and is the reason (claim W21).

    Days that were only proposed go: it never ran.

    Raises:
        ValidationError: no lesson is given, or it was stopped or picked before.
    """
    require(actor, "actions.tend", action)
    before = action.stage
    expect(action, Stage.SEED, Stage.SEEDLING, Stage.FLOWER)
    if not lesson.strip():
        raise ValidationError(_("Schrijf op wat jullie leerden: daar groeit het volgende idee uit."))
    if before != Stage.FLOWER:
        action.starts = action.ends = None
    action.stage, action.lesson = Stage.COMPOST, lesson.strip()
    action.save(update_fields=["stage", "lesson", "starts", "ends"])
    step(action, lesson, actor=actor, at=at)
    _note("actions.composted", action, actor=actor, at=at)
    return action
