"""A page is kept while nothing is done in its partnership, for one browser of one person."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.selectors import last_of, version_of
from groeimodel.foundation.partners import keeping
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import SINCE, Cast

PAGE = "/igs/testland/noden/"


@pytest.fixture(autouse=True)
def _only_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a kept page is not made anew beside it."""
    monkeypatch.setattr(keeping, "compare", None)


def asked(client: Client, address: str = PAGE) -> tuple[int, str]:
    with CaptureQueriesContext(connection) as queries:
        text = client.get(address).text
    return len(queries), text


def test_the_second_time_nothing_is_worked_out(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.get("/over/")
    first, text = asked(client)
    second, again = asked(client)
    assert again == text
    assert second < first


def test_after_a_deed_it_is_made_anew(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.get("/over/")
    first, _ = asked(client)
    Entry.objects.create(partnership=cast.partnership, verb="themes.proposed")
    assert asked(client)[0] == first


def test_a_deed_that_took_its_number_first_and_was_written_last_counts(cast: Cast) -> None:
    last = Entry.objects.create(partnership=cast.partnership, verb="themes.proposed").pk
    Entry.objects.create(pk=last + 2, partnership=cast.partnership, verb="themes.proposed")
    before = version_of(cast.partnership.pk)
    assert before == last_of("testland")[0]
    Entry.objects.create(pk=last + 1, partnership=cast.partnership, verb="themes.proposed")
    assert version_of(cast.partnership.pk) != before
    assert version_of(cast.partnership.pk) == last_of("testland")[0]


def test_nobody_gets_the_page_of_somebody_else(cast: Cast) -> None:
    texts = set()
    for person in (cast.amina, cast.bram, cast.celia, cast.finn):
        client = Client()
        client.force_login(person)
        client.get("/over/")
        texts |= {asked(client)[1], asked(client)[1]}
    assert len(texts) == 4
    outsider = Client()
    outsider.force_login(cast.daan)
    assert outsider.get(PAGE).status_code == 403


def test_another_browser_of_the_same_person_has_its_own_token(cast: Cast) -> None:
    tokens = set()
    for _ in range(2):
        client = Client(enforce_csrf_checks=True)
        client.force_login(cast.finn)
        client.get("/over/")
        for _ in range(2):
            text = client.get(PAGE).text
        tokens.add(client.cookies[settings.CSRF_COOKIE_NAME].value)
        token = text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        assert client.post("/afmelden/", {"csrfmiddlewaretoken": token}).status_code == 302
    assert len(tokens) == 2


def test_a_message_is_told_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.get("/over/")
    client.get(PAGE)
    client.post("/igs/testland/streefbeeld/", {"aim": "meadow"})
    told = client.get(PAGE).text
    assert told.count('class="messages"') <= 1
    assert 'class="messages"' not in client.get(PAGE).text


def test_the_memory_is_bounded() -> None:
    assert settings.CACHES["pages"]["OPTIONS"] == settings.CACHES["template_fragments"]["OPTIONS"]
    caches["pages"].set("one", 1)


@pytest.mark.parametrize("address", ["/igs/", "/kaart/"])
def test_lists_for_everybody_are_kept_until_a_deed_that_changes_them(
    client: Client, cast: Cast, address: str
) -> None:
    first, text = asked(client, address)
    kept, again = asked(client, address)
    assert kept <= 2
    assert again == text
    Entry.objects.create(partnership=cast.partnership, verb="themes.proposed")
    assert asked(client, address)[0] == kept
    partners.join(partnership=cast.partnership, municipality=cast.faraway, since=SINCE)
    assert asked(client, address)[0] == first


def test_a_list_with_own_partnerships_is_of_one_person(cast: Cast) -> None:
    texts = []
    for person in (None, cast.bram, cast.daan):
        client = Client()
        if person:
            client.force_login(person)
        for _twice in range(2):
            _queries, text = asked(client, "/igs/")
        texts.append(text)
    assert "Van jou" not in texts[0]
    assert len(set(texts)) == 3
