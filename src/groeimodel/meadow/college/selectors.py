"""Reads of the plans, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.meadow.college.asking import AHEAD
from groeimodel.meadow.college.bearers import Bearers, bearers_of
from groeimodel.meadow.college.models import Moment

TOOLS = {
    Moment.What.PHOTO: "photo:list",
    Moment.What.KIT: "kit:own",
    Moment.What.SHEET: "sheets:choose",
    Moment.What.VISIT: "actions:meadow",
    Moment.What.ACCOUNT: "tending:account",
}
"""Where what one takes along is made: names of addresses, of rooms above."""
LATEST = 3
"""So many done moments stand open in a plan; the others wait behind a fold."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One moment on the page."""

    moment: Moment
    who: str
    near: bool
    """Within three weeks: get ready."""
    late: bool
    """The day passed, and nobody said what came of it."""
    tool: str
    """The page where what one takes along is made; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How one municipality involves its college."""

    municipality: Municipality
    tends: bool
    """Whether the reader may change it."""
    coming: tuple[Shown, ...]
    done: tuple[Shown, ...]
    """The last ones, last first."""
    earlier: tuple[Shown, ...]

    @property
    def empty(self) -> bool:
        return not (self.coming or self.done)

    @property
    def untouched(self) -> bool:
        """There is a suggestion in it that nobody changed."""
        return any(one.moment.suggested for one in self.coming)

    @property
    def wants_plan(self) -> bool:
        """Nothing is to come."""
        return all(one.late for one in self.coming)


def moments_of(partnership: Partnership) -> QuerySet[Moment]:
    """All of them, with whom they are about: one query."""
    return Moment.objects.filter(partnership=partnership).select_related(
        "partnership", "municipality__merged_into", "person"
    )


def plans_of(partnership: Partnership, today: date, tends: Callable[[int], bool]) -> list[Plan]:
    """Of every member, those of the reader first: four queries. `tends` says whose plans the reader may change, by key."""
    members = [one.municipality for one in seats_of(partnership)]
    bearers = bearers_of(partnership)
    rows: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments_of(partnership):
        rows[moment.municipality.today].append(moment)
    plans = [_plan(one, rows[one.pk], bearers, today, tends(one.pk)) for one in members]
    return sorted(plans, key=lambda one: not one.tends)


def _plan(place: Municipality, rows: list[Moment], bearers: Bearers, today: date, tends: bool) -> Plan:
    shown = [_shown(one, bearers, today) for one in rows]
    done = [one for one in shown if one.moment.is_done]
    done.sort(key=lambda one: (one.moment.done_on or today, one.moment.pk), reverse=True)
    return Plan(
        municipality=place,
        tends=tends,
        coming=tuple(one for one in shown if not one.moment.is_done),
        done=tuple(done[:LATEST]),
        earlier=tuple(done[LATEST:]),
    )


def _shown(moment: Moment, bearers: Bearers, today: date) -> Shown:
    open_ = not moment.is_done
    return Shown(
        moment=moment,
        who=who_of(moment, bearers),
        near=open_ and today <= moment.on <= today + AHEAD,
        late=open_ and moment.on < today,
        tool=reverse(TOOLS[what], args=[moment.partnership.slug])  # type: ignore[index]
        if open_ and (what := moment.what) in TOOLS
        else "",
    )


def who_of(moment: Moment, bearers: Bearers) -> str:
    """The role, with names while it is still to come: who sat there when it was done may be somebody else now."""
    role = str(moment.get_role_display())
    if moment.is_done:
        return role
    if not bearers.planned(moment):
        return _("%(role)s (nog niemand)") % {"role": role}
    return _("%(names)s, %(role)s") % {
        "names": _(" of ").join(one.name for one in bearers.of(moment)),
        "role": role,
    }
