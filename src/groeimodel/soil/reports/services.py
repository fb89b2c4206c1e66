"""Every write after a meeting. `actor` None is the system itself: the example data and the jobs."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.reports import letters
from groeimodel.soil.reports.models import Reminder, Report, Takeaway
from groeimodel.soil.reports.selectors import alderman_of


@transaction.atomic
def take_home(*, meeting: Meeting, text: str, actor: Person, at: datetime | None = None) -> Takeaway:
    """Write down what one takes home; the last text counts.

    Raises:
        PermissionDenied: the actor has no part that writes here.
        ValidationError: the meeting is still to come.
    """
    require(actor, "reports.open", meeting)
    _expect_over(meeting, at)
    taken, _new = Takeaway.objects.update_or_create(
        meeting=meeting,
        person=actor,
        defaults={
            "text": text,
            "municipality": home_of(actor, meeting.partnership),
            "at": at or timezone.now(),
        },
    )
    _note("reports.taken_home", meeting, actor=actor, municipality=taken.municipality, at=at)
    return taken


@transaction.atomic
def keep_report(
    *, meeting: Meeting, municipality: Municipality, text: str, actor: Person | None = None
) -> Report:
    """Keep the draft as somebody changed it, without sending it.

    Raises:
        ValidationError: it was told already: what an alderman read is not changed afterwards.
    """
    report = _row(meeting, municipality)
    require(actor, "reports.write", report)
    _expect_over(meeting, None)
    if report.told:
        raise ValidationError(_("Dit verslag is al verteld."))
    report.text, report.written_by, report.changed_at = text, actor, timezone.now()
    report.save()
    _note("reports.written", meeting, actor=actor, municipality=municipality)
    return report


@transaction.atomic
def send_report(
    *,
    meeting: Meeting,
    municipality: Municipality,
    text: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Report:
    """Mail it to the alderman of the municipality.

    Raises:
        ValidationError: nobody with an address sits there, or it was told already.
    """
    alderman = alderman_of(meeting.partnership, municipality)
    if alderman is None or not alderman.email:
        raise ValidationError(
            _("Er is nu geen schepen met een mailadres. Vertel je het zelf? Duid dat dan aan.")
        )
    report = _row(meeting, municipality)
    require(actor, "reports.write", report)
    report.told_to = alderman
    _tell(report, text, Report.Told.MAIL, actor, at)
    letters.send(report)
    return report


@transaction.atomic
def told_by_mouth(
    *,
    meeting: Meeting,
    municipality: Municipality,
    text: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Report:
    """The officer told it in person."""
    report = _row(meeting, municipality)
    require(actor, "reports.write", report)
    _tell(report, text, Report.Told.SPOKEN, actor, at)
    return report


def _tell(report: Report, text: str, how: str, actor: Person | None, at: datetime | None) -> None:
    _expect_over(report.meeting, at)
    if report.told:
        raise ValidationError(_("Dit verslag is al verteld."))
    now = at or timezone.now()
    report.text, report.written_by, report.changed_at = text, actor, now
    report.told, report.told_at = how, now
    report.save()
    _note("reports.told", report.meeting, actor=actor, municipality=report.municipality, at=at)


@transaction.atomic
def remind(*, meeting: Meeting) -> int:
    """Ask after a meeting what people take home, or who was there when nobody said; once. Returns how many mails."""
    _reminder, new = Reminder.objects.get_or_create(meeting=meeting)
    return letters.remind(meeting) if new else 0


def _row(meeting: Meeting, municipality: Municipality) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).select_related(
        "meeting__partnership", "municipality"
    )
    row = rows.filter(meeting=meeting, municipality=municipality).first()
    if row is not None:
        return row
    if not meeting.partnership.memberships.filter(municipality=municipality).exists():
        raise PermissionDenied("Deze gemeente is geen partner van de samenwerking.")
    return Report(partnership=meeting.partnership, meeting=meeting, municipality=municipality)


def _expect_over(meeting: Meeting, at: datetime | None) -> None:
    if not meeting.is_over(at or timezone.now()):
        raise ValidationError(_("Dit kan zodra de ontmoeting begonnen is."))


def _note(
    verb: str,
    meeting: Meeting,
    *,
    actor: Person | None,
    municipality: Municipality | None,
    at: datetime | None = None,
) -> None:
    record(
        verb,
        partnership=meeting.partnership,
        actor=actor,
        municipality=municipality,
        subject=meeting,
        data={"meeting": meeting.pk},
        at=at,
    )
