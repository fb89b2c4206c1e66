"""Open figures of invented partnerships, marked as such, and two of the examples that take part in a comparison."""

from __future__ import annotations

from datetime import date

from groeimodel.demo.kit import Planted
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind
from groeimodel.support.trends import services
from groeimodel.support.trends.measuring import Counted

YEARS = 4
INVENTED = (
    ("soil", "Limburg", 5, 7, 4), ("soil", "Limburg", 4, 5, 3), ("soil", "Limburg", 6, 8, 5), ("soil", "Limburg", 5, 6, 6),
    ("soil", "Limburg", 7, 9, 6), ("meadow", "Antwerpen", 6, 8, 7), ("meadow", "Antwerpen", 5, 9, 8),
    ("meadow", "Antwerpen", 8, 7, 6), ("meadow", "Antwerpen", 6, 10, 9), ("meadow", "Antwerpen", 7, 8, 7),
    ("shop", "West-Vlaanderen", 9, 9, 8), ("shop", "West-Vlaanderen", 11, 10, 9),
)  # fmt: skip
"""Model, province, partners, and the meetings and harvest of the last year."""


def build(planted: Planted) -> None:
    """This example lets its figures count; inside its scope."""
    sharing.choose(
        partnership=planted.partnership,
        among=[Kind.COMPARISON, Kind.TREND],
        shown=[Kind.COMPARISON, Kind.TREND],
        actor=None,
    )
    services.measure(partnership=planted.partnership, today=planted.today)


def publish(today: date) -> None:
    """The last four years, with fewer partnerships the further back."""
    for back in range(YEARS, 0, -1):
        there = INVENTED[: len(INVENTED) - 2 * (back - 1)]
        services.invent(year=today.year - back, told=[_counted(n, row, back) for n, row in enumerate(there)])


def _counted(number: int, row: tuple[str, str, int, int, int], back: int) -> Counted:
    model, province, partners, met, crops = row
    values = {
        "partnerships": 1,
        "members": partners,
        "municipalities": max(2, partners - back // 2),
        "meetings": max(2, met - back),
        "harvest": max(1, crops - back),
        "picked": 0 if model == "soil" else max(1, crops - 2 - back),
        "reach": 0 if model == "soil" else 40 * (crops - back) + 11 * number,
        "offers": 12 if model == "shop" else 0,
    }
    return Counted(f"verzonnen {number}", values, model, province)
