"""Everything that the home of a partnership shows, in a constant number of queries.

`home_of` reads; `garden_of` turns what was read into the value that the picture is drawn from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from groeimodel.foundation import records
from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Appointment, Partnership
from groeimodel.foundation.partners.selectors import MemberSeats, Part
from groeimodel.gauge.expectations.results import Course, course_of
from groeimodel.gauge.pulse.selectors import trust_for_picture
from groeimodel.gauge.scan.latest import Latest, latest_of
from groeimodel.meadow.actions import selectors as actions
from groeimodel.meadow.actions.meadow import Meadow, meadow_of
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import is_overdue
from groeimodel.rules.picture.garden import (
    Bouquet,
    Compost,
    Flower,
    Garden,
    Nutrient,
    Seed,
    ShopState,
    Species,
    Thread,
    Weather,
)
from groeimodel.shop.overview import selectors as overview
from groeimodel.shop.overview.selectors import Shop, shop_of
from groeimodel.soil.energy.selectors import energy_for_picture
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import exchanges, harvest_of

YEAR = timedelta(days=365)
FULL_THREAD = 4
"""From this many exchanges in a year on, a thread is as thick as it gets."""
FULL_WINDOW = 3
"""From this many standing offers on, the shop's window is full."""


@dataclass(frozen=True, slots=True)
class Home:
    partnership: Partnership
    today: date
    seats: tuple[MemberSeats, ...]
    appointments: tuple[Appointment, ...]
    part: Part | None
    """What the visitor is here; None for a visitor from outside."""
    meadow: Meadow
    shop: Shop
    harvests: tuple[Harvest, ...]
    energy: float | None
    """0 to 100: what all members put in during the last half-year."""
    trust: float | None
    """0 to 100: the latest pulse that could be published."""
    latest: Latest | None
    """The result of the latest closed scan round; a garden that is for everyone shows its soil to everyone."""
    reads_result: bool
    """Whether the visitor may read the rest of that result."""
    gauge: Course
    """The last two rounds of the gauge of expectations."""

    @property
    def empty_seats(self) -> int:
        return sum((one.alderman is None) + (one.officer is None) for one in self.seats)

    @property
    def reads_gauge(self) -> bool:
        """What partners expect of each other is theirs."""
        return self.part is not None and self.part.reads_results


def home_of(partnership: Partnership, *, person: Visitor, today: date) -> Home:
    seats = partners.seats_of(partnership)
    appointments = tuple(partners.appointments_of(partnership))
    meadow, shop = meadow_of(partnership), shop_of(partnership, today)
    part = partners.part_of(person, seats, appointments)
    said = records.together([actions.records_of(partnership, today), overview.records_from(shop)])
    return Home(
        partnership=partnership,
        today=today,
        seats=seats,
        appointments=appointments,
        part=part,
        meadow=meadow,
        shop=shop,
        harvests=tuple(harvest_of(partnership)),
        energy=energy_for_picture(partnership, today, len(seats)),
        trust=trust_for_picture(partnership, today),
        latest=latest_of(partnership, said),
        gauge=course_of(partnership, most=2),
        reads_result=part.reads_results if part else person.has_perm("scan.see_result", partnership),
    )


def garden_of(home: Home, *, page: str = "") -> Garden:
    """The garden of a home, as a value to draw. `page` is put before each anchor, for a picture elsewhere."""
    meadow, today = home.meadow, home.today
    picked = (one for one in meadow.picked if one.ends is None or one.ends >= today - YEAR)
    return Garden(
        title=home.partnership.name,
        members=tuple(_nutrient(one, at, page) for at, one in enumerate(home.seats)),
        threads=_threads(home.harvests, home.seats, today),
        soil_health=home.latest.score("soil") if home.latest else None,
        energy=home.energy,
        trust=home.trust,
        seeds=tuple(
            Seed(f"a{one.pk}", one.title, sprouting, _plot(one), f"{page}#actie-{one.pk}")
            for rows, sprouting in ((meadow.seeds, False), (meadow.seedlings, True))
            for one in rows
        ),
        flowers=tuple(_flower(one, today, page) for one in (*meadow.flowers, *picked)),
        compost=tuple(Compost(f"a{one.pk}", one.title, f"{page}#actie-{one.pk}") for one in meadow.compost),
        shop=shop_state(home.shop),
        bouquets=tuple(
            Bouquet(f"o{one.pk}", one.title, f"{page}#aanbod-{one.pk}")
            for one in home.shop.offers
            if one.spotlight
        ),
        example=home.partnership.example,
        link_soil=f"{page}#potgrond",
        link_shop=f"{page}#winkel",
        weather=_weather(home.gauge),
        link_weather=f"{page}#graadmeter" if home.reads_gauge else f"{page}#stand",
        link_compost=f"{page}#compost",
    )


def _weather(course: Course) -> Weather:
    """As it was last read; of fewer than three people there are no figures but who was heard."""
    latest = course.latest
    if latest is None:
        return Weather()
    return Weather(latest.reading.known, latest.reading.shared, latest.reading.met)


def shop_state(shop: Shop) -> ShopState:
    """A scaffold as soon as there is anything of a shop; open while it is in operation."""
    if shop.empty:
        return "none"
    if not shop.in_operation:
        return "scaffold"
    return "full" if len(shop.offers) >= FULL_WINDOW else "open"


def _nutrient(one: MemberSeats, at: int, page: str) -> Nutrient:
    key = one.municipality.pk
    return Nutrient(
        id=f"m{key}",
        name=one.municipality.name,
        colour=at,
        alderman_seat=one.alderman is not None,
        officer_seat=one.officer is not None,
        link=f"{page}#gemeente-{key}",
    )


def _threads(harvests: Sequence[Harvest], seats: Sequence[MemberSeats], today: date) -> tuple[Thread, ...]:
    """What two members of today gave each other in the last year."""
    members = {one.municipality.pk for one in seats}
    return tuple(
        Thread(f"m{a}", f"m{b}", min(1.0, count / FULL_THREAD))
        for (a, b), count in sorted(exchanges(harvests, since=today - YEAR).items())
        if a in members and b in members
    )


def _flower(one: Action, today: date, page: str) -> Flower:
    species: Species = one.species  # type: ignore[assignment]
    return Flower(
        id=f"a{one.pk}",
        title=one.title,
        species=species,
        plot=_plot(one),
        progress=one.progress / 100,
        bloom=one.result / 100,
        overdue=is_overdue(one, today),
        link=f"{page}#actie-{one.pk}",
    )


def _plot(one: Action) -> str | None:
    return f"m{one.plot.today}" if one.plot else None
