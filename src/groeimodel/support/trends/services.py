"""Every write: a measure for the comparison, and the open figures of a year. All by the system; nobody types a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing, shown_by
from groeimodel.support.trends.measuring import Counted, counted, measured
from groeimodel.support.trends.models import Measure, Snapshot, checksum_of
from groeimodel.support.trends.publishing import FEWEST, rows_of


@transaction.atomic
def measure(*, partnership: Partnership, today: date) -> Measure | None:
    """Measure anew what counts in the comparison, inside the scope; nothing where that is closed."""
    if Kind.COMPARISON not in shown_by(partnership):
        forget(partnership=partnership)
        return None
    figures = {key: str(value) for key, value in measured(partnership, today).items()}
    found, _made = Measure.objects.update_or_create(
        partnership=partnership,
        defaults={
            "model": partnership.aim,
            "municipalities": len(seats_of(partnership)),
            "figures": figures,
            "measured_on": today,
        },
    )
    return found


@transaction.atomic
def forget(*, partnership: Partnership) -> None:
    """The comparison was closed: its measure goes."""
    with scopes_disabled():
        Measure.objects.filter(partnership=partnership).delete()


@transaction.atomic
def publish(*, year: int, today: date) -> Snapshot | None:
    """Make the open figures of a year that is over, once; None while fewer than five partnerships let theirs count.

    Raises:
        ValueError: the year is not over yet.
    """
    if year >= today.year:
        raise ValueError("a year is published when it is over")
    if Snapshot.objects.filter(year=year, invented=False).exists():
        return None
    sharing = list(partnerships_showing(Kind.TREND).filter(example=False))
    if len(sharing) < FEWEST:
        return None
    told = []
    for partnership in sharing:
        with scope(partnership=partnership):
            told.append(counted(partnership, year, today))
            record("trends.counted", partnership=partnership, data={"year": str(year)})
    return _keep(year, told, invented=False)


@transaction.atomic
def invent(*, year: int, told: Sequence[Counted]) -> Snapshot:
    """The same from invented partnerships, marked as such: for the demonstration."""
    return _keep(year, told, invented=True)


def _keep(year: int, told: Sequence[Counted], *, invented: bool) -> Snapshot:
    rows = rows_of(told)
    return Snapshot.objects.create(year=year, invented=invented, rows=rows, checksum=checksum_of(year, rows))
