"""From the page to the mailbox and out again, over a real mail server; without account, name or cookie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django.fixtures import Settings

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, links_in, mails_to
from groeimodel.foundation.testing.mailserver import Postbox, free_port, mail_server
from groeimodel.showcase.news import services, tasks
from groeimodel.showcase.news.models import Subscription
from groeimodel.showcase.news.tests import kit
from groeimodel.showcase.sharing.models import Kind

READER = kit.READER
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Groeimodel <groei@voorbeeld.test>"
    with mail_server(settings.EMAIL_PORT) as box:
        yield box


@pytest.fixture(autouse=True)
def _forget_counts(db: None) -> None:
    cache.clear()


def subscriptions() -> list[Subscription]:
    with scopes_disabled():
        return list(Subscription.objects.order_by("pk"))


def header_path(mail: Any) -> str:
    found: str = mail["List-Unsubscribe"].replace("\r\n", "").replace(" ", "").strip("<>")
    return found.removeprefix("http://127.0.0.1:8000")


@pytest.mark.claim("I5")
def test_the_whole_way_from_the_page_to_the_mailbox_and_out_with_one_click(
    client: Client, cast: Cast, postbox: Postbox
) -> None:
    kit.open_news(cast)
    kit.told(cast)
    answer = kit.ask(client, cast)
    assert answer.status_code == 302
    assert "kijk in je mailbox" in client.get(answer["Location"]).text
    kit.work()
    (asked,) = postbox.mails
    assert asked["To"].addresses[0].addr_spec == READER
    confirm = link_in(last_mail_to(READER), "/nieuws/bevestig/")

    assert "Ja, schrijf me in" in client.get(confirm).text
    assert subscriptions()[0].confirmed_at is None, "programs that guard mailboxes open every link"
    assert "Je bent ingeschreven" in client.post(confirm).text
    assert subscriptions()[0].confirmed_at is not None

    kit.sent(cast)
    kit.work()
    edition = postbox.mails[1]
    assert edition["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    body = edition.get_body(("plain",))
    assert body is not None
    assert "Twaalf coaches zijn klaar." in body.get_content()
    out = header_path(edition)
    assert "Schrijf me uit" in client.get(out).text
    assert len(subscriptions()) == 1, "opened, the link changes nothing"
    assert client.post(out, ONE_CLICK).status_code == 200
    assert subscriptions() == []
    assert not OutgoingMail.objects.filter(address__iexact=READER).exists(), "also out of the mails that went"
    assert client.post(out, ONE_CLICK).status_code == 200, "twice is once"
    assert client.get(confirm).status_code == 410, "an old link lets nobody in again"
    assert not client.cookies, "no page of a reader sets a cookie"


@pytest.mark.claim("I5")
def test_who_left_gets_no_next_edition_and_an_old_mail_still_leads_out(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast)
    kit.sent(cast)
    kit.work()
    old = link_in(last_mail_to(READER), "/nieuws/uitschrijven/")
    client.post(old)
    kit.reader(cast)
    client.post(old)
    assert subscriptions() == []
    mails = OutgoingMail.objects.count()
    kit.sent(cast)
    kit.work()
    assert OutgoingMail.objects.count() == mails


def test_nobody_learns_who_reads_along(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast)
    other = "nieuw@voorbeeld.test"
    known, fresh = kit.ask(client, cast), kit.ask(client, cast, other)
    assert (known.status_code, known["Location"], known.content) == (
        fresh.status_code,
        fresh["Location"],
        fresh.content,
    )
    assert "Je bent al ingeschreven" in last_mail_to(READER).text, "only its owner reads so"
    assert not any("/bevestig/" in one for one in links_in(last_mail_to(READER)))
    assert link_in(last_mail_to(other), "/nieuws/bevestig/")
    assert kit.ask(client, cast, "LEZER@voorbeeld.TEST")["Location"] == fresh["Location"]
    assert len(subscriptions()) == 2, "however an address is written, it is one"


def test_asking_twice_is_one_reader_and_the_first_link_works_too(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.ask(client, cast)
    kit.ask(client, cast)
    first, second = (link_in(one, "/nieuws/bevestig/") for one in mails_to(READER))
    client.post(first)
    assert "Je bent ingeschreven" in client.post(second).text
    assert "Je bent ingeschreven" in client.get(first).text
    assert len(subscriptions()) == 1


def test_a_link_that_is_over_or_changed_says_so_without_saying_whose_it_was(
    client: Client, cast: Cast
) -> None:
    kit.open_news(cast)
    kit.ask(client, cast)
    link = link_in(last_mail_to(READER), "/nieuws/bevestig/")
    answers = [client.get(link[:-4] + "aaa/"), client.get(reverse("news:confirm", args=["onzin"]))]
    with time_machine.travel(timezone.now() + timedelta(days=7, seconds=1), tick=False):
        answers += [client.get(link), client.post(link)]
    assert {one.status_code for one in answers} == {410}
    assert len({one.content for one in answers}) == 1
    assert subscriptions()[0].confirmed_at is None


def test_what_was_not_confirmed_goes_after_a_week(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast, "blijft@voorbeeld.test")
    kit.ask(client, cast)
    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23), tick=False):
        tasks.tidy()
    assert len(subscriptions()) == 2
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        tasks.tidy()
    assert [one.address for one in subscriptions()] == ["blijft@voorbeeld.test"]


def test_programs_are_kept_out_and_no_mailbox_is_filled(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    assert kit.ask(client, cast, website="https://koop.test").status_code == 302
    assert kit.ask(client, cast, stamp="onzin").status_code == 422
    assert subscriptions() == [], "a trap and a stamp"
    for _number in range(6):
        assert kit.ask(client, cast).status_code == 302
    assert len(mails_to(READER)) == 3, "and whoever asks is not told"
    statuses = {kit.ask(client, cast, f"lezer{number}@voorbeeld.test").status_code for number in range(60)}
    assert statuses == {302, 429}


def test_a_wrong_address_stays_typed_and_is_explained(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    for wrong in ("", "geen adres", "a@b"):
        answer = kit.ask(client, cast, wrong)
        assert answer.status_code == 422
        assert "Schrijf het zoals naam@voorbeeld.be" in answer.text
        assert f'value="{wrong}"' in answer.text or not wrong


@pytest.mark.parametrize("missing", [Kind.PAGE, Kind.NEWS])
def test_without_page_or_news_there_is_nothing_for_anybody(client: Client, cast: Cast, missing: Kind) -> None:
    kit.open_news(cast)
    edition = kit.sent(cast)
    pages = [reverse(f"news:{name}", args=["testland"]) for name in ("list", "subscribe", "sent")]
    pages.append(edition.get_absolute_url())
    assert [client.get(one).status_code for one in pages] == [200] * 4
    kit.open_news(cast, [one for one in (Kind.PAGE, Kind.NEWS) if one != missing])
    assert [client.get(one).status_code for one in pages] == [404] * 4
    assert client.get(reverse("news:list", args=["nergens"])).status_code == 404


def test_who_wants_to_leave_can_after_the_newsletter_closed(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast)
    out = link_in(last_mail_to(READER), "/nieuws/uitschrijven/")
    kit.open_news(cast, [])
    assert client.post(out).status_code == 200
    assert subscriptions() == []


def test_french_is_there_where_a_member_has_facilities(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    assert "Je m’inscris" not in client.get(reverse("news:list", args=["testland"]) + "?taal=fr").text
    Municipality.objects.filter(pk=cast.municipality.pk).update(name_fr="Village")
    page = client.get(reverse("news:list", args=["testland"]) + "?taal=fr").text
    assert 'lang="fr-BE"' in page
    assert "Je m’inscris" in page
    kit.ask(client, cast, query="?taal=fr", taal="fr")
    mail = last_mail_to(READER)
    assert mail.subject == "Confirmez : nouvelles de Testland"
    assert 'lang="fr-BE"' in mail.html
    assert "Kiezen" not in mail.text
    assert "Oui, je m’inscris" in client.get(link_in(mail, "/nieuws/bevestig/")).text


def test_a_reader_of_two_newsletters_leaves_one(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast)
    with scope(partnership=cast.elsewhere):
        services.subscribe(partnership=cast.elsewhere, address=READER)
    client.post(link_in(mails_to(READER)[0], "/nieuws/uitschrijven/"))
    assert [one.partnership_id for one in subscriptions()] == [cast.elsewhere.pk]
    assert len(mails_to(READER)) == 1


def test_pages_may_be_kept_by_others_and_links_of_readers_by_nobody(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.ask(client, cast)
    page = client.get(reverse("news:list", args=["testland"]))
    assert "public" in page["Cache-Control"]
    assert not page.cookies
    signed_in = Client()
    signed_in.force_login(cast.bram)
    assert "private" in signed_in.get(reverse("news:list", args=["testland"]))["Cache-Control"]
    for name in ("bevestig", "uitschrijven"):
        answer = client.get(link_in(last_mail_to(READER), f"/nieuws/{name}/"))
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]


def test_nothing_of_readers_is_in_the_journal(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    before = Entry.objects.count()
    kit.reader(cast)
    client.post(link_in(last_mail_to(READER), "/nieuws/uitschrijven/"))
    assert Entry.objects.count() == before
