"""A decision as a page shows it: what was chosen first, and the checks of each matter together by what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groeimodel.foundation.decisions.models import Checked, Matter


@dataclass(frozen=True, slots=True)
class Verdict:
    """Municipalities that said the same."""

    label: str
    checks: Sequence[Checked]


@dataclass(frozen=True, slots=True)
class Shown:
    matter: Matter
    url: str
    """Where what it is about stands; empty when that is not there any more."""
    verdicts: Sequence[Verdict]


def shown(matters: Sequence[Matter], pages: Mapping[str, str]) -> list[Shown]:
    """No query where the checks were fetched along."""
    first = sorted(matters, key=lambda one: not one.adopted)
    return [Shown(one, pages.get(one.subject, ""), _by_verdict(list(one.checks.all()))) for one in first]


def _by_verdict(checks: Sequence[Checked]) -> list[Verdict]:
    groups = [
        Verdict(str(verdict.label), [one for one in checks if one.verdict == verdict])
        for verdict in Checked.Verdict
    ]
    return [one for one in groups if one.checks]
