"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.organs.models import Organ, OrganSeat, Term

about(Term, lambda one: About(one.partnership))
about(Organ, lambda one: About(one.partnership))
about(
    OrganSeat,
    lambda one: About(
        one.organ.partnership,
        municipality=one.municipality.today if one.municipality else None,
        people=frozenset({one.person_id}),
    ),
)
