"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.gauge.duo.models import Duo

about(Duo, lambda one: About(one.partnership, municipality=one.municipality.today))
