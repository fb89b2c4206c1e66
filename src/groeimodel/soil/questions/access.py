"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.questions.models import Answer, Question

about(Question, lambda one: About(one.partnership, people=frozenset({one.asker_id})))
about(Answer, lambda one: About(one.question.partnership, people=frozenset({one.person_id})))
