"""Open a round, let it go on from the layout to the ballots, lengthen or withdraw it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.checks.selectors import asked_since
from groeimodel.meadow.checks.services import ask_checks
from groeimodel.meadow.choosing import letters, lot
from groeimodel.meadow.choosing.models import Round, Stake
from groeimodel.meadow.choosing.polling import Poll, polls_of
from groeimodel.meadow.choosing.selectors import RUNNING, members_of, proposals_of
from groeimodel.meadow.choosing.services.drafting import LONG, RUN, _note, check, locked
from groeimodel.meadow.choosing.sharing import stakes_of


@transaction.atomic
def open_round(*, round: Round, actor: Person | None = None, at: datetime | None = None) -> Round:
    """From now on it is fixed: copy what is chosen from, divide the contributions, draw the lot, and ask for ballots (or
    the layout first) and local checks.

    Whoever puts in nothing, where others do, takes no part.

    Raises:
        ValidationError: it is open already, or something changed since it was prepared.
    """
    require(actor, RUN, round)
    found = locked(round, Round.State.DRAFT)
    at = at or timezone.now()
    rows = {one.action_id: one for one in found.proposals.select_related("action").select_for_update()}
    check(found, [one.action for one in rows.values()], timezone.localdate(at))
    found.seed = lot.new_seed()
    for place, key in enumerate(lot.draw(found.seed, rows), start=1):
        one = rows[key]
        one.place, one.title, one.species = place, one.action.title, one.action.species
        one.cost = one.action.estimate if one.action.estimate is not None else one.cost
        one.save(update_fields=["place", "title", "species", "cost"])
    stakes = stakes_of(found, members_of(found.partnership))
    budget = any(one.together for one in stakes)
    Stake.objects.bulk_create(one for one in stakes if one.together or not budget)
    found.opened_at = at
    found.state = Round.State.LAYOUT if found.asks_layout else Round.State.OPEN
    found.went_on_at = None if found.asks_layout else at
    found.save()
    polls = polls_of(found, timezone.localdate(at))
    if found.asks_layout and not any(voter.alderman for poll in polls for voter in poll.voters):
        raise ValidationError({"asks_layout": [_("Er is geen schepen om de indeling aan te vragen.")]})
    _note("choosing.opened", found, actor, at)
    _ask(found, polls)
    _ask_checks(found, actor, at)
    return found


@transaction.atomic
def go_on(*, round: Round, actor: Person | None = None) -> Round:
    """The layout is known: send the ballots. The system does it on the day; a coordinator may do it before."""
    require(actor, RUN, round)
    found = locked(round, Round.State.LAYOUT)
    found.state, found.went_on_at = Round.State.OPEN, timezone.now()
    found.save(update_fields=["state", "went_on_at"])
    _note("choosing.went_on", found, actor)
    _ask(found, polls_of(found, timezone.localdate()))
    return found


@transaction.atomic
def lengthen(*, round: Round, closes_on: date, actor: Person | None = None) -> Round:
    """Move the closing day to later: the one thing that may change of a round that runs.

    Raises:
        ValidationError: the day is not later, or not after today.
    """
    require(actor, RUN, round)
    found = locked(round, *RUNNING)
    today = timezone.localdate()
    if not max(found.closes_on, today) < closes_on <= today + LONG:
        raise ValidationError({"closes_on": _("Kies een latere dag, binnen het jaar.")})
    found.closes_on, found.reminded_at, found.pressed_at = closes_on, None, None
    found.save(update_fields=["closes_on", "reminded_at", "pressed_at"])
    _note("choosing.lengthened", found, actor)
    return found


@transaction.atomic
def withdraw(*, round: Round, why: str, actor: Person | None = None) -> Round:
    """Stop a round without a decision; everybody who was asked reads why.

    Raises:
        ValidationError: no reason is given, or it does not run.
    """
    require(actor, RUN, round)
    found = locked(round, *RUNNING)
    if not why.strip():
        raise ValidationError({"why": _("Schrijf waarom: wie al stemde, wil dat weten.")})
    found.state, found.withdrawn_at = Round.State.WITHDRAWN, timezone.now()
    found.withdrawn_why = why.strip()
    found.full_clean(exclude=["partnership", "made_by", "decision"])
    found.save(update_fields=["state", "withdrawn_at", "withdrawn_why"])
    _note("choosing.withdrawn", found, actor)
    letters.tell_withdrawn(found, polls_of(found, timezone.localdate()))
    return found


def _ask(round: Round, polls: Sequence[Poll]) -> None:
    """Mail who has something to do now."""
    if round.state == Round.State.LAYOUT:
        letters.ask_layout(round, polls)
    else:
        letters.ask_ballots(round, polls)


def _ask_checks(round: Round, actor: Person | None, at: datetime) -> None:
    """Every member is asked for its local check of what it was not asked about yet: seven days later it had its chance."""
    actions = [one.action for one in proposals_of(round)]
    asked = asked_since(actions)
    members = {one.pk for one in members_of(round.partnership)}
    fresh = [one for one in actions if members - set(asked[one.pk])]
    if fresh:
        ask_checks(actions=fresh, actor=actor, at=at)
