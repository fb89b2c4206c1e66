"""The checks as a decision writes them down, also of who was silent (claim G8)."""

from __future__ import annotations

from collections.abc import Sequence

from groeimodel.foundation.decisions.models import Checked
from groeimodel.foundation.decisions.services import CheckSaid
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks.selectors import checks_of


def checks_said(
    actions: Sequence[Action], municipalities: Sequence[Municipality]
) -> dict[int, list[CheckSaid]]:
    """For each action, by its key, a line for each municipality; 'none' for who did no check. One query."""
    checks = checks_of(actions)
    found: dict[int, list[CheckSaid]] = {}
    for action in actions:
        rows = checks[action.pk]
        found[action.pk] = [
            CheckSaid(one, rows[one.pk].verdict, rows[one.pk].words)
            if one.pk in rows
            else CheckSaid(one, Checked.Verdict.NONE)
            for one in municipalities
        ]
    return found
