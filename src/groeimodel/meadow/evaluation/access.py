"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.evaluation.models import Evaluation, LookBack


def _of(evaluation: Evaluation) -> About:
    action = evaluation.action
    where = action.plot.today if action.plot else None
    return About(action.partnership, municipality=where, people=frozenset({action.gardener_id}))


about(Evaluation, _of)
about(
    LookBack,
    lambda one: About(one.evaluation.partnership, municipality=one.municipality.today),
)
