"""Reads of the care of actions, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum

from groeimodel.foundation.files import selectors as files
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.mandates.models import Use
from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense, Hours, Result, Task, Update
from groeimodel.meadow.tending.money import cents

MOST = 25
"""Rows of each list on the page of one action, unless all are asked for."""
ON_PAGE = 12


def tended(partnership: Partnership) -> QuerySet[Action]:
    """Actions with everything that their care names: one query."""
    return Action.objects.filter(partnership=partnership).select_related(
        "partnership", "plot__merged_into", "gardener"
    )


def people_of(partnership: Partnership) -> QuerySet[Person]:
    """Who can get a task: whoever sits on a seat today, coordinates, or is an ambassador. One query."""
    sits = Tenure.objects.filter(
        ends=None, seat__membership__ends=None, seat__membership__partnership=partnership
    )
    tied = Appointment.objects.filter(
        ends=None, partnership=partnership, kind__in=["coordinator", "ambassador"]
    )
    either = Q(pk__in=sits.values("person")) | Q(pk__in=tied.values("person"))
    return Person.objects.filter(either).order_by("name")


def has_part(partnership: Partnership, person: Person) -> bool:
    return people_of(partnership).filter(pk=person.pk).exists()


def members_of(partnership: Partnership) -> list[Municipality]:
    """The partners of today, by name: one query."""
    return list(
        Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None).order_by(
            "name"
        )
    )


@dataclass(frozen=True, slots=True)
class Money:
    """What was spent on an action against its budget; all in euro, to the cent."""

    spent: Decimal
    waiting: Decimal
    """In questions that nobody answered yet: not spent."""
    budget: Decimal | None
    bound: Decimal | None

    @property
    def left(self) -> Decimal | None:
        """Below zero when too much was spent; None without a budget."""
        return None if self.budget is None else self.budget - self.spent

    @property
    def over(self) -> Decimal:
        return max(-self.left, Decimal(0)) if self.left is not None else Decimal(0)

    @property
    def share(self) -> int:
        """How far the bar is filled, 0 to 100."""
        if not self.budget:
            return 100 if self.spent > 0 else 0
        return max(0, min(100, int(self.spent * 100 / self.budget)))


def money_of(action: Action) -> Money:
    """One query."""
    found = Expense.objects.filter(action=action).aggregate(
        spent=Sum("amount", filter=Q(approval__in=Expense.COUNTS)),
        waiting=Sum("amount", filter=Q(approval=Expense.Approval.ASKED)),
    )
    return Money(cents(found["spent"]), cents(found["waiting"]), action.budget, action.bound)


def expenses_of(action: Action) -> QuerySet[Expense]:
    """Newest first, with what took them back: one query."""
    return Expense.objects.filter(action=action).select_related(
        "payer__merged_into", "noted_by", "answered_by", "counters", "countered_by"
    )


@dataclass(frozen=True, slots=True)
class Work:
    """Hours on an action, on a mandate or beside it."""

    on: date
    hours: Decimal
    what: str
    municipality: Municipality | None
    person: Person | None
    mandate: int | None = None
    """The key of the time mandate that they are written on."""
    row: Hours | None = None


def uses_about(action: Action) -> QuerySet[Use]:
    """Hours on time mandates that are about this action, by what was written with them or by what the mandate is limited to."""
    about = Q(subject=action.key) | Q(subject="", mandate__subject=action.key)
    return Use.objects.filter(about, partnership=action.partnership, hours__isnull=False)


def work_on(action: Action) -> list[Work]:
    """All hours on an action, newest first: two queries. Each stands in one place only."""
    uses = uses_about(action).select_related("mandate__municipality__merged_into", "mandate__holder")
    rows = Hours.objects.filter(action=action).select_related("municipality__merged_into", "person")
    found = [
        Work(
            one.on,
            one.hours or Decimal(0),
            one.what,
            one.mandate.municipality,
            one.mandate.holder,
            one.mandate_id,
        )
        for one in uses
    ]
    found += [Work(one.on, one.hours, one.what, one.municipality, one.person, row=one) for one in rows]
    return sorted(found, key=lambda one: one.on, reverse=True)


def hours_on(action: Action) -> Decimal:
    """Two queries."""
    total = uses_about(action).aggregate(sum=Sum("hours"))["sum"]
    beside = Hours.objects.filter(action=action).aggregate(sum=Sum("hours"))["sum"]
    return (Decimal(total or 0) + Decimal(beside or 0)).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True)
class Shares:
    """Hours of one municipality; None is the partnership itself."""

    municipality: Municipality | None
    hours: Decimal


def by_municipality(work: Sequence[Work]) -> list[Shares]:
    """By name; what merged into one counts there. No query."""
    sums: dict[int, Decimal] = {}
    names: dict[int, Municipality | None] = {}
    for one in work:
        where = (one.municipality.merged_into or one.municipality) if one.municipality else None
        key = where.pk if where else 0
        names[key] = where
        sums[key] = sums.get(key, Decimal(0)) + one.hours
    rows = [Shares(names[key], total) for key, total in sums.items()]
    return sorted(rows, key=lambda one: one.municipality.name if one.municipality else "￿")


def results_of(action: Action) -> QuerySet[Result]:
    return Result.objects.filter(action=action).select_related("municipality__merged_into", "noted_by")


def reach_of(action: Action) -> int:
    """How many children, young people and others were reached, of all figures that say so: one query."""
    total = Result.objects.filter(action=action, reach=True).aggregate(sum=Sum("figure"))["sum"]
    return int(total or 0)


def tasks_of(action: Action) -> list[Task]:
    """What is open first, by its day; then what is done, the last first. One query."""
    rows = list(Task.objects.filter(action=action).select_related("owner"))
    done = sorted(
        (one for one in rows if one.done_at), key=lambda one: one.done_at or one.noted_at, reverse=True
    )
    return [one for one in rows if not one.done_at] + done


def open_tasks(action: Action) -> int:
    return Task.objects.filter(action=action, done_at=None).aggregate(n=Count("pk"))["n"] or 0


@dataclass(frozen=True, slots=True)
class Told:
    """News with its picture."""

    update: Update
    picture: Document | None


def news_of(action: Action, most: int | None = None) -> list[Told]:
    """Newest first: two queries."""
    return with_pictures(list(_news().filter(action=action)[:most]))


def _news() -> QuerySet[Update]:
    return Update.objects.select_related("action__partnership", "action__plot__merged_into", "noted_by")


def with_pictures(rows: list[Update]) -> list[Told]:
    """One query for all of them together."""
    found = files.documents_by(rows)
    return [
        Told(one, next((document for document in found.get(one.pk, []) if document.is_picture), None))
        for one in rows
    ]


def faces_of(actions: Sequence[Action]) -> dict[int, Document]:
    """The newest picture in the news of each action: two queries."""
    told = with_pictures(list(Update.objects.filter(action__in=actions).order_by("noted_at", "pk")))
    return {one.update.action_id: one.picture for one in told if one.picture is not None}


def news_page(partnership: Partnership, *, inside: bool, page: str = "1") -> tuple[list[Told], Page[Update]]:
    """News of all actions, newest first; who looks from outside sees what is public. Three queries."""
    rows = _news().filter(action__partnership=partnership)
    found = Paginator(rows if inside else rows.filter(public=True), ON_PAGE).get_page(page)
    return with_pictures(list(found)), found


def last_news(partnership: Partnership, most: int) -> list[Update]:
    """Of all actions, for the partners: one query."""
    return list(_news().filter(action__partnership=partnership)[:most])


def public_news(partnership: Partnership, most: int = 3) -> list[Told]:
    """What everybody may read, for the garden and the kit of an ambassador: two queries."""
    return with_pictures(list(_news().filter(action__partnership=partnership, public=True)[:most]))
