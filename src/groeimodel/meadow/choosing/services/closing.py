"""Closing a round is deciding: mandates, count, decision, money and news in one transaction (claims W5, W6, W22, G8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision, Voice
from groeimodel.foundation.decisions.services import MatterSaid, Taken, VoiceSaid, take_decision
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.services import Share, adopt
from groeimodel.meadow.checks.recording import checks_said
from groeimodel.meadow.choosing import letters
from groeimodel.meadow.choosing.advising import close_advice
from groeimodel.meadow.choosing.counting import Charges, Count, charges_of, count, paid_by
from groeimodel.meadow.choosing.models import Ballot, Line, Proposal, Round
from groeimodel.meadow.choosing.polling import Poll
from groeimodel.meadow.choosing.services.drafting import RUN, _note, locked
from groeimodel.meadow.choosing.standing import Standing, standing_of


@transaction.atomic
def close_round(*, round: Round, actor: Person | None = None, at: datetime | None = None) -> Round:
    """Count the ballots that rest on a mandate of today, decide, and write everything down; once.

    The round, the actions and the mandates are held, in that order: whoever closes it too, votes, checks or revokes at the
    same moment comes before or after it.

    Raises:
        ValidationError: it is not open, or cannot be closed yet, with every reason.
    """
    require(actor, RUN, round)
    found = locked(round, Round.State.OPEN)
    at = at or timezone.now()
    standing = standing_of(found, timezone.localdate(at), lock=True)
    if standing.problems:
        raise ValidationError(standing.problems)
    ballots = _ballots(standing)
    counted = count(found, standing.proposals, ballots, standing.day)
    charges = charges_of(
        found,
        standing.proposals,
        [one.stake for one in standing.polls],
        counted.outcome,
        [one.municipality_id for one in ballots],
    )
    decision = take_decision(
        partnership=found.partnership,
        taken=_taken(found, standing, counted, charges),
        on=standing.day,
        actor=actor,
        at=at,
    )
    _judge(standing)
    _use_mandates(found, standing, decision, charges)
    _adopt(standing, counted, decision, charges, actor)
    found.state, found.closed_at, found.closed_by = Round.State.CLOSED, at, actor
    found.snapshot, found.checksum, found.decision = counted.text, counted.checksum, decision
    election = counted.outcome.election
    found.advice = close_advice(
        round=found, projects=election.projects, budget=election.budget, settings=counted.settings
    )
    found.save()
    _note("choosing.closed", found, actor, at)
    letters.tell_result(found, standing.polls, decision.text, paid_by(charges))
    return found


def _ballots(standing: Standing) -> list[Ballot]:
    """The ballots that count, by name of the municipality."""
    counting = [one.counting.ballot for one in standing.polls if one.counting is not None]
    prefetch_related_objects(counting, "lines")
    return counting


def _taken(round: Round, standing: Standing, counted: Count, charges: Charges) -> Taken:
    """The decision as it stands in the register."""
    chosen = {standing.proposals[p].pk for p in counted.outcome.selected}
    checks = checks_said([one.action for one in standing.proposals], standing.members)
    paid = paid_by(charges)
    return Taken(
        title=round.title,
        way=Decision.Way.CHOSEN,
        text=letters.in_one_sentence(
            standing.proposals, counted.outcome.selected, counted.outcome.election.budget
        )[:4000],
        subject=round.key_name,
        checksum=counted.checksum,
        matters=[
            MatterSaid(one.action.key, str(one), one.pk in chosen, one.cost, checks[one.action_id])
            for one in standing.proposals
        ],
        voices=[_voice(one, paid.get(one.municipality.pk)) for one in standing.polls],
    )


def _voice(poll: Poll, amount: Decimal | None) -> VoiceSaid:
    """What a municipality said; of one that did not count no amount, for it decided on none."""
    counting = poll.counting
    shown = counting or (poll.handed_in[0] if poll.handed_in else None)
    if shown is None:
        return VoiceSaid(poll.municipality, Voice.Stance.SILENT, False, why_not=_("Er kwam geen stembrief."))
    supports = shown.ballot.lines.filter(points__gt=0).exists()
    return VoiceSaid(
        municipality=poll.municipality,
        stance=Voice.Stance.FOR if supports else Voice.Stance.AGAINST,
        counted=counting is not None,
        person=shown.ballot.person,
        mandate=shown.cover.mandate,
        amount=amount if counting is not None else None,
        why_not=shown.why_not[:200],
    )


def _judge(standing: Standing) -> None:
    """Write on each ballot whether it counted, on which mandate, or why not. The one that counts comes last: one may."""
    judged = [one for poll in standing.polls for one in poll.handed_in]
    for one in sorted(judged, key=lambda one: one.counts):
        one.ballot.counted, one.ballot.why_not = one.counts, one.why_not[:200]
        one.ballot.mandate = one.cover.mandate
        one.ballot.save(update_fields=["counted", "why_not", "mandate"])
    Ballot.objects.filter(round=standing.round).update(draft=None)


def _use_mandates(round: Round, standing: Standing, decision: Decision, charges: Charges) -> None:
    """What is decided on a mandate stands beside it, where the municipality pays anything."""
    paid = paid_by(charges)
    for poll in standing.polls:
        amount = paid.get(poll.municipality.pk)
        if poll.counting is None or poll.counting.cover.mandate is None or not amount:
            continue
        mandates.use(
            mandate=poll.counting.cover.mandate,
            on=standing.day,
            amount=amount,
            what=_("Besluit %(number)s: %(title)s") % {"number": decision.number, "title": round.title},
            subject=round.key_name,
        )


def _adopt(
    standing: Standing, counted: Count, decision: Decision, charges: Charges, actor: Person | None
) -> None:
    """Winners get their decision, budget and who takes part; every proposal reads whether it was chosen."""
    chosen = {standing.proposals[p].pk for p in counted.outcome.selected}
    supporters = _supporters(standing)
    for one in standing.proposals:
        one.chosen = one.pk in chosen
        one.save(update_fields=["chosen"])
        if one.chosen:
            shares = _shares(standing, one, charges[one.pk], supporters.get(one.pk, set()))
            adopt(action=one.action, decision=decision, budget=one.cost, shares=shares, actor=actor)


def _supporters(standing: Standing) -> dict[int, set[int]]:
    """By the key of the proposal: municipalities whose ballot counts and gave it points."""
    counting = {one.counting.ballot.pk: one.municipality.pk for one in standing.polls if one.counting}
    found: dict[int, set[int]] = {}
    for line in Line.objects.filter(ballot__in=counting, points__gt=0):
        found.setdefault(line.proposal_id, set()).add(counting[line.ballot_id])
    return found


def _shares(
    standing: Standing, proposal: Proposal, paid: Mapping[int, Decimal], supporters: set[int]
) -> Sequence[Share]:
    """Who pays or supports it takes part, beside who offered something in kind before."""
    before = {
        one.municipality_id: one for one in proposal.action.participations.select_related("municipality")
    }
    places = {one.municipality.pk: one.municipality for one in standing.polls}
    places |= {key: one.municipality for key, one in before.items() if one.in_kind}
    return [
        Share(
            municipality=where,
            amount=paid.get(key, Decimal(0)),
            in_kind=before[key].in_kind if key in before else "",
        )
        for key, where in places.items()
        if key in paid or key in supporters or (key in before and before[key].in_kind)
    ]
