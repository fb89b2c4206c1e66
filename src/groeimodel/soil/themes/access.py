"""What a theme is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.themes.models import Link, Theme

about(Theme, lambda one: About(one.partnership, people=frozenset({one.proposed_by_id})))
about(Link, lambda one: About(one.theme.partnership, people=frozenset({one.added_by_id})))
