"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.reports.models import Report, Takeaway

about(Report, lambda one: About(one.partnership, municipality=one.municipality_id))
about(Takeaway, lambda one: About(one.meeting.partnership, people=frozenset({one.person_id})))
