"""What is recorded that an ambassador of one municipality can tell, inside the scope of a partnership (claim W17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Prefetch, Q
from django.utils import timezone

from groeimodel.foundation.decisions.models import Matter
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.meadow.actions.models import Action, ActionExpectation, Participation
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.selectors import RUNNING
from groeimodel.meadow.college.concerning import concerning
from groeimodel.meadow.college.models import Moment
from groeimodel.showcase.sheets.selectors import hours_in, meetings_in, period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import harvest_of
from groeimodel.soil.meetings.models import Meeting

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Deed:
    """One action with what the municipality has to do with it."""

    action: Action
    mine: bool
    """It stands on the own plot, or the municipality takes part by name."""
    paid: Decimal | None
    """Euro that the municipality puts in; None when nobody recorded it."""

    @property
    def runs(self) -> bool:
        return self.action.stage == Action.Stage.FLOWER

    @property
    def picked(self) -> bool:
        return self.action.stage == Action.Stage.HARVEST

    def late(self, today: date) -> bool:
        """Its last day passed, and it still runs."""
        return self.action.ends is not None and self.action.ends < today

    def lasted_until(self, today: date) -> date:
        return min(self.action.ends or today, today)


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that a kit is made from."""

    partnership: Partnership
    municipality: Municipality
    today: date
    members: int
    since: date | None
    """Since when the municipality takes part."""
    own: tuple[Harvest, ...]
    """What it uses thanks to the others, newest first."""
    given: tuple[Harvest, ...]
    """What the others use thanks to it, of the last year."""
    deeds: tuple[Deed, ...]
    said: tuple[ActionExpectation, ...]
    """What it expected of an action and looked back on."""
    decided: tuple[Matter, ...]
    """What was taken on by a joint decision in the last year, newest first."""
    held: int
    """Meetings of the last year."""
    attended: int
    granted: Decimal
    """Hours a month that are granted today."""
    worked: Decimal
    """Hours noted in the last year."""
    meetings: tuple[Meeting, ...]
    """That are still to come."""
    rounds: tuple[Round, ...]
    """In which the partners choose now."""
    moments: tuple[Moment, ...]
    """With the college, still to come."""

    @property
    def fresh(self) -> tuple[Harvest, ...]:
        """Own harvest of the last year."""
        return tuple(one for one in self.own if one.gained_on >= self.today - YEAR)


def ground_of(partnership: Partnership, where: Municipality, today: date) -> Ground:
    """A constant number of queries: fourteen, however much is recorded."""
    crops = list(harvest_of(partnership).filter(gained_on__lte=today))
    period = period_of("", today)
    held, attended = meetings_in(partnership, where, period)
    granted, worked = hours_in(partnership, where, period)
    deeds = deeds_of(partnership, where)
    open_now = Membership.objects.filter(partnership=partnership, ends=None)
    return Ground(
        partnership=partnership,
        municipality=where,
        today=today,
        members=open_now.count(),
        since=since_of(partnership, where),
        own=tuple(one for one in crops if one.municipality.today == where.pk),
        given=tuple(one for one in crops if _came_from(one, where) and one.gained_on >= today - YEAR),
        deeds=deeds,
        said=_looked_back(where, deeds),
        decided=_decided(partnership, deeds, today),
        held=held,
        attended=attended,
        granted=granted,
        worked=worked,
        meetings=tuple(
            Meeting.objects.filter(
                partnership=partnership, cancelled_at=None, starts__gt=timezone.now()
            ).order_by("starts")[:2]
        ),
        rounds=tuple(
            Round.objects.filter(
                partnership=partnership, state__in=RUNNING, closes_on__gte=today
            ).select_related("partnership")
        ),
        moments=tuple(
            Moment.objects.filter(
                partnership=partnership, municipality=where, done_on=None, on__gte=today
            ).order_by("on", "pk")[:3]
        ),
    )


def since_of(partnership: Partnership, where: Municipality) -> date | None:
    """The first day of the municipality here, or of one that merged into it."""
    rows = Membership.objects.filter(
        Q(municipality=where) | Q(municipality__merged_into=where), partnership=partnership
    )
    return rows.order_by("starts").values_list("starts", flat=True).first()


def deeds_of(partnership: Partnership, where: Municipality) -> tuple[Deed, ...]:
    """Every action that concerns the municipality: two queries."""
    parts = Participation.objects.filter(Q(municipality=where) | Q(municipality__merged_into=where))
    rows = concerning(partnership, where).prefetch_related(
        Prefetch("participations", parts, to_attr="parts_here")
    )
    return tuple(_deed(one, where) for one in rows.order_by("ends", "pk"))


def _deed(action: Action, where: Municipality) -> Deed:
    parts: Sequence[Participation] = action.parts_here  # type: ignore[attr-defined]
    known = [one.amount for one in parts if one.amount is not None]
    # Two that merged may both have paid; one that nobody wrote down leaves the sum unknown.
    paid = sum(known, Decimal(0)) if known and len(known) == len(parts) else None
    return Deed(action, mine=action.plot_id is not None or bool(parts), paid=paid)


def _came_from(one: Harvest, where: Municipality) -> bool:
    return one.from_municipality is not None and one.from_municipality.today == where.pk


def _looked_back(where: Municipality, deeds: Sequence[Deed]) -> tuple[ActionExpectation, ...]:
    rows = ActionExpectation.objects.filter(
        Q(municipality=where) | Q(municipality__merged_into=where),
        action__in=[one.action.pk for one in deeds],
    ).exclude(came__in=["", ActionExpectation.Came.NO])
    return tuple(rows.select_related("action").order_by("-action__ends", "pk"))


def _decided(partnership: Partnership, deeds: Sequence[Deed], today: date) -> tuple[Matter, ...]:
    rows = Matter.objects.filter(
        decision__partnership=partnership,
        decision__taken_on__gte=today - YEAR,
        decision__taken_on__lte=today,
        adopted=True,
        subject__in=[one.action.key for one in deeds],
    )
    return tuple(rows.select_related("decision__partnership").order_by("-decision__number", "pk"))
