"""The figures of the gauge by hand, and the laws that they keep (docs/rules/gauge.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.gauge import (
    Voice,
    arrange,
    cards,
    change,
    differences,
    quadrant,
    read,
    talk_state,
)

ITEMS = ("learn", "honest")


def voice(
    place: str,
    seat: str,
    importance: tuple[int, ...] = (),
    met: tuple[int, ...] = (),
    guess: tuple[int, ...] = (),
) -> Voice:
    given = [dict(zip(ITEMS, values, strict=False)) for values in (importance, met, guess)]
    return Voice(place, seat, *given)  # type: ignore[arg-type]


PLACES = ("a", "b")
FOUR = [
    voice("a", "alderman", (5, 2), (1, 4)),
    voice("a", "officer", (5, 4), (3, 4)),
    voice("b", "alderman", (5, 2), (1, 5)),
    voice("b", "officer", (5, 4), (1, 5)),
]


def test_the_example_of_the_documentation() -> None:
    voices = arrange(ITEMS, PLACES, FOUR)
    reading = read(voices)
    assert reading.known == 100
    # 'learn': everybody 5, so r_wg 1; 'honest': 2, 4, 2, 4 has a variance of 4/3, so r_wg 1 - (4/3)/2 = 1/3.
    assert reading.shared == pytest.approx(100 * (1 + 1 / 3) / 2)
    # Fulfilment 1.5 and 4.5 are 12.5 and 87.5; importance 5 and 3.
    assert reading.met == pytest.approx((5 * 12.5 + 3 * 87.5) / 8)


def test_known_counts_seats() -> None:
    voices = arrange(ITEMS, PLACES, [voice("b", "officer", (3, 3)), voice("b", "officer", (4, 3))])
    assert read(voices).known == 25
    assert read(voices).shared is None, "two people are too few"
    assert read(arrange(ITEMS, (), [])).known is None


def test_two_people_in_a_seat_count_as_one() -> None:
    voices = arrange(
        ITEMS, PLACES, [voice("a", "officer", (5,)), voice("a", "officer", (1,)), voice("b", "officer", (3,))]
    )
    assert voices.importance[0, 1, 0] == 3
    assert voices.people == 3
    assert read(voices).shared == 100


@pytest.mark.parametrize(
    ("importance", "fulfilment", "expected"),
    [(5, 1, "talk"), (3, 3, "keep"), (2.9, 1, "later"), (1, 3, "extra"), (3, 2.9, "talk")],
)
def test_the_cross_stands_in_the_middle(importance: float, fulfilment: float, expected: str) -> None:
    assert quadrant(importance, fulfilment) == expected


def test_what_is_important_and_not_met_comes_first() -> None:
    voices = arrange(ITEMS, PLACES, FOUR)
    first, second = cards(voices, differences(voices))
    assert (first.item, first.kind) == ("learn", "unmet")
    assert first.strength == pytest.approx(1 * 0.875 / 0.375)
    assert (second.item, second.kind, second.about) == ("honest", "roles", "officer")
    assert second.strength == 2


def test_a_guess_is_held_against_the_other_seat_of_the_same_partner() -> None:
    said = [
        voice("a", "alderman", (5, 4), (4, 4), (2, 4)),
        voice("a", "officer", (5, 4), (4, 4), (5, 4)),
        voice("b", "alderman", (1, 4), (4, 4), (5, 4)),
    ]
    learn, _honest = differences(arrange(ITEMS, PLACES, said))
    assert learn.guess_of_alderman == 2, "in b no officer answered, so that guess is held against nothing"
    assert learn.misread_by_alderman == -3
    assert learn.misread_by_officer == 0


def test_what_goes_well_fills_the_cards() -> None:
    said = [voice(place, seat, (4, 5), (5, 4)) for place in "ab" for seat in ("alderman", "officer")]
    voices = arrange(ITEMS, PLACES, said)
    assert [(one.item, one.kind) for one in cards(voices, differences(voices))] == [
        ("learn", "met"),
        ("honest", "met"),
    ]


def test_change_is_read_on_what_both_rounds_asked() -> None:
    before = arrange(
        ("learn",), PLACES, [voice(p, s, (5,), (1,)) for p in "ab" for s in ("alderman", "officer")]
    )
    after = arrange(
        ITEMS, PLACES, [voice(p, s, (5, 1), (3, 1)) for p in "ab" for s in ("alderman", "officer")]
    )
    assert change(before, after).met == 50
    assert change(before, before.only([])).met is None


def test_when_the_last_conversation_is_too_long_ago() -> None:
    assert talk_state(None, 1000, 6) == "never"
    assert talk_state(1000, 1000 + 242, 6) == "fresh"
    assert talk_state(1000, 1000 + 243, 6) == "late"
    assert talk_state(1000, 1000 + 420, 0) == "fresh"


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="not one of the places"):
        arrange(ITEMS, PLACES, [voice("z", "officer", (3,))])
    with pytest.raises(ValueError, match="1 to 5"):
        arrange(ITEMS, PLACES, [voice("a", "officer", (6,))])


marks = st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 5))
some_voices = st.lists(
    st.builds(Voice, st.sampled_from("ab"), st.sampled_from(["alderman", "officer"]), marks, marks, marks),
    max_size=8,
)


@given(some_voices)
def test_laws(said: list[Voice]) -> None:
    voices = arrange(ITEMS, PLACES, said)
    reading = read(voices)
    for figure in (reading.known, reading.shared, reading.met):
        assert figure is None or -1e-9 <= figure <= 100 + 1e-9
    found = differences(voices)
    told = cards(voices, found)
    assert len({one.item for one in told}) == len(told) <= 5
    assert [one.strength for one in told] == sorted((one.strength for one in told), reverse=True)
    assert all(one.kind == "met" or one.strength >= 1 for one in told)
    if len(said) < 3:
        assert (reading.shared, reading.met, told) == (None, None, ())


@given(some_voices, st.randoms())
def test_the_order_of_people_does_not_matter(said: list[Voice], dice: object) -> None:
    turned = list(said)
    dice.shuffle(turned)  # type: ignore[attr-defined]
    one, other = (read(arrange(ITEMS, PLACES, rows)) for rows in (said, turned))
    for a, b in ((one.shared, other.shared), (one.met, other.met)):
        assert a == pytest.approx(b)


@given(some_voices)
def test_a_seat_that_speaks_never_makes_less_known(said: list[Voice]) -> None:
    before = read(arrange(ITEMS, PLACES, said)).known
    after = read(arrange(ITEMS, PLACES, [*said, voice("a", "officer", (3, 3))])).known
    assert before is not None
    assert after is not None
    assert after >= before
