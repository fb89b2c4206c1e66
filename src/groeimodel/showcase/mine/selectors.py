"""What 'Mijn tuin' and the page for newcomers show to one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django_scopes import scope

from groeimodel import content as texts
from groeimodel.foundation import asks
from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.journal.selectors import Told, happened
from groeimodel.foundation.mandates.selectors import LIVE, Row, rows_of, with_people
from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import (
    Appointment,
    HandoverNote,
    Membership,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.scan.latest import Latest
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import tended_by
from groeimodel.rules.growth.content import Actor, Layer, Part
from groeimodel.rules.rights import Role
from groeimodel.showcase.garden.selectors import Home

FIRST = 3
"""How many things are asked at once; the others wait behind a link."""
NEWS = 8
ORDER = [kind.value for kind in Appointment.Kind]
"""Who steers first, who looks along last."""
OLDEST_NEWS = timedelta(days=120)
WORDS_A_MINUTE = 180
"""Slow reading of a screen."""


@dataclass(frozen=True, slots=True)
class AskedIn:
    """One thing that is asked, with the partnership that asks it."""

    ask: Ask
    partnership: Partnership


@dataclass(frozen=True, slots=True)
class Mine:
    """The page 'Mijn tuin'."""

    partnerships: tuple[Partnership, ...]
    shown: Partnership
    """Whose garden is shown."""
    first: tuple[AskedIn, ...]
    later: tuple[AskedIn, ...]
    news: tuple[Told, ...]
    supports: bool
    """Somebody supports at least one of them: there is a page of all those together."""


def own_of(person: Person) -> tuple[Partnership, ...]:
    """The partnerships that somebody takes part in, by name: one query."""
    return tuple(partners.partnerships_of(person).filter(listed_only=False).order_by("name"))


def mine_of(
    person: Person, own: tuple[Partnership, ...], shown: Partnership, *, since: datetime, today: date
) -> Mine:
    """Everything on 'Mijn tuin' beside the picture.

    A constant number of queries for each partnership that somebody takes part in.
    """
    heres = [Here(person, one, parts_in(person, one), today) for one in own]
    asked = [found for here in heres for found in _asked_in(here)]
    asked.sort(key=lambda found: (-found.ask.weight, found.partnership != shown, found.ask.due or date.max))
    return Mine(
        partnerships=own,
        shown=shown,
        first=tuple(asked[:FIRST]),
        later=tuple(asked[FIRST:]),
        news=happened([one.pk for one in own], since=since, most=NEWS),
        supports=any(here.has(Role.SUPPORTER) for here in heres),
    )


def _asked_in(here: Here) -> list[AskedIn]:
    with scope(partnership=here.partnership):
        return [AskedIn(ask, here.partnership) for ask in asks.asked_of(here)]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody who is new on a seat should know, in the order of reading."""

    here: Here
    seat: Seat | None
    municipality: Municipality | None
    before: Tenure | None
    """Who sat there before."""
    note: HandoverNote | None
    members: tuple[Membership, ...]
    appointments: tuple[Appointment, ...]
    layer: Layer
    model_name: str
    part: Part
    """What the growth model asks of this role, in the model that the partnership resembles or wants."""
    mandates: tuple[Row, ...]
    running: tuple[Action, ...]
    left_open: tuple[Action, ...]
    """Actions that the predecessor tends still."""
    asked: tuple[Ask, ...]


def newcomer_of(person: Person, home: Home, today: date) -> Newcomer:
    """The page for newcomers, from the home of the partnership; the scope must be open."""
    partnership = home.partnership
    here = Here(person, partnership, parts_in(person, partnership), today)
    seat = _seat_of(person, partnership)
    municipality = seat.membership.municipality if seat else _of_ambassador(here)
    before = _before(seat, person) if seat else None
    layer = layer_of(home.latest, partnership)
    model = texts.load().model(layer)
    flowers = home.meadow.flowers
    return Newcomer(
        here=here,
        seat=seat,
        municipality=municipality,
        before=before,
        note=HandoverNote.objects.filter(seat=seat).select_related("written_by").first() if seat else None,
        members=tuple(
            Membership.objects.filter(partnership=partnership, ends=None)
            .select_related("municipality")
            .order_by("municipality__name")
        ),
        appointments=tuple(sorted(home.appointments, key=lambda one: ORDER.index(one.kind))),
        layer=layer,
        model_name=model.name.nl,
        part=model.parts[_actor(seat)],
        mandates=_mandates(partnership, municipality, today),
        running=tuple(
            one for one in flowers if one.plot_id in (None, municipality.pk if municipality else 0)
        ),
        left_open=tuple(tended_by(before.person_id, partnership)) if before else (),
        asked=tuple(asks.asked_of(here)),
    )


def layer_of(latest: Latest | None, partnership: Partnership) -> Layer:
    """What the partnership wants, else what it resembles, else the base."""
    if partnership.aim:
        return partnership.aim  # type: ignore[return-value]
    return latest.result.diagnosis.phase if latest else "soil"


def _actor(seat: Seat | None) -> Actor:
    return seat.role if seat else "together"  # type: ignore[return-value]


def _seat_of(person: Person, partnership: Partnership) -> Seat | None:
    mine = Q(tenures__person=person, tenures__ends=None, membership__ends=None)
    rows = Seat.objects.filter(mine, membership__partnership=partnership)
    return rows.select_related("membership__municipality").first()


def _of_ambassador(here: Here) -> Municipality | None:
    own = here.own(Role.AMBASSADOR)
    return Municipality.objects.filter(pk__in=own).first() if own else None


def _before(seat: Seat, person: Person) -> Tenure | None:
    rows = seat.tenures.exclude(person=person).filter(ends__isnull=False).select_related("person")
    return rows.order_by("-ends", "-pk").first()


def _mandates(partnership: Partnership, municipality: Municipality | None, today: date) -> tuple[Row, ...]:
    if municipality is None:
        return ()
    rows = rows_of(list(with_people(partnership).filter(municipality=municipality)), today)
    return tuple(row for row in rows if row.state in LIVE)


def minutes(text_lengths: Sequence[int]) -> int:
    """How long it takes to read texts of so many words, at least one minute."""
    return max(1, round(sum(text_lengths) / WORDS_A_MINUTE))
