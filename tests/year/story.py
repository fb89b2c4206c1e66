"""Six municipalities that found a projectvereniging, for the test of a whole year."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat
from groeimodel.foundation.partners.services import fill_seat
from groeimodel.foundation.testing.cast import SINCE, Cast, make_cast, member, person
from groeimodel.shop.money.models import BookYear
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.sittings import seating
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem, Sitting

INHABITANTS = {
    "Proefdorp": 20_000,
    "Buurdorp": 10_000,
    "Cederbeek": 15_000,
    "Dennenhout": 8_000,
    "Elzenaar": 12_000,
    "Fijnsparre": 5_000,
}
MERGING = ("Cederbeek", "Dennenhout", "Elzenaar")


@dataclass
class Story:
    """What the chapters hand on."""

    cast: Cast
    clock: Any
    partnership: Partnership
    places: dict[str, Municipality]
    board: Organ = field(init=False)
    kept: dict[str, Any] = field(default_factory=dict)

    def go(self, day: date) -> None:
        """On with the story, to ten o'clock of a later day."""
        self.clock.move_to(datetime(day.year, day.month, day.day, 10, tzinfo=UTC), tick=False)

    def seats(self, *names: str) -> list[OrganSeat]:
        """Seats with a vote that somebody holds, of all or of these municipalities."""
        rows = [one for one in seating.filled_seats(self.board, timezone.localdate()) if not one.advisory]
        return [one for one in rows if not names or (one.municipality and one.municipality.name in names)]

    def sitting(self, day: date) -> Sitting:
        return sittings.call_sitting(
            organ=self.board,
            starts=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
            actor=self.cast.finn,
        )

    def decide(self, item: AgendaItem, against: list[OrganSeat] | None = None) -> Decision:
        """Everybody who is there is for it, but for these."""
        sittings.vote_all(item=item, actor=self.cast.finn)
        for seat in against or []:
            sittings.vote(item=item, seat=seat, choice="against", actor=self.cast.finn)
        found = sittings.count(item=item, actor=self.cast.finn).decision
        assert found is not None
        return found

    @property
    def books(self) -> BookYear:
        return BookYear.objects.select_related("partnership").get(partnership=self.partnership, year=2026)


def begin(clock: Any) -> Story:
    """The six, each with an alderman, before anything is founded."""
    cast = make_cast()
    for name in list(INHABITANTS)[2:]:
        membership = member(cast.partnership, name)
        fill_seat(
            membership=membership, role=Seat.Role.ALDERMAN, person=person(f"Schepen{name}"), since=SINCE
        )
    here = Membership.objects.get(partnership=cast.partnership, municipality=cast.neighbour)
    fill_seat(membership=here, role=Seat.Role.ALDERMAN, person=person("SchepenBuurdorp"), since=SINCE)
    places = {}
    for name, count in INHABITANTS.items():
        place = Municipality.objects.get(name=name)
        place.inhabitants, place.inhabitants_under_25, place.inhabitants_year = count, count // 4, 2025
        place.save()
        places[name] = place
    return Story(cast, clock, cast.partnership, places)


def found_board(story: Story) -> None:
    """A projectvereniging of six years, with the board of its template."""
    partnership = story.partnership
    partnership.legal_form = Partnership.LegalForm.PROJECT
    partnership.save()
    term = organs.NewTerm("projectvereniging", date(2026, 1, 1), date(2031, 12, 31))
    organs.begin_term(partnership=partnership, new=term, actor=story.cast.finn)
    (story.board,) = organs.found_organs(
        partnership=partnership, kinds=["board"], starts=date(2026, 1, 1), actor=story.cast.finn
    )


def euro(amount: str) -> Decimal:
    return Decimal(amount)
