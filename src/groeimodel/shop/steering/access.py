"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.steering.models import Cover, OwnCompetence, ProcessMandate

about(ProcessMandate, lambda one: About(one.partnership))
about(OwnCompetence, lambda one: About(one.partnership))
about(Cover, lambda one: About(one.partnership, people=frozenset({one.person_id})))
