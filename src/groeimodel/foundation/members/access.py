"""What an invitation is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.rights import About, about

about(Invitation, lambda one: About(one.partnership, municipality=one.municipality_id))
