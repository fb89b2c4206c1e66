"""Two people write the same notes at the same time, in two browsers: no character is lost.

Forty seconds on every run; `GROEIMODEL_WRITING=120` writes for two minutes.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from random import Random

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage

PLACE = "/igs/bloemenweide-klaverland"
SECONDS = int(os.environ.get("GROEIMODEL_WRITING", "40"))


def open_notes(page: Page, become: Become, name: str) -> None:
    become(page, name)
    page.goto(f"{PLACE}/ontmoetingen/")
    page.get_by_role("link", name="Overleg over samen een zomeraanbod").click()
    page.get_by_role("link", name="Lees of schrijf het verslag").click()


class Writer:
    """Somebody who types words of their own, letter by letter, now here and now there in the text."""

    def __init__(self, page: Page, letter: str, seed: int) -> None:
        self.page, self.letter, self.random = page, letter, Random(seed)
        self.area = page.locator("textarea").first
        self.count = 0
        self.words: list[str] = []
        self.rest = ""

    def step(self) -> None:
        """Type one letter; at the start of a word, sometimes jump to another line first."""
        if not self.rest:
            self.rest = f"{self.letter}{self.count}{self.letter} "
            self.words.append(self.rest.strip())
            self.count += 1
            if self.random.random() < 0.4:
                # To the end of a line: not into a word that the other one is typing.
                self.area.evaluate(
                    """(area, part) => {
                      const ends = [...area.value.matchAll(/\\n|$/g)].map((one) => one.index);
                      const place = ends[Math.floor(part * ends.length)];
                      area.focus();
                      area.setSelectionRange(place, place);
                    }""",
                    self.random.random(),
                )
            if self.random.random() < 0.15:
                self.area.press("Enter")
        self.area.press_sequentially(self.rest[0])
        self.rest = self.rest[1:]

    def finish(self) -> None:
        while self.rest:
            self.step()


@pytest.mark.journey
def test_two_people_for_two_minutes(new_page: NewPage, become: Become) -> None:
    bram, finn = new_page(), new_page()
    open_notes(bram, become, "Bram Verhulst")
    open_notes(finn, become, "Finn Claes")
    start = bram.locator("textarea").first.input_value()
    assert start == finn.locator("textarea").first.input_value()
    writers = [Writer(bram, "b", 1), Writer(finn, "f", 2)]
    ends = time.monotonic() + SECONDS
    seen_together = False
    while time.monotonic() < ends:
        for writer in writers:
            writer.step()
        seen_together = seen_together or finn.get_by_text("Schrijft nu mee: Bram Verhulst").is_visible()
    for writer in writers:
        writer.finish()
    for page in (bram, finn):
        expect(page.get_by_text("Alles is bewaard.").first).to_be_visible()
    texts: list[str] = []
    for _ in range(40):  # both hear the last words of the other
        texts = [page.locator("textarea").first.input_value() for page in (bram, finn)]
        if texts[0] == texts[1]:
            break
        time.sleep(0.5)
    assert texts[0] == texts[1]
    words = [word for writer in writers for word in writer.words]
    typed = Counter("".join(words))
    assert typed.total() > SECONDS * 3  # they really typed
    assert seen_together
    # Every character that was there or was typed is there, exactly once (white space is not counted).
    assert Counter("".join(texts[0].split())) == Counter("".join(start.split())) + typed
    whole = sum(word in texts[0] for word in words)
    print(f"{typed.total()} characters in {len(words)} words by two people; {whole} words in one piece")
    # Who jumps to the place where the other one is in the middle of a word can come to stand in it; hardly ever.
    assert whole >= 0.98 * len(words)

    finn.reload()
    assert finn.locator("textarea").first.input_value() == texts[0]


@pytest.mark.journey
def test_without_connection_nothing_is_lost(new_page: NewPage, become: Become) -> None:
    """The network goes away while somebody types, and comes back."""
    page = new_page()
    open_notes(page, become, "Bram Verhulst")
    area = page.locator("textarea").first
    failing = {"on": True}
    page.route(
        "**/verslag/**",
        lambda route: route.fulfill(status=503, body="") if failing["on"] else route.continue_(),
    )
    area.press("Control+End")
    area.press_sequentially(" Zonder verbinding geschreven.", delay=5)
    expect(page.get_by_text("Geen verbinding.").first).to_be_visible()
    failing["on"] = False
    expect(page.get_by_text("Alles is bewaard.").first).to_be_visible()
    page.reload()
    assert "Zonder verbinding geschreven." in page.locator("textarea").first.input_value()


@pytest.mark.journey
def test_without_a_script(new_page: NewPage, become: Become) -> None:
    """Two pages without a script: both texts are there after both were sent."""
    bram, finn = new_page(java_script_enabled=False), new_page(java_script_enabled=False)
    for page, name in ((bram, "Bram"), (finn, "Finn")):
        page.goto("/wie/")
        for card in page.locator("details summary").all():
            if page.get_by_role("button", name=name).count():
                break
            card.click()
        page.get_by_role("button", name=name).first.click()
        page.goto(f"{PLACE}/ontmoetingen/")
        page.get_by_role("link", name="Overleg over jongeren die we niet kennen").click()
        page.get_by_role("link", name="Lees of schrijf het verslag").click()
    for page, words in ((bram, "Van Bram zonder script."), (finn, "Van Finn zonder script.")):
        area = page.locator("textarea").first
        area.fill(f"{area.input_value()}\n{words}")
    for page in (bram, finn):
        page.get_by_role("button", name="Bewaar").first.click()
        expect(page.get_by_text("Bewaard.").first).to_be_visible()
    text = finn.locator("textarea").first.input_value()
    assert "Van Bram zonder script." in text
    assert "Van Finn zonder script." in text
