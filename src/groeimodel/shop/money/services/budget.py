"""Years and their budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.money.models import BookYear, Post, Posting
from groeimodel.shop.money.services.common import hold, hold_open, refuse
from groeimodel.shop.plan.models import Estimate, Plan, PlanAction
from groeimodel.shop.plan.selectors import actions_of


@dataclass(frozen=True, slots=True)
class Line:
    """A post as somebody fills it in."""

    direction: str
    kind: str
    title: str
    budget: Decimal = Decimal(0)
    nature: str = Post.Nature.EXPLOITATION
    plan_action: PlanAction | None = None


@transaction.atomic
def open_year(
    *, partnership: Partnership, year: int, actor: Person | None = None, at: datetime | None = None
) -> BookYear:
    """Begin the books of a year; one that is there already is given back."""
    require(actor, "money.keep", partnership)
    book_year, fresh = BookYear.objects.get_or_create(partnership=partnership, year=year)
    if fresh:
        _note("money.year_opened", book_year, actor=actor, at=at)
    return book_year


@transaction.atomic
def write_post(
    *, book_year: BookYear, line: Line, actor: Person | None = None, at: datetime | None = None
) -> Post:
    """Add a post to the budget.

    Raises:
        ValidationError: with everything that is wrong.
    """
    require(actor, "money.keep", book_year)
    held = hold_open(book_year)
    post = Post(book_year=held)
    _fill(post, line)
    _note("money.budget_written", held, actor=actor, at=at, post=post)
    return post


@transaction.atomic
def change_post(*, post: Post, line: Line, actor: Person | None = None) -> Post:
    """Change a post; once something is posted on it, its direction and kind stay."""
    require(actor, "money.keep", post)
    held = hold_open(post.book_year)
    if (line.direction, line.kind) != (post.direction, post.kind) and Posting.objects.filter(
        post=post
    ).exists():
        raise ValidationError(_("Er is al geboekt op deze post: soort en richting blijven zoals ze zijn."))
    _fill(post, line)
    _note("money.budget_written", held, actor=actor, post=post)
    return post


def _fill(post: Post, line: Line) -> None:
    allowed = Post.EXPENSES if line.direction == Post.Direction.EXPENSE else Post.RECEIPTS
    refuse([_("Deze soort past niet bij een uitgave of ontvangst.")] if line.kind not in allowed else [])
    post.direction, post.kind, post.title = line.direction, line.kind, line.title.strip()
    post.nature, post.budget, post.plan_action = line.nature, line.budget, line.plan_action
    post.full_clean()
    post.save()


@transaction.atomic
def remove_post(*, post: Post, actor: Person | None = None) -> None:
    """Take a post off the budget while nothing is posted on it."""
    require(actor, "money.keep", post)
    held = hold_open(post.book_year)
    if Posting.objects.filter(post=post).exists():
        raise ValidationError(_("Er is al geboekt op deze post. Zet haar budget op nul."))
    _note("money.budget_written", held, actor=actor, post=post)
    post.delete()


@transaction.atomic
def copy_budget(*, book_year: BookYear, actor: Person | None = None) -> int:
    """Take over the posts of the year before that are not there yet, with their budget; how many."""
    require(actor, "money.keep", book_year)
    held = hold_open(book_year)
    before = Post.objects.filter(book_year__partnership=held.partnership, book_year__year=held.year - 1)
    there = set(Post.objects.filter(book_year=held).values_list("direction", "kind", "title"))
    fresh = [
        Post(
            book_year=held,
            direction=one.direction,
            kind=one.kind,
            nature=one.nature,
            title=one.title,
            plan_action=one.plan_action,
            budget=one.budget,
        )
        for one in before
        if (one.direction, one.kind, one.title) not in there
    ]
    Post.objects.bulk_create(fresh)
    _note("money.budget_copied", held, actor=actor)
    return len(fresh)


@transaction.atomic
def take_from_plan(*, book_year: BookYear, plan: Plan, actor: Person | None = None) -> int:
    """Make a post of each estimate of the plan for this year that has none yet; how many."""
    require(actor, "money.keep", book_year)
    held = hold_open(book_year)
    fresh = lines_from_plan(held, plan)
    for line in fresh:
        _fill(Post(book_year=held), line)
    _note("money.budget_copied", held, actor=actor)
    return len(fresh)


def lines_from_plan(book_year: BookYear, plan: Plan) -> list[Line]:
    """What the plan would add: an expense as activities, a receipt as other; both can be changed afterwards."""
    there = set(
        Post.objects.filter(book_year=book_year, plan_action__isnull=False).values_list(
            "plan_action", "direction", "nature"
        )
    )
    rows = Estimate.objects.filter(
        action__in=actions_of(plan).order_by(), year=book_year.year, amount__gt=0
    ).select_related("action")
    found = []
    for one in rows:
        if (one.action_id, one.direction, one.nature) in there:
            continue
        kind = Post.Kind.ACTIVITIES if one.direction == Post.Direction.EXPENSE else Post.Kind.OTHER
        title = f"{one.action.code} {one.action.title}".strip()
        if one.nature != Post.Nature.EXPLOITATION:
            title = f"{title} ({one.get_nature_display()})"
        found.append(Line(one.direction, kind, title[:120], one.amount, one.nature, one.action))
    return found


@transaction.atomic
def close_year(
    *, book_year: BookYear, on: date | None = None, actor: Person | None = None, at: datetime | None = None
) -> BookYear:
    """Close a year for good: nothing is added or removed any more; what was wrong is set right in a later year.

    Raises:
        ValidationError: it is closed already, or it is not over yet.
    """
    require(actor, "money.keep", book_year)
    held, day = hold(book_year), on or timezone.localdate(at)
    problems = []
    if held.closed:
        problems.append(_("%(year)s is al afgesloten.") % {"year": held.year})
    if day <= date(held.year, 12, 31):
        problems.append(_("%(year)s is nog niet voorbij.") % {"year": held.year})
    refuse(problems)
    held.closed_on, held.closed_by = day, actor
    held.save()
    _note("money.year_closed", held, actor=actor, at=at)
    return held


def _note(
    verb: str,
    book_year: BookYear,
    *,
    actor: Person | None,
    at: datetime | None = None,
    post: Post | None = None,
) -> None:
    data = {"year": book_year.year} | ({"post": post.pk} if post else {})
    record(verb, partnership=book_year.partnership, actor=actor, subject=book_year, data=data, at=at)
