"""A release with other files: nobody's text is lost, and no new text stays hidden."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from groeimodel import content as texts
from groeimodel.content import in_force
from groeimodel.content.addresses import parsed
from groeimodel.content.loader import content_of
from groeimodel.content.writing import quoted
from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.models import Change
from groeimodel.support.texts.pieces import pieces
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, editor, publish, say

pytestmark = pytest.mark.django_db
FILES = dict(in_force.shipped_files())
OURS = "Onze tekst."


def principle(raw: dict[str, Any], n: int) -> dict[str, Any]:
    found: dict[str, Any] = raw["principles.toml"]["principle"][n]
    return found


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A later release: call it with what it changes in the files."""

    def install(*changes: tuple[str, str, str]) -> None:
        files = dict(FILES)
        for name, old, new in changes:
            assert old in files[name]
            files[name] = files[name].replace(old, new)
        raw = parsed(files)
        content = content_of(deepcopy(raw))
        monkeypatch.setattr(in_force, "shipped_files", lambda: files)
        monkeypatch.setattr(in_force, "shipped_raw", lambda: raw)
        monkeypatch.setattr(in_force, "shipped", lambda: content)
        for module in ("selectors", "pieces"):
            monkeypatch.setattr(f"groeimodel.support.texts.{module}.shipped_raw", lambda: raw)
        monkeypatch.setattr("groeimodel.support.texts.selectors.shipped", lambda: content)
        forget()

    def forget() -> None:
        for one in (in_force.made_of, in_force.laid_of):
            one.cache_clear()
        pieces.cache_clear()

    yield install
    forget()


SOFT = 'nl = "Zonder uitwisseling en vertrouwen blijft geen actie of structuur overeind."'
SEEN = 'nl = "Toon wat je eruit haalt"'
NEW_WORD = (
    'title = { nl = "Zo groeit een samenwerking"',
    'fresh = { nl = "Vers", en = "Fresh" }\ntitle = { nl = "Zo groeit een samenwerking"',
)


def test_ours_stays_theirs_is_shown_and_can_be_taken_over(client: Client, release: Any) -> None:
    client.force_login(editor())
    publish(OURS)
    release(("principles.toml", SOFT, 'nl = "Tekst van de nieuwe software."'))
    assert texts.load().principles[0].text.nl == OURS
    assert "De software brengt nieuwe teksten mee" in client.get(reverse("texts:desk")).content.decode()
    page = client.get(reverse("texts:software")).content.decode()
    for part in ("Zonder uitwisseling", OURS, "Tekst van de nieuwe software."):
        assert part in page
    client.post(reverse("texts:software"), {"take": f"{FIRST}.text|nl"})
    (change,) = Change.objects.filter(draft__closed_at=None)
    assert change.new == "Tekst van de nieuwe software."
    services.publish(note="", actor=None)
    assert texts.load().principles[0].text.nl == "Tekst van de nieuwe software."
    assert not selectors.brought(selectors.in_force())


def test_what_nobody_touched_here_is_shown_too_and_stays_until_taken_over(release: Any) -> None:
    publish(OURS)
    release(("principles.toml", SEEN, 'nl = "Toon wat het opbrengt"'))
    assert texts.load().principles[1].title.nl == "Toon wat je eruit haalt"
    (found,) = selectors.brought(selectors.in_force())
    assert (found.kind, found.ours, found.theirs) == (
        "changed",
        "Toon wat je eruit haalt",
        "Toon wat het opbrengt",
    )


def test_a_new_text_is_never_hidden(release: Any) -> None:
    publish(OURS)
    release(("words/infographic.toml", *NEW_WORD))
    assert texts.load().word("infographic.fresh") == "Vers"
    assert {one.kind for one in selectors.brought(selectors.in_force())} == {"new"}
    assert "words/infographic.toml:infographic.fresh" in pieces()


