"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting

about(Sitting, lambda one: About(one.partnership))
about(AgendaItem, lambda one: About(one.sitting.partnership))


def _of_presence(one: Presence) -> About:
    """Whoever speaks for the seat: the person on it, or who holds its proxy."""
    person = one.person_id if one.holder is None else one.holder.person_id
    return About(one.sitting.partnership, one.municipality_id, frozenset({person} - {None}))


about(Presence, _of_presence)
about(SeatVote, lambda one: _of_presence(one.presence))
