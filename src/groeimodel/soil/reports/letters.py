"""Mails after a meeting: the report to an alderman, and the question what somebody takes home."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings.models import Attendance, Meeting
from groeimodel.soil.reports.models import Report


def send(report: Report) -> None:
    """The report as the officer wrote it; the first line of the draft is the greeting."""
    assert report.told_to is not None
    parts = [part.strip() for part in report.text.split("\n\n") if part.strip()]
    who = {"who": report.written_by, "title": report.meeting.title}
    letter = Letter(
        subject=_("Verslag: %(title)s") % who,
        greeting=parts[0] if parts and parts[0].endswith(",") else None,
        paragraphs=[
            paragraph
            for part in (parts[1:] if parts and parts[0].endswith(",") else parts)
            for paragraph in _paragraphs(part)
        ],
        action=Action(
            _("Bekijk de ontmoeting"),
            reverse("meetings:meeting", args=[report.partnership.slug, report.meeting_id]),
        ),
        after=[_("%(who)s stuurde je dit verslag via Groeimodel.") % who] if report.written_by else [],
    )
    post(
        kind="reports.report",
        to=report.told_to,
        letter=letter,
        partnership=report.partnership,
        actor=report.written_by,
    )


def _paragraphs(part: str) -> list[object]:
    """A part with lines that begin with a dash is a list under what stands above it."""
    lines = part.splitlines()
    rows = [line[2:] for line in lines if line.startswith("- ")]
    words = [line for line in lines if not line.startswith("- ")]
    return [*words, *([("list", rows)] if rows else [])]


def remind(meeting: Meeting) -> int:
    """To the officers who were there; when nobody was marked, to whoever can mark. Returns how many."""
    there = list(
        Attendance.objects.filter(meeting=meeting, came=True, person__is_active=True)
        .exclude(role="alderman")
        .select_related("person")
        .order_by("pk")
    )
    if not there:
        return _ask_who_was_there(meeting)
    url = reverse("reports:after", args=[meeting.partnership.slug, meeting.pk])
    sent = 0
    for one in there:
        letter = Letter(
            subject=_("Wat neem je mee van '%(title)s'?") % {"title": meeting.title},
            paragraphs=[
                _(
                    "Eén zin volstaat. Daarna staat er een verslag klaar voor je schepen: lees het na en stuur het door."
                ),
                _("Zo ziet iedereen dat samenzitten iets oplevert."),
            ],
            action=Action(_("Schrijf op wat je meeneemt"), url),
        )
        sent += (
            post(kind="reports.after", to=one.person, letter=letter, partnership=meeting.partnership)
            is not None
        )
    return sent


def _ask_who_was_there(meeting: Meeting) -> int:
    planner: Person | None = meeting.planned_by
    if planner is None or not planner.is_active:
        return 0
    letter = Letter(
        subject=_("Wie was er op '%(title)s'?") % {"title": meeting.title},
        paragraphs=[_("Duid het aan: één tik per persoon. Daarna krijgt iedereen de vraag wat ze meenemen.")],
        action=Action(
            _("Duid aan wie er was"),
            reverse("meetings:presence", args=[meeting.partnership.slug, meeting.pk]),
        ),
    )
    return int(
        post(kind="reports.after", to=planner, letter=letter, partnership=meeting.partnership) is not None
    )
