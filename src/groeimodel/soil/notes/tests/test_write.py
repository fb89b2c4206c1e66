"""Writing at the same time: nobody's words are lost."""

from datetime import timedelta
from random import Random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Item
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.notes import services
from groeimodel.soil.notes.models import LONGEST, Note, Revision
from groeimodel.soil.notes.selectors import as_lists, news
from groeimodel.soil.notes.services import Sent, Written

pytestmark = pytest.mark.django_db


def point(cast: Cast) -> Item:
    starts = timezone.now() - timedelta(hours=1)
    with scope(partnership=cast.partnership):
        meeting = meetings.plan(
            partnership=cast.partnership,
            draft=Draft("Ontmoeting", "officers"),
            when=When(starts, starts + timedelta(hours=2)),
            actor=cast.finn,
        )
        return meetings.add_item(meeting=meeting, new=NewItem("Rondje"), actor=cast.finn)


class Page:
    """An open page, as notes.js is one: it sends what it has, and takes over what comes back when nothing was typed."""

    def __init__(self, cast: Cast, item: Item, writer: str) -> None:
        self.cast, self.item, self.writer = cast, item, writer
        self.base, self.text = 0, ""

    def send(self, *, lost: bool = False, typed_on: str = "") -> Written:
        sent = Sent(self.base, self.text, self.writer)
        with scope(partnership=self.cast.partnership):
            back = services.write(item=self.item, sent=sent, actor=getattr(self.cast, self.writer))
        if lost:
            return back
        if typed_on:
            self.base, self.text = back.own, self.text + typed_on
        else:
            self.base, self.text = back.head, back.text
        return back


def test_two_write_in_turn(cast: Cast) -> None:
    item = point(cast)
    bram, celia = Page(cast, item, "bram"), Page(cast, item, "celia")
    bram.text = "Lindergem brengt soep.\n"
    bram.send()
    celia.text = "Beukmeer brengt brood.\n"
    celia.send()
    bram.send()
    assert bram.text == celia.text == "Beukmeer brengt brood.\nLindergem brengt soep.\n"


def test_an_answer_that_got_lost(cast: Cast) -> None:
    item = point(cast)
    bram = Page(cast, item, "bram")
    bram.text = "Een"
    bram.send(lost=True)
    bram.text = "Een zin"
    bram.send(lost=True)
    bram.text = "Een zin die af is."
    bram.send()
    assert bram.text == "Een zin die af is."


def test_somebody_types_on_while_it_is_sent(cast: Cast) -> None:
    item = point(cast)
    bram, celia = Page(cast, item, "bram"), Page(cast, item, "celia")
    celia.text = "Van Celia. "
    celia.send()
    bram.text = "Van"
    bram.send(typed_on=" Bram")
    bram.send(typed_on=". ")
    bram.send()
    assert bram.text == "Van Bram. Van Celia. "


@pytest.mark.parametrize("seed", range(5))
def test_many_pages_at_random_lose_no_letter(cast: Cast, seed: int) -> None:
    """Three people write words of their own at random places, answers get lost, and all words are there, once."""
    random, item = Random(seed), point(cast)
    pages = [Page(cast, item, name) for name in ("bram", "celia", "finn")]
    words: list[str] = []
    for number in range(60):
        page = random.choice(pages)
        word = f"<{page.writer[0]}{number}>"
        words.append(word)
        lines = page.text.split("\n")
        lines.insert(random.randint(0, len(lines)), word)
        page.text = "\n".join(lines)
        chance = random.random()
        if chance < 0.6:
            page.send(lost=chance < 0.2)
    for page in (*pages, *pages):
        page.send()
    text = Note.objects.get().text
    assert all(page.text == text for page in pages)
    assert [text.count(word) for word in words] == [1] * len(words)


def test_what_is_too_long_changes_nothing(cast: Cast) -> None:
    item = point(cast)
    bram, celia = Page(cast, item, "bram"), Page(cast, item, "celia")
    bram.text = "b" * (LONGEST - 10)
    bram.send()
    celia.text = "c" * 20
    with pytest.raises(ValidationError):
        celia.send()
    assert Note.objects.get().text == bram.text


def test_an_outsider_and_a_guest_write_nothing(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.write(item=item, sent=Sent(0, "Hallo"), actor=cast.daan)


def test_a_page_that_stood_open_for_days(cast: Cast) -> None:
    item = point(cast)
    bram, celia = Page(cast, item, "bram"), Page(cast, item, "celia")
    bram.text = "Eerste regel\n"
    bram.send()
    celia.send()
    old_base, old_text = celia.base, celia.text
    bram.text += "Tweede regel\n"
    bram.send()
    Revision.objects.update(at=timezone.now() - timedelta(days=30))
    assert services.forget_old() >= 1
    celia.base, celia.text = old_base, f"{old_text}Van Celia\n"
    celia.send()
    assert set(celia.text.split("\n")) >= {"Eerste regel", "Tweede regel", "Van Celia"}


def test_it_is_told_once_an_hour(cast: Cast) -> None:
    item = point(cast)
    bram = Page(cast, item, "bram")
    for number in range(5):
        bram.text += f"regel {number}\n"
        bram.send()
    assert Entry.objects.filter(verb="notes.written").count() == 1


def test_news_says_how_to_get_there(cast: Cast) -> None:
    item = point(cast)
    bram = Page(cast, item, "bram")
    bram.text = "Dag 😀 allemaal"
    bram.send()
    before, known = bram.text, bram.base
    bram.text = "Dag 😀 iedereen en allemaal"
    bram.send()
    with scope(partnership=cast.partnership):
        told = news(item.meeting, {item.pk: known})[item.pk]
        assert news(item.meeting, {item.pk: bram.base}) == {}
    assert told["text"] == bram.text
    assert as_lists(before, bram.text) == told["splices"]
    assert told["splices"][0][0] == 7  # a smiley is two places in JavaScript
