"""The result of a closed round, worked out again from the text that was kept of it: nothing else is read for the sums."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from groeimodel.formats.pb_file import read_pb
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing import models
from groeimodel.meadow.choosing.models import Layout, Proposal, Round, Stake
from groeimodel.meadow.choosing.snapshot import LOOKS_AT_POINTS
from groeimodel.rules.choosing import RULES, Ballot, Election, Outcome, Settings, choose
from groeimodel.rules.choosing.explain import Lost, Step, lost, steps

CLONE = re.compile(r" \(\d+\)$")
"""What the file puts behind the name of a voter that is there more than once."""


@dataclass(frozen=True, slots=True)
class Result:
    round: Round
    settings: Settings
    outcome: Outcome
    steps: tuple[Step, ...]
    lost: tuple[Lost, ...]
    others: Mapping[str, Outcome]
    """What each other rule would have chosen, by its name."""
    proposals: tuple[Proposal, ...]
    """In the order of the election."""
    voters: tuple[Municipality, ...]
    """Of each ballot of the election."""
    stakes: Mapping[int, Stake]
    """By key of the municipality."""
    ballots: tuple[models.Ballot, ...]
    """All that were handed in, counted or not, with their lines."""
    layouts: tuple[Layout, ...]
    decision: Decision | None

    @property
    def budget(self) -> Fraction:
        return self.outcome.election.budget


def result_of(round: Round) -> Result:
    """A constant number of queries. The round must be closed."""
    file = read_pb(round.snapshot)
    election, settings = apart(file.election), file.settings or Settings()
    outcome = choose(election, settings)
    rows = {str(one.pk): one for one in round.proposals.select_related("action__partnership")}
    stakes = {one.municipality_id: one for one in round.stakes.select_related("municipality__merged_into")}
    places = {one.municipality.key: one.municipality for one in stakes.values()}
    handed = round.ballots.filter(handed_in_at__isnull=False)
    return Result(
        round=round,
        settings=settings,
        outcome=outcome,
        steps=steps(outcome),
        lost=lost(outcome),
        others=other_rules(election, settings),
        proposals=tuple(rows[one.id] for one in election.projects),
        voters=tuple(places[ballot.voters[0]] for ballot in election.ballots),
        stakes=stakes,
        ballots=tuple(
            handed.select_related("municipality", "person", "cast_by", "mandate__given_by").prefetch_related(
                "lines__proposal"
            )
        ),
        layouts=tuple(Layout.objects.filter(round=round).select_related("municipality")),
        decision=round.decision,
    )


def apart(election: Election) -> Election:
    """Each municipality its own ballot: a file holds equal ballots as one, and a heavy one as many voters.

    Weights are clones, so this changes nothing of the outcome.
    """
    ballots: dict[str, Ballot] = {}
    for one in election.ballots:
        for voter in one.voters:
            name = CLONE.sub("", voter)
            before = ballots[name].weight if name in ballots else Fraction(0)
            ballots[name] = replace(one, weight=before + one.weight / len(one.voters), voters=(name,))
    return replace(election, ballots=tuple(ballots.values()))


def other_rules(election: Election, chosen: Settings) -> dict[str, Outcome]:
    """Beside the rule of the round, on the same ballots; each with what goes with it."""
    several = any(value > 1 for ballot in election.ballots for value in ballot.points.values())
    looks = "additive" if several else "cost"
    found = {}
    for rule in RULES:
        if rule != chosen.rule:
            satisfaction = looks if rule in LOOKS_AT_POINTS else "cost"
            found[rule] = choose(election, Settings(rule, satisfaction, ties=chosen.ties))
    return found
