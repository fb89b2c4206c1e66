"""Reads of support: what each college answered, and who did not (claim B17)."""

from __future__ import annotations

from dataclasses import dataclass

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.shop.counter.models import Support, SupportCall


@dataclass(frozen=True, slots=True)
class Standing:
    """One municipality: its last answer and the one before. What nobody answered is None, never a guess."""

    municipality: Municipality
    alderman: bool
    """Whether somebody sits on the seat who can answer."""
    latest: Support | None
    before: Support | None
    now: bool
    """Whether the last answer is of this year."""


@dataclass(frozen=True, slots=True)
class Measure:
    year: int
    call: SupportCall | None
    """When it was asked this year."""
    rows: list[Standing]
    earlier: list[Support]
    """The last answers of municipalities that merged or left since."""

    @property
    def answered(self) -> int:
        return sum(one.now for one in self.rows)

    @property
    def open(self) -> int:
        """Aldermen who could answer this year, and did not."""
        return sum(one.alderman and not one.now for one in self.rows)


def measure_of(partnership: Partnership, year: int) -> Measure:
    """By name of the municipality: three queries."""
    said: dict[int, list[Support]] = {}
    rows = Support.objects.filter(partnership=partnership).select_related("municipality__merged_into")
    for one in rows.order_by("-year"):
        said.setdefault(one.municipality_id, []).append(one)
    members = seats_of(partnership)
    found = []
    for member in members:
        answers = said.pop(member.municipality.pk, [])
        latest, before = ([*answers, None, None])[:2]
        now = latest is not None and latest.year == year
        found.append(Standing(member.municipality, member.alderman is not None, latest, before, now))
    return Measure(
        year=year,
        call=SupportCall.objects.filter(partnership=partnership, year=year).first(),
        rows=found,
        earlier=[answers[0] for answers in said.values()],
    )


def said_in(partnership: Partnership, municipality: Municipality, year: int) -> Support | None:
    """One query."""
    return Support.objects.filter(partnership=partnership, municipality=municipality, year=year).first()
