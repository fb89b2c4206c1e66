"""What one municipality put in and got out, per action and in total, each figure with its source (claim W19).

Euro: what it agreed to put in, or what it paid itself when that is more; what it pays itself counts for what it agreed.
On its own plot everything that was spent is its own. Everything is added up by the database, and only one page of
actions is read, however many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    CharField,
    Count,
    DecimalField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Greatest

from groeimodel.foundation.mandates.models import Use
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.tending.common import RAN
from groeimodel.meadow.tending.models import Expense, Hours, Result
from groeimodel.meadow.tending.money import cents
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import Filter, filtered, harvest_of

ON_PAGE, MOST_HARVEST, MOST_UNITS = 15, 12, 8
KEY = "actions.action:"
EURO = DecimalField(max_digits=14, decimal_places=2)
WORK = DecimalField(max_digits=12, decimal_places=1)
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Line:
    """One action."""

    action: Action
    agreed: Decimal
    paid: Decimal
    hours: Decimal
    on_mandate: Decimal
    """Those of the hours that stand on a time mandate."""
    in_kind: str
    results: tuple[Result, ...]

    @property
    def euros(self) -> Decimal:
        return max(self.agreed, self.paid)


@dataclass(frozen=True, slots=True)
class Total:
    actions: int
    agreed: Decimal
    paid: Decimal
    euros: Decimal
    hours: Decimal
    on_mandate: Decimal
    reach: int
    results: tuple[tuple[str, Decimal], ...]
    """By what was counted, the most often counted first."""
    harvest: int

    @property
    def empty(self) -> bool:
        return not (self.actions or self.hours or self.harvest)


@dataclass(frozen=True, slots=True)
class Account:
    municipality: Municipality
    year: int | None
    total: Total
    lines: tuple[Line, ...]
    page: Page[Action]
    harvest: tuple[Harvest, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which rows belong to it: those of the municipality and of what merged into it, of one year or of all."""

    partnership: Partnership
    keys: tuple[int, ...]
    year: int | None

    def dated(self, field: str) -> Q:
        return Q(**{f"{field}__year": self.year}) if self.year else Q()

    @property
    def paid(self) -> QuerySet[Expense]:
        own = Q(payer__in=self.keys) | Q(payer=None, action__plot__in=self.keys)
        return Expense.objects.filter(
            own, self.dated("on"), action__partnership=self.partnership, approval__in=Expense.COUNTS
        )

    @property
    def agreed(self) -> QuerySet[Participation]:
        return Participation.objects.filter(
            self.dated("action__starts"),
            action__partnership=self.partnership,
            action__stage__in=RAN,
            municipality__in=self.keys,
        )

    @property
    def beside(self) -> QuerySet[Hours]:
        return Hours.objects.filter(
            self.dated("on"), action__partnership=self.partnership, municipality__in=self.keys
        )

    @property
    def uses(self) -> QuerySet[Any]:
        """Hours on time mandates, with the key of the action that they are about."""
        about = Case(When(subject="", then=F("mandate__subject")), default=F("subject"))
        return (
            Use.objects.filter(
                self.dated("on"),
                partnership=self.partnership,
                mandate__municipality__in=self.keys,
                hours__isnull=False,
            )
            .annotate(about=about)
            .filter(about__startswith=KEY)
        )

    @property
    def results(self) -> QuerySet[Result]:
        return Result.objects.filter(
            self.dated("on"), action__partnership=self.partnership, municipality__in=self.keys
        )

    @property
    def actions(self) -> QuerySet[Action]:
        """Those in which anything of it goes in or comes out, with the sums."""
        key = Concat(Value(KEY), Cast("pk", CharField()))
        own = Q(plot__in=self.keys) & self.dated("starts")
        touched = [self.agreed, self.paid, self.beside, self.results]
        anything = own | Q(as_key__in=self.uses.values("about"))
        for rows in touched:
            anything |= Q(pk__in=rows.order_by().values("action"))
        return (
            Action.objects.filter(partnership=self.partnership, stage__in=RAN, starts__isnull=False)
            .annotate(
                agreed=_sum(self.agreed, "amount", EURO),
                paid=_sum(self.paid, "amount", EURO),
                beside=_sum(self.beside, "hours", WORK),
            )
            .alias(as_key=key)
            .filter(anything)
        )


