"""What is recorded that an ambassador of one municipality can tell, inside the scope of a partnership (claim W17).

However much there is, only the newest of each sort is read; the rest is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Case, Count, F, Q, QuerySet, Sum, Value, When
from django.utils import timezone

from groeimodel.foundation.decisions.models import Matter
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.meadow.actions.models import Action, ActionExpectation, Participation
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.selectors import RUNNING
from groeimodel.meadow.college.concerning import concerning
from groeimodel.meadow.college.models import Moment
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.accounts import Total, account_of
from groeimodel.meadow.tending.models import Result
from groeimodel.rules.kit import OLD
from groeimodel.showcase.sheets.selectors import hours_in, meetings_in, period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import harvest_of
from groeimodel.soil.meetings.models import Meeting

YEAR = timedelta(days=365)
FEW = 6
"""So many of each sort are looked at; the rule takes one of them."""
NAMED = 4
"""So many are read to name some of them."""


@dataclass(frozen=True, slots=True)
class Crops:
    """Harvest: what the municipality uses, and what the others use thanks to it."""

    newest: tuple[Harvest, ...]
    """Of at most two years, those with a figure among them."""
    used: int
    """In the last year."""
    taken: int
    """Those of them that came from a municipality."""
    given: int
    """What others used of it in the last year."""
    last_taken: Harvest | None
    last_given: Harvest | None


@dataclass(frozen=True, slots=True)
class Running:
    """Actions that run and concern the municipality."""

    shared: int
    here: int
    """On its own plot."""
    all_mine: bool
    """It takes part by name in every shared one."""
    first: tuple[Action, ...]
    """Its own first, then what ends soonest; what is over time last."""

    @property
    def total(self) -> int:
        return self.shared + self.here


@dataclass(frozen=True, slots=True)
class Lever:
    """Shared actions of the last year of which both amounts are recorded: what the municipality pays, and the whole budget."""

    titles: tuple[str, ...]
    paid: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that a kit is made from."""

    partnership: Partnership
    municipality: Municipality
    today: date
    members: int
    since: date | None
    """Since when the municipality takes part."""
    crops: Crops
    running: Running
    lever: Lever
    picked: tuple[Action, ...]
    worked_out: tuple[int, tuple[Action, ...]]
    """How many ideas, and the first of them."""
    results: tuple[Result, ...]
    evaluated: tuple[Evaluation, ...]
    said: tuple[ActionExpectation, ...]
    """What it expected of an action, and saw come true at least in part."""
    decided: tuple[Matter, ...]
    """What was taken on by a joint decision in the last year, newest first."""
    account: Total
    """What went in and came out, since the beginning."""
    held: int
    """Meetings of the last year."""
    attended: int
    granted: Decimal
    """Hours a month that are granted today."""
    worked: Decimal
    """Hours noted on mandates in the last year."""
    ahead: tuple[tuple[date, Action], ...]
    """First or last days of actions, still to come, the first first."""
    meetings: tuple[Meeting, ...]
    rounds: tuple[Round, ...]
    """In which the partners choose now."""
    moments: tuple[Moment, ...]
    """With the college, still to come."""


def ground_of(partnership: Partnership, where: Municipality, today: date) -> Ground:
    """A constant number of queries, however much is recorded."""
    actions = concerning(partnership, where).select_related("partnership")
    here = of(where)
    period = period_of("", today)
    held, attended = meetings_in(partnership, where, period)
    granted, worked = hours_in(partnership, where, period)
    return Ground(
        partnership=partnership,
        municipality=where,
        today=today,
        members=Membership.objects.filter(partnership=partnership, ends=None).count(),
        since=_since(partnership, here),
        crops=_crops(partnership, where, today),
        running=_running(actions, today),
        lever=_lever(partnership, actions, here, today),
        picked=_picked(actions, today),
        worked_out=_worked_out(actions),
        results=_results(actions, here, today),
        evaluated=_evaluated(actions, today),
        said=_said(partnership, actions, here),
        decided=_decided(partnership, actions, today),
        account=account_of(partnership, where).total,
        held=held,
        attended=attended,
        granted=granted,
        worked=worked,
        ahead=_ahead(actions, today),
        meetings=_meetings(partnership),
        rounds=_rounds(partnership, today),
        moments=_moments(partnership, where, today),
    )


