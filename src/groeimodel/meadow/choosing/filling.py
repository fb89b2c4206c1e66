"""The page on which a ballot is filled in: what stands on it, and where each field starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.people.models import Person
from groeimodel.meadow.checks import presenting as fits_in_words
from groeimodel.meadow.checks import services as checks
from groeimodel.meadow.checks.fitting import fit_of
from groeimodel.meadow.checks.forms import SayForm
from groeimodel.meadow.checks.models import LocalCheck, Preference
from groeimodel.meadow.checks.presenting import Told
from groeimodel.meadow.checks.selectors import checks_of, is_open, preferences_of
from groeimodel.meadow.choosing.forms.ballots import LineForm, said_from
from groeimodel.meadow.choosing.models import Ballot, Line, Proposal, Round
from groeimodel.meadow.choosing.polling import Poll
from groeimodel.meadow.choosing.selectors import proposals_of
from groeimodel.meadow.choosing.services import Said
from groeimodel.soil.needs.selectors import open_needs_of


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal: its line, its local check, and how it fits."""

    proposal: Proposal
    line: LineForm
    check: SayForm | None
    """Not of what left the meadow since, and not for who may not do it."""
    fit: Sequence[Told]

    @property
    def notable(self) -> list[Told]:
        """What does not fit, or asks care."""
        return [one for one in self.fit if one.verdict in ("bad", "doubt")]


@dataclass(frozen=True, slots=True)
class Paper:
    poll: Poll
    by: Person
    """Who fills it in."""
    ballot: Ballot | None
    rows: Sequence[Row]
    goals: Sequence[str]
    """Goals of the local policy that this municipality named before."""

    def valid(self) -> bool:
        """Each form is asked, so that all problems are shown at once."""
        forms: list[Any] = [one.line for one in self.rows]
        forms += [one.check for one in self.rows if one.check is not None]
        return not [one for one in forms if not one.is_valid()]

    @property
    def wrong(self) -> list[Proposal]:
        """Which proposals something is not right with, of what was sent."""
        return [
            one.proposal
            for one in self.rows
            if one.line.errors or (one.check is not None and one.check.errors)
        ]

    @property
    def draft(self) -> dict[str, Any]:
        return {str(one.proposal.pk): one.line.typed for one in self.rows}

    @property
    def said(self) -> list[Said]:
        return [said_from(one.proposal, one.line.typed) for one in self.rows]


def paper_of(poll: Poll, person: Person, data: Any = None, *, noted_by: Person | None = None) -> Paper:
    """A constant number of queries, however many proposals. `noted_by` fills it in for the person, by phone."""
    by = noted_by or person
    round, where = poll.round, poll.municipality.pk
    proposals = proposals_of(round)
    for one in proposals:
        one.round = round
    actions = [one.action for one in proposals]
    ballot = Ballot.objects.filter(round=round, municipality=where, person=person).first()
    said, liked = checks_of(actions), preferences_of(actions)
    initial = _initial(ballot, proposals, {one: rows.get(where) for one, rows in liked.items()})
    fits = fit_of(round.partnership, actions, timezone.localdate(), budget_of(round))
    blank = LocalCheck(partnership=round.partnership, municipality=poll.municipality)
    may_check = by.has_perm(checks.CHECK, blank)
    needs = open_needs_of(round.partnership, [where])[where] if may_check else []

    def check(one: Proposal) -> SayForm | None:
        if not may_check or not is_open(one.action):
            return None
        before = said[one.action_id].get(where)
        return SayForm(data, action=one.action, needs=needs, said=before, liked=None, alderman=False)

    rows = [
        Row(
            one,
            LineForm(data, proposal=one, initial=initial[one.pk]),
            check(one),
            fits_in_words.tell(fits[one.action_id]),
        )
        for one in proposals
    ]
    named = Preference.objects.filter(partnership=round.partnership, municipality=where).exclude(goal="")
    before = Line.objects.filter(ballot__municipality=where, ballot__round__partnership=round.partnership)
    goals = {*named.values_list("goal", flat=True), *before.exclude(goal="").values_list("goal", flat=True)}
    return Paper(poll, by, ballot, rows, sorted(goals))


def budget_of(round: Round) -> Decimal:
    return sum((one.together for one in round.stakes.all()), Decimal(0))


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


def keep_checks(paper: Paper) -> bool:
    """Keep the local checks that were said on the page, all or none; what is refused stands with its form."""
    try:
        with transaction.atomic():
            for row in paper.rows:
                if row.check is not None and (checked := row.check.checked()) is not None:
                    _check(paper, row.check, checked)
    except ValidationError:
        return False
    return True


def _check(paper: Paper, form: SayForm, checked: Mapping[str, Any]) -> None:
    try:
        checks.check(action=form.action, municipality=paper.poll.municipality, actor=paper.by, **checked)
    except ValidationError as error:
        form.add_error(None, error.messages)
        raise


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
