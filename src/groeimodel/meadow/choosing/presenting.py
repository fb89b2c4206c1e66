"""What the pages of a round show, in every state but the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from groeimodel.foundation.partners.access import Visitor, standing_with
from groeimodel.foundation.rights import what_is
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.bounding import spreads
from groeimodel.meadow.choosing.models import Layout, Round
from groeimodel.meadow.choosing.polling import Poll, polls_of
from groeimodel.meadow.choosing.selectors import members_of, proposals_of
from groeimodel.meadow.choosing.sharing import stakes_of
from groeimodel.meadow.choosing.standing import chance_of, red_lines_of
from groeimodel.rules.rights import Role, may

Parts = frozenset[tuple[Role, int | None]]


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality in a round, with what this reader may do there."""

    poll: Poll
    percent: int
    """Of the budget, rounded; how heavy it weighs."""
    may_vote: bool
    own: bool
    may_lay_out: bool
    laid_out: bool


def may_vote(person: Visitor, parts: Parts, poll: Poll) -> bool:
    """Whether somebody may fill in a ballot of this municipality; no query."""
    return may("choosing.vote", standing_with(person, parts, what_is(poll)))


def may_run(person: Visitor, parts: Parts, round: Round) -> bool:
    return may("choosing.run", standing_with(person, parts, what_is(round)))


def places_of(
    polls: Sequence[Poll], person: Visitor, parts: Parts, layouts: Sequence[Layout] = ()
) -> list[Place]:
    """The own municipality first."""
    laid_out = {one.municipality_id for one in layouts}
    budget = sum((one.stake.together for one in polls), Decimal(0))
    own = {where for _role, where in parts}
    found = [
        Place(
            poll=one,
            percent=round(one.stake.together / budget * 100) if budget else 0,
            may_vote=may_vote(person, parts, one),
            own=one.municipality.pk in own,
            may_lay_out=may("choosing.lay_out", standing_with(person, parts, what_is(one))),
            laid_out=one.municipality.pk in laid_out,
        )
        for one in polls
    ]
    return sorted(found, key=lambda one: not one.own)


def page_of(round: Round, person: Visitor, parts: Parts) -> dict[str, Any]:
    """Everything for the page of a round, and the name of its template."""
    base = {
        "partnership": round.partnership,
        "round": round,
        "may_run": may_run(person, parts, round),
        "today": timezone.localdate(),
        "kinds": Action.FLOWER_NAMES,
    }
    if round.state == Round.State.DRAFT:
        return base | _draft(round, person, parts)
    return base | _running(round, person, parts)


def _draft(round: Round, person: Visitor, parts: Parts) -> dict[str, Any]:
    """What opening it would mean."""
    proposals, members = proposals_of(round), members_of(round.partnership)
    for one in proposals:
        one.title, one.species, one.cost = (
            one.action.title,
            one.action.species,
            one.action.estimate or one.cost,
        )
    problem = ""
    try:
        stakes = stakes_of(round, members)
    except ValidationError as error:  # something about a municipality changed since it was prepared
        stakes, problem = [], " ".join(error.messages)
    polls = polls_of(round, timezone.localdate(), stakes=stakes)
    return {
        "template": "draft",
        "problem": problem,
        "proposals": proposals,
        "places": places_of(polls, person, parts),
        "budget": sum((one.together for one in stakes), Decimal(0)),
        "uncovered": [one.municipality for one in polls if not one.covered],
        "asked_sum": sum((one.cost for one in proposals), Decimal(0)),
        "chance": chance_of(proposals, members, timezone.localdate()),
    }


def _running(round: Round, person: Visitor, parts: Parts) -> dict[str, Any]:
    proposals, members = proposals_of(round), members_of(round.partnership)
    polls = polls_of(round, timezone.localdate())
    layouts = list(round.layouts.all()) if round.asks_layout else []
    inside = {one.municipality.pk for one in polls}
    stakes = [one.stake for one in polls]
    return {
        "template": round.state,
        "proposals": proposals,
        "places": places_of(polls, person, parts, layouts),
        "outside": [one for one in members if one.pk not in inside],
        "budget": sum((one.together for one in stakes), Decimal(0)),
        "answered": sum(bool(one.handed_in) for one in polls),
        "red_lines": red_lines_of(round),
        "chance": chance_of(proposals, members, timezone.localdate()) if round.is_running else None,
        "bounds": spreads(round, layouts, stakes, proposals) if round.state == Round.State.OPEN else [],
        "over": round.closes_on < timezone.localdate(),
    }
