"""Reads of money, inside the scope of a partnership; a constant number of queries each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, Count, DecimalField, F, QuerySet, Sum, When
from django.db.models.functions import Coalesce
from stdnum.be import ogm_vcs

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import cents, in_euro
from groeimodel.shop.money.models import BookYear, Contribution, Function, Month, Post, Posting

NOTHING = Decimal("0.00")
SIGNED = Case(
    When(reverses__isnull=True, then=F("amount")),
    default=-F("amount"),
    output_field=DecimalField(max_digits=14, decimal_places=2),
)
"""A counter-entry counts down."""


@dataclass(frozen=True, slots=True)
class Amounts:
    budget: Decimal = NOTHING
    actual: Decimal = NOTHING

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(self.budget + other.budget, self.actual + other.actual)

    @property
    def left(self) -> Decimal:
        """What the budget still holds; below zero where more was spent or came in."""
        return self.budget - self.actual

    @property
    def over(self) -> Decimal:
        """How much more than the budget."""
        return max(NOTHING, self.actual - self.budget)


@dataclass(frozen=True, slots=True)
class PostShown:
    post: Post
    amounts: Amounts
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A year: what was budgeted and what happened, by direction and kind."""

    year: int
    rows: tuple[PostShown, ...]

    def of(self, direction: str, kind: str | None = None) -> Amounts:
        chosen = (
            one.amounts
            for one in self.rows
            if one.post.direction == direction and kind in (None, one.post.kind)
        )
        return sum(chosen, Amounts())

    @property
    def expenses(self) -> Amounts:
        return self.of(Post.Direction.EXPENSE)

    @property
    def receipts(self) -> Amounts:
        return self.of(Post.Direction.RECEIPT)

    @property
    def balance(self) -> Amounts:
        """Receipts less expenses."""
        return Amounts(
            self.receipts.budget - self.expenses.budget, self.receipts.actual - self.expenses.actual
        )

    def kinds(self, direction: str) -> list[tuple[str, str, Amounts, list[PostShown]]]:
        """Each kind that is there, with its name, its sums and its posts."""
        found = []
        for kind, name in Post.Kind.choices:
            posts = [one for one in self.rows if (one.post.direction, one.post.kind) == (direction, kind)]
            if posts:
                found.append((kind, str(name), self.of(direction, kind), posts))
        return found


@dataclass(frozen=True, slots=True)
class Means:
    """Of one year, by where it comes from."""

    contributions: Amounts = Amounts()
    subsidy: Amounts = Amounts()
    own: Amounts = Amounts()
    other: Amounts = Amounts()
    expenses: Amounts = Amounts()


def years_of(partnership: Partnership) -> QuerySet[BookYear]:
    return BookYear.objects.filter(partnership=partnership).select_related("partnership", "adopted_by")


def book_year_of(partnership: Partnership, year: int) -> BookYear | None:
    return years_of(partnership).filter(year=year).first()


def _posts(partnership: Partnership, years: Sequence[int]) -> list[PostShown]:
    """Two queries."""
    posts = list(
        Post.objects.filter(book_year__partnership=partnership, book_year__year__in=years).select_related(
            "book_year", "plan_action"
        )
    )
    sums = {
        key: (cents(total), count)
        for key, total, count in Posting.objects.filter(post__in=posts)
        .values("post")
        .annotate(total=Coalesce(Sum(SIGNED), NOTHING), count=Count("pk"))
        .order_by()
        .values_list("post", "total", "count")
    }
    return [
        PostShown(
            one, Amounts(one.budget, sums.get(one.pk, (NOTHING, 0))[0]), sums.get(one.pk, (NOTHING, 0))[1]
        )
        for one in posts
    ]


def figures_of(partnership: Partnership, year: int) -> Figures:
    """Budget and actual of a year: two queries. Nothing where the year has no books."""
    return Figures(year, tuple(_posts(partnership, [year])))


def figures_by_year(partnership: Partnership, years: Iterable[int]) -> list[Figures]:
    """Those of several years, in the order that is asked: two queries."""
    wanted = list(years)
    rows = _posts(partnership, wanted)
    return [Figures(year, tuple(one for one in rows if one.post.book_year.year == year)) for year in wanted]


def means_of(partnership: Partnership, years: Iterable[int]) -> dict[int, Means]:
    """Where the money of these years comes from: two queries."""
    receipt, found = Post.Direction.RECEIPT, {}
    for figures in figures_by_year(partnership, years):
        found[figures.year] = Means(
            contributions=figures.of(receipt, Post.Kind.CONTRIBUTION),
            subsidy=figures.of(receipt, Post.Kind.SUBSIDY),
            own=figures.of(receipt, Post.Kind.OWN),
            other=figures.of(receipt, Post.Kind.OTHER),
            expenses=figures.expenses,
        )
    return found


@dataclass(frozen=True, slots=True)
class Owed:
    """A contribution with what was paid of it."""

    contribution: Contribution
    paid: Decimal

    def __str__(self) -> str:
        """'Aalter, Bijdrage 2026 (nog € 120)'."""
        one = self.contribution
        return f"{one.municipality.name_today}, {one.call} ({in_euro(self.remaining)})"

    @property
    def reference(self) -> str:
        """As people read it: '+++260/0000/00179+++'."""
        return f"+++{ogm_vcs.format(self.contribution.reference)}+++" if self.contribution.reference else ""

    @property
    def remaining(self) -> Decimal:
        asked: Decimal = self.contribution.amount
        return asked - self.paid

    @property
    def state(self) -> str:
        """'paid', 'partly', 'open'; also 'over' where more came in than was asked."""
        if self.remaining < 0:
            return "over"
        if not self.remaining:
            return "paid"
        return "partly" if self.paid else "open"

    def late(self, today: date) -> bool:
        return self.remaining > 0 and self.contribution.due_on < today


def contributions_of(partnership: Partnership, year: int | None = None) -> list[Owed]:
    """All that was asked, of one year or of all, with what was paid: two queries."""
    rows = Contribution.objects.filter(call__book_year__partnership=partnership)
    if year is not None:
        rows = rows.filter(call__book_year__year=year)
    found = list(
        rows.select_related("call__book_year__partnership", "municipality__merged_into", "asked_of").order_by(
            "call__book_year__year", "call", "municipality__name", "pk"
        )
    )
    paid = dict(
        Posting.objects.filter(contribution__in=found)
        .values("contribution")
        .annotate(total=Sum(SIGNED))
        .order_by()
        .values_list("contribution", "total")
    )
    return [Owed(one, cents(paid.get(one.pk))) for one in found]


def open_contributions(partnership: Partnership) -> list[Owed]:
    """What still has to come in: two queries."""
    return [one for one in contributions_of(partnership) if one.remaining > 0]


@dataclass(frozen=True, slots=True)
class Worked:
    function: Function
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Volunteers:
    hours: Decimal
    most: int
    """The largest number in one month: the same people may come every month."""


def worked_in(
    partnership: Partnership, functions: Sequence[Function], year: int
) -> tuple[list[Worked], Volunteers]:
    """Hours of a year, by function and of volunteers together: one query."""
    rows = list(Month.objects.filter(partnership=partnership, month__year=year))
    hours = {one.pk: sum((m.hours for m in rows if m.function_id == one.pk), NOTHING) for one in functions}
    free = [one for one in rows if one.function_id is None]
    volunteers = Volunteers(sum((m.hours for m in free), NOTHING), max((m.people for m in free), default=0))
    return [Worked(one, hours[one.pk]) for one in functions], volunteers
