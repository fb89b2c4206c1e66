"""Staff and volunteers: functions, and hours of a month."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.money.models import BookYear, Function, Month, Post
from groeimodel.shop.money.services.common import hold_open


@transaction.atomic
def add_function(
    *,
    partnership: Partnership,
    title: str,
    hours: Decimal,
    yearly: Decimal,
    starts: date,
    ends: date | None = None,
    employer: Municipality | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Function:
    """Write down a post of staff, without a name."""
    require(actor, "money.keep", partnership)
    function = Function(
        partnership=partnership,
        title=title.strip(),
        hours=hours,
        yearly=yearly,
        starts=starts,
        ends=ends,
        employer=employer,
    )
    function.full_clean()
    function.save()
    record("money.function_added", partnership=partnership, actor=actor, subject=function, at=at)
    return function


@transaction.atomic
def end_function(*, function: Function, on: date, actor: Person | None = None) -> Function:
    """A function stops on its last day; its hours stay."""
    require(actor, "money.keep", function)
    function.ends = on
    function.full_clean()
    function.save()
    record("money.function_ended", partnership=function.partnership, actor=actor, subject=function)
    return function


@transaction.atomic
def note_month(
    *,
    partnership: Partnership,
    month: date,
    hours: Decimal,
    function: Function | None = None,
    people: int = 0,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Month:
    """Hours of a month; noted again, the later figure takes the place of the first."""
    require(actor, "money.keep", partnership)
    found = Month.objects.filter(
        partnership=partnership, function=function, month=month.replace(day=1)
    ).first()
    row = found or Month(partnership=partnership, function=function, month=month.replace(day=1))
    row.hours, row.people = hours, people
    row.full_clean()
    row.save()
    record("money.month_noted", partnership=partnership, actor=actor, subject=row, at=at)
    return row


@transaction.atomic
def budget_functions(*, book_year: BookYear, actor: Person | None = None) -> int:
    """A post of staff for each function that runs in the year, for its part of it; how many were added."""
    require(actor, "money.keep", book_year)
    held = hold_open(book_year)
    there = set(Post.objects.filter(book_year=held, kind=Post.Kind.STAFF).values_list("title", flat=True))
    count = 0
    for one in functions_in(held.partnership, held.year):
        if one.title in there:
            continue
        there.add(one.title)
        post = Post(
            book_year=held,
            direction=Post.Direction.EXPENSE,
            kind=Post.Kind.STAFF,
            title=one.title,
            budget=part_of_year(one, held.year),
        )
        post.full_clean()
        post.save()
        count += 1
    data = {"year": held.year}
    record("money.budget_copied", partnership=held.partnership, actor=actor, subject=held, data=data)
    return count


def functions_in(partnership: Partnership, year: int) -> list[Function]:
    """Who is employed at some time of a year: one query."""
    rows = Function.objects.filter(partnership=partnership, starts__year__lte=year).select_related("employer")
    return [one for one in rows if one.ends is None or one.ends.year >= year]


def part_of_year(function: Function, year: int) -> Decimal:
    """Its yearly cost by the days of the year that it runs, to the cent."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    begins, ends = max(first, function.starts), min(last, function.ends or last)
    days, whole = (ends - begins).days + 1, (last - first).days + 1
    yearly: Decimal = function.yearly
    return (yearly * days / whole).quantize(Decimal("0.01"))


def nobody() -> str:
    """How volunteers are called in lists."""
    return _("vrijwilligers, samen")
