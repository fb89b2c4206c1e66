import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.notes import Splice, merge, splices

texts = st.text(alphabet="ab\n é", max_size=30)


def applied(text: str, changes: tuple[Splice, ...]) -> str:
    """The slow, obvious way: from the back, so that places in front stay right."""
    for one in reversed(changes):
        text = text[: one.at] + one.put + text[one.at + one.cut :]
    return text


@given(texts, texts)
def test_splices_turn_one_text_into_the_other(before: str, after: str) -> None:
    assert applied(before, splices(before, after)) == after


@given(texts, texts)
def test_splices_change_no_more_than_the_whole(before: str, after: str) -> None:
    changes = splices(before, after)
    assert sum(one.cut for one in changes) <= len(before)
    assert sum(len(one.put) for one in changes) <= len(after)
    assert all(a.at + a.cut < b.at for a, b in itertools.pairwise(changes))


@given(texts, texts)
def test_whoever_did_nothing_changes_nothing(base: str, other: str) -> None:
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other
    assert merge(base, other, other) == other


@given(st.text(alphabet="abc", max_size=20), st.data())
def test_nothing_that_somebody_typed_is_lost(base: str, data: st.DataObject) -> None:
    """Each writer only adds, with letters of their own: every letter is there, once, and in its own order."""

    def typed(letters: str) -> str:
        text = base
        for letter in letters:
            place = data.draw(st.integers(0, len(text)))
            text = text[:place] + letter + text[place:]
        return text

    theirs, mine = typed("XYZXYZ"), typed("123412")
    merged = merge(base, theirs, mine)
    assert Counter(merged) == Counter(base) + Counter("XYZXYZ") + Counter("123412")
    assert "".join(one for one in merged if one not in "1234") == theirs
    assert "".join(one for one in merged if one not in "XYZ") == mine


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_what_somebody_took_away_stays_away(one: set[int], other: set[int]) -> None:
    base = "abcdefghij"

    def without(places: set[int]) -> str:
        return "".join(letter for place, letter in enumerate(base) if place not in places)

    assert merge(base, without(one), without(other)) == without(one | other)


def test_two_lines_at_the_same_place() -> None:
    assert merge("", "van haar\n", "van mij\n") == "van mij\nvan haar\n"
    assert merge("A\nZ\n", "A\n123\nZ\n", "A\n456\nZ\n") == "A\n456\n123\nZ\n"


def test_words_that_are_typed_at_the_same_place_stay_whole() -> None:
    """Two people type at the end of the same line; each sends after every letter, from the own last text."""
    head, own = "", ["", ""]
    for letter in "fiets":
        for who, word in enumerate(("fiets", "12345")):
            typed = own[who] + word["fiets".index(letter)]
            head, own[who] = merge(own[who], head, typed), typed
    assert head in ("fiets12345", "12345fiets")


def test_what_was_sent_twice_arrives_once() -> None:
    base, mine = "Zaal gezocht", "Zaal gezocht: wie?"
    once = merge(base, "Zaal gezocht", mine)
    assert merge(base, once, mine) == once


def test_one_takes_away_a_word_while_the_other_writes_behind_it() -> None:
    assert merge("een lange zin", "een zin", "een lange zin.") == "een zin."


def test_a_long_text_costs_what_changed() -> None:
    base = "zin van iedereen. " * 20_000
    assert merge(base, "A" + base, base + "B") == "A" + base + "B"
