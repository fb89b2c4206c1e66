"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.gauge.pulse.models import Asked, Pulse

about(Pulse, lambda one: About(one.partnership))
about(Asked, lambda one: About(one.pulse.partnership, people=frozenset({one.person_id})))
