"""Our calendars, read by two libraries that did not write them: `ical` (strict) and `vobject` (as CalDAV servers do)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from groeimodel.formats.calendar import Meeting, feed_of, file_of

BRUSSELS = ZoneInfo("Europe/Brussels")
START = datetime(2026, 3, 28, 14, 0, tzinfo=BRUSSELS)  # the day before summer time begins


def meeting(**changes: object) -> Meeting:
    values: dict[str, object] = {
        "uid": "a@groeimodel",
        "sequence": 0,
        "changed": datetime(2026, 3, 1, 9, 30, tzinfo=BRUSSELS),
        "starts": START,
        "ends": START + timedelta(hours=2),
        "title": "Ontmoeting: veilig uitgaan; fuiven, charter",
        "text": "Wat vragen we?\nElk een voorbeeld.",
        "place": "Gemeentehuis Lindergem, zaal 2",
        "url": "https://voorbeeld.test/igs/x/",
    }
    return Meeting(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.claim("P1")
def test_the_strict_reader_finds_what_we_wrote() -> None:
    calendar = IcsCalendarStream.calendar_from_ics(feed_of([meeting()], name="Ontmoetingen"))
    (event,) = calendar.events
    assert event.uid == "a@groeimodel"
    assert event.dtstart == datetime(2026, 3, 28, 13, 0, tzinfo=UTC)
    assert event.dtend == datetime(2026, 3, 28, 15, 0, tzinfo=UTC)
    assert event.summary == "Ontmoeting: veilig uitgaan; fuiven, charter"
    assert event.description == "Wat vragen we?\nElk een voorbeeld."
    assert event.location == "Gemeentehuis Lindergem, zaal 2"
    assert str(event.url) == "https://voorbeeld.test/igs/x/"
    assert event.status == "CONFIRMED"


def test_the_other_reader_finds_the_same() -> None:
    calendar = vobject.readOne(feed_of([meeting(), meeting(uid="b@groeimodel")], name="Ontmoetingen"))
    first, second = calendar.vevent_list
    assert (first.uid.value, second.uid.value) == ("a@groeimodel", "b@groeimodel")
    assert first.dtstart.value == START
    assert first.summary.value == "Ontmoeting: veilig uitgaan; fuiven, charter"
    assert first.description.value == "Wat vragen we?\nElk een voorbeeld."
    assert calendar.x_wr_calname.value == "Ontmoetingen"
    assert first.valarm.trigger.value == timedelta(hours=-1)


def test_a_cancelled_meeting_leaves_the_calendar() -> None:
    text = file_of(meeting(cancelled=True, sequence=2))
    (event,) = IcsCalendarStream.calendar_from_ics(text).events
    assert event.status == "CANCELLED"
    assert event.sequence == 2
    assert vobject.readOne(text).method.value == "CANCEL"


def test_lines_are_no_longer_than_the_standard_allows() -> None:
    text = file_of(meeting(title="é" * 300, text="een lange zin " * 100))
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


printable = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"], blacklist_characters="\x85"), max_size=120
)


@settings(max_examples=150, deadline=None)
@given(title=printable, text=printable, place=printable)
def test_any_text_comes_back_as_it_was(title: str, text: str, place: str) -> None:
    found = vobject.readOne(file_of(meeting(title=title, text=text, place=place))).vevent
    assert found.summary.value == title
    assert (found.description.value if text else "") == text
    assert (found.location.value if place else "") == place
