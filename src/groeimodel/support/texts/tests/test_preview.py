"""A preview shows the draft to the editor who asks, and to nobody else."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from groeimodel import content as texts
from groeimodel.content import in_force
from groeimodel.support.texts import showing
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, editor, say

pytestmark = pytest.mark.django_db
MODEL = "models/soil.toml:model"
ANOTHER = "Grond waarop je bouwt, samen en zonder haast."


@pytest.fixture
def iris(client: Client) -> Client:
    client.force_login(editor())
    return client


@pytest.mark.parametrize("what", [one for one in showing.PREVIEWS if one != "affiche"])
def test_each_preview_is_a_page_that_says_what_it_is(iris: Client, what: str) -> None:
    say("text", "Anders.", "Other.")
    answer = iris.get(reverse("texts:preview", args=[what]))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert "groeiscan" in what or "voorbeeld met het ontwerp" in answer.content.decode()


def test_only_the_editor_sees_it_before_and_after(iris: Client) -> None:
    public = Client()
    address = reverse("model:model", args=["potgrond"])
    shown = reverse("texts:preview", args=["potgrond"])
    before = public.get(address).content.decode()
    say_summary(ANOTHER)
    assert ANOTHER in iris.get(shown).content.decode()
    assert ANOTHER not in public.get(address).content.decode()
    assert ANOTHER not in iris.get(address).content.decode()
    say_summary("Nog anders.")
    page = iris.get(shown).content.decode()
    assert "Nog anders." in page
    assert ANOTHER not in page
    assert public.get(address).content.decode() == before
    assert texts.load() == in_force.shipped()


def say_summary(dutch: str) -> None:
    from groeimodel.support.texts import selectors, services
    from groeimodel.support.texts.tests.desk import piece

    said = {"models/soil.toml:summary": {"nl": dutch}}
    seen = selectors.working().token(piece(MODEL))
    services.change_piece(piece=piece(MODEL), said=said, seen=seen, actor=None)


def test_the_questions_of_each_role_can_be_read(iris: Client) -> None:
    say("wording.officer", "Ik bel elke week.", "I call.", piece_address=STATEMENT, same=False)
    address = reverse("texts:preview", args=["groeiscan"])
    officer = iris.get(address, {"rol": "officer"}).content.decode()
    assert "Ik bel elke week." in officer
    assert "Ik bel elke week." not in iris.get(address, {"rol": "alderman"}).content.decode()
    short = iris.get(address, {"rol": "officer", "vorm": "kort"}).content.decode()
    assert short.count("<article") == 12


def test_the_poster_is_made_with_the_draft(iris: Client) -> None:
    say("text", "Zonder grond blijft niets overeind.", "Nothing lasts.")
    with_draft, without = (
        pypdfium2.PdfDocument(iris.get(address).content)[0].get_textpage().get_text_bounded()
        for address in (reverse("texts:preview", args=["affiche"]), reverse("model:poster"))
    )
    assert "Zonder grond" in with_draft
    assert "Zonder grond" not in without


def test_the_public_poster_asks_again_after_publishing(iris: Client) -> None:
    from groeimodel.support.texts import services

    poster = reverse("model:poster")
    first = Client().get(poster)
    assert Client().get(poster, headers={"If-None-Match": first["ETag"]}).status_code == 304
    say("text", "Zonder grond blijft niets overeind.", "Nothing lasts.")
    services.publish(note="", actor=None)
    assert Client().get(poster, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_broken_draft_leads_to_its_problems(iris: Client) -> None:
    from groeimodel.support.texts.tests.test_check import put

    put(f"{FIRST}.text", "nl", "")
    answer = iris.get(reverse("texts:preview", args=["potgrond"]), follow=True)
    assert "Los ze eerst op" in answer.content.decode()
    assert iris.get(reverse("texts:preview", args=["niets"])).status_code == 404
