"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.meetings.models import Attendance, Interest, Item, Meeting, Steer

about(Meeting, lambda one: About(one.partnership))
about(Item, lambda one: About(one.meeting.partnership))
about(Attendance, lambda one: About(one.meeting.partnership, people=frozenset({one.person_id})))
about(Steer, lambda one: About(one.item.meeting.partnership, municipality=one.municipality_id))
about(Interest, lambda one: About(one.partnership, people=frozenset({one.person_id})))
