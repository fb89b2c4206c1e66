"""What a moment is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.college.models import Moment

about(Moment, lambda one: About(one.partnership, municipality=one.municipality.today))
