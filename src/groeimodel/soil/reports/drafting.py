"""The draft of a report for an alderman, made from what is recorded: the officer only has to read it over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings.models import Attendance, Meeting
from groeimodel.soil.meetings.selectors import agenda_of, attendances_of
from groeimodel.soil.notes.models import Outcome
from groeimodel.soil.notes.selectors import Point, points_of
from groeimodel.soil.reports.models import Takeaway

LINES = 4
"""Lines of a text that go into a draft: an alderman reads on a phone."""


def draft(meeting: Meeting, municipality: Municipality, *, to: Person | None, by: Person | None) -> str:
    """The report in plain text, empty parts left out: seven queries."""
    points = points_of(meeting)
    outcomes = [outcome for point in points for outcome in point.outcomes]
    taken = Takeaway.objects.filter(meeting=meeting, municipality=municipality).order_by("pk")
    people = {one.person_id for one in attendances_of(meeting) if one.municipality_id == municipality.pk}
    ours = [one for one in outcomes if one.kind == Outcome.Kind.TODO and one.owner_id in people]
    parts = [
        _("Dag %(name)s,") % {"name": to.name} if to else _("Dag,"),
        _opening(meeting, attendances_of(meeting), municipality),
        *(_point(point) for point in points if point.text),
        _answers(meeting, municipality),
        _list(_("Wat we beslisten"), (one.text for one in outcomes if one.kind == Outcome.Kind.DECISION)),
        _list(_("Wat ik meeneem voor onze gemeente"), (one.text for one in taken)),
        _list(_("Wat wij nog doen"), (_task(one) for one in ours)),
        _list(_("Ideeën die bleven hangen"), (one.text for one in outcomes if one.kind == Outcome.Kind.SEED)),
        _("Groeten,\n%(name)s") % {"name": by.name} if by else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _opening(meeting: Meeting, people: Sequence[Attendance], own: Municipality) -> str:
    words = {
        "day": date_format(localtime(meeting.starts), "j F") if meeting.starts else "",
        "title": meeting.title,
    }
    names = {one.municipality.name_today for one in people if one.came and one.municipality is not None}
    others = sorted(names - {own.name_today})
    if not others:
        return _("Op %(day)s was er: %(title)s.") % words
    return _("Op %(day)s was er: %(title)s. Ook aan tafel: %(others)s.") % {
        **words,
        "others": ", ".join(others),
    }


def _point(point: Point) -> str:
    lines = [line.strip() for line in point.text.splitlines() if line.strip()]
    more = ["…"] if len(lines) > LINES else []
    return "\n".join([point.item.title, *lines[:LINES], *more])


def _answers(meeting: Meeting, own: Municipality) -> str:
    """What the alderman said beforehand comes back: so it is seen that it was heard."""
    said = [
        f"{item.title}: {' '.join(part for part in (steer.get_stance_display(), steer.text) if part)}"
        for item in agenda_of(meeting)
        for steer in item.steers.all()
        if steer.municipality_id == own.pk
    ]
    return _list(_("Wat jij vooraf meegaf"), said)


def _task(one: Outcome) -> str:
    day = date_format(one.due, "j F") if one.due else ""
    return _("%(text)s (%(who)s, tegen %(day)s)") % {"text": one.text, "who": one.owner, "day": day}


def _list(title: str, rows: Iterable[str]) -> str:
    lines = [f"- {row}" for row in rows]
    return "\n".join([title, *lines]) if lines else ""
