"""What a harvest is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.harvest.models import Harvest

about(Harvest, lambda one: About(one.partnership, municipality=one.municipality.today))
