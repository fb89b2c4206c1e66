"""What mandates and meetings ask of somebody, beside the time that was granted. Hours are exact decimals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce


@dataclass(frozen=True, slots=True)
class Load:
    """Of one person, or of a municipality: what the records of twelve months say."""

    seats: int = 0
    """Places in organs today."""
    mandates: int = 0
    """Process mandates in force today, in which somebody has a part."""
    sittings: int = 0
    """Sittings attended."""
    sitting_hours: Decimal = Decimal(0)
    """The sittings at the assumed hours each."""
    meetings: int = 0
    """Meetings attended."""
    meeting_hours: Decimal = Decimal(0)
    """As long as they were planned."""
    noted_hours: Decimal = Decimal(0)
    """Written down on a time mandate; they may hold the meetings too, so they are never added to them."""
    granted_hours: Decimal | None = None
    """By the time mandates of these twelve months; None where none was granted."""

    @property
    def hours(self) -> Decimal:
        """What mandates and meetings took, as far as records tell."""
        return self.sitting_hours + self.meeting_hours

    @property
    def over(self) -> bool:
        """More than was granted."""
        return self.granted_hours is not None and self.hours > self.granted_hours

    def __add__(self, other: Load) -> Load:
        granted = [one for one in (self.granted_hours, other.granted_hours) if one is not None]
        return Load(
            self.seats + other.seats,
            self.mandates + other.mandates,
            self.sittings + other.sittings,
            self.sitting_hours + other.sitting_hours,
            self.meetings + other.meetings,
            self.meeting_hours + other.meeting_hours,
            self.noted_hours + other.noted_hours,
            sum(granted, Decimal(0)) if granted else None,
        )


def together(loads: Iterable[Load]) -> Load:
    return reduce(Load.__add__, loads, Load())


def granted(hours_a_month: Decimal, *, starts: int, ends: int, since: int, until: int) -> Decimal:
    """The hours that a time mandate grants within a period: twelve months' worth for a whole year.

    Days are ordinals, first and last both count; rounded to a tenth.
    """
    days = min(ends, until) - max(starts, since) + 1
    whole = until - since + 1
    if days <= 0 or whole <= 0:
        return Decimal(0)
    months = Decimal(whole) / Decimal("365.25") * 12
    return (hours_a_month * months * days / whole).quantize(Decimal("0.1"))
