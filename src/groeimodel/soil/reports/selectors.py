"""Reads of what happens after meetings, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from groeimodel.foundation.partners.models import Municipality, Partnership, Tenure
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Attendance, Meeting
from groeimodel.soil.reports.models import Report, Takeaway


@dataclass(frozen=True, slots=True)
class Link:
    """One municipality in the chain after a meeting (claims P12, P13)."""

    municipality: Municipality
    there: tuple[str, ...]
    """Names of who was there."""
    takes: tuple[str, ...]
    """What they take home."""
    report: Report | None
    harvest: tuple[Harvest, ...]
    """What is used locally thanks to it."""
    alderman: str

    @property
    def told(self) -> bool:
        return self.report is not None and bool(self.report.told)


def chain_of(meeting: Meeting) -> list[Link]:
    """Every member of today, by name: attended, takes home, told the alderman, used locally. Five queries."""
    there: dict[int, list[str]] = defaultdict(list)
    for one in Attendance.objects.filter(meeting=meeting, came=True).select_related("person", "municipality"):
        if one.municipality is not None:
            there[one.municipality.today].append(one.person.name)
    takes: dict[int, list[str]] = defaultdict(list)
    for taken in Takeaway.objects.filter(meeting=meeting).select_related("municipality").order_by("pk"):
        if taken.municipality is not None:
            takes[taken.municipality.today].append(taken.text)
    reports = {
        one.municipality.today: one
        for one in Report.objects.filter(meeting=meeting).select_related("municipality", "told_to")
    }
    harvest: dict[int, list[Harvest]] = defaultdict(list)
    for crop in Harvest.objects.filter(meeting=meeting).select_related("municipality"):
        harvest[crop.municipality.today].append(crop)
    return [
        Link(
            municipality=seats.municipality,
            there=tuple(there[seats.municipality.pk]),
            takes=tuple(takes[seats.municipality.pk]),
            report=reports.get(seats.municipality.pk),
            harvest=tuple(harvest[seats.municipality.pk]),
            alderman=seats.alderman.name if seats.alderman else "",
        )
        for seats in seats_of(meeting.partnership)
    ]


def alderman_of(partnership: Partnership, municipality: Municipality) -> Person | None:
    """Who sits there as alderman today: one query."""
    held = Tenure.objects.filter(
        ends=None,
        seat__role="alderman",
        seat__membership__partnership=partnership,
        seat__membership__municipality=municipality,
        seat__membership__ends=None,
    )
    tenure = held.select_related("person").first()
    return tenure.person if tenure else None


def report_of(meeting: Meeting, municipality: Municipality) -> Report | None:
    """The one that was kept or told; None while there is only a draft."""
    return Report.objects.filter(meeting=meeting, municipality=municipality).select_related("told_to").first()