def _sum(rows: QuerySet[Any], field: str, output: DecimalField[Any, Any]) -> Coalesce:
    """Of one action."""
    total = (
        rows.filter(action=OuterRef("pk")).order_by().values("action").annotate(sum=Sum(field)).values("sum")
    )
    return Coalesce(Subquery(total, output_field=output), Value(Decimal(0)), output_field=output)


def account_of(
    partnership: Partnership,
    municipality: Municipality,
    *,
    year: int | None = None,
    page: str = "1",
    everything: bool = False,
) -> Account:
    """A constant number of queries. `everything` puts all actions on one page, to print."""
    parts = Municipality.objects.filter(merged_into=municipality).values_list("pk", flat=True)
    of = _Scope(partnership, (municipality.pk, *parts), year)
    actions = of.actions.select_related("plot").order_by("-starts", "-pk")
    harvest = filtered(harvest_of(partnership), Filter(municipality.pk, year))
    total = _total(of, harvest.count())
    found = Paginator(actions, max(total.actions, 1) if everything else ON_PAGE).get_page(page)
    return Account(
        municipality,
        year,
        total,
        _lines(of, list(found)),
        found,
        tuple(harvest if everything else harvest[:MOST_HARVEST]),
    )


def _total(of: _Scope, harvest: int) -> Total:
    money = of.actions.aggregate(
        n=Count("pk"),
        all_agreed=Sum("agreed"),
        all_paid=Sum("paid"),
        euros=Sum(Greatest("agreed", "paid")),
    )
    beside = of.beside.aggregate(sum=Sum("hours"))["sum"] or 0
    mandated = Decimal(of.uses.aggregate(sum=Sum("hours"))["sum"] or 0).quantize(TENTH)
    counted = of.results.order_by().values("unit").annotate(n=Count("pk"), sum=Sum("figure"))
    reach = of.results.filter(reach=True).aggregate(sum=Sum("figure"))["sum"]
    return Total(
        actions=money["n"],
        agreed=cents(money["all_agreed"]),
        paid=cents(money["all_paid"]),
        euros=cents(money["euros"]),
        hours=Decimal(beside).quantize(TENTH) + mandated,
        on_mandate=mandated,
        reach=int(reach or 0),
        results=tuple(
            (row["unit"], cents(row["sum"])) for row in counted.order_by("-n", "unit")[:MOST_UNITS]
        ),
        harvest=harvest,
    )


def _lines(of: _Scope, actions: Sequence[Action]) -> tuple[Line, ...]:
    """Three queries."""
    pks = [one.pk for one in actions]
    keys = [one.key for one in actions]
    sums = of.uses.filter(about__in=keys).order_by().values("about").annotate(sum=Sum("hours"))
    mandated = {row["about"]: Decimal(row["sum"]).quantize(TENTH) for row in sums}
    in_kind: Mapping[int, list[str]] = defaultdict(list)
    for one in of.agreed.filter(action__in=pks).exclude(in_kind=""):
        in_kind[one.action_id].append(one.in_kind)
    results: Mapping[int, list[Result]] = defaultdict(list)
    for row in of.results.filter(action__in=pks):
        results[row.action_id].append(row)
    return tuple(
        _line(action, mandated, "; ".join(in_kind[action.pk]), results[action.pk]) for action in actions
    )


def _line(action: Action, mandated: Mapping[str, Decimal], in_kind: str, results: Sequence[Result]) -> Line:
    seen = vars(action)
    on_mandate = mandated.get(action.key, Decimal(0))
    beside = Decimal(seen["beside"]).quantize(TENTH)
    return Line(
        action,
        cents(seen["agreed"]),
        cents(seen["paid"]),
        beside + on_mandate,
        on_mandate,
        in_kind,
        tuple(results),
    )


def years_of(partnership: Partnership) -> list[int]:
    """The years in which an action began, the last first: one query."""
    ran = Action.objects.filter(partnership=partnership, stage__in=RAN, starts__isnull=False)
    return [day.year for day in ran.dates("starts", "year", order="DESC")]
