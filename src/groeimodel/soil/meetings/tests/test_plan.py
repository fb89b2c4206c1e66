"""Planning, moving and calling off, with what lands in calendars."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope
from ical.calendar_stream import IcsCalendarStream

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.meetings import services
from groeimodel.soil.meetings.models import Attendance, Meeting
from groeimodel.soil.meetings.services import Draft, When

pytestmark = pytest.mark.django_db
DRAFT = Draft("Ontmoeting", "officers", "Gemeentehuis")


def in_days(days: float, hours: float = 2) -> When:
    starts = timezone.now() + timedelta(days=days)
    return When(starts, starts + timedelta(hours=hours))


def plan(cast: Cast, *, audience: str = "officers", when: When | None = None) -> Meeting:
    with scope(partnership=cast.partnership):
        return services.plan(
            partnership=cast.partnership,
            draft=Draft("Ontmoeting", audience, "Gemeentehuis"),
            when=when or in_days(20),
            actor=cast.bram,
        )


@pytest.mark.claim("P1", "P16")
@pytest.mark.parametrize(
    ("audience", "names"),
    [
        ("officers", {"Bram", "Celia", "Finn"}),
        ("aldermen", {"Amina", "Finn"}),
        ("both", {"Amina", "Bram", "Celia", "Finn"}),
    ],
)
def test_who_is_invited(cast: Cast, audience: str, names: set[str]) -> None:
    meeting = plan(cast, audience=audience)
    assert {one.person.name for one in Attendance.objects.filter(meeting=meeting)} == names
    mails = OutgoingMail.objects.filter(kind="meetings.invitation")
    assert {mail.name for mail in mails} == names
    for mail in mails:
        (event,) = IcsCalendarStream.calendar_from_ics(mail.calendar).events
        assert event.dtstart == meeting.starts.replace(microsecond=0)  # type: ignore[union-attr]
        assert event.location == "Gemeentehuis"


def test_an_outsider_plans_nothing(cast: Cast) -> None:
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.plan(partnership=cast.partnership, draft=DRAFT, when=in_days(5), actor=cast.daan)
    with scope(partnership=cast.partnership):
        assert not Meeting.objects.exists()


def test_moving_it_tells_everybody_and_counts_up(cast: Cast) -> None:
    meeting = plan(cast)
    with scope(partnership=cast.partnership):
        services.change(meeting=meeting, draft=DRAFT, when=in_days(25), actor=cast.finn)
        services.change(
            meeting=meeting, draft=Draft("Andere titel", "officers", "Gemeentehuis"), actor=cast.finn
        )
        meeting = Meeting.objects.get(pk=meeting.pk)
    assert meeting.sequence == 1
    mails = OutgoingMail.objects.filter(kind="meetings.change")
    assert mails.count() == 3
    (event,) = IcsCalendarStream.calendar_from_ics(mails[0].calendar).events
    assert event.sequence == 1
    assert (
        event.uid
        == IcsCalendarStream.calendar_from_ics(
            OutgoingMail.objects.filter(kind="meetings.invitation")[0].calendar
        )
        .events[0]
        .uid
    )


def test_calling_it_off_takes_it_out_of_calendars_once(cast: Cast) -> None:
    meeting = plan(cast)
    with scope(partnership=cast.partnership):
        services.cancel(meeting=meeting, reason="Staking", actor=cast.bram)
        services.cancel(meeting=meeting, actor=cast.bram)
    mails = OutgoingMail.objects.filter(kind="meetings.change")
    assert mails.count() == 3
    assert "Staking" in mails[0].text
    (event,) = IcsCalendarStream.calendar_from_ics(mails[0].calendar).events
    assert event.status == "CANCELLED"
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.change(meeting=meeting, draft=DRAFT, actor=cast.bram)


@pytest.mark.claim("P1")
def test_a_series_keeps_its_hour_over_summer_time(cast: Cast) -> None:
    first = datetime(2027, 3, 9, 14, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    with scope(partnership=cast.partnership):
        made = services.plan_series(
            partnership=cast.partnership,
            draft=DRAFT,
            first=When(first, first + timedelta(hours=2)),
            every_weeks=4,
            times=3,
            actor=cast.bram,
        )
    local = [timezone.localtime(one.starts) for one in made]
    assert [f"{one:%d/%m %H:%M}" for one in local] == ["09/03 14:00", "06/04 14:00", "04/05 14:00"]
    mails = OutgoingMail.objects.filter(kind="meetings.invitation")
    assert mails.count() == 3
    assert len(IcsCalendarStream.calendar_from_ics(mails[0].calendar).events) == 3


@pytest.mark.parametrize("times", [0, 1, 25])
def test_a_series_that_is_none_changes_nothing(cast: Cast, times: int) -> None:
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.plan_series(
            partnership=cast.partnership,
            draft=DRAFT,
            first=in_days(3),
            every_weeks=4,
            times=times,
            actor=cast.bram,
        )
    with scope(partnership=cast.partnership):
        assert not Meeting.objects.exists()


@pytest.mark.claim("P1")
def test_looking_for_a_date_together(cast: Cast) -> None:
    options = [in_days(10), in_days(12)]
    with scope(partnership=cast.partnership):
        meeting = services.look_for_date(
            partnership=cast.partnership, draft=DRAFT, options=options, actor=cast.bram
        )
        first, second = meeting.options.all()
        said = {first.pk: "no", second.pk: "yes"}
        services.answer_dates(meeting=meeting, person=cast.celia, answers=said, actor=cast.celia)
        with pytest.raises(PermissionDenied):
            services.answer_dates(meeting=meeting, person=cast.celia, answers=said, actor=cast.bram)
        with pytest.raises(PermissionDenied):
            services.answer_dates(meeting=meeting, person=cast.daan, answers=said, actor=cast.daan)
        services.choose_date(meeting=meeting, option=second, actor=cast.bram)
        meeting = Meeting.objects.get(pk=meeting.pk)
        assert meeting.starts == second.starts
        assert Attendance.objects.get(meeting=meeting, person=cast.celia).coming == "yes"
        with pytest.raises(ValidationError):
            services.choose_date(meeting=meeting, option=first, actor=cast.bram)
        with pytest.raises(ValidationError):
            services.look_for_date(
                partnership=cast.partnership, draft=DRAFT, options=options[:1], actor=cast.bram
            )


def test_who_was_there(cast: Cast) -> None:
    soon, held = plan(cast), plan(cast, when=in_days(-1))
    with scope(partnership=cast.partnership):
        with pytest.raises(ValidationError):
            services.mark(meeting=soon, person=cast.celia, came=True, actor=cast.bram)
        services.mark(meeting=held, person=cast.celia, came=True, actor=cast.bram)
        services.mark(meeting=held, person=cast.amina, came=True, actor=cast.bram)  # was not invited
        services.mark(meeting=held, person=cast.celia, came=False, actor=cast.bram)
        there = Attendance.objects.filter(meeting=held, came=True)
        assert [one.person for one in there] == [cast.amina]
        assert there[0].municipality == cast.municipality
        with pytest.raises(PermissionDenied):
            services.mark(meeting=held, person=cast.daan, came=True, actor=cast.bram)


def test_what_is_past_is_told_to_nobody(cast: Cast) -> None:
    plan(cast, when=in_days(-3))
    assert not OutgoingMail.objects.exists()
