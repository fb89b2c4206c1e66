"""What seats say on a point: by the seat itself, or noted down during the sitting."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote
from groeimodel.shop.sittings.seating import statute_for
from groeimodel.shop.sittings.services.gate import RUN, _note, ask_open, ask_waiting, locked_item


@transaction.atomic
def vote(*, item: AgendaItem, seat: OrganSeat, choice: str, actor: Person | None = None) -> SeatVote:
    """For one seat; it can change until it is counted. Who holds a proxy votes for that seat too.

    Raises:
        ValidationError: the point takes no votes now, the ballot is secret, or the seat is not here.
    """
    now = _votable(item)
    presence = _presence(now, seat)
    require(actor, "sittings.vote", presence)
    _set(now, presence, choice, actor)
    _note("sittings.voted", now.sitting, item=now, actor=actor)
    return SeatVote.objects.get(item=now, presence=presence)


@transaction.atomic
def take_back(*, item: AgendaItem, seat: OrganSeat, actor: Person | None = None) -> None:
    """Say nothing after all: the seat abstains unless it votes again."""
    now = _votable(item)
    presence = _presence(now, seat)
    require(actor, "sittings.vote", presence)
    SeatVote.objects.filter(item=now, presence=presence).delete()
    _note("sittings.voted", now.sitting, item=now, actor=actor)


@transaction.atomic
def vote_all(*, item: AgendaItem, choice: str = "for", actor: Person | None = None) -> int:
    """The same choice for every seat that is here, the advisory ones too; how many. Exceptions come after."""
    require(actor, RUN, item)
    now = _votable(item)
    rows = [one for one in _here(now).values() if one.is_here]
    for presence in rows:
        _set(now, presence, choice, actor)
    _note("sittings.votes_noted", now.sitting, item=now, actor=actor)
    return len(rows)


@transaction.atomic
def set_votes(*, item: AgendaItem, choices: Mapping[int, str], actor: Person | None = None) -> None:
    """All votes on a point at once, by the key of the seat; who is not in it says nothing."""
    require(actor, RUN, item)
    now = _votable(item)
    here = _here(now)
    if strange := [key for key in choices if key not in here or not here[key].is_here]:
        raise ValidationError(_("%(n)s leden stemden zonder er te zijn.") % {"n": len(strange)})
    SeatVote.objects.filter(item=now).exclude(presence__seat__in=choices).delete()
    for key, choice in choices.items():
        _set(now, here[key], choice, actor)
    _note("sittings.votes_noted", now.sitting, item=now, actor=actor)


@transaction.atomic
def enter_papers(
    *, item: AgendaItem, pro: int, against: int, abstain: int = 0, actor: Person | None = None
) -> AgendaItem:
    """The totals of a secret ballot, in votes. Papers that were not handed in abstain.

    Raises:
        ValidationError: the point is not voted on in secret, or there are more papers than votes.
    """
    require(actor, RUN, item)
    now = locked_item(item)
    ask_open(now.sitting)
    ask_waiting(now)
    if not statute_for(now.sitting).kind(now.kind).secret:
        raise ValidationError(_("Over dit punt wordt niet geheim gestemd."))
    votes = sum(one.votes for one in _here(now).values() if one.is_here and not one.advisory)
    if min(pro, against, abstain) < 0 or pro + against + abstain > votes:
        raise ValidationError(
            _("Er zijn %(papers)s stemmen ingevuld, en er zijn er hier %(votes)s.")
            % {"papers": pro + against + abstain, "votes": votes}
        )
    now.papers = {"for": pro, "against": against, "abstain": abstain}
    now.save(update_fields=["papers"])
    _note("sittings.votes_noted", now.sitting, item=now, actor=actor)
    return now


def _votable(item: AgendaItem) -> AgendaItem:
    now = locked_item(item)
    ask_open(now.sitting)
    ask_waiting(now)
    if not now.is_vote:
        raise ValidationError(_("Over dit punt wordt niet gestemd."))
    if statute_for(now.sitting).kind(now.kind).secret:
        raise ValidationError(_("De stemming is geheim: alleen de totalen worden genoteerd."))
    return now


def _here(item: AgendaItem) -> dict[int, Presence]:
    rows = Presence.objects.filter(sitting=item.sitting_id).select_related("holder")
    return {one.seat_id: one for one in rows}


def _presence(item: AgendaItem, seat: OrganSeat) -> Presence:
    found = _here(item).get(seat.pk)
    if found is None or not found.is_here:
        raise ValidationError(_("Alleen wie er is of vertegenwoordigd is, kan stemmen."))
    found.sitting = item.sitting
    return found


def _set(item: AgendaItem, presence: Presence, choice: str, actor: Person | None) -> None:
    if choice not in SeatVote.Choice.values:
        raise ValidationError(_("Kies voor, tegen of onthouding."))
    SeatVote.objects.update_or_create(item=item, presence=presence, defaults={"choice": choice, "by": actor})
