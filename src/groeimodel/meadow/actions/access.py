"""What an action is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.actions.models import Action, ActionExpectation

about(
    Action,
    lambda one: About(
        one.partnership,
        municipality=one.plot.today if one.plot else None,
        people=frozenset({one.gardener_id}),
    ),
)
about(ActionExpectation, lambda one: About(one.action.partnership, municipality=one.municipality.today))
