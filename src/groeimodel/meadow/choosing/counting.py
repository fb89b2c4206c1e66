"""What a round comes down to, and what each municipality pays of its own money by it, to the cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

from groeimodel.formats.pb_file import read_pb
from groeimodel.meadow.choosing.models import Ballot, Proposal, Round, Stake
from groeimodel.meadow.choosing.sharing import cents, euro
from groeimodel.meadow.choosing.snapshot import election_of, settings_of, text_of
from groeimodel.rules.cents import whole_table
from groeimodel.rules.choosing import Outcome, Settings, choose

Charges = dict[int, dict[int, Decimal]]
"""By the key of the proposal, then of the municipality: euro of its own money."""


@dataclass(frozen=True, slots=True)
class Count:
    outcome: Outcome
    """Each ballot of its election is one municipality, in the order in which they were counted."""
    settings: Settings
    text: str
    """As `groeimodel choose` recomputes it."""
    checksum: str


def count(round: Round, proposals: Sequence[Proposal], counted: Sequence[Ballot], on: date) -> Count:
    """Choose, and write down the election with what came of it.

    Raises:
        RuntimeError: what is written down does not choose the same. Then nothing may be decided on it.
    """
    election, settings = election_of(round, counted, proposals), settings_of(round)
    outcome = choose(election, settings)
    text = text_of(round, election, settings, outcome.ids, on)
    file = read_pb(text)
    if file.settings is None or choose(file.election, file.settings).ids != outcome.ids:
        raise RuntimeError("the file of this round chooses something else than the round")
    return Count(outcome, settings, text, sha256(text.encode()).hexdigest())


def charges_of(
    round: Round,
    proposals: Sequence[Proposal],
    stakes: Sequence[Stake],
    outcome: Outcome,
    voters: Sequence[int],
) -> Charges:
    """What each municipality pays of its own money for what was chosen; the subsidy pays the rest.

    From one common pot everybody pays by its part of the pot, for that is where the money is. Of own contributions each
    pays what the rule charges it, and nothing for what it does not support. Nobody pays more than it puts in.
    `proposals` are in the order of the election; `voters` are the keys of the municipalities of its ballots.
    """
    # In the order of their keys, so that the same cents come out whenever they are worked out.
    rows = {one.municipality_id: one for one in sorted(stakes, key=lambda one: one.municipality.key)}
    exact = _pot(rows, outcome) if round.is_common else _own(rows, outcome, voters)
    columns = list(outcome.selected)
    table = [[exact[key].get(p, Fraction(0)) * 100 for p in columns] for key in rows]
    costs = [cents(proposals[p].cost) for p in columns]
    table.append([costs[at] - sum((row[at] for row in table), Fraction(0)) for at in range(len(columns))])
    whole = whole_table(table)
    return {
        proposals[p].pk: {key: euro(row[at]) for key, row in zip(rows, whole, strict=False) if row[at]}
        for at, p in enumerate(columns)
    }


def paid_by(charges: Charges) -> dict[int, Decimal]:
    """What each municipality pays in all, by its key; who pays nothing is not there."""
    found: dict[int, Decimal] = {}
    for parts in charges.values():
        for key, amount in parts.items():
            found[key] = found.get(key, Decimal(0)) + amount
    return found


def _pot(stakes: Mapping[int, Stake], outcome: Outcome) -> dict[int, dict[int, Fraction]]:
    election = outcome.election
    return {
        key: {
            p: election.projects[p].cost * Fraction(one.own) / election.budget
            for p in outcome.selected
            if election.budget
        }
        for key, one in stakes.items()
    }


def _own(
    stakes: Mapping[int, Stake], outcome: Outcome, voters: Sequence[int]
) -> dict[int, dict[int, Fraction]]:
    """Of each euro that a municipality spends, the same part comes from its subsidy."""
    found: dict[int, dict[int, Fraction]] = {key: {} for key in stakes}
    for row, project, paid in outcome.payments():
        stake = stakes[voters[row]]
        part = Fraction(stake.own) / Fraction(stake.together) if stake.together else Fraction(0)
        found[stake.municipality_id][project] = paid * part
    return found
