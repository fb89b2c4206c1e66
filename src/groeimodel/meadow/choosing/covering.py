"""On which mandate a ballot rests, and what it lacks, in words (claim W22)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.rules.mandates import Lack, lacks


@dataclass(frozen=True, slots=True)
class Cover:
    """The mandate that somebody has for a municipality in a round, and everything for which it does not cover."""

    mandate: Mandate | None
    lacks: tuple[Lack, ...]
    amount: Decimal
    """What the municipality puts in, in euro: that is what the mandate has to cover."""

    @property
    def counts(self) -> bool:
        return self.mandate is not None and not self.lacks

    @property
    def in_force(self) -> bool:
        """Whether it holds that day, be it for a smaller amount."""
        return self.mandate is not None and set(self.lacks) <= {"too_much"}

    @property
    def words(self) -> str:
        """The terms of the mandate: who gave it, up to what amount, until when."""
        one = self.mandate
        if one is None:
            return ""
        values = {
            "giver": str(one.given_by) if one.given_by else _("de gemeente"),
            "amount": euro(one.amount),
            "ends": date_format(one.ends, "j F Y"),
        }
        if one.amount is None:
            return _("Mandaat van %(giver)s, zonder grens, tot en met %(ends)s.") % values
        return _("Mandaat van %(giver)s, tot € %(amount)s, tot en met %(ends)s.") % values

    @property
    def why_not(self) -> str:
        """The first reason for which it does not count, as a sentence; empty when it counts."""
        if self.counts:
            return ""
        one = self.mandate
        if one is None or "not_given" in self.lacks:
            return _("Er is geen mandaat.")
        return _REASONS[self.lacks[0]](one, self.amount)


def euro(amount: Decimal | None) -> str:
    """Belgian figures, with cents only where there are any."""
    if amount is None:
        return ""
    return number_format(amount, 0 if amount == amount.to_integral_value() else 2, force_grouping=True)


def _closed(one: Mandate, _amount: Decimal) -> str:
    day = date_format(one.closed_on, "j F Y") if one.closed_on else ""
    if one.closed_why == Mandate.Close.LEFT:
        return _("Het mandaat stopte op %(day)s: wie het had, zit niet meer op die zetel.") % {"day": day}
    if one.closed_why == Mandate.Close.REVOKED:
        return _("Het mandaat werd ingetrokken op %(day)s.") % {"day": day}
    return _("Het mandaat geldt niet meer sinds %(day)s.") % {"day": day}


_REASONS: dict[str, Callable[[Mandate, Decimal], str]] = {
    "not_yet": lambda one, _a: (
        _("Het mandaat begint pas op %(day)s.") % {"day": date_format(one.starts, "j F Y")}
    ),
    "too_late": lambda one, _a: (
        _("Het mandaat liep af op %(day)s.") % {"day": date_format(one.ends, "j F Y")}
    ),
    "closed": _closed,
    "too_much": lambda one, amount: (
        _("Het mandaat gaat tot € %(most)s; de gemeente legt € %(amount)s in.")
        % {"most": euro(one.amount), "amount": euro(amount)}
    ),
}


def cover(
    mandates: Iterable[Mandate], *, on: date, amount: Decimal, proposals: Collection[str] = ()
) -> Cover:
    """The best of somebody's mandates for a municipality, given or not, open or closed.

    One that is limited to an action covers a round about that action alone. The widest that covers comes first; where
    none does, the one that lacks least, and of those the last given.
    """
    fit = [one for one in mandates if not one.subject or set(proposals) == {one.subject}]
    if not fit:
        return Cover(None, ("not_given",), amount)
    told = [(lacks(one.terms, on=on.toordinal(), amount=amount), one) for one in fit]

    def rank(pair: tuple[tuple[Lack, ...], Mandate]) -> tuple[int, int, bool, Decimal, int]:
        missing, one = pair
        gone = len(set(missing) - {"too_much"})
        return (gone, len(missing), one.amount is not None, -(one.amount or Decimal(0)), -one.pk)

    found, best = min(told, key=rank)
    return Cover(best, found, amount)
