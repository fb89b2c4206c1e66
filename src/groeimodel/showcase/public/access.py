"""What a public page is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.showcase.public.models import Page

about(Page, lambda one: About(one.partnership))
