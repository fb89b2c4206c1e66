"""Counting a point: one decision in the register, once, with everything that it rests on."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions import wording as saying
from groeimodel.foundation.decisions.models import Decision, Voice
from groeimodel.foundation.decisions.services import (
    Figures,
    MatterSaid,
    Taken,
    VoiceSaid,
    VoteSaid,
    take_decision,
)
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.votes import Count, Enough, MunicipalVoice, Tally
from groeimodel.shop.sittings.counting import majority_data, tally
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting
from groeimodel.shop.sittings.seating import enough_data, enough_for, statute_for
from groeimodel.shop.sittings.services.calling import carry_over
from groeimodel.shop.sittings.services.gate import RUN, _note, ask_open, ask_waiting, locked_item


@transaction.atomic
def count(*, item: AgendaItem, actor: Person | None = None, at: datetime | None = None) -> AgendaItem:
    """Count a point by the statute of the sitting: the decision and what follows from it, or nothing at all.

    Raises:
        ValidationError: it takes no votes, it was counted already, there are too few for this point, or a secret ballot
            has no totals yet.
    """
    require(actor, RUN, item)
    now = locked_item(item)
    ask_open(now.sitting)
    ask_waiting(now)
    if not now.is_vote:
        raise ValidationError(_("Over dit punt wordt niet gestemd."))
    if now.kind not in statute_for(now.sitting).kinds:
        raise ValidationError(_("De statuten kennen deze soort beslissing niet meer. Kies eerst een andere."))
    presences = list(Presence.objects.filter(sitting=now.sitting).select_related("municipality"))
    enough = enough_for(now.sitting, presences, now)
    if not enough.met:
        raise ValidationError(
            _("Er zijn te weinig leden om hierover te beslissen. %(quorum)s Stel het punt uit.")
            % {"quorum": saying.quorum_in_words(enough_data(enough))}
        )
    result = tally(now, presences)
    _keep_silence(now, presences, secret=result.secret)
    now.decision = _decide(now, result, enough, presences, actor, at)
    now.state = AgendaItem.State.ADOPTED if result.adopted else AgendaItem.State.REJECTED
    now.settled_at = at or timezone.now()
    now.save(update_fields=["decision", "state", "settled_at"])
    _tell(now, result.adopted, actor, at)
    return now


def _keep_silence(item: AgendaItem, presences: list[Presence], *, secret: bool) -> None:
    """Who is here with a vote and says nothing abstains; kept, for later somebody may leave or come in."""
    if secret:
        return
    spoke = set(item.seat_votes.values_list("presence", flat=True))
    SeatVote.objects.bulk_create(
        SeatVote(item=item, presence=one, choice=SeatVote.Choice.ABSTAIN)
        for one in presences
        if one.is_here and not one.advisory and one.pk not in spoke
    )


def _decide(
    item: AgendaItem,
    result: Count,
    enough: Enough,
    presences: list[Presence],
    actor: Person | None,
    at: datetime | None,
) -> Decision:
    sitting = item.sitting
    said = VoteSaid(
        organ=sitting.organ.name,
        organ_key=f"organs.organ:{sitting.organ_id}",
        kind=item.kind,
        adopted=result.adopted,
        votes=_figures(result.votes),
        advisory=_figures(result.advisory),
        quorum=enough_data(enough),
        majorities=[majority_data(one) for one in result.reached],
        secret=result.secret,
        chair_decided=result.chair_decided,
    )
    where = {one.municipality_id: one.municipality for one in presences if one.municipality is not None}
    taken = Taken(
        title=item.title,
        way=Decision.Way.VOTED,
        matters=[MatterSaid(item.subject or f"sittings.agendaitem:{item.pk}", item.title, result.adopted)],
        voices=[_voice(one, where[cast(int, one.municipality)]) for one in result.municipalities],
        text=item.text,
        subject=f"sittings.sitting:{sitting.pk}",
        replaces=item.replaces if result.adopted else None,
        vote=said,
    )
    return take_decision(partnership=sitting.partnership, taken=taken, on=_day(sitting), actor=actor, at=at)


def _day(sitting: Sitting) -> date:
    return timezone.localtime(sitting.opened_at or sitting.starts).date()


def _figures(votes: Tally) -> Figures:
    return Figures(votes.pro, votes.against, votes.abstain, votes.absent)


def _voice(one: MunicipalVoice, municipality: Municipality) -> VoiceSaid:
    """What the seats of a municipality said together."""
    votes = one.votes
    if not votes.present:
        stance = Voice.Stance.SILENT
    elif votes.tied:
        stance = Voice.Stance.DIVIDED
    elif not votes.cast:
        stance = Voice.Stance.ABSTAIN
    else:
        stance = Voice.Stance.FOR if one.agrees else Voice.Stance.AGAINST
    return VoiceSaid(municipality, stance, votes.present > 0, votes=_figures(votes))


def _tell(item: AgendaItem, adopted: bool, actor: Person | None, at: datetime | None) -> None:
    """Rooms above follow this verb, in the same transaction: the plan is adopted, the accounts are closed."""
    assert item.decision is not None
    record(
        "sittings.adopted" if adopted else "sittings.rejected",
        partnership=item.sitting.partnership,
        actor=actor,
        subject=item,
        data={
            "subject": item.subject,
            "decision": item.decision.number,
            "on": item.decision.taken_on.isoformat(),
            "organ": item.sitting.organ.name,
            "item": item.pk,
        },
        at=at,
    )


@transaction.atomic
def note(*, item: AgendaItem, actor: Person | None = None, at: datetime | None = None) -> AgendaItem:
    """A point that nobody votes on was told."""
    require(actor, RUN, item)
    now = locked_item(item)
    if now.is_vote:
        raise ValidationError(_("Over dit punt wordt gestemd."))
    _settle(now, AgendaItem.State.NOTED, at=at)
    _note("sittings.noted", now.sitting, item=now, actor=actor, at=at)
    return now


@transaction.atomic
def withdraw(*, item: AgendaItem, why: str = "", actor: Person | None = None) -> AgendaItem:
    """Nobody decides about it any more; it stays on the agenda as withdrawn."""
    require(actor, RUN, item)
    now = locked_item(item)
    _settle(now, AgendaItem.State.WITHDRAWN, why=why)
    _note("sittings.withdrawn", now.sitting, item=now, actor=actor)
    return now


@transaction.atomic
def postpone(
    *, item: AgendaItem, to: Sitting | None = None, why: str = "", actor: Person | None = None
) -> AgendaItem:
    """Not now: to another sitting of the same organ that is still to come, or for later.

    Raises:
        ValidationError: it was decided already, or the other sitting does not fit.
    """
    require(actor, RUN, item)
    now = locked_item(item)
    _settle(now, AgendaItem.State.POSTPONED, why=why)
    if to is not None:
        if to.organ_id != now.sitting.organ_id or to.state != Sitting.State.PLANNED:
            raise ValidationError(_("Kies een zitting van hetzelfde orgaan die nog moet komen."))
        carry_over([now], to)
    _note("sittings.postponed", now.sitting, item=now, actor=actor)
    return now


def _settle(now: AgendaItem, state: str, *, why: str = "", at: datetime | None = None) -> None:
    ask_open(now.sitting)
    ask_waiting(now)
    now.state, now.why, now.settled_at = state, why.strip(), at or timezone.now()
    now.full_clean()
    now.save(update_fields=["state", "why", "settled_at"])
    now.seat_votes.all().delete()
