"""Eight partnerships with something to count, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.testing.cast import SINCE
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import OTHERS, Kind
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.trends import services

YEAR, TODAY = 2025, date(2026, 3, 2)
MEETINGS = (4, 6, 5, 7, 9, 11, 8, 6)
CROPS = (3, 2, 4, 3, 5, 2, 4, 3)


def make_partnership(number: int, meetings: int, crops: int, *, aim: str = "soil") -> Partnership:
    """With two municipalities, and meetings and harvest in 2025."""
    made = partners.found_partnership(name=f"Streek {number}", slug=f"streek-{number}")
    Partnership.objects.filter(pk=made.pk).update(aim=aim)
    made.refresh_from_db()
    places = [Municipality.objects.create(name=f"Dorp {number}{one}", invented=True) for one in "ab"]
    for one in places:
        partners.join(partnership=made, municipality=one, since=SINCE)
    with scope(partnership=made):
        for month in range(meetings):
            start = datetime(YEAR, month + 1, 5, 9, tzinfo=UTC)
            Meeting.objects.create(
                partnership=made, title="Overleg", starts=start, ends=start.replace(hour=11)
            )
        for day in range(crops):
            gain = Gain(places[0], f"Oogst {day}", date(YEAR, 6, day + 1))
            harvest.record_harvest(partnership=made, gain=gain)
    return made


def make_eight(
    meetings: Sequence[int] = MEETINGS, *, shown: Iterable[Kind] = (Kind.TREND, Kind.COMPARISON)
) -> list[Partnership]:
    """Five of soil and three of meadow."""
    made = [
        make_partnership(n, meetings[n], CROPS[n], aim="soil" if n < 5 else "meadow")
        for n in range(len(meetings))
    ]
    for one in made:
        share(one, *shown)
    return made


def share(partnership: Partnership, *shown: Kind) -> None:
    with scope(partnership=partnership):
        sharing.choose(partnership=partnership, among=OTHERS, shown=shown, actor=None)


def measure(*made: Partnership, today: date = TODAY) -> None:
    for one in made:
        with scope(partnership=one):
            services.measure(partnership=one, today=today)
