"""The check of a draft: each kind of problem, all at once, and what deserves a second look."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.support.texts import checking, selectors
from groeimodel.support.texts.models import Change, Draft
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, WORD, editor, say

pytestmark = pytest.mark.django_db


def problems() -> list[str]:
    return [f"{one.where}: {one.says}" for one in checking.problems_of(selectors.working())]


def warnings() -> list[str]:
    return [f"{one.where}: {one.says}" for one in checking.warnings_of(selectors.working())]


def put(address: str, language: str, new: str, *, old: str | None = None) -> None:
    """A change that no form lets through, as an imported file or an older release may leave it."""
    file, _colon, key = address.partition(":")
    draft = selectors.open_draft() or Draft.objects.create()
    now = selectors.in_force().values.get(address, {}).get(language, "")
    Change.objects.create(
        draft=draft, file=file, key=key, language=language, old=now if old is None else old, new=new
    )


def test_a_good_draft_has_no_problem() -> None:
    say("text", "Zonder grond groeit niets.", "Nothing grows without soil.")
    assert problems() == []
    assert warnings() == []


def test_everything_that_is_wrong_is_said_at_once(client: Client) -> None:
    other = "statements/soil.toml:statement.soil-exchange-themes"
    put(f"{FIRST}.text", "nl", "")
    put(WORD, "nl", "Alles over {name} in {town}")
    put(f"{STATEMENT}.wording.all", "nl", "Hetzelfde.")
    put(f"{other}.wording.all", "nl", "Hetzelfde.")
    put(f"{STATEMENT}.start", "", "nowhere")
    put("statements/soil.toml:statement.soil-exchange-call.id", "", "soil-exchange-regular")
    put("factors.toml:factor.region.title", "nl", "Anders", old="wat er nooit stond")
    put("factors.toml:factor.gone.title", "nl", "Weg")
    said = "\n".join(problems())
    for part in (
        "de vertaling 'nl' ontbreekt",
        "dat het programma niet kent",
        "zegt hetzelfde als",
        "staat niet in places.toml",
        "dit id komt 2 keer voor",
        "Intussen geldt hier een andere tekst",
        "bestaat niet meer",
        "nog hetzelfde vraagt",
    ):
        assert part in said, part
    client.force_login(editor())
    page = client.get(reverse("texts:draft")).content.decode()
    assert "moeten eerst in orde" in page
    assert reverse("texts:piece", args=[STATEMENT]) in page
    seen = selectors.digest_of(selectors.working().values)
    answer = client.post(reverse("texts:draft"), {"note": "Toch", "seen": seen})
    assert answer.status_code == 422
    assert "zegt hetzelfde als" in answer.content.decode()


def test_a_problem_leads_to_the_piece_it_is_about() -> None:
    put(f"{STATEMENT}.advice.officer", "en", "")
    (found,) = checking.problems_of(selectors.working())
    assert (found.piece, found.where) == (STATEMENT, "soil-exchange-regular.advice.officer")


def test_a_placeholder_that_went_is_a_warning_and_one_without_its_pair_a_problem() -> None:
    say("", "Alles erover", "All about it", piece_address=WORD)
    assert problems() == []
    assert sum("{name}" in one for one in warnings()) == 2
    say("", "Alles over {name", "All about {name", piece_address=WORD)
    assert any("dat het programma niet kent" in one for one in problems())


def test_long_sentences_are_hinted_at_in_dutch_only() -> None:
    long = " ".join(["woord"] * 21) + "."
    say("text", f"Kort. {long}", long)
    assert len([one for one in warnings() if "21 woorden" in one]) == 1
    assert checking.long_sentences("Een zin. " + " ".join(["woord"] * 20)) == []


def test_english_that_did_not_follow_is_named() -> None:
    say("text", "Zonder grond groeit niets.")
    (found,) = warnings()
    assert "het Engels niet" in found
    say("text", "Zonder grond groeit niets.", "Nothing grows without soil.")
    assert warnings() == []


def test_a_statement_is_held_against_what_makes_one_good() -> None:
    say("wording.all", "Wij bellen niet. " + "x" * 90, "No.", piece_address=STATEMENT, same=False)
    said = "\n".join(warnings())
    assert "hoogstens honderd tekens" in said
    assert "‘niet’" in said
    assert "er niet op vergeleken" in said


def test_the_files_beside_the_model_are_checked_too() -> None:
    answer = "objections.toml:objection.cost"
    say("answer", "Het brengt %(each)s op, en %(town)s.", "It brings.", piece_address=answer)
    assert any("dat het programma niet kent" in one for one in problems())
    say("answer", "Het brengt op.", "It brings %(each)s, %(own)s and %(subsidy)s.", piece_address=answer)
    assert problems() == []
    assert any("%(each)s, %(own)s, %(subsidy)s" in one for one in warnings())
    put("presentation.toml:slide.welcome.say", "nl", "")
    put("energy.toml:advice.meeting.step[2].title", "en", "")
    said = {one.piece for one in checking.problems_of(selectors.working())}
    assert said == {"presentation.toml:slide.welcome", "energy.toml:advice.meeting"}
