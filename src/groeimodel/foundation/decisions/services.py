"""Every write about decisions: rooms above decide, and write it down here. Nothing is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Checked, Decision, Matter, Voice, Vote
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@dataclass(frozen=True, slots=True)
class CheckSaid:
    municipality: Municipality
    verdict: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class MatterSaid:
    """One thing decided about: 'actions.action:12', with the check of every municipality that was asked."""

    subject: str
    title: str
    adopted: bool
    amount: Decimal | None = None
    checks: Sequence[CheckSaid] = ()


@dataclass(frozen=True, slots=True)
class VoiceSaid:
    municipality: Municipality
    stance: str
    counted: bool
    person: Person | None = None
    mandate: Mandate | None = None
    amount: Decimal | None = None
    why_not: str = ""
    votes: Figures | None = None
    """How its seats in an organ voted."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Votes that were counted."""

    pro: int = 0
    against: int = 0
    abstain: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True)
class VoteSaid:
    """A vote in an organ; `quorum` and `majorities` in the shape of the table."""

    organ: str
    organ_key: str
    kind: str
    adopted: bool
    votes: Figures
    advisory: Figures
    quorum: dict[str, Any]
    majorities: list[dict[str, Any]]
    secret: bool = False
    chair_decided: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision as it is to be written down."""

    title: str
    way: str
    matters: Sequence[MatterSaid]
    voices: Sequence[VoiceSaid]
    text: str = ""
    subject: str = ""
    checksum: str = ""
    replaces: Decision | None = field(default=None)
    vote: VoteSaid | None = None
    """For a decision that an organ voted on: there the seat is the mandate."""


@transaction.atomic
def take_decision(
    *,
    partnership: Partnership,
    taken: Taken,
    on: date,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Decision:
    """Write a joint decision in the register, with the next number of the partnership.

    Raises:
        PermissionDenied: the actor may not write decisions here.
        ValidationError: nothing is decided about, or outside an organ a voice counts without a mandate.
    """
    require(actor, "decisions.take", partnership)
    if not taken.matters:
        raise ValidationError(_("Er is niets om over te beslissen."))
    if taken.way == Decision.Way.VOTED and taken.vote is None:
        raise ValidationError(_("Een stemming heeft een telling."))
    if taken.vote is None and any(voice.counted and voice.mandate is None for voice in taken.voices):
        raise ValidationError(_("Een stem telt alleen met een mandaat."))
    decision = Decision(
        partnership=partnership,
        number=_next_number(partnership),
        title=taken.title,
        text=taken.text,
        way=taken.way,
        subject=taken.subject,
        checksum=taken.checksum,
        taken_on=on,
        replaces=taken.replaces,
        recorded_by=actor,
        recorded_at=at or timezone.now(),
    )
    decision.full_clean()
    decision.save()
    _write_parts(decision, taken)
    record(
        "decisions.taken",
        partnership=partnership,
        actor=actor,
        subject=decision,
        data={"number": decision.number},
        at=at,
    )
    return decision


def _next_number(partnership: Partnership) -> int:
    """The partnership's row is the gate: two decisions at the same moment get two numbers."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    last = Decision.objects.filter(partnership=partnership).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _write_parts(decision: Decision, taken: Taken) -> None:
    Voice.objects.bulk_create(_voice(decision, one) for one in taken.voices)
    for matter in taken.matters:
        row = Matter.objects.create(
            decision=decision,
            subject=matter.subject,
            title=matter.title,
            adopted=matter.adopted,
            amount=matter.amount,
        )
        Checked.objects.bulk_create(
            Checked(matter=row, municipality=one.municipality, verdict=one.verdict, words=one.words)
            for one in matter.checks
        )
    if taken.vote is not None:
        _write_vote(decision, taken.vote)


def _voice(decision: Decision, said: VoiceSaid) -> Voice:
    voice = Voice(
        decision=decision,
        municipality=said.municipality,
        person=said.person,
        mandate=said.mandate,
        stance=said.stance,
        amount=said.amount,
        counted=said.counted,
        why_not=said.why_not,
    )
    if said.votes is not None:
        voice.pro, voice.against = said.votes.pro, said.votes.against
        voice.abstain, voice.absent = said.votes.abstain, said.votes.absent
    return voice


def _write_vote(decision: Decision, said: VoteSaid) -> None:
    Vote.objects.create(
        decision=decision,
        organ=said.organ,
        organ_key=said.organ_key,
        kind=said.kind,
        adopted=said.adopted,
        secret=said.secret,
        chair_decided=said.chair_decided,
        pro=said.votes.pro,
        against=said.votes.against,
        abstain=said.votes.abstain,
        absent=said.votes.absent,
        advisory_pro=said.advisory.pro,
        advisory_against=said.advisory.against,
        advisory_abstain=said.advisory.abstain,
        quorum=said.quorum,
        majorities=said.majorities,
    )
