"""What an opening is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.showcase.sharing.models import Opening

about(Opening, lambda one: About(one.partnership))
