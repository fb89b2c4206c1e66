"""What is known of an action: the plan that grows while it is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services.growing import wrong_gardener
from groeimodel.meadow.actions.steps import expect, refuse
from groeimodel.meadow.actions.steps import note as _note

Stage = Action.Stage
FIELDS = [
    "title", "text", "species", "plot", "gardener", "starts", "ends", "estimate", "estimate_hours"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that can be said of an action before it is over; None and empty: not known yet."""

    title: str
    text: str = ""
    species: str = ""
    plot: Municipality | None = None
    """None: on the shared meadow."""
    gardener: Person | None = None
    starts: date | None = None
    """Proposed while it is worked out; the days of a running action are those of its start."""
    ends: date | None = None
    estimate: Decimal | None = None
    """Euro."""
    estimate_hours: Decimal | None = None


def plan_of(action: Action) -> Plan:
    return Plan(**{name: getattr(action, name) for name in FIELDS})


@transaction.atomic
def change_plan(*, action: Action, plan: Plan, actor: Person | None = None) -> Action:
    """Write down what is known now. The right is asked for where it stood and for where it goes.

    Raises:
        ValidationError: with everything that is wrong: it is over, it ends before it starts, something was decided or
            runs already and cannot change any more.
    """
    require(actor, "actions.tend", action)
    expect(action, Stage.SEED, Stage.SEEDLING, Stage.FLOWER)
    refuse(_problems(action, plan))
    for name in FIELDS:
        setattr(action, name, getattr(plan, name))
    require(actor, "actions.tend", action)
    action.full_clean()
    action.save(update_fields=FIELDS)
    _note("actions.changed", action, actor=actor)
    return action


def _problems(action: Action, plan: Plan) -> list[str]:
    found = wrong_gardener(action, plan.gardener)
    if not plan.title.strip():
        found.append(_("Geef de actie een naam."))
    if plan.starts and plan.ends and plan.ends < plan.starts:
        found.append(_("Een actie eindigt niet voor ze begint."))
    if not plan.species and action.stage != Stage.SEED:
        found.append(_("Kies welke soort actie het is."))
    moves = plan.plot != action.plot
    if moves and (action.stage == Stage.FLOWER or action.decision_id):
        found.append(_("Ze kan niet meer verhuizen: ze loopt al, of er is samen over beslist."))
    if moves and plan.plot and not action.partnership.memberships.filter(municipality=plan.plot).exists():
        found.append(_("Deze gemeente is geen partner van de samenwerking."))
    if action.stage == Stage.FLOWER and (plan.starts, plan.ends) != (action.starts, action.ends):
        found.append(_("De dagen van een lopende actie liggen vast."))
    return found
