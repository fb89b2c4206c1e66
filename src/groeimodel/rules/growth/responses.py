"""The answers to a scan as arrays, ready for the sums."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import ROLES, Role


@dataclass(frozen=True, slots=True)
class Responses:
    """Answers of n respondents to m statements.

    ``answers`` and ``guesses`` are float arrays (n, m) holding 1 to 5, NaN where the
    respondent did not know or was not asked. ``municipality`` (n,) indexes
    ``municipalities``, -1 for a respondent who belongs to none (coordinators,
    supporters). ``roles`` (n,) indexes ``content.ROLES``. ``statements`` names the
    columns.
    """

    statements: tuple[str, ...]
    municipalities: tuple[str, ...]
    """Stable keys of municipalities: NIS codes, or names for invented ones."""
    respondents: tuple[str, ...]
    municipality: NDArray[np.int64]
    roles: NDArray[np.int8]
    answers: NDArray[np.float64]
    guesses: NDArray[np.float64] | None = None

    def role_mask(self, role: Role) -> NDArray[np.bool_]:
        mask: NDArray[np.bool_] = self.roles == ROLES.index(role)
        return mask


@dataclass(frozen=True, slots=True)
class Records:
    """What the system's own records say; None where it keeps none (a file, a solo scan)."""

    shared_action_last_year: bool | None = None
    """A shared action with start, end and budget in the last 12 months."""
    organ_and_plan: bool | None = None
    """An organ with filled seats and a plan in force."""
