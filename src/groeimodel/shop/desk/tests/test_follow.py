"""The customer follows the request by a secret link: sees its state, answers, says yes, takes it back (claim B10)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.shop.desk import guarding, services
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.promising import promised
from groeimodel.shop.desk.tests.kit import CUSTOMER, now, open_desk, received

SOON = timezone.localdate() + timedelta(days=40)


@pytest.fixture
def request_(cast: Cast) -> Request:
    cache.clear()
    open_desk(cast)
    return received(cast)


def page(request: Request) -> str:
    return reverse("desk:state", args=[request.token])


def handled(cast: Cast, request: Request, deed: str, **told: object) -> None:
    with scope(partnership=cast.partnership):
        getattr(services, deed)(request=request, actor=cast.bram, **told)


@pytest.mark.claim("B10")
def test_each_state_is_told_by_mail_and_on_the_page(client: Client, cast: Cast, request_: Request) -> None:
    told: list[tuple[str, dict[str, Any], str, str]] = [
        ("reply", {"text": "We kijken het na."}, "We zijn ermee bezig", Request.State.BUSY),
        ("reply", {"text": "Hoe laat?", "asks": True}, "antwoord nodig", Request.State.ASKED),
        (
            "propose",
            {"text": "Bus en coach", "price": Decimal("75.50"), "day": SOON},
            "75,5",
            Request.State.ASKED,
        ),
        (
            "agree",
            {"what": "De coach komt", "day": SOON, "price": Decimal(0)},
            "Gratis",
            Request.State.AGREED,
        ),
        ("decline", {"why": "De bus is stuk"}, "De bus is stuk", Request.State.DECLINED),
    ]
    for what, words, says, state in told:
        before = len(mails_to(CUSTOMER))
        handled(cast, request_, what, **words)
        assert len(mails_to(CUSTOMER)) == before + 1, what
        assert link_in(last_mail_to(CUSTOMER), "/aanvraag/") == page(request_)
        assert says in client.get(page(request_)).text
        assert now(request_).state == state


@pytest.mark.claim("B10")
def test_the_customer_says_yes_to_a_proposal(client: Client, cast: Cast, request_: Request) -> None:
    handled(cast, request_, "propose", text="Eerst dit", day=SOON)
    handled(cast, request_, "propose", text="Of toch dit", price=Decimal(40), day=SOON + timedelta(days=1))
    assert "Ja, dat is goed" in client.get(page(request_)).text
    answer = client.post(page(request_), {"doen": "ja"}, follow=True)
    assert "Afgesproken" in answer.text
    kept = now(request_)
    assert (kept.state, kept.agreed_what, kept.agreed_on, kept.price) == (
        Request.State.AGREED,
        "Of toch dit",
        SOON + timedelta(days=1),
        Decimal("40.00"),
    )
    assert "zegt ja" in last_mail_to(cast.bram).text


def test_yes_without_a_proposal_is_nothing(client: Client, request_: Request) -> None:
    client.post(page(request_), {"doen": "ja"})
    assert now(request_).state == Request.State.NEW


def test_a_message_gives_the_word_back_to_the_shop(client: Client, cast: Cast, request_: Request) -> None:
    handled(cast, request_, "reply", text="Hoe laat?", asks=True)
    assert now(request_).answer_by is None
    client.post(page(request_), {"doen": "bericht", "text": "Om 20 uur"})
    kept = now(request_)
    assert (kept.state, kept.answer_by) == (Request.State.BUSY, promised(timezone.localdate(), 5))
    assert "nieuw bericht" in last_mail_to(cast.bram).text
    assert "Om 20 uur" in client.get(page(request_)).text


def test_a_message_does_not_put_off_the_first_promise(client: Client, cast: Cast) -> None:
    open_desk(cast)
    long_ago = received(cast, at=timezone.now() - timedelta(days=20))
    client.post(page(long_ago), {"doen": "bericht", "text": "Hallo?"})
    kept = now(long_ago)
    assert (kept.state, kept.answer_by) == (Request.State.NEW, kept.promised_on)


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_message_is_said(client: Client, request_: Request, text: str) -> None:
    answer = client.post(page(request_), {"doen": "bericht", "text": text})
    assert answer.status_code == 422
    assert "verplicht" in answer.text


def test_taking_it_back(client: Client, cast: Cast, request_: Request) -> None:
    answer = client.post(
        page(request_), {"doen": "intrekken", "waarom": "De fuif gaat niet door"}, follow=True
    )
    assert "Je trok je aanvraag in" in answer.text
    kept = now(request_)
    assert (kept.state, kept.answer_by, kept.closed_on) == (
        Request.State.WITHDRAWN,
        None,
        timezone.localdate(),
    )
    assert "trok de aanvraag in" in last_mail_to(cast.finn).text
    client.post(page(request_), {"doen": "bericht", "text": "Toch wel"})
    assert now(request_).state == Request.State.WITHDRAWN


def test_the_customer_never_sees_what_is_inner(client: Client, cast: Cast, request_: Request) -> None:
    handled(cast, request_, "note", text="Lastige klant")
    handled(cast, request_, "assign", handler=cast.celia)
    shown = client.get(page(request_)).text
    assert "Lastige klant" not in shown
    assert "Celia" not in shown
    assert not any("Lastige" in mail.text for mail in mails_to(CUSTOMER))


def test_a_guessed_link_shows_nothing(client: Client, request_: Request) -> None:
    assert client.get(reverse("desk:state", args=["x" * 32])).status_code == 404
    assert client.get(reverse("desk:state", args=[str(request_.pk)])).status_code == 404


def test_the_page_is_for_no_search_engine_and_no_cache(client: Client, request_: Request) -> None:
    answer = client.get(page(request_))
    assert 'name="robots" content="noindex"' in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_the_secret_does_not_stand_in_logs(request_: Request) -> None:
    import logging

    from groeimodel.foundation.logs import WithoutLinks

    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "Not Found: %s", (page(request_),), None
    )
    WithoutLinks().filter(record)
    assert request_.token not in record.getMessage()
    assert "/aanvraag/" in record.getMessage()


def test_too_many_messages_are_stopped(client: Client, request_: Request) -> None:
    codes = {
        client.post(page(request_), {"doen": "bericht", "text": "Hallo"}).status_code
        for _time in range(guarding.MOST_SAID)
    }
    assert codes == {302}
    assert client.post(page(request_), {"doen": "bericht", "text": "Hallo"}).status_code == 422
    stopped = client.post(page(request_), {"doen": "intrekken"}, follow=True)
    assert "Probeer het over een uur opnieuw" in stopped.text


def test_old_links_of_mails_end(client: Client, cast: Cast, request_: Request) -> None:
    assert client.get(reverse("desk:confirm", args=["onzin"])).status_code == 410
    assert client.post(reverse("desk:confirm", args=["onzin"])).status_code == 410
    assert client.get(reverse("desk:rate", args=["onzin"])).status_code == 410


def test_promised_days_skip_weekends_and_holidays() -> None:
    assert promised(date(2027, 3, 25), 5) == date(2027, 4, 2)
