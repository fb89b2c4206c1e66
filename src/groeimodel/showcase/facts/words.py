"""How a figure is written, and how its source is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.tending.money import in_euro
from groeimodel.showcase.facts.values import Fact, Layer, Period

__all__ = ["Frame", "day", "euro", "number"]

euro = in_euro


def number(value: Decimal | int) -> str:
    """'1.200', '3,5'."""
    value = Decimal(value)
    places = 0 if value == value.to_integral_value() else -int(value.normalize().as_tuple().exponent)
    return number_format(value, places, force_grouping=True)


def day(one: date) -> str:
    return date_format(one, "j F Y")


@dataclass(frozen=True, slots=True)
class Frame:
    """Of what and of when the figures are."""

    partnership: Partnership
    period: Period
    today: date
    where: Municipality | None

    @property
    def in_words(self) -> str:
        """'1 januari 2026 tot 28 november 2026'."""
        if self.period.starts is None:
            return _("tot %(until)s") % {"until": day(self.period.ends)}
        days = {"from": day(self.period.starts), "until": day(self.period.ends)}
        return _("%(from)s tot %(until)s") % days

    def within(self, field: str) -> Q:
        """Rows whose day stands in the period."""
        found = Q(**{f"{field}__lte": self.period.ends})
        return found & Q(**{f"{field}__gte": self.period.starts}) if self.period.starts else found

    def own(self, field: str = "municipality") -> Q:
        """Rows of the municipality, or of one that merged into it; all rows for the partnership as a whole."""
        if self.where is None:
            return Q()
        return Q(**{field: self.where}) | Q(**{f"{field}__merged_into": self.where})

    @property
    def years(self) -> list[int]:
        """The calendar years that the period touches; of 'everything' the last three."""
        first = self.period.starts.year if self.period.starts else self.period.ends.year - 2
        return list(range(first, self.period.ends.year + 1))

    @property
    def whole_year(self) -> int | None:
        """The year, where the period is one: books are kept by year."""
        return int(self.period.key) if self.period.key.isdecimal() else None

    def fact(
        self,
        key: str,
        layer: Layer,
        value: Decimal | int | None,
        words: Any,
        source: Any,
        *,
        number_: str = "",
        for_all: bool = False,
        dated: bool = True,
    ) -> list[Fact]:
        """One fact, or none where nothing was recorded."""
        if not value:
            return []
        value = Decimal(value)
        where = str(source)
        if dated:
            where = _("%(source)s, %(period)s") % {"source": where, "period": self.in_words}
        return [Fact(key, layer, value, number_ or number(value), str(words), where, for_all)]
