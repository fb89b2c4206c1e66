"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.actions.models import Action, ActionExpectation, Participation, StageChange

about(
    Action,
    lambda one: About(
        one.partnership,
        municipality=one.plot.today if one.plot else None,
        people=frozenset({one.gardener_id}),
    ),
)
about(ActionExpectation, lambda one: About(one.action.partnership, municipality=one.municipality.today))
about(StageChange, lambda one: About(one.action.partnership, people=frozenset({one.by_id})))
about(
    Participation,
    lambda one: About(
        one.action.partnership,
        municipality=one.municipality.today,
        people=frozenset({one.action.gardener_id}),
    ),
)
