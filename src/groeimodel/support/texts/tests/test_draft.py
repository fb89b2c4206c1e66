"""Editors share one draft: nobody's words get lost, and nobody else sees it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel import content as texts
from groeimodel.content import in_force
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.people.models import Person
from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.models import Change, Draft
from groeimodel.support.texts.pieces import pieces
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, WORD, editor, piece, say

pytestmark = pytest.mark.django_db
PAGE = ("texts:piece", FIRST)


def filled(address: str, **other: str) -> dict[str, str]:
    """What a browser sends when nothing but `other` was changed."""
    work = selectors.working()
    data = {"seen": work.token(piece(address))}
    for one in piece(address).fields:
        for language, text in work.values[one.address].items():
            data[f"{one.name}__{language}" if language else one.name] = text
    return data | other


@pytest.fixture
def iris(client: Client) -> Person:
    person = editor()
    client.force_login(person)
    return person


def test_a_change_waits_in_the_draft(client: Client, iris: Person) -> None:
    address = reverse(PAGE[0], args=[PAGE[1]])
    data = filled(FIRST, **{"principle-soil-first-text__nl": "Zonder  grond\ngroeit niets."})
    answer = client.post(address, data, follow=True)
    assert "Bewaard in het ontwerp" in answer.content.decode()
    change = Change.objects.get()
    assert (change.new, change.language, change.by) == ("Zonder grond groeit niets.", "nl", iris)
    assert change.old == "Zonder uitwisseling en vertrouwen blijft geen actie of structuur overeind."
    assert texts.load() == in_force.shipped()
    assert Entry.objects.filter(verb="texts.changed", actor=iris, data={"texts": 1}).exists()


def test_the_text_that_holds_is_no_change(client: Client, iris: Person) -> None:
    say("text", "Anders.", "Other.")
    data = filled(FIRST)
    for language, text in selectors.in_force().values[f"{FIRST}.text"].items():
        data[f"principle-soil-first-text__{language}"] = text
    answer = client.post(reverse(PAGE[0], args=[PAGE[1]]), data, follow=True)
    assert "weer zoals hij nu geldt" in answer.content.decode()
    assert not Change.objects.exists()


def test_two_editors_do_not_overwrite_each_other(client: Client, iris: Person) -> None:
    data = filled(FIRST, **{"principle-soil-first-text__nl": "De tekst van Iris."})
    say("text", "De tekst van Joke.", "Joke's text.", by=editor("Joke"))
    answer = client.post(reverse(PAGE[0], args=[PAGE[1]]), data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "De tekst van Iris." in page
    assert "De tekst van Joke." in page
    assert "Joke" in page
    assert Change.objects.get(language="nl").new == "De tekst van Joke."
    again = dict(data, seen=selectors.working().token(piece(FIRST)))
    assert f'value="{again["seen"]}"' in page
    client.post(reverse(PAGE[0], args=[PAGE[1]]), again)
    assert Change.objects.get(language="nl").new == "De tekst van Iris."


def test_two_editors_in_different_texts_do_not_meet(client: Client, iris: Person) -> None:
    data = filled(FIRST, **{"principle-soil-first-text__nl": "De tekst van Iris."})
    say("", "Alles van {name}", "All of {name}", piece_address=WORD)
    assert client.post(reverse(PAGE[0], args=[PAGE[1]]), data).status_code == 302
    assert Change.objects.count() == 3
    assert Draft.objects.count() == 1


def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(client: Client, iris: Person) -> None:
    data = filled(
        FIRST,
        **{
            "principle-soil-first-text__nl": " ",
            "principle-soil-first-text__en": "x" * 2001,
            "principle-soil-first-title__nl": "Blijft",
        },
    )
    answer = client.post(reverse(PAGE[0], args=[PAGE[1]]), data)
    assert answer.status_code == 422
    assert answer.content.decode().count("field__error") == 2
    assert "Blijft" in answer.content.decode()
    assert not Change.objects.exists()


def test_another_question_gets_another_id_and_back(client: Client, iris: Person) -> None:
    address = reverse("texts:piece", args=[STATEMENT])
    name = "statement-soil-exchange-regular-wording-all__nl"
    data = filled(STATEMENT, **{name: "Onze jeugdambtenaren bellen elkaar elke week."})
    refused = client.post(address, data)
    assert refused.status_code == 422
    assert "Zeg of de stelling nog hetzelfde vraagt" in refused.content.decode()
    client.post(address, data | {"same_meaning": "other"})
    assert Change.objects.get(key__endswith=".id").new == "soil-exchange-regular-2"
    client.post(address, filled(STATEMENT, same_meaning="same"))
    assert not Change.objects.filter(key__endswith=".id").exists()
    assert Change.objects.get().same_meaning is True
    client.post(reverse("texts:take_back", args=[Change.objects.get().pk]))
    assert not Change.objects.exists()


def test_other_advice_asks_nothing_of_the_statement() -> None:
    say("advice.officer", "Bel vandaag nog.", "Call today.", piece_address=STATEMENT)
    assert not Change.objects.filter(key__endswith=".id").exists()


def test_taking_back_and_throwing_away(client: Client, iris: Person) -> None:
    say("text", "Anders.", "Other.")
    client.post(reverse("texts:take_back", args=[Change.objects.get(language="en").pk]))
    assert [one.language for one in Change.objects.all()] == ["nl"]
    page = client.get(reverse("texts:discard"))
    assert "ongedaan" in page.content.decode()
    client.post(reverse("texts:discard"))
    assert selectors.open_draft() is None
    assert not selectors.working().changes
    say("text", "Opnieuw.", "Again.")
    assert Draft.objects.count() == 2


def test_a_text_of_another_piece_is_left_alone() -> None:
    seen = selectors.working().token(piece(FIRST))
    services.change_piece(piece=piece(FIRST), said={WORD: {"nl": "Niet hier"}}, seen=seen, actor=None)
    assert not Change.objects.exists()


def test_a_change_of_a_closed_draft_stays() -> None:
    say("text", "Anders.", "Other.")
    change = Change.objects.get(language="nl")
    services.publish(note="", actor=None)
    with pytest.raises(ValidationError):
        services.take_back(change=change, actor=None)


def test_every_text_has_one_place_at_the_desk(client: Client, iris: Person) -> None:
    shown = [field.address for one in pieces().values() for field in one.fields]
    ids = {one for one in selectors.shipped_values() if one.endswith(".id")}
    assert sorted(shown) == sorted(set(selectors.shipped_values()) - ids)
    for one in pieces().values():
        names = [field.name for field in one.fields]
        assert len(set(names)) == len(names)


def test_search_finds_in_both_languages_and_says_so_when_not(client: Client, iris: Person) -> None:
    page = client.get(reverse("texts:desk"), {"q": "lasts structure"}).content.decode()
    assert "Potgrond is de basis" in page
    assert "Niets gevonden" in client.get(reverse("texts:desk"), {"q": "xyzzy"}).content.decode()


def test_the_database_itself_holds_one_open_draft() -> None:
    Draft.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create()
    Draft.objects.update(closed_at=timezone.now())
    Draft.objects.create()
