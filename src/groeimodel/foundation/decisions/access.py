"""What a decision is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.rights import About, about

about(Decision, lambda one: About(one.partnership))
