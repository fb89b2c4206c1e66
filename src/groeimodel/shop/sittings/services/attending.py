"""Who comes, who votes for whom, and opening the sitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.votes import data_of, problems_of
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings import minutes, seating, wording
from groeimodel.shop.sittings.models import Presence, SeatVote, Sitting
from groeimodel.shop.sittings.services.gate import RUN, _note, ask_open, locked

Proxies = Iterable[tuple[OrganSeat, OrganSeat]]
"""Who gives, and who holds."""


@transaction.atomic
def answer(
    *,
    sitting: Sitting,
    seat: OrganSeat,
    said: str,
    holder: OrganSeat | None = None,
    actor: Person | None = None,
) -> Presence:
    """Say whether a seat comes, or who votes for it; the last word counts.

    Raises:
        ValidationError: the sitting is not to come, or this proxy cannot be given.
    """
    now = locked(sitting)
    if now.state != Sitting.State.PLANNED:
        raise ValidationError(_("Deze zitting is al bezig of voorbij."))
    if seat.organ_id != now.organ_id or seat.person_id is None:
        raise ValidationError(_("Deze zetel hoort niet bij het orgaan."))
    presence = Presence.objects.select_related("holder").filter(sitting=now, seat=seat).first()
    presence = presence or Presence(sitting=now, seat=seat)
    presence.person, presence.municipality = seat.person, seat.municipality
    presence.votes, presence.advisory = seat.votes, seat.advisory
    presence.sitting = now
    require(actor, "sittings.answer", presence)
    presence.said = Presence.Said(said)
    presence.said_holder = holder if presence.said == Presence.Said.PROXY else None
    _ask_holder(now, presence)
    presence.save()
    _note("sittings.answered", now, actor=actor)
    return presence


def _ask_holder(sitting: Sitting, presence: Presence) -> None:
    if presence.said != Presence.Said.PROXY:
        return
    holder, limit = presence.said_holder, seating.statute_for(sitting).proxies
    if holder is None or holder.organ_id != sitting.organ_id or holder.person_id is None:
        raise ValidationError(_("Kies wie er voor je stemt."))
    if holder.pk == presence.seat_id:
        raise ValidationError(_("Geef de volmacht aan iemand anders."))
    if holder.advisory and not presence.advisory:
        raise ValidationError(_("Een lid met raadgevende stem kan geen volmacht krijgen."))
    held = Presence.objects.filter(sitting=sitting, said=Presence.Said.PROXY, said_holder=holder)
    if held.exclude(seat=presence.seat_id).count() >= limit:
        raise ValidationError(
            _("%(name)s kan volgens de statuten geen volmacht meer krijgen.") % {"name": holder.person}
        )


@transaction.atomic
def open_sitting(
    *,
    sitting: Sitting,
    present: Sequence[OrganSeat],
    proxies: Proxies = (),
    excused: Sequence[OrganSeat] = (),
    substitutes: Sequence[OrganSeat] = (),
    actor: Person | None = None,
    at: datetime | None = None,
) -> Sitting:
    """Note who is there and check the quorum: it opens, or it ends as 'niet in aantal'.

    `substitutes` are seats for which their substitute is there.

    Raises:
        ValidationError: it is not to come, its agenda is empty, or the proxies are not what the statutes allow.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    if now.state != Sitting.State.PLANNED:
        raise ValidationError(_("Deze zitting is al bezig of voorbij."))
    if not now.items.exists():
        raise ValidationError(_("De agenda is nog leeg. Zet er eerst een punt op."))
    now.statute = data_of(seating.statute_now(now.organ))
    now.opened_at = at or timezone.now()
    presences = _write(now, _hows([*present, *substitutes], proxies, excused), substitutes)
    enough = seating.enough_for(now, presences)
    now.quorum = seating.enough_data(enough)
    now.state = Sitting.State.OPEN if enough.met else Sitting.State.TOO_FEW
    if not enough.met:
        now.closed_at = now.opened_at
        now.minutes = minutes.draft(now)
    now.save()
    _note("sittings.opened" if enough.met else "sittings.too_few", now, actor=actor, at=at)
    return now


