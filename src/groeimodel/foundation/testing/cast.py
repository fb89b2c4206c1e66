"""The cast of all tests: the same six people in the same two partnerships, everywhere.

    def test_something(cast: Cast) -> None:
        client.force_login(cast.bram)

Amina (alderman) and Bram (officer) sit for one municipality, Celia (officer) for another of the same
partnership, whose alderman's seat is empty. Finn coordinates it, Els supports it. Daan is officer in
another partnership: the outsider in every test of access.
"""

from dataclasses import dataclass
from datetime import date

from groeimodel.foundation.partners import services
from groeimodel.foundation.partners.models import (
    Appointment,
    Membership,
    Municipality,
    Partnership,
    Seat,
)
from groeimodel.foundation.people.models import Person

SINCE = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    partnership: Partnership
    elsewhere: Partnership
    """Daan's partnership."""
    municipality: Municipality
    """Amina's and Bram's."""
    neighbour: Municipality
    """Celia's."""
    faraway: Municipality
    """Daan's."""
    amina: Person
    bram: Person
    celia: Person
    daan: Person
    els: Person
    finn: Person


def person(name: str) -> Person:
    return Person.objects.create(email=f"{name.lower()}@voorbeeld.test", name=name)


def member(partnership: Partnership, name: str) -> Membership:
    municipality = Municipality.objects.create(name=name, invented=True)
    return services.join(partnership=partnership, municipality=municipality, since=SINCE)


def make_cast() -> Cast:
    """Write the cast into the database; neither partnership is public."""
    here = services.found_partnership(name="Testland", slug="testland")
    elsewhere = services.found_partnership(name="Elders", slug="elders")
    home, neighbour, faraway = (
        member(here, "Proefdorp"),
        member(here, "Buurdorp"),
        member(elsewhere, "Verdorp"),
    )
    people = {name: person(name) for name in ("Amina", "Bram", "Celia", "Daan", "Els", "Finn")}
    for membership, role, name in (
        (home, Seat.Role.ALDERMAN, "Amina"),
        (home, Seat.Role.OFFICER, "Bram"),
        (neighbour, Seat.Role.OFFICER, "Celia"),
        (faraway, Seat.Role.OFFICER, "Daan"),
    ):
        services.fill_seat(membership=membership, role=role, person=people[name], since=SINCE)
    for kind, name in ((Appointment.Kind.SUPPORTER, "Els"), (Appointment.Kind.COORDINATOR, "Finn")):
        services.appoint(partnership=here, person=people[name], kind=kind, since=SINCE)
    return Cast(
        partnership=here,
        elsewhere=elsewhere,
        municipality=home.municipality,
        neighbour=neighbour.municipality,
        faraway=faraway.municipality,
        amina=people["Amina"],
        bram=people["Bram"],
        celia=people["Celia"],
        daan=people["Daan"],
        els=people["Els"],
        finn=people["Finn"],
    )