def of(where: Municipality) -> Q:
    """Rows about the municipality, or one that merged into it."""
    return Q(municipality=where) | Q(municipality__merged_into=where)


def _since(partnership: Partnership, here: Q) -> date | None:
    rows = Membership.objects.filter(here, partnership=partnership)
    return rows.order_by("starts").values_list("starts", flat=True).first()


def _crops(partnership: Partnership, where: Municipality, today: date) -> Crops:
    rows = harvest_of(partnership).filter(gained_on__lte=today)
    own = rows.filter(of(where), gained_on__gte=today - timedelta(days=OLD))
    fresh = own.filter(gained_on__gte=today - YEAR)
    taken = fresh.filter(from_municipality__isnull=False)
    given = rows.filter(
        Q(from_municipality=where) | Q(from_municipality__merged_into=where), gained_on__gte=today - YEAR
    )
    newest = {one.pk: one for one in (*own.filter(figure__isnull=False)[:FEW], *own[:FEW])}
    counts = fresh.aggregate(used=Count("pk"), taken=Count("pk", filter=Q(from_municipality__isnull=False)))
    last_given = given.first()
    return Crops(
        newest=tuple(newest.values()),
        used=counts["used"],
        taken=counts["taken"],
        given=given.count() if last_given else 0,
        last_taken=taken.first(),
        last_given=last_given,
    )


def _running(actions: QuerySet[Action], today: date) -> Running:
    rows = actions.filter(stage=Action.Stage.FLOWER)
    late = Case(When(ends__lt=today, then=Value(1)), default=Value(0))
    other = Case(When(Q(plot=None) & Q(mine=False), then=Value(1)), default=Value(0))
    first = rows.order_by(other, late, F("ends").asc(nulls_last=True), "pk")
    counts = rows.aggregate(
        total=Count("pk"), shared=Count("pk", filter=Q(plot=None)), others=Sum(other, default=0)
    )
    return Running(
        shared=counts["shared"],
        here=counts["total"] - counts["shared"],
        all_mine=not counts["others"],
        first=tuple(first[:NAMED]),
    )


def _lever(partnership: Partnership, actions: QuerySet[Action], here: Q, today: date) -> Lever:
    """Added up here and not by the database, which may keep sums as floats."""
    known = actions.filter(
        stage__in=[Action.Stage.FLOWER, Action.Stage.HARVEST],
        plot=None,
        budget__isnull=False,
        starts__lte=today,
        ends__gte=today - YEAR,
    )
    parts = Participation.objects.filter(here, partnership=partnership, action__in=known.values("pk"))
    unknown = parts.filter(amount=None).values("action")
    rows = parts.filter(amount__gt=0).exclude(action__in=unknown).order_by("-action__ends", "action")
    paid, budgets = Decimal(0), {}
    for key, title, amount, budget in rows.values_list("action", "action__title", "amount", "action__budget"):
        paid += amount or 0
        budgets[key] = (title, budget or Decimal(0))
    titles = tuple(title for title, _budget in budgets.values())
    return Lever(titles, paid, sum((budget for _title, budget in budgets.values()), Decimal(0)))


def _picked(actions: QuerySet[Action], today: date) -> tuple[Action, ...]:
    rows = actions.filter(stage=Action.Stage.HARVEST, ends__gte=today - timedelta(days=OLD))
    return tuple(rows.order_by("-ends", "pk")[: 2 * FEW])


