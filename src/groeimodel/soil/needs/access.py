"""What a need is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.needs.models import Need

about(Need, lambda one: About(one.partnership, municipality=one.municipality.today))
