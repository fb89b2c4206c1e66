"""What a photo is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.showcase.photo.models import Photo

about(Photo, lambda one: About(one.partnership, people=frozenset({one.made_by_id})))
