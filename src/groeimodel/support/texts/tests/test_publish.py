"""Publishing: in force at once for everybody, while scans keep the questions that they began with."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from groeimodel import content as texts
from groeimodel.content import in_force
from groeimodel.content.energy import advice
from groeimodel.content.objections import objections
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.selectors import content_of
from groeimodel.gauge.scan.tests.filling import inside, opened
from groeimodel.support.texts import selectors, services, serving
from groeimodel.support.texts.models import Draft, Version
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, editor, publish, say

pytestmark = pytest.mark.django_db
ANOTHER = "Zonder goede grond groeit er niets."


def page(client: Client, name: str = "model:infographic") -> str:
    return client.get(reverse(name)).content.decode()


def test_the_public_page_says_it_at_once(client: Client) -> None:
    assert ANOTHER not in page(client)
    version = publish(ANOTHER, by=editor())
    assert ANOTHER in page(client)
    assert version.number == texts.load().version == "2026.2"
    assert version.number in page(client, "model:about")
    assert Entry.objects.filter(verb="texts.published", data={"number": "2026.2"}).exists()
    assert selectors.open_draft() is None
    assert Draft.objects.get().version == version


def test_it_holds_in_other_processes_from_their_next_request(client: Client) -> None:
    """What another process publishes is only there in the database: nothing tells this one."""
    assert ANOTHER not in page(client)
    first = publish("Eerst dit.")
    assert "Eerst dit." in page(client)
    values = {**first.said(), f"{FIRST}.text": {"nl": ANOTHER, "en": "Other"}}
    Version.objects.bulk_create(
        [Version(number="2026.3", digest=selectors.digest_of(values), values=values, shipped=first.shipped)]
    )
    assert ANOTHER in page(client)


def test_outside_requests_a_look_holds_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(serving, "monotonic", lambda: now)
    serving.forget()
    assert texts.load().version == "2026.1"
    publish(ANOTHER)
    assert texts.load().version == "2026.2"
    first = Version.objects.get()
    Version.objects.bulk_create(
        [Version(number="2026.3", digest="x", values=first.values, shipped=first.shipped)]
    )
    assert texts.load().version == "2026.2"
    now += serving.HOLDS + 0.1
    assert texts.load().version == "2026.3"


def test_a_page_asks_one_small_question(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish(ANOTHER)
    page(client)
    with django_assert_num_queries(1) as asked:
        page(client)
    assert "values" not in asked.captured_queries[0]["sql"].split("FROM")[0]


def test_an_open_scan_keeps_its_questions(cast: Cast) -> None:
    round = opened(cast)
    alone = scan.start_sheet(role="officer")
    before = texts.load()
    say(
        "wording.all",
        "Onze jeugdambtenaren zien elkaar elke maand.",
        "Monthly.",
        piece_address=STATEMENT,
        same=False,
    )
    services.publish(note="Een andere vraag", actor=None)
    with inside(cast):
        assert content_of(round.questionnaire) == before
    assert content_of(alone.questionnaire) == before
    fresh = content_of(scan.start_sheet(role="officer").questionnaire)
    assert fresh.version == "2026.2"
    assert fresh.statement("soil-exchange-regular-2").wording["other"].nl.endswith("elke maand.")
    with pytest.raises(KeyError):
        fresh.statement("soil-exchange-regular")


def test_nothing_is_published_without_a_change_or_with_problems() -> None:
    with pytest.raises(ValidationError, match="nog niets veranderd"):
        services.publish(note="", actor=None)
    say("wording.all", "Ze zien elkaar.", "They meet.", piece_address=STATEMENT, same=True)
    other = "statements/soil.toml:statement.soil-exchange-themes"
    say("wording.all", "Ze zien elkaar.", "They meet.", piece_address=other, same=True)
    with pytest.raises(ValidationError, match="zegt hetzelfde"):
        services.publish(note="", actor=None)
    assert texts.load() == in_force.shipped()


def test_publishing_what_another_editor_changed_meanwhile_is_refused(client: Client) -> None:
    client.force_login(editor())
    say("text", "Anders.", "Other.")
    seen = selectors.digest_of(selectors.working().values)
    say("text", "Nog anders.", "Another.")
    answer = client.post(reverse("texts:draft"), {"note": "Beter", "seen": seen}, follow=True)
    assert "intussen iets" in answer.content.decode()
    assert not Version.objects.exists()
    seen = selectors.digest_of(selectors.working().values)
    client.post(reverse("texts:draft"), {"note": "Beter", "seen": seen})
    assert Version.objects.get().note == "Beter"


def test_an_older_version_comes_back_as_a_new_one(client: Client) -> None:
    iris = editor()
    client.force_login(iris)
    first, second = publish("De eerste."), publish("De tweede.")
    shown = client.get(reverse("texts:restore", args=[first.pk])).content.decode()
    assert "<del>tweede.</del>" in shown
    assert "<ins>eerste.</ins>" in shown
    client.post(reverse("texts:restore", args=[first.pk]), {"note": "Toch beter"})
    again = Version.objects.first()
    assert again is not None
    assert (again.number, again.restored, again.by) == ("2026.4", first, iris)
    assert "De eerste." in page(client)
    assert again.said() == first.said()
    assert second.number in client.get(reverse("texts:versions")).content.decode()
    refused = client.post(reverse("texts:restore", args=[first.pk]), {"note": "Nog eens"})
    assert refused.status_code == 422
    assert "gelden al" in refused.content.decode()


def test_a_draft_over_texts_that_were_restored_asks_to_look_again() -> None:
    first = publish("De eerste.")
    publish("De tweede.")
    say("text", "De derde.", "Third.")
    services.restore(version=first, actor=None)
    with pytest.raises(ValidationError, match="Intussen geldt"):
        services.publish(note="", actor=None)
    say("text", "De derde.", "Third.")
    assert services.publish(note="", actor=None).said()[f"{FIRST}.text"]["nl"] == "De derde."


def test_a_version_shows_what_it_changed_and_never_changes(client: Client) -> None:
    client.force_login(editor())
    publish("De eerste.")
    version = publish("De tweede.")
    shown = client.get(reverse("texts:version", args=[version.pk])).content.decode()
    assert "<del>eerste.</del>" in shown
    assert "<ins>tweede.</ins>" in shown
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(TypeError):
        Version.objects.all().delete()
    with pytest.raises(TypeError):
        Version.objects.update(note="x", at=timezone.now())


@pytest.mark.parametrize(
    ("number", "after"), [("2026.1", "2026.2"), ("2026.9", "2026.10"), ("2025.7", "2026.2")]
)
def test_numbers_go_up_and_never_under_those_of_the_software(number: str, after: str) -> None:
    assert selectors.next_number(number) == after


def test_what_a_presenter_and_a_kit_say_changes_along(client: Client) -> None:
    say(
        "say", "Dag allemaal, fijn dat je er bent.", "Hello.", piece_address="presentation.toml:slide.welcome"
    )
    say("says", "Te duur!", "Too dear!", piece_address="objections.toml:objection.cost")
    say("step[1].title", "Ga eens langs", "Drop by", piece_address="energy.toml:advice.municipality")
    services.publish(note="", actor=None)
    notes = client.get(reverse("presentation:notes", args=[1])).content.decode()
    assert "Dag allemaal, fijn dat je er bent." in notes
    assert objections()[0].says == "Te duur!"
    assert advice()["municipality"][0].title == "Ga eens langs"
