"""A decision as a page shows it: what was chosen first, and the checks of each matter together by what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groeimodel.foundation.decisions import wording
from groeimodel.foundation.decisions.models import Checked, Decision, Matter, Vote


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


@dataclass(frozen=True, slots=True)
class ShownMajority:
    says: str
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownVote:
    """A vote in an organ, in words."""

    vote: Vote
    kind: str
    quorum: str
    votes: str
    advisory: str
    """Empty where nobody gave advice."""
    majorities: Sequence[ShownMajority]


def shown_vote(decision: Decision) -> ShownVote | None:
    """None for a decision that was not voted on in an organ; no query where the vote was fetched along."""
    vote: Vote | None = getattr(decision, "vote", None)
    if vote is None:
        return None
    advised = vote.advisory_pro + vote.advisory_against + vote.advisory_abstain
    beside = wording.figures_in_words(vote.advisory_pro, vote.advisory_against, vote.advisory_abstain)
    return ShownVote(
        vote,
        wording.kind_label(vote.kind),
        wording.quorum_in_words(vote.quorum),
        wording.figures_in_words(vote.pro, vote.against, vote.abstain),
        beside if advised else "",
        [ShownMajority(wording.bound_in_words(one), one) for one in vote.majorities],
    )
