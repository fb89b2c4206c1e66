"""What a document is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.rights import About, about

about(Document, lambda one: About(one.partnership, people=frozenset({one.uploaded_by_id})))
