"""Answering: by the link of a mail, on a phone, page by page; nothing is lost and nothing comes in late."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.models import Round, Sheet
from groeimodel.gauge.expectations.tests.asking import open_round, sheet_of, speak

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(cast: Cast) -> Round:
    with scope(partnership=cast.partnership):
        return open_round(cast)


def test_the_whole_way_without_an_account(cast: Cast, round: Round, client: Client) -> None:
    sheet = sheet_of(round, cast.bram)
    page = client.post(reverse("expectations:start", args=[sheet.token]), {"words": "Uren."}, follow=True)
    for _ in round.asked:
        page = client.post(page.redirect_chain[-1][0] if page.redirect_chain else page.request["PATH_INFO"], {"importance": "5", "met": "2"}, follow=True)  # fmt: skip
    assert page.request["PATH_INFO"].endswith("/inschatten/")
    page = client.post(page.request["PATH_INFO"], {"guess-use": "4"}, follow=True)
    page = client.post(page.request["PATH_INFO"], follow=True)
    assert "je bent gehoord" in page.content.decode()
    sheet.refresh_from_db()
    assert sheet.words == "Uren."
    assert set(sheet.importance.values()) == {5}
    assert sheet.guesses == {"use": 4}
    assert sheet.submitted_at is not None


def test_each_page_keeps_what_it_got(cast: Cast, round: Round, client: Client) -> None:
    sheet = sheet_of(round, cast.bram)
    client.post(reverse("expectations:one", args=[sheet.token, 1]), {"importance": "3"})
    client.post(reverse("expectations:one", args=[sheet.token, 2]), {"met": "4"})
    sheet.refresh_from_db()
    assert (sheet.importance, sheet.fulfilment) == ({"learn": 3}, {"use": 4})
    client.post(reverse("expectations:one", args=[sheet.token, 1]), {})
    sheet.refresh_from_db()
    assert sheet.importance == {}, "what is left open again is open"


def test_until_the_round_closes_one_may_change_ones_mind(cast: Cast, round: Round) -> None:
    sheet = speak(round, cast.bram, 5, 5)
    services.answer(sheet=sheet, key="learn", importance=1, fulfilment=1)
    sheet.refresh_from_db()
    assert sheet.importance["learn"] == 1
    with scope(partnership=cast.partnership):
        services.close_round(round=round, actor=cast.finn)
    for late in (
        lambda: services.answer(sheet=sheet, key="learn", importance=5, fulfilment=5),
        lambda: services.say(sheet=sheet, words="Nog iets"),
        lambda: services.guess(sheet=sheet, guesses={"use": 1}),
        lambda: services.submit(sheet=sheet),
    ):
        with pytest.raises(services.RoundIsClosed):
            late()  # type: ignore[no-untyped-call]


def test_what_does_not_exist_is_refused(cast: Cast, round: Round) -> None:
    sheet = sheet_of(round, cast.bram)
    with pytest.raises(ValidationError):
        services.answer(sheet=sheet, key="nonsense", importance=3, fulfilment=3)
    with pytest.raises(ValidationError):
        services.answer(sheet=sheet, key="learn", importance=6, fulfilment=3)
    with pytest.raises(ValidationError):
        services.guess(sheet=sheet, guesses={"learn": 0})
    with pytest.raises(ValidationError, match="minstens één"):
        services.submit(sheet=sheet)


def test_a_closed_round_has_a_kind_page(cast: Cast, round: Round, client: Client) -> None:
    sheet = sheet_of(round, cast.bram)
    with scope(partnership=cast.partnership):
        services.close_round(round=round, actor=cast.finn)
    page = client.get(reverse("expectations:one", args=[sheet.token, 1]))
    assert page.status_code == 410
    assert "Naar de graadmeter" in page.content.decode()
    assert client.get(reverse("expectations:start", args=["onzin"])).status_code == 404


def test_who_took_a_seat_after_the_opening_can_speak_too(cast: Cast, round: Round, client: Client) -> None:
    late = person("Ida")
    with scope(partnership=cast.partnership):
        membership = Membership.objects.get(partnership=cast.partnership, municipality=cast.neighbour)
        partners.fill_seat(membership=membership, role="alderman", person=late, since=membership.starts)
    client.force_login(late)
    page = client.get(reverse("expectations:mine", args=[cast.partnership.slug]))
    assert page.status_code == 302
    assert Sheet.objects.get(round=round, person=late).token in page["Location"]


def test_who_holds_no_seat_has_nothing_to_answer_here(cast: Cast, round: Round) -> None:
    for one in (cast.finn, cast.daan):
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.sheet_for(round=round, actor=one)
