"""What a phone meets: the code, who it is, answers with and without a script, and what the server says back."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.live import selectors, services
from groeimodel.gauge.live.models import Answer, Participant, Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(cast: Cast) -> Session:
    cache.clear()
    selectors._stands.clear()
    with scope(partnership=cast.partnership):
        found = services.open_session(
            partnership=cast.partnership,
            source="scan_short",
            pace="together",
            confidential=False,
            actor=cast.finn,
        )
        services.steer(session=found, do="begin", actor=cast.finn)
    return found


def phone_of(client: Client, cast: Cast, session: Session) -> str:
    """The address of a phone that just came in."""
    join = reverse("live:join", args=[session.code])
    answer = client.post(join, {"role": "officer", "municipality": cast.municipality.pk})
    assert answer.status_code == 302
    return str(answer["Location"])


@pytest.mark.claim("I2")
def test_from_six_digits_to_an_answer_without_a_script(cast: Cast, session: Session, client: Client) -> None:
    spaced = f"{session.code[:3]} {session.code[3:]}"
    answer = client.post(reverse("live:enter"), {"code": spaced})
    assert answer["Location"] == reverse("live:join", args=[session.code])
    phone = phone_of(client, cast, session)
    page = client.get(phone).content.decode()
    assert session.asked[0]["texts"]["officer"] in page
    key = session.asked[0]["key"]
    assert client.post(phone, {"key": key, "answer": "4"}).status_code == 302
    assert Answer.objects.get().value == 4
    assert 'value="4" checked' in client.get(phone).content.decode()


def test_a_phone_needs_no_cookie(cast: Cast, session: Session) -> None:
    phone = phone_of(Client(), cast, session)
    strict = Client(enforce_csrf_checks=True)
    body = json.dumps([{"key": session.asked[0]["key"], "question": "answer", "value": None}])
    answer = strict.post(phone, body, content_type="application/json")
    assert answer.json() == {"kept": [[session.asked[0]["key"], "answer", None]]}
    assert Answer.objects.get().value is None


def test_a_whole_outbox_at_once_and_twice(cast: Cast, session: Session, client: Client) -> None:
    phone = phone_of(client, cast, session)
    body = json.dumps([{"key": one["key"], "question": "answer", "value": 3} for one in session.asked])
    for _ in range(2):
        assert client.post(phone, body, content_type="application/json").status_code == 200
    assert Answer.objects.count() == len(session.asked)


@pytest.mark.parametrize(
    "body", ["[", "{}", "7", '[{"key": 1}]', '[{"key":"a","question":"answer","value":3}]']
)
def test_nonsense_is_answered_kindly(cast: Cast, session: Session, client: Client, body: str) -> None:
    phone = phone_of(client, cast, session)
    answer = client.post(phone, body, content_type="application/json")
    assert answer.status_code in (200, 422)
    assert not Answer.objects.exists()


def test_wrong_codes_are_few(session: Session, client: Client) -> None:
    other = "000000" if session.code != "000000" else "000001"
    for _ in range(60):
        client.post(reverse("live:enter"), {"code": other})
    page = client.post(reverse("live:enter"), {"code": session.code})
    assert page.status_code == 422
    assert "Te veel foute codes" in page.content.decode()
    assert client.get(reverse("live:join", args=[other])).status_code == 429
    assert client.get(reverse("live:join", args=[session.code])).status_code == 429, (
        "not even the right one tells"
    )


@pytest.mark.parametrize(("code", "says"), [("12", "zes cijfers"), ("abc def", "zes cijfers"), ("999999", "loopt er geen sessie")])  # fmt: skip
def test_a_wrong_code_is_told(client: Client, code: str, says: str) -> None:
    page = client.post(reverse("live:enter"), {"code": code})
    assert page.status_code == 422
    assert says in page.content.decode()


def test_what_a_phone_asks_every_two_seconds_costs_almost_nothing(
    session: Session, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("live:stand", args=[session.watch])
    with django_assert_max_num_queries(1):
        assert client.get(address).json() == {"version": 2, "state": "asking", "at": 0, "paused": False}
    with django_assert_max_num_queries(0):
        client.get(address)


def test_an_answer_is_two_queries(
    cast: Cast, session: Session, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    phone = phone_of(client, cast, session)
    body = json.dumps([{"key": session.asked[0]["key"], "question": "answer", "value": 2}])
    with django_assert_max_num_queries(4):
        client.post(phone, body, content_type="application/json")


def test_nobody_else_reads_a_phone(cast: Cast, session: Session, client: Client) -> None:
    phone = phone_of(client, cast, session)
    token = Participant.objects.get().token
    assert client.get(phone.replace(token, "onzin")).status_code == 404
    assert client.get(phone.replace(session.code, "123123")).status_code == 404


def test_after_the_end_every_page_says_so(cast: Cast, session: Session, client: Client) -> None:
    phone = phone_of(client, cast, session)
    with scope(partnership=cast.partnership):
        services.steer(session=session, do="end", actor=cast.finn)
    body = json.dumps([{"key": session.asked[0]["key"], "question": "answer", "value": 2}])
    assert client.post(phone, body, content_type="application/json").status_code == 409
    assert client.post(phone, {"key": session.asked[0]["key"], "answer": "2"}).status_code == 409
    assert client.get(reverse("live:join", args=[session.code])).status_code == 410
    assert client.get(phone).status_code == 200


def test_the_screen_says_how_many_and_never_what(cast: Cast, session: Session, client: Client) -> None:
    for _ in range(2):
        phone = phone_of(Client(), cast, session)
        Client().post(phone, {"key": session.asked[0]["key"], "answer": "4"})
    client.force_login(cast.finn)
    stand = reverse("live:screen", args=[cast.partnership.slug, session.pk])
    answer = client.get(stand)
    assert "<strong>2</strong> van de 2 antwoordden" in answer.content.decode()
    assert client.get(stand, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    client.post(reverse("live:steer", args=[cast.partnership.slug, session.pk]), {"do": "reveal"})
    assert "Minder dan drie mensen antwoordden" in client.get(stand).content.decode()


def test_five_hundred_on_one_screen_fit_in_a_page(cast: Cast, session: Session, client: Client) -> None:
    rows = [Participant(session=session, role=("officer", "alderman")[n % 2], municipality=cast.municipality) for n in range(500)]  # fmt: skip
    people = Participant.objects.bulk_create(rows)
    Answer.objects.bulk_create(
        [Answer(participant=one, key=session.asked[0]["key"], question="answer", value=4) for one in people]
    )
    with scope(partnership=cast.partnership):
        services.steer(session=session, do="reveal", actor=cast.finn)
    client.force_login(cast.finn)
    page = client.get(session.get_absolute_url()).content
    assert page.count(b"<circle") + page.count(b"<rect") >= 500
    assert len(page) < 100_000


@pytest.mark.parametrize(
    "value", ["Infinity", "-Infinity", "NaN", "1e999", "9" * 5000, '"\\ud800"', "[" * 30_000]
)
def test_what_is_no_answer_is_refused_in_words(
    cast: Cast, session: Session, client: Client, value: str
) -> None:
    body = f'[{{"key": "{session.asked[0]["key"]}", "question": "answer", "value": {value}}}]'
    answer = client.post(phone_of(client, cast, session), body, content_type="application/json")
    assert answer.status_code in (413, 422)
    assert Answer.objects.count() == 0
