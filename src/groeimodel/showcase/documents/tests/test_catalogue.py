"""The page of documents: what can be made, of what, and for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.documents.kinds import KINDS
from groeimodel.showcase.documents.making import MAKERS
from groeimodel.showcase.documents.tests.records import action, record_all

pytestmark = pytest.mark.django_db
LIST = "/igs/testland/papier/"


@pytest.mark.claim("G7")
def test_cards_for_each_audience_with_what_is_recorded(client: Client, cast: Cast) -> None:
    record_all(cast)
    client.force_login(cast.bram)
    page = client.get(f"{LIST}?tijd=2026").content.decode()
    for words in ("Voor het college", "Voor de gemeenteraad", "Voor inwoners", "Voor partners en subsidie"):
        assert words in page
    assert "1 ontmoeting" in page
    assert f"collegenota.pdf?gemeente={cast.municipality.pk}&amp;tijd=2026" in page
    assert '<option value="2026" selected>' in page


def test_what_lacks_is_said_with_the_way_to_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    page = client.get(LIST).content.decode()
    assert "Nog niet genoteerd:" in page
    assert "Die delen blijven weg." in page
    assert 'href="/igs/testland/oogst/"' in page


def test_an_interlokale_vereniging_finds_its_evaluation_first(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Elk jaar naar de raad" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}maak/evaluatie.pdf").status_code == 404
    cast.partnership.legal_form = "interlokale_vereniging"
    cast.partnership.save()
    caches["pages"].clear()  # changed without a deed in the journal
    assert "Elk jaar naar de raad" in client.get(LIST).content.decode()
    assert client.get(f"{LIST}maak/evaluatie.pdf").status_code == 200


@pytest.mark.parametrize("path", ["geheim.pdf", "collegenota.zip", "alles.zip", "kit.pdf"])
def test_what_is_not_made_at_once_is_not_there(client: Client, cast: Cast, path: str) -> None:
    client.force_login(cast.bram)
    assert client.get(f"{LIST}maak/{path}").status_code == 404


def test_only_for_who_has_a_part(client: Client, cast: Cast) -> None:
    for who, status in (
        (cast.amina, 200),
        (cast.bram, 200),
        (cast.els, 200),
        (cast.finn, 200),
        (cast.daan, 403),
    ):
        client.force_login(who)
        assert client.get(LIST).status_code == status
        assert client.get(f"{LIST}maak/bijlagen.pdf").status_code == status
    partners.appoint(partnership=cast.partnership, person=cast.daan, kind="guest", since=timezone.localdate())
    assert client.get(LIST).status_code == 403, "a guest looks along"


def test_a_wrong_wish_comes_back_with_its_reason(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    answer = client.post(f"{LIST}vraag/", {"document": "geheim", "form": "zip"})
    assert answer.status_code == 422
    assert "Zo’n document is er niet" in answer.content.decode()


def test_the_page_takes_as_many_queries_for_much_as_for_little(client: Client, cast: Cast) -> None:
    record_all(cast)
    client.force_login(cast.bram)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    with scope(partnership=cast.partnership):
        for n in range(10):
            action(cast, f"Actie {n}", ends=n + 1)
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few)


def test_the_meadow_leads_here_but_not_for_a_guest(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action(cast, "Fuifbus")
    client.force_login(cast.bram)
    assert LIST in client.get("/igs/testland/weide/").content.decode()
    partners.appoint(
        partnership=cast.partnership,
        person=cast.daan,
        kind="guest",
        since=timezone.localdate() - timedelta(1),
    )
    client.force_login(cast.daan)
    assert LIST not in client.get("/igs/testland/weide/").content.decode()


def test_an_evaluated_action_leads_here(client: Client, cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        over = Action.objects.get(title="Kampvuurweek")
    client.force_login(cast.bram)
    for name in ("actions:action", "evaluation:page"):
        assert LIST in client.get(reverse(name, args=["testland", over.pk])).content.decode()


def test_each_document_has_its_words(cast: Cast) -> None:
    assert len({one.key for one in KINDS}) == len(KINDS)
    assert {one.key for one in KINDS if not one.page} == set(MAKERS), "each can be made"
    for one in KINDS:
        assert str(one.says).endswith(".")
        assert one.formats
        assert str(one.length)
