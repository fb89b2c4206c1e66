"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.polling import Poll

about(Round, lambda one: About(one.partnership))
# Who holds a mandate of the municipality is in the same position as a mandate's own holder: 'self'.
about(Poll, lambda one: About(one.round.partnership, municipality=one.municipality.pk, people=one.holders))
