"""An organ itself: setting it up, from a template or place by place, its own rules, and its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.forms import form_of
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import MemberSeats, seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.organs import Heads, OrganTemplate, SeatTemplate
from groeimodel.rules.votes import StatuteError, statute_of
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an organ; without a person it is empty."""

    municipality: Municipality | None
    person: Person | None
    task: str = ""
    votes: int = 1
    advisory: bool = False
    opposition: bool = False
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    name: str
    starts: date
    ends: date | None
    public: bool


@transaction.atomic
def set_up_organ(
    *,
    partnership: Partnership,
    name: str,
    kind: str,
    starts: date,
    places: Sequence[Place],
    public: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Organ:
    """Set up an organ with its places; whoever is named sits there from its first day on."""
    require(actor, "organs.build", partnership)
    organ = Organ(partnership=partnership, name=name, kind=kind, starts=starts, public=public)
    organ.full_clean()
    organ.save()
    seats = OrganSeat.objects.bulk_create(
        OrganSeat(
            organ=organ,
            municipality=one.municipality,
            person=one.person,
            task=one.task,
            votes=one.votes,
            advisory=one.advisory,
            opposition=one.opposition,
        )
        for one in places
    )
    Occupancy.objects.bulk_create(
        Occupancy(seat=seat, person=one.person, capacity=one.capacity, starts=starts)
        for seat, one in zip(seats, places, strict=True)
        if one.person is not None
    )
    record(
        "organs.organ_set_up",
        partnership=partnership,
        actor=actor,
        subject=organ,
        data={"organ": organ.pk},
        at=at,
    )
    return organ


@transaction.atomic
def found_organs(
    *,
    partnership: Partnership,
    kinds: Sequence[str],
    starts: date,
    actor: Person | None = None,
    at: datetime | None = None,
) -> list[Organ]:
    """Set up organs from the template of the legal form, with the people of the seats of today.

    Raises:
        ValidationError: the form knows no such organ, or one of that kind exists already.
    """
    require(actor, "organs.build", partnership)
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    form, members = form_of(partnership.legal_form), seats_of(partnership)
    there = set(Organ.objects.filter(partnership=partnership, ends=None).values_list("kind", flat=True))
    templates = [form.organ(kind) for kind in dict.fromkeys(kinds)]
    if not templates or None in templates:
        raise ValidationError(_("Kies een orgaan dat bij jullie rechtsvorm hoort."))
    if twice := [one.name for one in templates if one and one.kind in there]:
        raise ValidationError(_("Dit orgaan bestaat al: %(names)s.") % {"names": ", ".join(twice)})
    people = Person.objects.in_bulk(
        [sitter.person for one in members for sitter in (one.alderman, one.officer) if sitter]
    )
    return [
        set_up_organ(
            partnership=partnership,
            name=one.name,
            kind=one.kind,
            starts=starts,
            places=_places(one, members, people),
            public=one.public,
            actor=actor,
            at=at,
        )
        for one in templates
        if one is not None
    ]


def _places(
    template: OrganTemplate, members: Sequence[MemberSeats], people: Mapping[int, Person]
) -> list[Place]:
    return [
        place
        for seat in template.seats
        for place in (
            [_place(seat, one, people) for one in members] if seat.each else [_place(seat, None, people)]
        )
    ]


def _place(seat: SeatTemplate, member: MemberSeats | None, people: Mapping[int, Person]) -> Place:
    sitter = {"alderman": member.alderman, "officer": member.officer}.get(seat.sits) if member else None
    return Place(
        municipality=member.municipality if member else None,
        person=people.get(sitter.person) if sitter else None,
        task=seat.task,
        votes=seat.votes,
        advisory=seat.advisory,
        opposition=seat.opposition,
        capacity=seat.capacity if sitter else "",
    )


@transaction.atomic
def change_organ(*, organ: Organ, said: Particulars, actor: Person | None = None) -> Organ:
    """Change name, days, and whether its sittings are public."""
    require(actor, "organs.build", organ.partnership)
    organ.name, organ.public, organ.starts, organ.ends = said.name, said.public, said.starts, said.ends
    organ.full_clean()
    organ.save(update_fields=["name", "public", "starts", "ends"])
    _note("organs.organ_changed", organ, actor=actor)
    return organ


@transaction.atomic
def end_organ(*, organ: Organ, on: date, actor: Person | None = None) -> Organ:
    """The last day of an organ; it stays to be read, with all who sat there."""
    require(actor, "organs.build", organ.partnership)
    if on < organ.starts:
        raise ValidationError(_("Deze dag ligt voor de eerste dag van het orgaan."))
    organ.ends = on
    organ.save(update_fields=["ends"])
    _note("organs.organ_ended", organ, actor=actor)
    return organ


@transaction.atomic
def set_statute(*, organ: Organ, statute: Mapping[str, Any], actor: Person | None = None) -> Organ:
    """How the organ meets and votes by its own statutes, in the shape of `rules/votes`; an empty one follows the template.

    Raises:
        ValidationError: it is no statute; every problem is named.
    """
    require(actor, "organs.build", organ.partnership)
    if statute:
        try:
            statute_of(statute)
        except StatuteError as error:
            raise ValidationError(list(error.problems)) from error
    organ.statute = dict(statute)
    organ.save(update_fields=["statute"])
    _note("organs.statute_changed", organ, actor=actor, own=bool(statute))
    return organ


@transaction.atomic
def set_limits(*, organ: Organ, limits: Mapping[str, Any], actor: Person | None = None) -> Organ:
    """Own values of the rules that are checked, by id of the rule; what is not named follows the template."""
    require(actor, "organs.build", organ.partnership)
    organ.limits = dict(limits)
    organ.save(update_fields=["limits"])
    _note("organs.statute_changed", organ, actor=actor, own=bool(limits))
    return organ


@transaction.atomic
def count_heads(*, organ: Organ, heads: Heads | None, on: date, actor: Person | None = None) -> Organ:
    """How many women, men, and others or unknown an organ counts: three numbers; None forgets them."""
    require(actor, "organs.build", organ.partnership)
    organ.women, organ.men, organ.others = (heads.women, heads.men, heads.others) if heads else (None,) * 3
    organ.counted_on = on if heads else None
    organ.full_clean()
    organ.save(update_fields=["women", "men", "others", "counted_on"])
    _note("organs.heads_counted", organ, actor=actor)
    return organ


@transaction.atomic
def looked_at_seats(*, organ: Organ, actor: Person | None = None) -> Organ:
    """After a merger: the partners looked at the number of seats, and it is as they want it."""
    require(actor, "organs.build", organ.partnership)
    if organ.look_at_seats:
        organ.look_at_seats = False
        organ.save(update_fields=["look_at_seats"])
        _note("organs.seats_looked_at", organ, actor=actor)
    return organ


def _note(verb: str, organ: Organ, *, actor: Person | None, **data: bool) -> None:
    record(
        verb,
        partnership=organ.partnership,
        actor=actor,
        subject=organ,
        data={"organ": organ.pk, **data},
        at=timezone.now(),
    )
