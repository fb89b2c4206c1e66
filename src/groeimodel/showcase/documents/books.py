"""What long documents tell beyond the facts: partners, meetings, money, organs. Inside the scope; a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.meadow.actions.models import Participation
from groeimodel.shop.money.selectors import Figures, Owed, contributions_of, figures_by_year
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.organs.selectors import Seated, organs_of, seats_by_organ
from groeimodel.shop.organs.standing import Standing as TermStanding
from groeimodel.shop.organs.standing import current_of, standing_of, terms_of
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.plan.selectors import ObjectiveShown, plan_to_show, tree_of
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.steering.mapping import Skill, map_of
from groeimodel.shop.steering.selectors import Subject, steered
from groeimodel.shop.subsidy.selectors import Standing as FileStanding
from groeimodel.shop.subsidy.selectors import dossiers_of
from groeimodel.shop.subsidy.selectors import standing_of as file_standing
from groeimodel.showcase.facts.values import Facts
from groeimodel.showcase.sheets.selectors import Period
from groeimodel.soil.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class Member:
    municipality: Municipality
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting that took place."""

    day: date
    title: str
    for_whom: str
    places: int
    """Municipalities of which somebody was there; 0 where nobody marked it."""


@dataclass(frozen=True, slots=True)
class Books:
    members: tuple[Member, ...] = ()
    """Who took part on any day of the period."""
    meetings: tuple[Met, ...] = ()
    shares: dict[int, tuple[Participation, ...]] = field(default_factory=dict)
    """By key of the action."""
    years: tuple[Figures, ...] = ()
    """Of the years of the period that have books; empty for who may not see money."""
    owed: tuple[Owed, ...] = ()
    """Contributions that were asked for those years."""
    term: TermStanding | None = None
    sittings: tuple[Sitting, ...] = ()
    """That were held in the period."""


@dataclass(frozen=True, slots=True)
class Shopkeeping:
    """What the annexes to a subsidy file tell."""

    members: tuple[Member, ...]
    file: FileStanding | None
    organs: tuple[tuple[Organ, tuple[Seated, ...]], ...]
    subjects: tuple[Subject, ...]
    """Who steers what."""
    skills: tuple[Skill, ...]
    plan: Plan | None
    tree: tuple[ObjectiveShown, ...]
    shares: dict[int, tuple[Participation, ...]]


def books_of(facts: Facts, *, money: bool) -> Books:
    here, period = facts.partnership, facts.period
    years = years_of(period)
    terms = terms_of(here)
    term = current_of(terms, facts.today)
    shown = [one for one in figures_by_year(here, years) if one.rows] if money else []
    owed = [one for one in contributions_of(here) if one.contribution.call.book_year.year in years]
    return Books(
        members=members_in(here, period),
        meetings=met_in(here, period),
        shares=shares_of(facts),
        years=tuple(shown),
        owed=tuple(owed) if money else (),
        term=standing_of(term, facts.today) if term else None,
        sittings=sittings_in(here, period),
    )


def file_of(partnership: Partnership, today: date) -> FileStanding | None:
    """The subsidy file whose term runs, else the last one."""
    dossiers = list(dossiers_of(partnership))
    running = [one for one in dossiers if one.starts <= today <= one.ends]
    dossier = next(iter([*running, *dossiers]), None)
    return file_standing(dossier, today) if dossier else None


def keeping_of(facts: Facts, file: FileStanding | None) -> Shopkeeping:
    here, today = facts.partnership, facts.today
    organs = organs_of(here, today)
    seats = seats_by_organ(organs, today)
    plan = plan_to_show(here, today)
    found = steered(here, today)
    return Shopkeeping(
        members=members_in(here, Period("", today, today)),
        file=file,
        organs=tuple((one, tuple(seats.get(one.pk, ()))) for one in organs),
        subjects=tuple(
            one for one in (*found.standard, *found.others) if one.now is not None and one.now.live
        ),
        skills=tuple(one for one in map_of(here, today) if one.covered),
        plan=plan,
        tree=tuple(tree_of(plan)) if plan else (),
        shares=shares_of(facts),
    )


def years_of(period: Period) -> list[int]:
    """The book years that a period touches; of the last twelve months the one that it ends in."""
    if period.key.isdecimal() or period.starts is None:
        return [period.ends.year]
    return sorted({period.starts.year, period.ends.year})


def members_in(partnership: Partnership, period: Period) -> tuple[Member, ...]:
    """By name: one query. Who merged is told by who took over."""
    rows = Membership.objects.filter(partnership=partnership, starts__lte=period.ends)
    if period.starts is not None:
        rows = rows.filter(Q(ends=None) | Q(ends__gte=period.starts))
    rows = rows.select_related("municipality__merged_into").order_by("municipality__name", "starts")
    return tuple(Member(one.municipality, one.starts, one.ends) for one in rows)


def met_in(partnership: Partnership, period: Period) -> tuple[Met, ...]:
    """The first first: one query."""
    rows = Meeting.objects.filter(
        partnership=partnership, cancelled_at=None, starts__lte=timezone.now(), starts__date__lte=period.ends
    )
    if period.starts is not None:
        rows = rows.filter(starts__date__gte=period.starts)
    there = Count("attendances__municipality", filter=Q(attendances__came=True), distinct=True)
    return tuple(
        Met(timezone.localdate(one.starts), one.title, one.get_audience_display(), vars(one)["there"])
        for one in rows.annotate(there=there).order_by("starts", "pk")
        if one.starts is not None
    )


def shares_of(facts: Facts) -> dict[int, tuple[Participation, ...]]:
    """Who takes part in which action: one query."""
    actions = [one.pk for one in (*facts.running, *facts.picked)]
    rows = Participation.objects.filter(action__in=actions).select_related("municipality__merged_into")
    found: dict[int, list[Participation]] = defaultdict(list)
    for one in rows:
        found[one.action_id].append(one)
    return {key: tuple(some) for key, some in found.items()}


def sittings_in(partnership: Partnership, period: Period) -> tuple[Sitting, ...]:
    """The first first: one query."""
    rows = Sitting.objects.filter(
        partnership=partnership, state=Sitting.State.CLOSED, starts__date__lte=period.ends
    )
    if period.starts is not None:
        rows = rows.filter(starts__date__gte=period.starts)
    return tuple(rows.select_related("organ").order_by("starts", "pk"))
