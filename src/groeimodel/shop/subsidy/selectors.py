"""Reads of subsidy files, inside the scope of a partnership; a constant number of queries each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet

from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.rules.subsidy import (
    Check,
    Cofinancing,
    Facts,
    Means,
    Own,
    Scheme,
    checks_of,
    cofinancing_of,
    parse_value,
)
from groeimodel.rules.subsidy import (
    lever_of as lever_from,
)
from groeimodel.shop.money import selectors as money
from groeimodel.shop.plan.selectors import plan_in_force
from groeimodel.shop.subsidy.models import Dossier, Paper, Passage

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as it stands on a day."""

    dossier: Dossier
    scheme: Scheme
    """With the values that were filled in."""
    members: tuple[Municipality, ...]
    before: int
    """How many members the partnership had when the term began; 0 where that is not known."""
    facts: Facts
    granted: dict[int, Decimal]
    received: dict[int, Decimal]
    """Subsidies in the books, by year."""
    money: Cofinancing
    checks: tuple[Check, ...]

    @property
    def without_figure(self) -> list[Municipality]:
        return [one for one in self.members if one.inhabitants is None]

    @property
    def lever(self) -> Fraction | None:
        """Of the budget over the term."""
        return lever_from(Means(self.money.budget.own, self.money.budget.subsidy))

    def counted(self, outcome: str) -> int:
        return sum(one.outcome == outcome for one in self.checks)


@dataclass(frozen=True, slots=True)
class Lever:
    """What a partnership gets for what its municipalities bring in, over the term of its file."""

    scheme: str
    """Its name."""
    starts: date
    ends: date
    own: Decimal
    subsidy: Decimal
    per_euro: Fraction
    """Euro of subsidy for each own euro."""
    actual: bool
    """From what came in in years that are over; else from the budget."""


def dossiers_of(partnership: Partnership) -> QuerySet[Dossier]:
    """The newest term first: one query."""
    return Dossier.objects.filter(partnership=partnership).select_related("partnership")


def papers_of(partnership: Partnership) -> QuerySet[Paper]:
    """Of all files: one query."""
    rows = Paper.objects.filter(dossier__partnership=partnership)
    return rows.select_related("dossier__partnership")


def passages_of(paper: Paper) -> dict[str, Passage]:
    """By block, with who wrote last: one query."""
    return {one.block: one for one in Passage.objects.filter(paper=paper).select_related("changed_by")}


def members_on(partnership: Partnership, day: date) -> tuple[Municipality, ...]:
    """Who took part on a day, by name: one query."""
    rows = Membership.objects.filter(partnership=partnership, starts__lte=day)
    # The last day counts, but for who merged on it: that is the first day of the municipality that took over.
    rows = (
        rows.exclude(ends__lt=day)
        .exclude(municipality__ended_on__lte=day)
        .select_related("municipality")
        .order_by("municipality__name")
    )
    return tuple(one.municipality for one in rows)


def standing_of(dossier: Dossier, today: date) -> Standing | None:
    """Everything that the page of a file says; None where its scheme is not known any more. Eight queries."""
    found = dossier.of_scheme
    if found is None:
        return None
    scheme = found.with_own(own_values(dossier))
    granted = {one.year: one.amount for one in dossier.grants.all()}
    day = min(max(today, dossier.starts), dossier.ends)
    # Before the term begins who will take part is who takes part today.
    members = members_on(dossier.partnership, today if today < dossier.starts else day)
    means = money.means_of(dossier.partnership, dossier.years)
    rule = scheme.rule("ratio")
    ratio = rule.value if rule and isinstance(rule.value, Fraction) else None
    cofinancing = cofinancing_of(_rows(dossier.years, means, granted), ratio, today.year)
    facts = facts_of(dossier, members, granted, day)
    return Standing(
        dossier=dossier,
        scheme=scheme,
        members=members,
        before=len(members_on(dossier.partnership, dossier.starts)) if today > dossier.starts else 0,
        facts=facts,
        granted=granted,
        received={year: one.subsidy.actual for year, one in means.items()},
        money=cofinancing,
        checks=checks_of(scheme, facts, cofinancing),
    )


def facts_of(
    dossier: Dossier, members: Sequence[Municipality], granted: dict[int, Decimal], day: date
) -> Facts:
    """One query."""
    plan = plan_in_force(dossier.partnership, day)
    counted = [one.inhabitants for one in members]
    known = [one for one in counted if one is not None]
    return Facts(
        form=dossier.partnership.legal_form,
        members=len(members),
        inhabitants=sum(known) if known and len(known) == len(counted) else None,
        starts=dossier.starts.isoformat(),
        ends=dossier.ends.isoformat(),
        plan=(plan.starts.isoformat(), plan.ends.isoformat()) if plan else None,
        largest_grant=max(granted.values(), default=None),
    )


def own_values(dossier: Dossier) -> dict[str, Own]:
    """By rule; what cannot be read any more is left out. One query."""
    found = {}
    for one in dossier.own_values.all():
        try:
            found[one.rule] = Own(parse_value(one.rule, one.value), one.source)
        except ValueError:
            continue
    return found


def _rows(
    years: range, means: dict[int, money.Means], granted: dict[int, Decimal]
) -> list[tuple[int, Means, Means]]:
    """What was granted for a year goes before what the books say of subsidies: those may hold others too."""
    return [
        (
            year,
            Means(means[year].contributions.budget, granted.get(year, means[year].subsidy.budget)),
            Means(means[year].contributions.actual, granted.get(year, means[year].subsidy.actual)),
        )
        for year in years
    ]


def lever_of(partnership: Partnership, today: date) -> Lever | None:
    """Of the file whose term runs, else of the last one: from the years that are over where something came in, else from the budget."""
    rows = list(dossiers_of(partnership))
    running = [one for one in rows if one.starts <= today <= one.ends]
    for dossier in running or rows:
        standing = standing_of(dossier, today)
        if standing is None:
            continue
        for actual, side in ((True, standing.money.actual), (False, standing.money.budget)):
            each = lever_from(Means(side.own, side.subsidy))
            if each:
                return Lever(
                    standing.scheme.name, dossier.starts, dossier.ends, side.own, side.subsidy, each, actual
                )
    return None
