"""An edition from what happened: gathered, edited by two people, shown as it will be, and never more than what is for everyone."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.tending import services as tending
from groeimodel.meadow.tending.models import Update
from groeimodel.meadow.tending.tests.running import running
from groeimodel.shop.counter import services as counter
from groeimodel.showcase.news import gathering, selectors, services
from groeimodel.showcase.news.models import Edition, Item
from groeimodel.showcase.news.tests import kit
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain


def items(edition: Edition) -> list[Item]:
    with scope(partnership=edition.partnership):
        return selectors.items_of(edition, included=False)


def typed(page: str) -> dict[str, Any]:
    """What a browser sends back of the form of a draft."""
    form = page[page.index('id="brief"') : page.index("</form>", page.index('id="brief"'))]
    data: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]+>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or "checked" in tag):
            data[name[1]] = value[1] if value else "on" if "checkbox" in tag else ""
    for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', form):
        data[name] = text
    return data


def address(edition: Edition, name: str = "draft") -> str:
    return reverse(f"news:{name}", args=["testland", edition.pk])


def fill(cast: Cast) -> None:
    """One of each kind that tests can make short."""
    today = timezone.localdate()
    kit.told(cast, title="Fuifcoaches")
    with scope(partnership=cast.partnership):
        done = running(cast, title="Speelweek")
        result = tending.Counted(today, Decimal(1200), "kinderen", "telling", what="speelden mee", reach=True)
        tending.note_result(action=done, counted=result)
        few = tending.Counted(today, Decimal(3), "kinderen", "telling", what="uit één straat", reach=True)
        tending.note_result(action=done, counted=few)
        actions.pick(action=done, result=80)
        gained = harvest.record_harvest(
            gain=Gain(cast.municipality, "Fuifcharter", today), partnership=cast.partnership
        )
        type(gained).objects.filter(pk=gained.pk).update(picture_for_all=True)
        counter.add_offer(partnership=cast.partnership, title="Tent", text="Voor 80 mensen.", starts=today)


@pytest.mark.claim("I5")
def test_a_new_edition_holds_what_happened_since_the_last(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    first = kit.begun(cast)
    assert {one.source.partition(":")[0] for one in items(first)} == {
        "tending.update",
        "actions.begun",
        "actions.ends",
    }
    with scope(partnership=cast.partnership):
        services.send(edition=first, actor=cast.finn)
    assert items(kit.begun(cast)) == [], "nothing is told twice"
    kit.told(cast, "En nog iets.", title="Speelweek")
    second = kit.begun(cast)
    with scope(partnership=cast.partnership):
        assert services.gather_again(edition=second, actor=cast.bram) == 3
        assert services.gather_again(edition=second, actor=cast.bram) == 0
    assert "En nog iets." in [one.text for one in items(second)]


def test_only_what_everyone_may_read_is_gathered(cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast, "Enkel voor ons.", public=False, title="Stil")
    kit.told(cast, "Voor iedereen.", title="Luid")
    kit.told(cast, "Van een perceel.", title="Perceel", plot=cast.municipality)
    with scope(partnership=cast.partnership):
        since, today = timezone.now() - timedelta(days=92), timezone.localdate()
        found = gathering.gather(cast.partnership, since, today)
    words = " ".join(f"{one.title} {one.text}" for one in found)
    assert "Voor iedereen." in words
    assert "Van een perceel." not in words, "of a garden that is not public, as on the public page"
    assert "Enkel voor ons." not in words
    assert [one.title for one in found if one.kind == Item.Kind.BEGUN] == ["Luid", "Stil"], "shared only"
    assert "Bram" not in words, "no names of people"
    assert not any(one.url for one in found), "the garden is not public: no link that would be refused"


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_kind_that_was_not_opened_is_left_out(cast: Cast, kind: Kind) -> None:
    kit.open_news(cast)
    fill(cast)
    since, today = timezone.now() - timedelta(days=92), timezone.localdate()
    kinds = {
        Kind.ACTIONS: {"update", "begun", "picked", "day"},
        Kind.RESULTS: {"harvest"},
        Kind.OFFER: {"offer"},
        Kind.CALENDAR: {"day"},
    }.get(kind, set())
    with scope(partnership=cast.partnership):
        everything = {one.kind.value for one in gathering.gather(cast.partnership, since, today)}
    kit.open_news(cast, [one for one in (Kind.PAGE, *PUBLIC) if one != kind])
    with scope(partnership=cast.partnership):
        rest = {one.kind.value for one in gathering.gather(cast.partnership, since, today)}
    assert everything == {"update", "begun", "picked", "harvest", "offer", "day"}
    assert everything - rest == kinds


def test_figures_are_told_in_belgian_and_not_of_a_few(cast: Cast) -> None:
    kit.open_news(cast)
    fill(cast)
    (picked,) = (one for one in items(kit.begun(cast)) if one.kind == Item.Kind.PICKED)
    assert picked.text == "1.200 kinderen: speelden mee"


@pytest.mark.claim("I5")
def test_an_edition_is_edited_ordered_and_shown_before_it_goes(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    edition = kit.begun(cast)
    client.force_login(cast.bram)
    data = typed(client.get(address(edition)).text)
    first, second, third = items(edition)
    data |= {"title": "Voorjaar", "intro": "Het groeit.", f"bericht-{first.pk}-text": "Twaalf!"}
    data |= {"nieuw-title": "Zoek mee", "nieuw-text": "Een zaal.", "nieuw-url": "https://voorbeeld.test/"}
    del data[f"bericht-{second.pk}-included"]
    assert client.post(address(edition), data | {"doen": f"lager-{first.pk}"}).status_code == 302
    rows = items(edition)
    assert [one.pk for one in rows[:3]] == [second.pk, first.pk, third.pk]
    assert [one.included for one in rows] == [False, True, True, True]
    for name in ("preview", "preview_mail"):
        page = client.get(address(edition, name)).text
        assert "Het groeit." in page
        assert "Twaalf!" in page
        assert "https://voorbeeld.test/" in page
        assert second.text not in page
    client.post(address(edition, "test"))
    mail = last_mail_to(cast.bram)
    assert mail.subject == "Proef: Voorjaar"
    assert "* Zoek mee\nEen zaal.\nLees meer: https://voorbeeld.test/" in mail.text
    assert mail.text.index("Twaalf!") < mail.text.index("Zoek mee")


def test_an_own_item_without_words_goes(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    client.post(address(edition), typed(client.get(address(edition)).text) | {"nieuw-title": "Weg ermee"})
    (own,) = items(edition)
    client.post(address(edition), typed(client.get(address(edition)).text) | {f"bericht-{own.pk}-title": ""})
    assert items(edition) == []


def test_two_who_write_at_once_lose_nothing(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    edition = kit.begun(cast)
    client.force_login(cast.bram)
    mine = typed(client.get(address(edition)).text) | {"intro": "Van Bram."}
    client.force_login(cast.finn)
    client.post(address(edition), typed(client.get(address(edition)).text) | {"intro": "Van Finn."})
    client.force_login(cast.bram)
    answer = client.post(address(edition), mine)
    assert answer.status_code == 409
    assert "Van Finn." in answer.text
    assert "Van Bram." in answer.text, "what was typed stays"
    assert kit.now(edition).intro == "Van Finn."
    assert client.post(address(edition), typed(answer.text)).status_code == 302
    assert kit.now(edition).intro == "Van Bram."


def test_all_problems_are_shown_at_once_and_what_was_typed_stays(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    (first, *_rest) = items(edition)
    wrong = {
        "title": "",
        f"bericht-{first.pk}-title": "",
        "nieuw-text": "Zonder titel",
        "nieuw-url": "javascript:x",
    }
    answer = client.post(address(edition), typed(client.get(address(edition)).text) | wrong)
    assert answer.status_code == 422
    assert answer.text.count('class="field__error"') == 4
    assert "Zonder titel" in answer.text


def test_one_draft_at_a_time_and_it_can_be_thrown_away(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    client.force_login(cast.bram)
    begin = reverse("news:begin", args=["testland"])
    assert client.post(begin)["Location"] == client.post(begin)["Location"]
    edition = kit.begun(cast)
    assert "kun je niet ongedaan maken" in client.get(address(edition, "remove")).text
    client.post(address(edition, "remove"))
    with scope(partnership=cast.partnership):
        assert not Edition.objects.exists()
        assert Update.objects.exists()
    assert len(items(kit.begun(cast))) == 3, "the news itself stays"


def test_who_may_write_and_who_may_send(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    edition = kit.begun(cast)
    pages = [reverse("news:desk", args=["testland"]), address(edition), address(edition, "send")]
    statuses = {}
    for name in ("amina", "bram", "daan", "els", "finn"):
        client.force_login(getattr(cast, name))
        statuses[name] = [client.get(one).status_code for one in pages]
    assert statuses == {
        "amina": [403, 403, 403],
        "bram": [200, 200, 403],
        "daan": [403, 403, 403],
        "els": [403, 403, 403],
        "finn": [200, 200, 200],
    }


def test_pages_ask_as_many_queries_with_few_as_with_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    kit.open_news(cast)
    kit.told(cast)
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    pages = [address(edition, name) for name in ("draft", "preview", "send")]
    pages += [reverse("news:desk", args=["testland"]), reverse("news:list", args=["testland"])]
    pages = [*pages, reverse("mine:garden")]
    counts = {}
    for page in pages:
        client.get(page)
        with django_assert_max_num_queries(90) as few:
            client.get(page)
        counts[page] = len(few)
    for number in range(8):
        kit.told(cast, f"Nieuws {number}", title=f"Actie {number}")
        kit.reader(cast, f"lezer{number}@voorbeeld.test")
    with scope(partnership=cast.partnership):
        services.gather_again(edition=edition, actor=cast.finn)
    for page in pages[:-1]:
        with django_assert_max_num_queries(counts[page]):
            client.get(page)


def test_readers_are_counted_and_never_named(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    client.force_login(cast.finn)
    desk = reverse("news:desk", args=["testland"])
    for number in range(4):
        kit.reader(cast, f"lezer{number}@voorbeeld.test")
    page = client.get(desk).text
    assert "<strong>minder dan 5</strong> lezers" in page
    assert "lezer0" not in page
    kit.reader(cast, "lezer4@voorbeeld.test")
    kit.reader(cast, "vroeger@voorbeeld.test", at=timezone.now() - timedelta(days=40))
    page = client.get(desk).text
    assert "<strong>6</strong> lezers" in page
    assert "<dd>5</dd>" in page
    assert page.count("<dd>minder dan 5</dd>") == 5


def test_the_coordinator_is_asked_after_three_months_when_there_is_news(client: Client, cast: Cast) -> None:
    def asks(who: Any) -> bool:
        client.force_login(who)
        return "Maak een nieuwsbrief" in client.get(reverse("mine:garden")).text

    assert not asks(cast.finn)
    kit.open_news(cast)
    assert not asks(cast.finn), "nothing to tell"
    kit.told(cast)
    assert asks(cast.finn)
    assert not asks(cast.bram)
    kit.sent(cast)
    assert not asks(cast.finn)
