"""What it would mean that a municipality joins or leaves: to the cent, and before anybody decides (claim B7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from groeimodel.content.forms import form_of
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.rules.keys import Impossible
from groeimodel.rules.organs import Rule
from groeimodel.shop.money.dividing import divide, figures_for, members_in
from groeimodel.shop.money.models import Call, Change, Commitment
from groeimodel.shop.money.wording import key_in_words
from groeimodel.shop.organs.models import OrganSeat


@dataclass(frozen=True, slots=True)
class Row:
    place: Municipality
    before: Decimal | None
    """None for who joins."""
    after: Decimal | None
    """None for who leaves."""

    @property
    def differs(self) -> Decimal:
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True, slots=True)
class Meaning:
    place: Municipality
    kind: str
    call: Call | None
    """The last call, whose total and key the sum takes; None while nothing was asked yet."""
    key: str
    rows: tuple[Row, ...]
    unknown: bool
    """A figure that the key asks for is missing."""
    members: int
    """After it."""
    seats: int
    """Places in organs that go with the municipality."""
    commitments: tuple[Commitment, ...]
    """Promised beyond the day."""
    rule: Rule | None
    """What the legal form says about leaving during the term."""


def meaning_of(partnership: Partnership, place: Municipality, kind: str, on: date) -> Meaning:
    """Seven queries. The total of the last call stays what it is: the others pay what who leaves no longer does."""
    now = members_in(partnership, on.year)
    then = [one for one in now if one != place] + ([place] if kind == Change.Kind.JOINING else [])
    call = Call.objects.filter(book_year__partnership=partnership).select_related("book_year").first()
    rows: tuple[Row, ...] = ()
    unknown = False
    if call is not None:
        before = _shares(call.total, call.key, partnership, on.year, now)
        after = _shares(call.total, call.key, partnership, on.year, then)
        unknown = before is None or after is None
        both = sorted({*now, *then}, key=lambda one: one.name)
        if before is not None and after is not None:
            rows = tuple(Row(one, before.get(one.key), after.get(one.key)) for one in both)
    rules = {one.id: one for one in form_of(partnership.legal_form).rules}
    promised = Commitment.objects.filter(partnership=partnership, municipality=place, ends__gt=on)
    return Meaning(
        place=place,
        kind=kind,
        call=call,
        key=key_in_words(call.key) if call else "",
        rows=rows,
        unknown=unknown,
        members=len(then),
        seats=OrganSeat.objects.filter(organ__partnership=partnership, municipality=place).count(),
        commitments=tuple(promised),
        rule=rules.get("leaving") if kind == Change.Kind.LEAVING else None,
    )


def _shares(
    total: Decimal, key: Mapping[str, Any], partnership: Partnership, year: int, places: list[Municipality]
) -> dict[str, Decimal] | None:
    found, figures = figures_for(partnership, year, places)
    try:
        return divide(total, key, found, figures)
    except Impossible:
        return None
