"""What an edition is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.showcase.news.models import Edition

about(Edition, lambda one: About(one.partnership))
