"""The desk is for editors, whatever else somebody is."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.people import services as people
from groeimodel.foundation.privacy import services as privacy
from groeimodel.foundation.testing.cast import Cast
from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.models import Change, Version
from groeimodel.support.texts.personal import lines_of
from groeimodel.support.texts.tests.desk import FIRST, editor, piece, publish, say

pytestmark = pytest.mark.django_db
ADDRESSES = [
    reverse("texts:desk"), reverse("texts:section", args=["modellen"]), reverse("texts:piece", args=[FIRST]),
    reverse("texts:draft"), reverse("texts:discard"), reverse("texts:preview", args=["potgrond"]),
    reverse("texts:versions"), reverse("texts:bring"), reverse("texts:export", args=["ontwerp", "zip"]),
    reverse("texts:software"),
]  # fmt: skip


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan", "els", "finn"])
def test_everybody_else_is_refused(cast: Cast, client: Client, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert {client.get(one).status_code for one in ADDRESSES} == {403}
    assert "/teksten/" not in client.get(reverse("mine:garden")).content.decode()


def test_a_visitor_is_sent_to_the_door_and_comes_back(client: Client) -> None:
    for one in ADDRESSES:
        assert client.get(one)["Location"].startswith("/aanmelden/")


def test_an_editor_finds_the_desk_from_home_and_every_page(client: Client) -> None:
    client.force_login(editor())
    assert {client.get(one).status_code for one in ADDRESSES} == {200}
    for name in ("mine:garden", "model:start"):
        assert reverse("texts:desk") in client.get(reverse(name)).content.decode()


def test_each_service_asks_for_the_right(cast: Cast) -> None:
    version = publish("Eerst.")
    publish("Dan.")
    say("text", "Anders.", "Other.")
    change, seen = Change.objects.filter(draft__closed_at=None)[0], selectors.working().token(piece(FIRST))
    for deed in (
        lambda: services.change_piece(piece=piece(FIRST), said={}, seen=seen, actor=cast.daan),
        lambda: services.take_back(change=change, actor=cast.els),
        lambda: services.discard(actor=cast.finn),
        lambda: services.publish(note="", actor=cast.amina),
        lambda: services.restore(version=version, actor=cast.bram),
        lambda: services.change_many(said={}, actor=cast.celia),
        lambda: services.settle(actor=cast.daan),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_whoever_is_erased_leaves_the_texts_and_takes_the_name_along() -> None:
    iris = editor()
    publish("Zonder grond groeit niets.", by=iris)
    said = [f"{one.what}: {one.value}" for one in lines_of(iris)]
    assert any("2026.2" in one for one in said)
    assert "Veranderde teksten: 2" in said
    privacy.erase(person=iris, actor=None)
    assert Version.objects.get().by is None
    assert not Change.objects.filter(by=iris).exists()
    assert people.ERASED
