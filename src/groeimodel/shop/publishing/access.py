"""What a publication is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.publishing.models import Publication

about(Publication, lambda one: About(one.partnership))
