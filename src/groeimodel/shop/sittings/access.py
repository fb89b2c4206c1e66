"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting

about(Sitting, lambda one: About(one.partnership))
about(AgendaItem, lambda one: About(one.sitting.partnership))


def _of_presence(one: Presence) -> About:
    """The seat's own person, and for a proxy whoever holds it."""
    holder = one.holder.person_id if one.holder is not None else None
    municipality = one.municipality_id
    return About(one.sitting.partnership, municipality, frozenset({one.person_id, holder} - {None}))


about(Presence, _of_presence)
about(SeatVote, lambda one: _of_presence(one.presence))
