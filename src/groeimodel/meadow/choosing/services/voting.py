"""Hand in a ballot for a municipality: by its alderman, by who holds its mandate, or noted by phone (claims W6, W22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.choosing import letters
from groeimodel.meadow.choosing.models import Ballot, Line, Proposal, Round
from groeimodel.meadow.choosing.polling import Poll, Voter, poll_of
from groeimodel.meadow.choosing.services.drafting import locked

VOTE, NOTE = "choosing.vote", "choosing.note"


@dataclass(frozen=True, slots=True)
class Said:
    """What a municipality says of one proposal."""

    proposal: Proposal
    points: int
    goal: str = ""
    """A goal of the local policy that it serves (claim W12)."""
    red_line: str = ""
    """Why they want to talk about it first; empty when they don't."""


@transaction.atomic
def keep_draft(*, poll: Poll, draft: Mapping[str, Any], actor: Person) -> Ballot:
    """Keep what was typed, to look at it once more before it is handed in. What was handed in before stays what counts."""
    require(actor, VOTE, poll)
    ballot = _ballot(_open(poll.round), poll, actor)
    ballot.draft = dict(draft)
    ballot.save()
    return ballot


@transaction.atomic
def hand_in(*, poll: Poll, said: Sequence[Said], actor: Person, at: datetime | None = None) -> Ballot:
    """Hand in what a municipality chooses, or change it: what was handed in last counts.

    Without a mandate that covers it the ballot is kept and shown; whether it counts is said when the round closes.

    Raises:
        PermissionDenied: neither the alderman of this municipality nor who holds a mandate of it.
        ValidationError: the round is not open any more, or something is not right with a line.
    """
    require(actor, VOTE, poll)
    return _hand_in(poll, actor, actor, said, at)


@transaction.atomic
def note_by_phone(
    *, poll: Poll, person: Person, said: Sequence[Said], actor: Person, at: datetime | None = None
) -> Ballot:
    """The coordinator notes a ballot that came by phone, in the name of who gave it; that person gets a mail and may change it.

    Raises:
        PermissionDenied: the actor does not coordinate, or this person may not vote for this municipality.
        ValidationError: as `hand_in`; or this person handed in a ballot already.
    """
    require(actor, NOTE, poll.round)
    if poll.voter(person.pk) is None:
        raise PermissionDenied("Deze persoon spreekt niet voor deze gemeente.")
    own = Ballot.objects.filter(round=poll.round, municipality=poll.municipality, person=person)
    if own.filter(handed_in_at__isnull=False, cast_by=person).exists():
        words = {"name": person}
        raise ValidationError(_("%(name)s stemde zelf al, en kan dat zelf veranderen.") % words)
    ballot = _hand_in(poll, person, actor, said, at)
    letters.tell_noted(ballot)
    return ballot


def _hand_in(
    poll: Poll, person: Person, cast_by: Person, said: Sequence[Said], at: datetime | None
) -> Ballot:
    at = at or timezone.now()
    round = _open(poll.round, at)
    _check(round, said)
    voter = _voter(round, poll, person, timezone.localdate(at))
    ballot = _ballot(round, poll, person)
    ballot.mandate = voter.cover.mandate
    ballot.cast_by, ballot.handed_in_at, ballot.draft = cast_by, at, None
    ballot.save()
    before = set(ballot.lines.exclude(red_line="").values_list("proposal", flat=True))
    ballot.lines.all().delete()
    Line.objects.bulk_create(
        Line(
            ballot=ballot,
            proposal=one.proposal,
            points=one.points,
            goal=one.goal.strip(),
            red_line=one.red_line.strip(),
        )
        for one in said
    )
    _note("choosing.voted" if cast_by == person else "choosing.noted", ballot, cast_by, at)
    if any(one.red_line.strip() and one.proposal.pk not in before for one in said):
        _note("choosing.drew_line", ballot, cast_by, at)
    return ballot


def _open(round: Round, at: datetime | None = None) -> Round:
    """The round, held: a ballot comes before its closing or is refused.

    Raises:
        ValidationError: it is not open, or its last day is over.
    """
    found = locked(round, Round.State.OPEN)
    if found.closes_on < timezone.localdate(at):
        raise ValidationError(_("De laatste dag om te stemmen is voorbij."))
    return found


def _check(round: Round, said: Sequence[Said]) -> None:
    """One line for each proposal of this round, within bounds."""
    known = set(round.proposals.values_list("pk", flat=True))
    most = 5 if round.marks == Round.Marks.POINTS else 1
    if {one.proposal.pk for one in said} != known or len(said) != len(known):
        raise ValidationError(_("De voorstellen kloppen niet meer. Open de stembrief opnieuw."))
    if any(not 0 <= one.points <= most for one in said):
        raise ValidationError(_("Kies van 0 tot en met %(most)s.") % {"most": most})
    if any(len(one.goal) > 200 or len(one.red_line) > 240 for one in said):
        raise ValidationError(_("Een tekst is te lang."))


def _voter(round: Round, poll: Poll, person: Person, day: date) -> Voter:
    """As it stands now: a mandate may have ended since the page was opened."""
    fresh = poll_of(round, poll.municipality.pk, day)
    voter = fresh.voter(person.pk) if fresh is not None else None
    if voter is None:
        raise PermissionDenied("Deze persoon spreekt niet (meer) voor deze gemeente.")
    return voter


def _ballot(round: Round, poll: Poll, person: Person) -> Ballot:
    key = {"round": round, "municipality": poll.municipality, "person": person}
    return Ballot.objects.filter(**key).first() or Ballot(**key)


def _note(verb: str, ballot: Ballot, actor: Person, at: datetime | None) -> None:
    record(
        verb,
        partnership=ballot.round.partnership,
        actor=actor,
        municipality=ballot.municipality,
        subject=ballot.round,
        data={"round": ballot.round_id, "person": ballot.person_id},
        at=at,
    )
