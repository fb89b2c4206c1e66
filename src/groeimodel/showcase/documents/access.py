"""What an order is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.showcase.documents.models import Order

about(Order, lambda one: About(one.partnership, people=frozenset({one.made_by_id})))
