"""The election that a round comes down to, and its text: made once when the round closes, read ever after.

Projects are named by the keys of the proposals and stand in the order of the lot; voters by the keys of the municipalities.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from groeimodel.formats.pb_writing import Sheet, write_pb
from groeimodel.meadow.choosing.bounding import bounds
from groeimodel.meadow.choosing.models import Ballot, Layout, Proposal, Round
from groeimodel.rules import choosing
from groeimodel.rules.choosing import Cap, Election, Project, Settings
from groeimodel.rules.choosing.layout import Bound, caps_of

LOOKS_AT_POINTS = ("equal-shares", "greedy")
STEP = Fraction(1)
"""With raised shares, all shares together rise by a euro: weights are amounts of money here, so no unit of them is a step."""


def settings_of(round: Round) -> Settings:
    """Options that the rule does not look at keep their default."""
    common = round.money == Round.Money.COMMON
    completion = round.completion if common and round.rule == Round.Rule.EQUAL_SHARES else "none"
    return Settings(
        rule=round.rule,
        satisfaction=round.satisfaction if round.rule in LOOKS_AT_POINTS else "cost",
        completion=completion,
        step=STEP if completion.startswith("add1") else None,
        money="pot" if common else "own",
    )


def election_of(
    round: Round, counted: Sequence[Ballot], proposals: Sequence[Proposal] | None = None
) -> Election:
    """Of the ballots that count, and of all proposals or those that can still be chosen. A ballot weighs what its
    municipality puts in, with its part of the subsidy; where nobody puts in anything all weigh the same. Four queries.

    In one common pot all that was put in is the budget; with own contributions only what the counted put in.
    """
    proposals = list(round.proposals.all()) if proposals is None else proposals
    stakes = {one.municipality_id: one for one in round.stakes.select_related("municipality")}
    free = not any(one.together for one in stakes.values())
    numbers = {one.pk: number for number, one in enumerate(proposals)}
    ballots = []
    for one in counted:
        stake = stakes[one.municipality_id]
        lines = [line for line in one.lines.all() if line.points and line.proposal_id in numbers]
        points = {numbers[line.proposal_id]: line.points for line in lines}
        weight = Fraction(1) if free else exact(stake.together)
        ballots.append(choosing.Ballot(points, weight, (stake.municipality.key,)))
    heard = {one.municipality_id for one in counted}
    paying = [one for key, one in stakes.items() if round.is_common or key in heard]
    budget = sum((exact(one.together) for one in paying), Fraction(0))
    layouts = list(Layout.objects.filter(round=round)) if round.asks_layout else []
    held = bounds(round, layouts, list(stakes.values()), budget)
    return Election(
        projects=tuple(Project(str(one.pk), exact(one.cost)) for one in proposals),
        ballots=tuple(ballots),
        budget=budget,
        caps=caps_in(held, proposals),
    )


def caps_in(bounds: Sequence[Bound], proposals: Sequence[Proposal]) -> tuple[Cap, ...]:
    """Only of kinds that are proposed: a cap over nothing says nothing."""
    caps = caps_of(bounds, [one.species for one in proposals])
    return tuple(one for one in caps if one.projects)


def text_of(round: Round, election: Election, settings: Settings, chosen: Collection[str], on: date) -> str:
    """The election as a file that `groeimodel choose` recomputes; no names of people are in it. One query."""
    proposals = list(round.proposals.all())
    begins = round.went_on_at or round.opened_at
    sheet = Sheet(
        title=round.title,
        unit=round.partnership.name,
        instance=str(round.pk),
        begins=timezone.localdate(begins) if begins else on,
        ends=on,
        names={str(one.pk): str(one) for one in proposals},
        categories={str(one.pk): (one.get_species_display(),) for one in proposals},
    )
    return write_pb(election, settings, sheet, selected=chosen)


def exact(amount: Decimal) -> Fraction:
    return Fraction(amount)
