"""Themes and meetings of an example partnership: planned, held, written down, and one that still comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from groeimodel.demo.kit import Planted, moment
from groeimodel.foundation.partners.models import Seat
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest.selectors import harvest_of
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.notes import services as notes
from groeimodel.soil.notes.services import Found, Sent
from groeimodel.soil.reports import services as reports
from groeimodel.soil.reports.drafting import draft
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.models import Theme

LASTS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme: by whom, since how many days, and which municipalities want to talk about it."""

    title: str
    about: str
    asked: str
    by: str
    days: int
    backed: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    """Label and address."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A point of a meeting: its theme or a name, what was written, and what came out of it."""

    title: str
    text: str = ""
    found: Sequence[tuple[str, str]] = ()
    """Kind and text; a task may name who and in how many days after today: 'todo:Lotte Claessens:14'."""
    steers: Sequence[tuple[str, str, str]] = ()
    """Municipality, stance, words of its alderman."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting; `days` ago, below 0 when it still comes."""

    title: str
    days: int
    place: str
    talks: Sequence[Talk] = ()
    absent: Sequence[str] = ()
    """Municipalities that were not there."""
    audience: str = "officers"
    about: str = ""
    takes: Sequence[tuple[str, str]] = ()
    """Municipality, and what its officer takes home."""
    told: Sequence[str] = ()
    """Municipalities whose alderman got the report."""


@dataclass(frozen=True, slots=True)
class Exchange:
    subjects: Sequence[Subject]
    gatherings: Sequence[Gathering]
    sought: str = ""
    """The title of a meeting for which a date is looked for."""
    interested: Sequence[str] = field(default=())
    """Municipalities whose alderman would like to meet the others."""


def meet(planted: Planted, exchange: Exchange) -> dict[str, Meeting]:
    """Write it all through the services; the scope must be open. The meetings by title."""
    known = {one.title: _propose(planted, one) for one in exchange.subjects}
    held = {one.title: _gather(planted, one, known) for one in exchange.gatherings}
    _tie(planted, held)
    if exchange.sought:
        _seek(planted, exchange.sought)
    for where in exchange.interested:
        alderman = planted.seat(where, Seat.Role.ALDERMAN)
        if alderman is not None:
            meetings.show_interest(partnership=planted.partnership, actor=alderman)
    return held


def _officer(planted: Planted, where: str) -> Person:
    officer = planted.seat(where, Seat.Role.OFFICER)
    if officer is None:
        raise ValueError(f"{where} has no officer")
    return officer


def _propose(planted: Planted, one: Subject) -> Theme:
    at = moment(planted.day(one.days))
    theme = themes.propose(
        partnership=planted.partnership,
        proposal=themes.Proposal(one.title, one.about, one.asked),
        actor=_officer(planted, one.by),
        at=at,
    )
    for where in one.backed:
        backer = planted.seat(where, Seat.Role.OFFICER) or planted.seat(where, Seat.Role.ALDERMAN)
        if backer is not None:
            themes.back(theme=theme, actor=backer, at=at + timedelta(days=2))
    for label, url in one.links:
        themes.add_link(theme=theme, url=url, label=label, actor=_officer(planted, one.by), at=at)
    return theme


def _gather(planted: Planted, one: Gathering, known: Mapping[str, Theme]) -> Meeting:
    starts = moment(_on_a_working_day(planted.day(one.days)))
    meeting = meetings.plan(
        partnership=planted.partnership,
        draft=Draft(one.title, one.audience, one.place, about=one.about),
        when=When(starts, starts + LASTS),
        actor=planted.people[planted.story.coordinator],
        at=moment(planted.day(max(one.days + 40, 20))),
    )
    for talk in one.talks:
        _talk(planted, meeting, talk, known)
    if one.days > 0:
        _hold(planted, meeting, one)
    else:
        _look_forward(planted, meeting, one)
    return meeting


