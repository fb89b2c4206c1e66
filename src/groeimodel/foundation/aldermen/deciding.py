"""What the register means for one alderman's seat: what may be chosen, and what goes without saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.aldermen.people import People, alike, same_name
from groeimodel.foundation.aldermen.plan import END, KEEP, NEW, Choice, MemberPlan
from groeimodel.foundation.aldermen.spells import Spell
from groeimodel.foundation.partners.models import Membership, Tenure
from groeimodel.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Register:
    """What is known of one municipality beside its seat."""

    spells: tuple[Spell, ...]
    silent: bool
    """The file says nothing about this municipality."""
    people: People
    invited: Sequence[str]
    """Names of who is invited to this seat and did not answer yet."""


@dataclass(frozen=True, slots=True)
class _Seat:
    membership: Membership
    now: Tenure | None
    past: tuple[Tenure, ...]

    @property
    def free_from(self) -> date:
        """Before this day the seat was taken, or not there yet."""
        days = [self.membership.starts, *(one.ends for one in self.past if one.ends)]
        return max([*days, self.now.starts] if self.now else days)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody who is alderman for youth today, by the register."""

    spell: Spell
    person: Person | None
    """Who it is here, as far as known."""


def plan_member(membership: Membership, register: Register, today: date) -> MemberPlan:
    """Of one member; asks nothing of the database that was not fetched before."""
    tenures = list(membership.seats.all()[0].tenures.all())
    seat = _Seat(
        membership,
        next((one for one in tenures if one.ends is None), None),
        tuple(one for one in tenures if one.ends is not None),
    )
    later = tuple(
        _("Vanaf %(day)s: %(name)s. Lees dan opnieuw in.") % {"day": _day(one.start), "name": one.name}
        for one in register.spells
        if one.start > today
    )
    if register.silent:
        return _quiet(seat, _("Staat niet in het bestand."), later)
    current = [_Candidate(one, _who(one, seat, register)) for one in register.spells if one.on(today)]
    sitting = tuple(
        (one.spell.person, seat.now.person_id) for one in current if seat.now and _is_sitting(one, seat)
    )
    if seat.now and sitting:
        return _quiet(seat, _("%(name)s zit er al.") % {"name": seat.now.person}, later, same=sitting)
    if current:
        return _newcomers(seat, current, register, later, today)
    return _nobody(seat, register, later, today)


def _newcomers(
    seat: _Seat, current: list[_Candidate], register: Register, later: tuple[str, ...], today: date
) -> MemberPlan:
    """Somebody stands in the register who does not sit here."""
    erased = [one for one in current if one.person is not None and one.person.erased_at]
    current = [one for one in current if one not in erased]
    notes = [
        *([_("Iemand liet zijn gegevens wissen. Die lezen we niet opnieuw in.")] if erased else []),
        *later,
    ]
    if not current:
        return _quiet(seat, _("Er verandert niets."), tuple(notes))
    names = _(" en ").join(one.spell.name for one in current)
    over = _spell_of_sitter(seat, register, today)
    words = {
        "names": names,
        "day": _day(current[0].spell.start),
        "before": seat.now.person if seat.now else "",
        "last": _day(over.end) if over and over.end else "",
    }
    if len(current) > 1:
        says = _("%(names)s zijn samen bevoegd voor Jeugd. De zetel is voor één van hen.") % words
    elif seat.now and over:
        says = _("%(names)s is bevoegd voor Jeugd sinds %(day)s. %(before)s was dat tot %(last)s.") % words
    elif seat.now:
        says = _("%(names)s is bevoegd voor Jeugd sinds %(day)s. Hier zit nu %(before)s.") % words
    else:
        says = _("%(names)s is bevoegd voor Jeugd sinds %(day)s. De zetel is leeg.") % words
    choices = [
        choice for number, one in enumerate(current) for choice in _choices(number, one, seat, register, over)
    ]
    doubts = _doubts(seat, current, register, over)
    default = ""
    if not doubts and (best := _plain_choice(current[0], choices)):
        default = best.value
    if register.invited:
        default = KEEP
        invited = ", ".join(register.invited)
        notes.append(_("%(names)s is uitgenodigd en antwoordde nog niet.") % {"names": invited})
    return MemberPlan(
        municipality=seat.membership.municipality_id,
        membership=seat.membership.pk,
        name=seat.membership.municipality.name,
        says=says,
        notes=(*doubts, *notes),
        choices=(*choices, _keep()),
        default=default,
        before=seat.now.person_id if seat.now else None,
        ends=over.end.isoformat() if over and over.end else "",
    )


