"""The pages of meetings, as their users use them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.meetings import services
from groeimodel.soil.meetings.models import Attendance, Item, Meeting
from groeimodel.soil.meetings.services import Draft, When
from groeimodel.soil.meetings.tests.test_brief import link_in
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.services import Proposal

pytestmark = pytest.mark.django_db


def url(cast: Cast, name: str, *args: object) -> str:
    return reverse(f"meetings:{name}", args=[cast.partnership.slug, *args])


def one(cast: Cast) -> Meeting:
    with scope(partnership=cast.partnership):
        return Meeting.objects.get()


FORM = {"title": "Ontmoeting", "audience": "officers", "place": "Zaal", "video_url": "", "about": ""}


def test_planning_with_the_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    day = timezone.localdate() + timedelta(days=30)
    data = {**FORM, "day_0": day.isoformat(), "from_0": "14:00", "until_0": "16:00"}
    assert client.post(url(cast, "plan", "datum"), data).status_code == 302
    assert f"{timezone.localtime(one(cast).starts):%H:%M}" == "14:00"


def test_everything_that_is_wrong_is_said_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    data = {
        "title": "",
        "audience": "x",
        "video_url": "geen adres",
        "day_0": "ooit",
        "from_0": "16:00",
        "until_0": "14:00",
    }
    answer = client.post(url(cast, "plan", "datum"), data)
    assert answer.status_code == 422
    assert answer.text.count("field__error") >= 4


def test_a_series_and_a_search_with_the_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    days = [(timezone.localdate() + timedelta(days=30 + number)).isoformat() for number in range(3)]
    moments: dict[str, str] = {}
    for number, day in enumerate(days):
        moments |= {f"day_{number}": day, f"from_{number}": "10:00", f"until_{number}": "12:00"}
    assert client.post(url(cast, "plan", "zoeken"), {**FORM, **moments}).status_code == 302
    meeting = one(cast)
    assert meeting.options.count() == 3
    assert "Wanneer past het?" in client.get(url(cast, "meeting", meeting.pk)).text
    data = {**FORM, "day_0": days[0], "from_0": "10:00", "until_0": "12:00", "every_weeks": "6", "times": "4"}
    assert client.post(url(cast, "plan", "reeks"), data).status_code == 302
    with scope(partnership=cast.partnership):
        assert Meeting.objects.exclude(series=None).count() == 4


@pytest.mark.claim("P1")
def test_answering_from_the_mail_without_signing_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    day = timezone.localdate() + timedelta(days=30)
    data = {**FORM, "day_0": day.isoformat(), "from_0": "14:00", "until_0": "16:00"}
    client.post(url(cast, "plan", "datum"), data)
    client.logout()
    link = link_in(OutgoingMail.objects.get(name="Celia"))
    assert "Ik kom" in client.get(link).text
    assert client.post(link, {"coming": "yes"}).status_code == 302
    assert client.post(link, {"coming": "misschien wel"}).status_code == 302
    assert Attendance.objects.get(person=cast.celia).coming == "yes"
    with scope(partnership=cast.partnership):
        services.cancel(meeting=one(cast), reason="Ziek", actor=cast.bram)
    assert "gaat niet door" in client.get(link).text


def held(cast: Cast, days: float = -1) -> Meeting:
    starts = timezone.now() + timedelta(days=days)
    with scope(partnership=cast.partnership):
        return services.plan(
            partnership=cast.partnership,
            draft=Draft("Ontmoeting", "both"),
            when=When(starts, starts + timedelta(hours=2)),
            actor=cast.finn,
        )


def test_one_tap_a_person(client: Client, cast: Cast) -> None:
    meeting = held(cast)
    client.force_login(cast.bram)
    page = url(cast, "presence", meeting.pk)
    assert "Celia" in client.get(page).text
    client.post(page, {"person": cast.celia.pk, "came": "ja"})
    assert Attendance.objects.get(person=cast.celia).came
    client.post(page, {"person": cast.celia.pk, "came": "nee"})
    assert not Attendance.objects.get(person=cast.celia).came
    assert client.post(page, {"person": "onzin", "came": "ja"}).status_code == 404


def test_making_the_agenda(client: Client, cast: Cast) -> None:
    meeting = held(cast, days=20)
    with scope(partnership=cast.partnership):
        for title, backers in (
            ("Kampen", [cast.celia]),
            ("Fuiven", []),
            ("Lokalen", [cast.celia, cast.amina]),
        ):
            theme = themes.propose(partnership=cast.partnership, proposal=Proposal(title), actor=cast.bram)
            for backer in backers:
                themes.back(theme=theme, actor=backer)
    client.force_login(cast.finn)
    client.post(url(cast, "add_themes", meeting.pk))
    client.post(url(cast, "agenda", meeting.pk), {"title": "Rondje", "minutes": "20"})
    titles = [item.title for item in Item.objects.all()]
    assert titles == ["Lokalen", "Kampen", "Fuiven", "Rondje"]
    last = Item.objects.get(title="Rondje")
    client.post(url(cast, "move_item", meeting.pk, last.pk), {"up": "ja"})
    assert [item.title for item in Item.objects.all()] == ["Lokalen", "Kampen", "Rondje", "Fuiven"]
    client.post(url(cast, "change_item", meeting.pk, last.pk), {"title": "Rondje nieuws", "minutes": ""})
    client.post(url(cast, "remove_item", meeting.pk, Item.objects.get(title="Kampen").pk))
    assert [item.title for item in Item.objects.all()] == ["Lokalen", "Rondje nieuws", "Fuiven"]
    assert client.post(url(cast, "agenda", meeting.pk), {"title": "", "minutes": "x"}).status_code == 422


@pytest.mark.parametrize(
    ("ago", "says"),
    [([10, 52, 94], "1 week geleden"), ([90, 132, 174], "Het ritme is zoek"), ([], "Nog geen ontmoetingen")],
)
@pytest.mark.claim("P1")
def test_the_rhythm_is_told(client: Client, cast: Cast, ago: list[int], says: str) -> None:
    for days in ago:
        held(cast, days=-days)
    client.force_login(cast.finn)
    assert says in client.get(url(cast, "list")).text


@pytest.mark.claim("P16")
def test_aldermen_say_that_they_want_to_meet(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    client.post(url(cast, "interest"))
    assert "Jij wilt dit" in client.get(url(cast, "list")).text
    client.post(url(cast, "interest"))
    assert "Dat wil ik" in client.get(url(cast, "list")).text
    client.force_login(cast.bram)
    assert client.post(url(cast, "interest")).status_code == 403


@pytest.mark.parametrize("name", ["list", "meeting", "agenda", "presence"])
def test_queries_do_not_grow(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.finn)
    counts: list[int] = []
    for _ in range(3):
        meeting = held(cast)
        with scope(partnership=cast.partnership):
            for number in range(3):
                theme = themes.propose(
                    partnership=cast.partnership, proposal=Proposal(f"Thema {number}"), actor=cast.bram
                )
                services.add_item(meeting=meeting, new=services.NewItem(theme=theme), actor=cast.bram)
        args = [] if name == "list" else [meeting.pk]
        client.get(url(cast, name, *args))
        with CaptureQueriesContext(connection) as queries:
            client.get(url(cast, name, *args), {"vers": len(counts)})
        counts.append(len(queries))
    assert counts[1] == counts[2]
