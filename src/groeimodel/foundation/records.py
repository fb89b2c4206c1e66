"""What the partnership's own records say of its meadow and its shop.

The diagnosis (gauge) holds the answers of a scan against these records, but the records lie in
rooms above it. So each of those rooms registers a provider here in its `apps.py`, and gauge asks:

    from groeimodel.foundation import records
    records.of(partnership, today)

A provider answers only for its own layer and leaves the other field at None. It answers None
as long as the partnership keeps no records of that layer at all: then the answers stand alone.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.responses import Records

Provider = Callable[[Partnership, date], Records]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def of(partnership: Partnership, today: date) -> Records:
    """What all rooms together say on a day; None in a field that no room keeps records of."""
    return together([provider(partnership, today) for provider in _providers])


def together(said: Sequence[Records]) -> Records:
    """What several rooms say, as one."""
    return Records(
        shared_action_last_year=_any(one.shared_action_last_year for one in said),
        organ_and_plan=_any(one.organ_and_plan for one in said),
    )


def _any(values: Iterable[bool | None]) -> bool | None:
    known = [value for value in values if value is not None]
    return any(known) if known else None