def _choices(
    number: int, one: _Candidate, seat: _Seat, register: Register, over: Spell | None
) -> list[Choice]:
    """Who this candidate may be here. `over` is the spell that is over of who sits there: then that is somebody else."""
    since = max(one.spell.start, seat.free_from)
    words = {"name": one.spell.name, "day": _day(since)}

    def choice(label: str, person: Person | None) -> Choice:
        return Choice(
            value=f"{number}:{person.pk if person else NEW}",
            label=label,
            source=one.spell.person,
            name=one.spell.name,
            person=person.pk if person else None,
            since=since.isoformat(),
        )

    found = []
    if seat.now is not None and over is None:
        words["known"] = seat.now.person.name
        found.append(choice(_("Dat is %(known)s, die er al zit") % words, seat.now.person))
    for person in [one.person] if one.person else register.people.of(seat.membership.municipality_id):
        if seat.now is not None and person.pk == seat.now.person_id:
            continue
        words["known"] = person.name
        label = _("%(name)s krijgt de zetel op %(day)s: die kennen we al als %(known)s") % words
        if same_name(person.name, one.spell.name):
            label = _("%(name)s krijgt de zetel op %(day)s: die kennen we al") % words
        found.append(choice(label, person))
    if one.person is None:
        label = _("%(name)s krijgt de zetel op %(day)s: iemand die we nog niet kennen") % words
        found.append(choice(label, None))
    return found


def _plain_choice(one: _Candidate, choices: Sequence[Choice]) -> Choice | None:
    """Taking the seat: as the person who is known, or as somebody new."""
    wanted = f"0:{one.person.pk if one.person else NEW}"
    return next((choice for choice in choices if choice.value == wanted), None)


def _doubts(
    seat: _Seat, current: list[_Candidate], register: Register, over: Spell | None
) -> tuple[str, ...]:
    """Why a person has to look; empty when it goes without saying."""
    if len(current) > 1:
        return (_("Wie neemt de zetel?"),)
    one, doubts = current[0], []
    if seat.now is not None and over is None:
        words = {"sitting": seat.now.person, "name": one.spell.name}
        doubts.append(_("%(sitting)s staat niet in het bestand. Is dat dezelfde als %(name)s?") % words)
    if one.person is None:
        sitting = seat.now.person_id if seat.now else None
        known = [p for p in register.people.of(seat.membership.municipality_id) if p.pk != sitting]
        if near := [p.name for p in known if alike(p.name, one.spell.name)]:
            words = {"name": one.spell.name, "near": ", ".join(near)}
            doubts.append(_("Is %(name)s dezelfde als %(near)s?") % words)
    if seat.now is not None and seat.now.starts > one.spell.start:
        words = {"name": seat.now.person, "day": _day(seat.now.starts)}
        doubts.append(_("%(name)s kwam hier pas op %(day)s, dus later.") % words)
    left = [old for old in seat.past if one.person is not None and old.person_id == one.person.pk]
    if left and left[-1].ends and left[-1].ends >= one.spell.start:
        words = {"name": one.spell.name, "day": _day(left[-1].ends)}
        doubts.append(_("%(name)s zat hier al, tot %(day)s.") % words)
    return tuple(doubts)


def _nobody(seat: _Seat, register: Register, later: tuple[str, ...], today: date) -> MemberPlan:
    """Nobody is alderman for youth there today."""
    spell = _spell_of_sitter(seat, register, today)
    if seat.now is None:
        return _quiet(seat, _("Niemand is er nu bevoegd voor Jeugd. De zetel blijft leeg."), later)
    words = {"name": seat.now.person.name}
    if spell is None or spell.end is None:
        return _quiet(seat, _("Niemand is er nu bevoegd voor Jeugd. %(name)s blijft zitten.") % words, later)
    on = max(spell.end, seat.now.starts)
    words["day"] = _day(on)
    doubtful = seat.now.starts > spell.end
    doubt = (_("%(name)s kwam hier pas na die dag.") % words,) if doubtful else ()
    return MemberPlan(
        municipality=seat.membership.municipality_id,
        membership=seat.membership.pk,
        name=seat.membership.municipality.name,
        says=_("%(name)s was bevoegd voor Jeugd tot %(day)s. Er is nog niemand anders.")
        % {"name": seat.now.person, "day": _day(spell.end)},
        notes=(*doubt, *later),
        choices=(Choice(END, _("De zetel is leeg sinds %(day)s") % words, since=on.isoformat()), _keep()),
        default="" if doubtful else END,
        before=seat.now.person_id,
    )


def _spell_of_sitter(seat: _Seat, register: Register, today: date) -> Spell | None:
    """The last spell that is over of who sits there now."""
    over = [one for one in register.spells if one.end is not None and one.end < today]
    own = [one for one in over if _is_sitting(_Candidate(one, _who(one, seat, register)), seat)]
    return own[-1] if own else None


def _is_sitting(one: _Candidate, seat: _Seat) -> bool:
    return seat.now is not None and one.person is not None and one.person.pk == seat.now.person_id


def _who(spell: Spell, seat: _Seat, register: Register) -> Person | None:
    """Who sits there with the same name comes first: somebody may have come back by an invitation, with an address."""
    if seat.now is not None and same_name(seat.now.person.name, spell.name):
        return seat.now.person
    known = register.people.linked(spell.person)
    return known or register.people.named(seat.membership.municipality_id, spell.name)


def _quiet(
    seat: _Seat, says: str, notes: tuple[str, ...], *, same: tuple[tuple[str, int], ...] = ()
) -> MemberPlan:
    membership = seat.membership
    return MemberPlan(
        membership.municipality_id, membership.pk, membership.municipality.name, says, notes, same=same
    )


def _keep() -> Choice:
    return Choice(KEEP, _("Laat de zetel zoals hij is"))


def _day(day: date) -> str:
    return date_format(day, "j F Y")
