"""Who builds the shop: the coordinator writes down what the partners decided."""

from groeimodel.foundation.partners.access import is_coordinator
from groeimodel.foundation.rights import grant

grant("structure.build", is_coordinator)
