"""What a mandate is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.rights import About, about

about(
    Mandate,
    lambda one: About(one.partnership, municipality=one.municipality_id, people=frozenset({one.holder_id})),
)
