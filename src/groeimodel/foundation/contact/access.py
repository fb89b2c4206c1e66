"""What a question is about; who may read and answer it stands in the table of rights."""

from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.rights import About, about

about(Question, lambda one: About(one.partnership, people=frozenset({one.asker_id})))
