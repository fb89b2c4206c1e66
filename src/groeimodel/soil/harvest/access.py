"""Who may record harvest: who holds a seat, for the own municipality; the coordinator for all."""

from groeimodel.foundation.partners.access import Visitor, holds_seat, is_coordinator, speaks_for
from groeimodel.foundation.rights import grant, predicate
from groeimodel.soil.harvest.models import Harvest


@predicate
def of_own_municipality(person: Visitor, harvest: Harvest) -> bool:
    return speaks_for(person, harvest.partnership, harvest.municipality)


@predicate
def coordinates(person: Visitor, harvest: Harvest) -> bool:
    return is_coordinator(person, harvest.partnership)


grant("harvest.record", holds_seat | is_coordinator)
"""Whether someone records at all, in a partnership."""
grant("harvest.tend", of_own_municipality | coordinates)
"""Whether someone writes, changes or removes this one harvest."""
