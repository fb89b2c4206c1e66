"""Inside: the list, one request with all that can be done, and who may (claims B10, B16)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners.services import appoint
from groeimodel.foundation.testing.cast import SINCE, Cast, person
from groeimodel.foundation.testing.mailbox import last_mail_to, mails_to
from groeimodel.shop.desk import services
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.tests.kit import CUSTOMER, asked, booked, now, offer, open_desk, received, thing


def address(cast: Cast, name: str = "list", *args: int) -> str:
    return reverse(f"desk:{name}", args=[cast.partnership.slug, *args])


@pytest.fixture
def one(cast: Cast) -> Request:
    open_desk(cast)
    return received(cast)


def send(client: Client, cast: Cast, one: Request, doing: str, **told: object) -> Any:
    data = {f"{doing}-{name}": value for name, value in told.items()} | {"doen": doing}
    return client.post(address(cast, "request", one.pk), data)


@pytest.mark.claim("B16")
def test_an_officer_answers_and_so_follows_it_up(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.bram)
    assert "Tine Geheim" in client.get(address(cast, "request", one.pk)).text
    assert send(client, cast, one, "antwoord", text="Dat kan.").status_code == 302
    kept = now(one)
    assert (kept.state, kept.handler, kept.answered_on, kept.answer_days) == (
        Request.State.BUSY,
        cast.bram,
        timezone.localdate(),
        0,
    )
    assert "Dat kan." in last_mail_to(CUSTOMER).text


@pytest.mark.parametrize(
    ("doing", "told", "state"),
    [
        ("voorstel", {"text": "Op maat", "price": "12,50", "day": "2030-05-01"}, Request.State.ASKED),
        ("afspraak", {"what": "We komen", "day": "2030-05-01"}, Request.State.AGREED),
        ("nee", {"why": "Te ver"}, Request.State.DECLINED),
        ("antwoord", {"text": "Wanneer?", "asks": "on"}, Request.State.ASKED),
        ("nota", {"text": "Even bellen"}, Request.State.NEW),
    ],
)
def test_everything_is_done_on_the_page(
    client: Client, cast: Cast, one: Request, doing: str, told: dict[str, str], state: str
) -> None:
    client.force_login(cast.finn)
    assert send(client, cast, one, doing, **told).status_code == 302
    assert now(one).state == state


def test_a_form_that_is_wrong_keeps_what_was_typed(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.bram)
    answer = send(client, cast, one, "voorstel", text="Met de bus", price="veel", day="ooit")
    assert answer.status_code == 422
    assert "Met de bus</textarea>" in answer.text
    assert answer.text.count("field__error") == 2
    assert now(one).state == Request.State.NEW


def test_the_handler_is_told(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.finn)
    send(client, cast, one, "wie", handler=cast.celia.pk)
    assert now(one).handler == cast.celia
    assert "Jij volgt een aanvraag op" in last_mail_to(cast.celia).subject


def test_only_who_handles_requests_can_be_chosen(cast: Cast, one: Request) -> None:
    with scope(partnership=cast.partnership):
        for who in (cast.daan, cast.amina, cast.els):
            with pytest.raises(ValidationError):
                services.assign(request=one, handler=who, actor=cast.finn)


@pytest.mark.parametrize("who", ["daan", "amina", "els", None])
def test_others_do_not_handle(client: Client, cast: Cast, one: Request, who: str | None) -> None:
    if who:
        client.force_login(getattr(cast, who))
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.reply(request=one, text="Hallo", actor=getattr(cast, who))
    assert client.get(address(cast, "request", one.pk)).status_code == 403
    assert send(client, cast, one, "antwoord", text="Hallo").status_code == 403
    assert now(one).state == Request.State.NEW


def test_an_alderman_sees_the_list_without_contact_data(client: Client, cast: Cast, one: Request) -> None:
    received(cast, who="resident", organisation="")
    client.force_login(cast.amina)
    shown = client.get(address(cast)).text
    assert "Chiro Proef" in shown
    assert "een inwoner" in shown
    for secret in ("Tine", CUSTOMER, "0470", "onze fuif", one.token):
        assert secret not in shown


@pytest.mark.parametrize("who", ["daan", "hugo", None])
def test_guests_and_strangers_see_nothing(client: Client, cast: Cast, one: Request, who: str | None) -> None:
    hugo = person("Hugo")
    appoint(partnership=cast.partnership, person=hugo, kind="guest", since=SINCE)
    if who:
        client.force_login(hugo if who == "hugo" else cast.daan)
    for name in ("list", "bookables"):
        assert client.get(address(cast, name)).status_code == 403


def test_a_request_of_another_shop_is_not_found(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.daan)
    assert client.get(reverse("desk:request", args=[cast.elsewhere.slug, one.pk])).status_code == 404


def test_the_tabs(client: Client, cast: Cast, one: Request) -> None:
    late = received(cast, organisation="Laat vzw", at=timezone.now() - timedelta(days=30))
    mine = received(cast, organisation="Van mij vzw")
    closed = received(cast, organisation="Klaar vzw")
    asked(cast, organisation="Onbevestigd vzw")
    with scope(partnership=cast.partnership):
        services.reply(request=mine, text="Ja", asks=True, actor=cast.bram)
        services.decline(request=closed, why="Nee", actor=cast.finn)
    client.force_login(cast.bram)
    expected = {
        "open": {"Chiro Proef", "Laat vzw", "Van mij vzw"},
        "nieuw": {"Chiro Proef", "Laat vzw"},
        "telaat": {"Laat vzw"},
        "mijn": {"Van mij vzw"},
        "klaar": {"Klaar vzw"},
        "onzin": {"Chiro Proef", "Laat vzw", "Van mij vzw"},
    }
    names = {"Chiro Proef", "Laat vzw", "Van mij vzw", "Klaar vzw", "Onbevestigd vzw"}
    for what, shown in expected.items():
        text = client.get(address(cast) + f"?toon={what}").text
        assert {name for name in names if name in text} == shown, what
    assert late.pk


@pytest.mark.claim("B16")
def test_forty_requests_take_as_many_queries_as_one(
    client: Client, cast: Cast, one: Request, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(cast.bram)
    client.get("/over/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(address(cast))
    for number in range(40):
        more = received(cast, organisation=f"Club {number}", offer=offer(cast, f"Aanbod {number}"))
        with scope(partnership=cast.partnership):
            services.assign(request=more, handler=cast.bram)
    with django_assert_num_queries(len(few)):
        shown = client.get(address(cast)).text
    assert "Bladzijde 1 van 3" in shown
    assert "Bladzijde 3 van 3" in client.get(address(cast) + "?bladzijde=3").text


def test_a_long_history_takes_no_more_queries(
    client: Client, cast: Cast, one: Request, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(cast.bram)
    client.get("/over/")
    page = address(cast, "request", one.pk)
    with scope(partnership=cast.partnership):
        services.reply(request=one, text="Een", actor=cast.bram)
        services.note(request=one, text="Nota", actor=cast.bram)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    with scope(partnership=cast.partnership):
        for number in range(20):
            services.note(request=one, text=f"Nota {number}", actor=cast.celia)
    with django_assert_num_queries(len(few)):
        client.get(page)


def test_nothing_about_the_customer_stands_in_the_journal(cast: Cast, one: Request) -> None:
    from groeimodel.foundation.journal.models import Entry

    with scope(partnership=cast.partnership):
        services.reply(request=one, text="Geheim antwoord", actor=cast.bram)
        services.withdraw(request=one, text="Geheim")
    told = str(list(Entry.objects.filter(verb__startswith="desk.").values()))
    assert "desk.answered" in told
    for secret in ("Tine", "Chiro", CUSTOMER, "Geheim", one.token):
        assert secret not in told


def test_what_was_closed_too_soon_is_opened_again(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.bram)
    send(client, cast, one, "nee", why="Te ver")
    assert send(client, cast, one, "antwoord", text="Toch").status_code == 404
    client.post(address(cast, "request", one.pk), {"doen": "heropen"})
    kept = now(one)
    assert (kept.state, kept.closed_on, kept.why) == (Request.State.BUSY, None, "")
    with scope(partnership=cast.partnership):
        assert kept.lines.filter(kind=Line.Kind.REOPENED).exists()


def test_opening_the_desk(client: Client, cast: Cast) -> None:
    page = address(cast, "settings")
    client.force_login(cast.bram)
    assert client.get(page).status_code == 403
    client.force_login(cast.finn)
    assert "Open de balie" in client.get(address(cast)).text
    wrong = client.post(page, {"open": "on", "days": "0", "welcome": "Dag!", "keep_months": "99"})
    assert wrong.status_code == 422
    assert wrong.text.count("field__error") == 2
    assert "Dag!</textarea>" in wrong.text
    client.post(page, {"open": "on", "days": "3", "welcome": "Welkom bij ons!", "keep_months": "6"})
    shown = client.get(reverse("desk:ask", args=[cast.partnership.slug])).text
    assert "Welkom bij ons!" in shown
    assert "3 werkdagen" in shown
    assert len(mails_to(CUSTOMER)) == 0


def test_an_offer_shows_what_runs_for_it_and_what_can_be_booked(client: Client, cast: Cast) -> None:
    open_desk(cast)
    party = offer(cast)
    received(cast, offer=party)
    tent = thing(cast, title="Partytent", offer=party)
    page = reverse("counter:offer", args=[cast.partnership.slug, party.pk])
    client.force_login(cast.amina)
    shown = client.get(page).text
    assert "1 aanvraag loopt" in shown
    assert address(cast, "month", tent.pk) in shown
    hugo = person("Hugo")
    appoint(partnership=cast.partnership, person=hugo, kind="guest", since=SINCE)
    client.force_login(hugo)
    assert "aanvraag loopt" not in client.get(page).text


def test_what_is_asked_by_telephone_is_written_down(client: Client, cast: Cast) -> None:
    """Also while the public form is closed, and without a mail address."""
    page = address(cast, "take_down")
    told = {
        "offer": "anders",
        "who": "club",
        "organisation": "",
        "name": "Tine",
        "text": "Een tent",
        "municipality": str(cast.neighbour.pk),
        "email": "",
        "day": "2020-01-01",
    }
    client.force_login(cast.amina)
    assert client.post(page, told).status_code == 403
    client.force_login(cast.celia)
    wrong = client.post(page, told)
    assert wrong.status_code == 422
    assert wrong.text.count("field__error") == 2
    assert "Een tent</textarea>" in wrong.text
    assert client.post(page, told | {"organisation": "KSA", "day": ""}).status_code == 302
    with scope(partnership=cast.partnership):
        made = Request.objects.get()
    assert (made.state, made.municipality, made.received_on) == (
        Request.State.NEW,
        cast.neighbour,
        timezone.localdate(),
    )
    with scope(partnership=cast.partnership):
        services.reply(request=made, text="Dat kan", actor=cast.celia)  # no address: nobody is mailed
    assert not mails_to(CUSTOMER)


def test_a_wrong_offer_or_municipality_is_put_right(client: Client, cast: Cast, one: Request) -> None:
    party = offer(cast)
    client.force_login(cast.bram)
    told = {
        "organisation": "Chiro Proef",
        "name": "Tine Juist",
        "email": CUSTOMER,
        "municipality": str(cast.neighbour.pk),
        "offer": str(party.pk),
        "people": "90",
    }
    assert send(client, cast, one, "verbeter", **(told | {"name": ""})).status_code == 422
    assert send(client, cast, one, "verbeter", **told).status_code == 302
    kept = now(one)
    assert (kept.name, kept.municipality, kept.offer, kept.people) == (
        "Tine Juist",
        cast.neighbour,
        party,
        90,
    )
    assert kept.wish == one.wish


def test_a_customer_who_asks_it_is_forgotten_at_once(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.bram)
    page = address(cast, "request", one.pk)
    client.post(page, {"doen": "wis"})
    assert now(one).name == "Tine Geheim", "not while it runs"
    send(client, cast, one, "nee", why="Te ver")
    assert "Wis namen en tekst" in client.get(page).text
    client.post(page, {"doen": "wis"})
    kept = now(one)
    assert (kept.name, kept.email, kept.wish, kept.why) == ("", "", "", "")
    assert kept.municipality == cast.municipality
    assert client.get(one.path()).status_code == 404


def test_a_booking_of_what_does_not_happen_is_pointed_out(client: Client, cast: Cast, one: Request) -> None:
    booked(cast, request=one)
    client.force_login(cast.bram)
    send(client, cast, one, "nee", why="Te ver")
    assert "Er staat nog een boeking" in client.get(address(cast, "request", one.pk)).text