def _on_a_working_day(day: date) -> date:
    """Nobody meets on a Saturday or Sunday: the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _talk(planted: Planted, meeting: Meeting, talk: Talk, known: Mapping[str, Theme]) -> None:
    new = NewItem(theme=known.get(talk.title), title=talk.title, minutes=30)
    assert meeting.starts is not None
    item = meetings.add_item(meeting=meeting, new=new, at=meeting.starts - timedelta(days=12))
    after = meeting.starts + timedelta(hours=1)
    if talk.text:
        writer = planted.people[planted.story.coordinator]
        notes.write(item=item, sent=Sent(0, talk.text), actor=writer, at=after)
    for kind, text in talk.found:
        notes.note_outcome(
            meeting=meeting, found=_found(planted, kind, text), item=item, at=after + timedelta(minutes=5)
        )
    for where, stance, words in talk.steers:
        alderman = planted.seat(where, Seat.Role.ALDERMAN)
        if alderman is None:
            raise ValueError(f"{where} has no alderman")
        place = planted.municipality(where)
        meetings.steer(item=item, municipality=place, stance=stance, text=words, actor=alderman)


def _found(planted: Planted, kind: str, text: str) -> Found:
    if not kind.startswith("todo:"):
        return Found(kind, text)
    _kind, name, days = kind.split(":")
    return Found("todo", text, planted.people[name], planted.today + timedelta(days=int(days)))


def _hold(planted: Planted, meeting: Meeting, one: Gathering) -> None:
    at: datetime = meeting.starts or moment(planted.today)
    there = [member.name for member in planted.story.members if member.name not in one.absent]
    people = [planted.seat(name, role) for name in there for role in ROLES[one.audience]]
    people.append(planted.people[planted.story.coordinator])
    for person in people:
        if person is not None:
            meetings.mark(meeting=meeting, person=person, came=True, at=at + timedelta(minutes=10))
    _afterwards(planted, meeting, one)


ROLES = {
    "officers": (Seat.Role.OFFICER,),
    "aldermen": (Seat.Role.ALDERMAN,),
    "both": (Seat.Role.ALDERMAN, Seat.Role.OFFICER),
}


def _afterwards(planted: Planted, meeting: Meeting, one: Gathering) -> None:
    """What people took home, and which aldermen heard of it."""
    assert meeting.ends is not None
    at = meeting.ends + timedelta(hours=20)
    for where, text in one.takes:
        reports.take_home(meeting=meeting, text=text, actor=_officer(planted, where), at=at)
    for where in one.told:
        officer, place = _officer(planted, where), planted.municipality(where)
        text = draft(meeting, place, to=planted.seat(where, Seat.Role.ALDERMAN), by=officer)
        reports.send_report(meeting=meeting, municipality=place, text=text, actor=officer, at=at)


def _tie(planted: Planted, held: Mapping[str, Meeting]) -> None:
    """Harvest that came from one of these meetings, tied to it."""
    for crop in harvest_of(planted.partnership):
        meeting = held.get(crop.source)
        if (
            meeting is not None
            and meeting.starts is not None
            and timezone.localdate(meeting.starts) < crop.gained_on
        ):
            crop.meeting, crop.source = meeting, ""
            crop.save(update_fields=["meeting", "source"])


def _look_forward(planted: Planted, meeting: Meeting, one: Gathering) -> None:
    """Some said already that they come; the aldermen have the themes."""
    for member in planted.story.members[:2]:
        officer = planted.seat(member.name, Seat.Role.OFFICER)
        if officer is not None:
            meetings.answer(meeting=meeting, person=officer, coming="yes", actor=officer)
    if one.talks and one.days >= -10:
        meetings.send_brief(meeting=meeting)


def _seek(planted: Planted, title: str) -> None:
    options = [
        moment(planted.today + timedelta(days=days), hour) for days, hour in ((45, 10), (47, 14), (52, 14))
    ]
    meeting = meetings.look_for_date(
        partnership=planted.partnership,
        draft=Draft(title, "officers", about="We bezoeken samen een plek waar het al werkt."),
        options=[When(one, one + LASTS) for one in options],
        actor=planted.people[planted.story.coordinator],
    )
    keys = [one.pk for one in meeting.options.all()]
    for number, member in enumerate(planted.story.members[:3]):
        officer = planted.seat(member.name, Seat.Role.OFFICER)
        if officer is not None:
            said = {key: ("yes", "maybe", "no")[(place + number) % 3] for place, key in enumerate(keys)}
            said[keys[1]] = "yes"
            meetings.answer_dates(meeting=meeting, person=officer, answers=said, actor=officer)
