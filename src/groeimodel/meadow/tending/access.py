"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense, Hours, Result, Task, Update


def _of(action: Action, *people: int | None) -> About:
    """About the action, with its gardener and others in whose care the row is."""
    where = action.plot.today if action.plot else None
    return About(action.partnership, municipality=where, people=frozenset({action.gardener_id, *people}))


about(Task, lambda one: _of(one.action, one.owner_id))
about(Expense, lambda one: _of(one.action))
about(Update, lambda one: _of(one.action))
about(
    Hours,
    lambda one: About(
        one.partnership,
        municipality=one.municipality.today if one.municipality else None,
    ),
)
about(
    Result,
    lambda one: About(
        one.partnership,
        municipality=one.municipality.today if one.municipality else None,
        people=frozenset({one.action.gardener_id}),
    ),
)
