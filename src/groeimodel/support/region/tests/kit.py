"""What the tests of this room begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Partnership
from groeimodel.foundation.testing.cast import Cast, member, person
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind

SINCE = date(2024, 1, 1)


@contextmanager
def inside(partnership: Partnership) -> Iterator[None]:
    with scope(partnership=partnership):
        yield


def open_up(partnership: Partnership) -> None:
    """It lets its supporter look along."""
    with inside(partnership):
        sharing.choose(partnership=partnership, among=[Kind.REGION], shown=[Kind.REGION], actor=None)


def shut(partnership: Partnership) -> None:
    with inside(partnership):
        sharing.choose(partnership=partnership, among=[Kind.REGION], shown=[], actor=None)


def supported(cast: Cast, number: int, *, key: int | None = None) -> Partnership:
    """One more partnership that Els supports, with an officer on one of its seats and somebody who coordinates."""
    name = f"Streek {number}"
    if key is None:
        made = partners.found_partnership(name=name, slug=f"streek-{number}")
    else:
        made = Partnership.objects.create(pk=key, name=name, slug=f"streek-{number}")
    membership = member(made, f"Streekdorp {number}")
    partners.fill_seat(membership=membership, role="officer", person=person(f"Om{number}"), since=SINCE)
    partners.appoint(
        partnership=made, person=person(f"Co{number}"), kind=Appointment.Kind.COORDINATOR, since=SINCE
    )
    partners.appoint(partnership=made, person=cast.els, kind=Appointment.Kind.SUPPORTER, since=SINCE)
    return made
