"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.support.region.models import Look, Session, VisitNote

about(Look, lambda one: About(one.partnership))
about(VisitNote, lambda one: About(one.partnership))
about(Session, lambda one: About(one.partnership))
