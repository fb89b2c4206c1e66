"""The page on which a ballot is filled in: what stands on it, and where each field starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from groeimodel.foundation.people.models import Person
from groeimodel.meadow.checks.models import Preference
from groeimodel.meadow.checks.selectors import preferences_of
from groeimodel.meadow.choosing.forms.ballots import LineForm, said_from
from groeimodel.meadow.choosing.models import Ballot, Line, Proposal
from groeimodel.meadow.choosing.polling import Poll
from groeimodel.meadow.choosing.selectors import proposals_of
from groeimodel.meadow.choosing.services import Said


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal, and its line."""

    proposal: Proposal
    line: LineForm


@dataclass(frozen=True, slots=True)
class Paper:
    poll: Poll
    person: Person
    ballot: Ballot | None
    rows: Sequence[Row]
    goals: Sequence[str]
    """Goals of the local policy that this municipality named before."""

    def valid(self) -> bool:
        """Each form is asked, so that all problems are shown at once."""
        return not [one for one in self.rows if not one.line.is_valid()]

    @property
    def draft(self) -> dict[str, Any]:
        return {str(one.proposal.pk): one.line.typed for one in self.rows}

    @property
    def said(self) -> list[Said]:
        return [said_from(one.proposal, one.line.typed) for one in self.rows]


def paper_of(poll: Poll, person: Person, data: Any = None) -> Paper:
    """A constant number of queries, however many proposals."""
    round, where = poll.round, poll.municipality.pk
    proposals = proposals_of(round)
    for one in proposals:
        one.round = round
    actions = [one.action for one in proposals]
    ballot = Ballot.objects.filter(round=round, municipality=where, person=person).first()
    liked = preferences_of(actions)
    initial = _initial(ballot, proposals, {one: rows.get(where) for one, rows in liked.items()})
    rows = [Row(one, LineForm(data, proposal=one, initial=initial[one.pk])) for one in proposals]
    named = Preference.objects.filter(partnership=round.partnership, municipality=where).exclude(goal="")
    before = Line.objects.filter(ballot__municipality=where, ballot__round__partnership=round.partnership)
    goals = {*named.values_list("goal", flat=True), *before.exclude(goal="").values_list("goal", flat=True)}
    return Paper(poll, person, ballot, rows, sorted(goals))


def _initial(
    ballot: Ballot | None, proposals: Sequence[Proposal], liked: Mapping[int, Preference | None]
) -> dict[int, dict[str, Any]]:
    """What was typed last; else what was handed in; else how much the alderman liked it."""
    found: dict[int, dict[str, Any]] = {}
    draft = (ballot.draft or {}) if ballot is not None else {}
    lines = {one.proposal_id: one for one in ballot.lines.all()} if ballot is not None else {}
    for one in proposals:
        line, liking = lines.get(one.pk), liked.get(one.action_id)
        if str(one.pk) in draft:
            found[one.pk] = draft[str(one.pk)]
        elif line is not None:
            red = bool(line.red_line)
            found[one.pk] = {
                "points": str(line.points),
                "goal": line.goal,
                "red": red,
                "reason": line.red_line,
            }
        elif liking is not None:
            points = liking.liking if one.round.marks == "points" else int(liking.liking >= 3)
            found[one.pk] = {"points": str(points), "goal": liking.goal}
        else:
            found[one.pk] = {}
    return found


@dataclass(frozen=True, slots=True)
class Look:
    """What is about to be handed in."""

    said: Sequence[Said]
    left_open: Sequence[str]
    """Titles of what got no points because nothing was tapped."""
    supported: Decimal
    """What everything with points costs together, in euro."""


def look_of(poll: Poll, draft: Mapping[str, Any]) -> Look:
    proposals = proposals_of(poll.round)
    said = [said_from(one, draft.get(str(one.pk), {})) for one in proposals]
    return Look(
        said,
        [str(one) for one in proposals if not draft.get(str(one.pk), {}).get("points")],
        sum((one.proposal.cost for one in said if one.points), Decimal(0)),
    )
