"""What a lesson is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.lessons.models import Lesson

about(Lesson, lambda one: About(one.partnership, people=frozenset({one.written_by_id})))
