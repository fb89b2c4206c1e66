"""A session from one page (claim I2): choose it and its moment, run it step by step, and keep what was agreed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.content.sessions import sessions
from groeimodel.foundation.asks import Here
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import mails_to
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, When
from groeimodel.soil.notes.models import Outcome
from groeimodel.support.region import services
from groeimodel.support.region.asking import asks_of
from groeimodel.support.region.models import Session
from groeimodel.support.region.tests.kit import inside, open_up
from groeimodel.support.region.tools import tools_of

pytestmark = pytest.mark.django_db
HERE = "region:session"


def planned(cast: Cast, days: int = 5) -> Meeting:
    with inside(cast.partnership):
        starts = timezone.localtime().replace(hour=13, minute=0) + timedelta(days=days)
        return meetings.plan(
            partnership=cast.partnership,
            draft=Draft("Regionaal overleg", "both"),
            when=When(starts, starts + timedelta(hours=2)),
            actor=cast.finn,
        )


def prepared(cast: Cast, kind: str = "scan", meeting: Meeting | None = None) -> Session:
    open_up(cast.partnership)
    with inside(cast.partnership):
        return services.prepare(partnership=cast.partnership, kind=kind, meeting=meeting, actor=cast.els)


@pytest.mark.claim("I2")
def test_prepare_on_a_planned_meeting_and_run_it_to_the_end(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    meeting = planned(cast)
    client.force_login(cast.els)
    page = client.get(reverse(HERE, args=["testland"]), {"soort": "gauge"}).text
    assert "Regionaal overleg" in page
    assert 'value="gauge" checked' in page
    answer = client.post(reverse(HERE, args=["testland"]), {"kind": "scan", "when": str(meeting.pk)})
    run = answer["Location"]
    page = client.get(run).text
    for name in ("live:list", "scan:rounds", "presentation:own_start"):
        assert reverse(name, args=["testland"]) in page
    assert reverse("presentation:own_notes", args=["testland", 1]) in page
    assert timezone.localtime(meeting.starts).strftime("%H:%M") in page
    client.post(run, {"do": "begin"})
    client.post(run, {"do": "tick", "step": "why"})
    client.post(run, {"do": "tick", "step": "open"})
    client.post(run, {"do": "untick", "step": "open"})
    assert "1 van 5 stappen gedaan" in client.get(run).text
    client.post(run, {"do": "jot", "text": "De zaal is klein."})
    assert "De zaal is klein." in client.get(run).text, "what was kept is still there later"

    today = timezone.localdate()
    done = client.post(
        f"{run}klaar/",
        {
            "agreed": "Celia belt de schepen\n\n  Bram noteert oogst ",
            "lesson": "Begin met een rondje",
            "learned": "Dan praat iedereen.",
            "next_title": "Terugkijken",
            "day": today + timedelta(days=60),
            "begin": "10:00",
            "end": "12:00",
        },
    )
    assert done["Location"] == reverse("region:partnership", args=["testland"])
    with inside(cast.partnership):
        session = Session.objects.get()
        assert session.state == "done"
        assert [one.text for one in Outcome.objects.filter(meeting=meeting)] == [
            "Celia belt de schepen",
            "Bram noteert oogst",
        ]
        assert Lesson.objects.get().title == "Begin met een rondje"
        assert session.lesson is not None
        again = Meeting.objects.exclude(pk=meeting.pk).get()
        assert again.title == "Terugkijken"
    assert any("Terugkijken" in mail.subject for mail in mails_to(cast.bram))
    client.force_login(cast.finn)
    timeline = client.get(reverse("members:timeline", args=["testland"])).text
    assert "Els leidde een sessie: Samen de groeiscan doen" in timeline
    assert "Celia belt de schepen" in client.get(meeting.get_absolute_url()).text


@pytest.mark.claim("I2")
@pytest.mark.parametrize("kind", list(sessions().kinds))
def test_every_tool_of_every_kind_opens_for_the_supporter(client: Client, cast: Cast, kind: str) -> None:
    session = prepared(cast, kind)
    client.force_login(cast.els)
    assert client.get(session.get_absolute_url()).status_code == 200
    with inside(cast.partnership):
        tools = tools_of(cast.partnership)
    content = sessions().kinds[kind]
    for name in {*content.tools, *(step.tool for step in content.steps if step.tool)} - {"poster"}:
        assert client.get(tools[name].url, follow=True).status_code == 200, name


def test_a_new_moment_invites_everybody_at_once(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    client.force_login(cast.els)
    day = timezone.localdate() + timedelta(days=20)
    sent = {"kind": "roles", "when": "nieuw", "day": day, "begin": "14:00", "end": "16:00"}
    client.post(reverse(HERE, args=["testland"]), sent)
    with inside(cast.partnership):
        session = Session.objects.select_related("meeting").get()
        assert session.meeting is not None
        assert timezone.localtime(session.meeting.starts).date() == day
    assert any("Wie doet wat?" in mail.subject for mail in mails_to(cast.amina))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"when": "later"}, "Kies welke sessie"),
        ({"kind": "scan", "when": "nieuw"}, "Kies een dag."),
        (
            {"kind": "scan", "when": "nieuw", "day": "2020-01-01", "begin": "14:00", "end": "16:00"},
            "de komende drie jaar",
        ),
        (
            {"kind": "scan", "when": "nieuw", "day": "9998-01-01", "begin": "14:00", "end": "13:00"},
            "na het begin",
        ),
        ({"kind": "onzin", "when": "later"}, "onzin"),
    ],
)
def test_mistakes_are_told_and_what_was_typed_stays(
    client: Client, cast: Cast, sent: dict[str, str], said: str
) -> None:
    open_up(cast.partnership)
    client.force_login(cast.els)
    answer = client.post(reverse(HERE, args=["testland"]), sent)
    assert answer.status_code == 422
    assert said in answer.text
    with inside(cast.partnership):
        assert not Session.objects.exists()


def test_a_session_that_is_done_is_reopened_without_noting_twice(client: Client, cast: Cast) -> None:
    meeting = planned(cast)
    session = prepared(cast, meeting=meeting)
    client.force_login(cast.els)
    run = session.get_absolute_url()
    client.post(f"{run}klaar/", {"agreed": "Eén ding"})
    assert client.post(f"{run}klaar/", {"agreed": "Nog iets"}).status_code == 422
    with inside(cast.partnership), pytest.raises(ValidationError):
        services.tick(session=session, step="why", done=True, actor=cast.els)
    client.post(run, {"do": "reopen"})
    client.post(f"{run}klaar/", {"agreed": "Eén ding\nEen tweede"})
    with inside(cast.partnership):
        assert [one.text for one in Outcome.objects.all()] == ["Eén ding", "Een tweede"]


def test_a_session_is_dropped_and_its_meeting_stays(client: Client, cast: Cast) -> None:
    meeting = planned(cast)
    session = prepared(cast, meeting=meeting)
    client.force_login(cast.els)
    address = f"{session.get_absolute_url()}weg/"
    assert "Deze sessie schrappen?" in client.get(address).text
    client.post(address)
    with inside(cast.partnership):
        assert not Session.objects.exists()
        assert Meeting.objects.filter(pk=meeting.pk, cancelled_at=None).exists()


def test_the_page_of_the_meeting_says_that_it_is_prepared_and_no_notes(client: Client, cast: Cast) -> None:
    meeting = planned(cast)
    session = prepared(cast, meeting=meeting)
    with inside(cast.partnership):
        services.jot(session=session, text="Let op Bram.", actor=cast.els)
    client.force_login(cast.bram)
    page = client.get(meeting.get_absolute_url()).text
    assert "Samen de groeiscan doen (80 minuten)" in page
    assert "Let op Bram." not in page


def test_what_runs_or_is_today_is_asked_of_who_leads_it(cast: Cast) -> None:
    session = prepared(cast, meeting=planned(cast, days=0))
    with inside(cast.partnership):
        parts = parts_in(cast.els, cast.partnership)
        here = Here(cast.els, cast.partnership, parts, timezone.localdate())
        assert [one.title for one in asks_of(here)] == ["Leid de sessie: Samen de groeiscan doen"]
        services.begin(session=session, actor=cast.els)
        assert [one.title for one in asks_of(here)] == ["Rond de sessie af: Samen de groeiscan doen"]


@pytest.mark.parametrize("who", ["amina", "bram", "finn", "daan"])
def test_only_the_supporter_prepares_and_runs(client: Client, cast: Cast, who: str) -> None:
    session, actor = prepared(cast), getattr(cast, who)
    client.force_login(actor)
    for path in ("", "klaar/", "weg/"):
        assert client.get(f"{session.get_absolute_url()}{path}").status_code == 403
    with inside(cast.partnership):
        for call in (
            lambda: services.begin(session=session, actor=actor),
            lambda: services.jot(session=session, text="x", actor=actor),
            lambda: services.prepare(partnership=cast.partnership, kind="scan", actor=actor),
            lambda: services.finish(session=session, after=services.Afterwards(), actor=actor),
            lambda: services.drop(session=session, actor=actor),
        ):
            with pytest.raises(PermissionDenied):
                call()


def test_a_meeting_of_another_partnership_is_refused(cast: Cast) -> None:
    open_up(cast.partnership)
    with inside(cast.elsewhere):
        starts = timezone.now() + timedelta(days=3)
        strange = Meeting.objects.create(
            partnership=cast.elsewhere, title="Elders", starts=starts, ends=starts + timedelta(hours=1)
        )
    with inside(cast.partnership), pytest.raises(ValidationError):
        services.prepare(partnership=cast.partnership, kind="scan", meeting=strange, actor=cast.els)
