"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.notes.models import Note, Outcome

about(Note, lambda one: About(one.item.meeting.partnership))
about(Outcome, lambda one: About(one.partnership))
