"""Reads of choosing rounds, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.models import Ballot, Proposal, Round, Stake

RUNNING = (Round.State.LAYOUT, Round.State.OPEN)


def rounds_of(partnership: Partnership, *, drafts: bool = False) -> QuerySet[Round]:
    """The last first, each with how much was proposed and chosen, and how many municipalities handed in; one query."""
    rows = Round.objects.filter(partnership=partnership).select_related("partnership", "decision")
    if not drafts:
        rows = rows.exclude(state=Round.State.DRAFT)
    proposals = Proposal.objects.filter(round=OuterRef("pk"))
    answered = Ballot.objects.filter(round=OuterRef("pk"), handed_in_at__isnull=False)
    found = rows.annotate(
        proposed=_count(proposals),
        taken=_count(proposals.filter(chosen=True)),
        answered=_count(answered, "municipality"),
        places=_count(Stake.objects.filter(round=OuterRef("pk"))),
    )
    return found.defer("snapshot").order_by("-made_at", "-pk")


def _count(rows: QuerySet[Any], what: str = "pk") -> Coalesce:
    """How many there are for each row of the outer query: a query inside, so that counts do not multiply each other."""
    total = rows.order_by().values("round").annotate(total=Count(what, distinct=True)).values("total")
    return Coalesce(Subquery(total), 0)


def proposals_of(round: Round) -> list[Proposal]:
    """In the order of the lot, with the action of today: one query."""
    return list(round.proposals.select_related("action__gardener").order_by("place", "pk"))


def members_of(partnership: Partnership) -> list[Municipality]:
    """The members of today, by name: one query."""
    rows = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return list(rows.order_by("name"))


def elsewhere(round: Round, actions: Iterable[Action]) -> set[int]:
    """Which of these actions are in another round that runs."""
    rows = Proposal.objects.filter(
        action__in=list(actions), round__state__in=RUNNING, round__partnership=round.partnership
    )
    return set(rows.exclude(round=round.pk).values_list("action", flat=True))


@dataclass(frozen=True, slots=True)
class Pickable:
    """The seedlings of the shared meadow, for who prepares a round."""

    ready: tuple[Action, ...]
    without_estimate: tuple[Action, ...]
    elsewhere: tuple[Action, ...]
    """In a round that runs already."""


def pickable(partnership: Partnership, round: Round) -> Pickable:
    """What was decided about already is not there. Two queries."""
    rows = list(
        Action.objects.filter(partnership=partnership, stage=Action.Stage.SEEDLING, plot=None, decision=None)
        .select_related("gardener")
        .order_by("title", "pk")
    )
    taken = elsewhere(round, rows)
    return Pickable(
        ready=tuple(one for one in rows if one.estimate is not None and one.pk not in taken),
        without_estimate=tuple(one for one in rows if one.estimate is None and one.pk not in taken),
        elsewhere=tuple(one for one in rows if one.pk in taken),
    )
