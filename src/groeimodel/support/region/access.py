"""What the rows of this room are about; who may what with them stands in the table of rights.

Only the supporter has these rights, the coordinator not: a session holds what the supporter writes for herself, and one who
knows that somebody reads along writes less. The partnership sees the rest where it belongs: on the page of the meeting that
a session is prepared, and afterwards what was agreed, the lesson and the next date; on the timeline that it was held.
"""

from groeimodel.foundation.rights import About, about
from groeimodel.support.region.models import Look, Session, VisitNote

about(Look, lambda one: About(one.partnership))
about(VisitNote, lambda one: About(one.partnership))
about(Session, lambda one: About(one.partnership))
