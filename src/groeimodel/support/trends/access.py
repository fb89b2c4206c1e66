"""What a measure is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.support.trends.models import Measure

about(Measure, lambda one: About(one.partnership))
