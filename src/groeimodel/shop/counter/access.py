"""What an offer is about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.counter.models import Offer

about(Offer, lambda one: About(one.partnership))
