"""What the examples show to others: each opened its meadow to the two other gardens, and lends its figures."""

from groeimodel.demo.kit import Planted, moment
from groeimodel.showcase.sharing import services
from groeimodel.showcase.sharing.models import OTHERS, Kind

OPEN = (Kind.STROLL, Kind.COMPARISON, Kind.TREND)


def open_gates(planted: Planted) -> None:
    """Two months ago, by who coordinates; the region is asked by the supporter herself."""
    services.choose(
        partnership=planted.partnership,
        among=[one for one in OTHERS if one is not Kind.REGION],
        shown=OPEN,
        actor=None,
        at=moment(planted.day(60), 10),
    )
