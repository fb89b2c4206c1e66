"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.meadow.checks.models import CheckCall, LocalCheck, OfMunicipality, Preference


def _of(one: OfMunicipality) -> About:
    return About(one.partnership, municipality=one.municipality.today)


about(LocalCheck, _of)
about(CheckCall, _of)
about(Preference, _of)
