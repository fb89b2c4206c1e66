"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.gauge.expectations.models import Agreement, Round

about(Round, lambda one: About(one.partnership))
about(Agreement, lambda one: About(one.partnership, people=frozenset({one.owner_id})))