def _worked_out(actions: QuerySet[Action]) -> tuple[int, tuple[Action, ...]]:
    rows = actions.filter(stage=Action.Stage.SEEDLING)
    return rows.count(), tuple(rows.order_by("-taken_down_on", "-pk")[:NAMED])


def _results(actions: QuerySet[Action], here: Q, today: date) -> tuple[Result, ...]:
    """Figures of the municipality itself first, then of everybody together."""
    rows = Result.objects.filter(
        action__in=actions.values("pk"),
        on__gte=today - timedelta(days=OLD),
        on__lte=today,
        figure__gt=0,
    ).select_related("action", "municipality")
    together = rows.filter(municipality=None)
    return (*rows.filter(here)[:FEW], *together[:FEW])


def _evaluated(actions: QuerySet[Action], today: date) -> tuple[Evaluation, ...]:
    """Closed ones of the last two years, the last first."""
    since = timezone.now() - timedelta(days=OLD)
    rows = Evaluation.objects.filter(action__in=actions.values("pk"), closed_at__gte=since)
    return tuple(rows.select_related("action").order_by("-closed_at", "-pk")[:FEW])


def _said(partnership: Partnership, actions: QuerySet[Action], here: Q) -> tuple[ActionExpectation, ...]:
    came = [ActionExpectation.Came.YES, ActionExpectation.Came.PARTLY]
    rows = ActionExpectation.objects.filter(here, partnership=partnership, action__in=actions.values("pk"))
    rows = rows.filter(came__in=came)
    return tuple(rows.select_related("action").order_by("-action__ends", "pk")[:FEW])


def _decided(partnership: Partnership, actions: QuerySet[Action], today: date) -> tuple[Matter, ...]:
    """Of the last decisions, what concerns the municipality; two queries."""
    rows = Matter.objects.filter(
        decision__partnership=partnership,
        decision__taken_on__gte=today - YEAR,
        decision__taken_on__lte=today,
        adopted=True,
        subject__startswith="actions.action:",
    )
    last = list(rows.select_related("decision__partnership").order_by("-decision__number", "pk")[:40])
    known = actions.filter(pk__in=[one.subject.partition(":")[2] for one in last])
    ours = {one.key for one in known}
    return tuple(one for one in last if one.subject in ours)


def _ahead(actions: QuerySet[Action], today: date) -> tuple[tuple[date, Action], ...]:
    rows = actions.filter(stage=Action.Stage.FLOWER)
    begins = rows.filter(starts__gt=today).order_by("starts", "pk")[:FEW]
    ends = rows.filter(starts__lte=today, ends__gte=today).order_by("ends", "pk")[:FEW]
    days = [(one.starts, one) for one in begins] + [(one.ends, one) for one in ends]
    found = [(day, one) for day, one in days if day is not None]
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].pk)))


def _meetings(partnership: Partnership) -> tuple[Meeting, ...]:
    rows = Meeting.objects.filter(partnership=partnership, cancelled_at=None, starts__gt=timezone.now())
    return tuple(rows.select_related("partnership").order_by("starts")[:2])


def _rounds(partnership: Partnership, today: date) -> tuple[Round, ...]:
    rows = Round.objects.filter(partnership=partnership, state__in=RUNNING, closes_on__gte=today)
    return tuple(rows.select_related("partnership").order_by("closes_on"))


def _moments(partnership: Partnership, where: Municipality, today: date) -> tuple[Moment, ...]:
    rows = Moment.objects.filter(partnership=partnership, municipality=where, done_on=None, on__gte=today)
    return tuple(rows.select_related("partnership").order_by("on", "pk")[:3])


def is_mine(action: Action) -> bool:
    """It stands on the own plot, or the municipality takes part by name."""
    return action.plot_id is not None or bool(vars(action).get("mine"))


def is_late(action: Action, today: date) -> bool:
    """Its last day passed, and it still runs."""
    return action.ends is not None and action.ends < today


def titles_of(actions: Sequence[Action]) -> list[str]:
    return [one.title for one in actions]