def test_a_text_that_is_filled_in_otherwise_gives_way_and_is_not_lost(release: Any) -> None:
    word = "words/infographic.toml:infographic.more"
    say("", "Lees meer: {name}", "Read more: {name}", piece_address=word)
    services.publish(note="", actor=None)
    release(
        (
            "words/infographic.toml",
            'nl = "Alles over {name}", en = "All about {name}"',
            'nl = "Alles over {town}", en = "All about {town}"',
        )
    )
    assert texts.load().word("infographic.more", town="Gent") == "Alles over Gent"
    found = selectors.brought(selectors.in_force())
    assert {(one.kind, one.ours) for one in found} == {
        ("unfit", "Lees meer: {name}"),
        ("unfit", "Read more: {name}"),
    }
    say("text", "Iets anders.", "Other.")
    with pytest.raises(ValidationError, match="Kijk die eerst na"):
        services.publish(note="", actor=None)
    services.settle(actor=None)
    assert services.publish(note="", actor=None).number == "2026.3"


def test_a_text_that_went_is_shown_once_more(release: Any) -> None:
    word = "words/infographic.toml:infographic.own_role"
    say("", "jij zelf", "you", piece_address=word)
    services.publish(note="", actor=None)
    release(("words/infographic.toml", 'own_role = { nl = "jouw rol", en = "your role" }\n', ""))
    assert {(one.kind, one.ours) for one in selectors.brought(selectors.in_force())} == {
        ("gone", "jij zelf"),
        ("gone", "you"),
    }


def test_a_release_that_took_our_texts_over_brings_nothing(release: Any) -> None:
    publish(OURS)
    say("wording.all", "Elke maand samen.", "Monthly.", piece_address=STATEMENT, same=False)
    services.publish(note="", actor=None)
    before = texts.load()
    release(
        ("principles.toml", SOFT, f"nl = {quoted(OURS)}"),
        ("principles.toml", 'en = "Without exchange and trust, no action or structure lasts."', 'en = "Other words."'),
        ("statements/soil.toml", 'id = "soil-exchange-regular"', 'id = "soil-exchange-regular-2"'),
        ("statements/soil.toml", 'all = { nl = "De jeugdambtenaren van onze gemeenten zien elkaar minstens vier keer per jaar.", en = "The youth officers of our municipalities meet at least four times a year." }', 'all = { nl = "Elke maand samen.", en = "Monthly." }'),
        ("version.toml", "2026.1", "2026.3"),
    )  # fmt: skip
    assert not selectors.brought(selectors.in_force())
    assert texts.load() == before


def test_what_was_looked_at_is_not_shown_again_until_there_is_more(client: Client, release: Any) -> None:
    client.force_login(editor())
    publish(OURS)
    release(("principles.toml", SEEN, 'nl = "Toon wat het opbrengt"'))
    client.post(reverse("texts:software"))
    assert not selectors.brought(selectors.in_force())
    assert "nieuwe teksten mee" not in client.get(reverse("texts:desk")).content.decode()
    release(("principles.toml", SEEN, 'nl = "Toon wat het opbrengt"'), ("words/infographic.toml", *NEW_WORD))
    assert {one.kind for one in selectors.brought(selectors.in_force())} == {"new"}


def test_without_a_version_the_files_simply_hold(release: Any) -> None:
    release(("principles.toml", SEEN, 'nl = "Toon wat het opbrengt"'))
    assert texts.load().principles[1].title.nl == "Toon wat het opbrengt"
    assert not selectors.brought(selectors.in_force())


def test_a_release_that_cannot_carry_our_texts_falls_back_to_its_files_and_says_so(
    client: Client, release: Any
) -> None:
    """Two statements would say the same, and a column of answers could not be told apart."""
    client.force_login(editor())
    ours = "Wij zien elkaar elke maand."
    say("wording.all", ours, "We meet.", piece_address=STATEMENT, same=True)
    services.publish(note="", actor=None)
    wording = 'all = { nl = "Onze ontmoetingen gaan over'
    release(
        ("statements/soil.toml", wording, f'other = {{ nl = "{ours}", en = "We meet." }}\n{wording}'),
    )
    assert texts.load() == in_force.shipped()
    assert "passen niet bij deze software" in client.get(reverse("texts:desk")).content.decode()
    other = "statements/soil.toml:statement.soil-exchange-themes"
    say("wording.other", "Wij kiezen samen.", "We choose.", piece_address=other, same=True)
    services.settle(actor=None)
    services.publish(note="", actor=None)
    assert texts.load().statement("soil-exchange-regular").wording["alderman"].nl == ours
