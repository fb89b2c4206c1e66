"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.subsidy.models import Dossier, Paper

about(Dossier, lambda one: About(one.partnership))
about(Paper, lambda one: About(one.dossier.partnership))
