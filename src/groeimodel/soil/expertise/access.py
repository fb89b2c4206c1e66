"""What a row is about: of a municipality, or of the one person who says it of themselves."""

from groeimodel.foundation.rights import About, about
from groeimodel.soil.expertise.models import Expertise


def _about(one: Expertise) -> About:
    if one.person_id is not None:
        return About(one.partnership, people=frozenset({one.person_id}))
    return About(one.partnership, municipality=one.municipality.today if one.municipality else None)


about(Expertise, _about)