@transaction.atomic
def set_presence(
    *,
    sitting: Sitting,
    present: Sequence[OrganSeat],
    proxies: Proxies = (),
    excused: Sequence[OrganSeat] = (),
    substitutes: Sequence[OrganSeat] = (),
    actor: Person | None = None,
) -> Sitting:
    """Somebody came later, or left: what was counted stays, what still has to be counted goes by this.

    What somebody else said for a seat falls away with the proxy, or when its own person comes in.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    ask_open(now)
    before = dict(Presence.objects.filter(sitting=now).values_list("pk", "holder"))
    presences = _write(now, _hows([*present, *substitutes], proxies, excused), substitutes)
    gone = [one.pk for one in presences if not one.is_here or one.holder_id != before[one.pk]]
    SeatVote.objects.filter(item__sitting=now, item__state="waiting", presence__in=gone).delete()
    now.quorum = seating.enough_data(seating.enough_for(now, presences))
    now.save(update_fields=["quorum"])
    _note("sittings.presence_changed", now, actor=actor)
    return now


def _hows(
    present: Sequence[OrganSeat], proxies: Proxies, excused: Sequence[OrganSeat]
) -> dict[int, tuple[str, int | None]]:
    """By seat: how it is there, and who holds its proxy."""
    found: dict[int, tuple[str, int | None]] = {one.pk: (Presence.How.EXCUSED, None) for one in excused}
    found |= {one.pk: (Presence.How.PRESENT, None) for one in present}
    for giver, holder in proxies:
        if giver.pk in found and found[giver.pk][0] != Presence.How.EXCUSED:
            raise ValidationError(
                _("%(name)s is aanwezig, of gaf al een volmacht.") % {"name": giver.person or giver}
            )
        found[giver.pk] = (Presence.How.PROXY, holder.pk)
    return found


def _write(
    sitting: Sitting, hows: Mapping[int, tuple[str, int | None]], substitutes: Sequence[OrganSeat]
) -> list[Presence]:
    """A row for every filled seat; an opened sitting keeps the seats that it opened with."""
    found = Presence.objects.filter(sitting=sitting).select_related("seat__person", "seat__substitute")
    known = {one.seat_id: one for one in found}
    seats = {one.pk: one for one in seating.filled_seats(sitting.organ, sitting.day)}
    if sitting.state == Sitting.State.PLANNED:
        for seat in seats.values():
            row = known.setdefault(seat.pk, Presence(sitting=sitting, seat=seat))
            row.person, row.municipality = seat.person, seat.municipality
            row.votes, row.advisory = seat.votes, seat.advisory
        for key in set(known) - set(seats):  # said something, and left the seat since
            known.pop(key).delete()
    if strange := set(hows) - set(known):
        raise ValidationError(_("%(n)s zetels horen niet bij deze zitting.") % {"n": len(strange)})
    for key, row in known.items():
        row.how, row.holder_id = hows.get(key, (Presence.How.ABSENT, None))
    _seat_substitutes(known, substitutes)
    rows = [known[key] for key in sorted(known)]
    limit = seating.statute_for(sitting).proxies
    wrong = problems_of([seating.as_seat(one) for one in rows], seating.as_attendance(rows), proxies=limit)
    if wrong:
        names = {one.seat_id: one.person.name if one.person else str(one.seat) for one in rows}
        raise ValidationError([wording.problem(one, names, limit) for one in wrong])
    for row in rows:
        row.save()
    return rows


def _seat_substitutes(known: Mapping[int, Presence], substitutes: Sequence[OrganSeat]) -> None:
    """Whoever stands in sits there for this sitting, until the person self comes."""
    for seat in substitutes:
        if seat.substitute is None:
            raise ValidationError(_("%(name)s heeft geen vervanger.") % {"name": seat.person or seat})
        known[seat.pk].person = seat.substitute
    for key, row in known.items():
        back = row.person_id is not None and row.person_id == row.seat.substitute_id
        if back and key not in {one.pk for one in substitutes}:
            row.person = row.seat.person
