"""A total in cents over municipalities: exact, explained, and no cent lost."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.keys import (
    Impossible,
    Key,
    Slice,
    Unknown,
    equal,
    fixed_plus_variable,
    own_table,
    per_inhabitant,
    per_young_inhabitant,
    rounded,
    split,
)
from groeimodel.rules.keys.splitting import Figures

NAMES = ["Aalst", "Beveren", "Diest", "Gent", "Herne", "Ieper", "Lier", "Mol", "Ninove", "Oudenaarde"]
FIGURES: Figures = {
    "inhabitants": {"Herne": 7_000, "Gent": 270_000, "Lier": 37_000},
    "under_25": {"Herne": 1_900, "Gent": 80_000, "Lier": None},
}


@st.composite
def cases(draw: st.DrawFn) -> tuple[int, list[str], Key, Figures]:
    who = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8, unique=True))
    number = st.integers(1, 300_000)
    figures = {name: {one: draw(number) for one in who} for name in ("inhabitants", "under_25")}
    table = {one: draw(st.fractions(0, 100, max_denominator=12)) for one in who}
    table[who[0]] += 1
    total = draw(st.integers(0, 10**9))
    part = draw(st.fractions(0, 1, max_denominator=20))
    key = draw(
        st.sampled_from(
            [
                equal(),
                per_inhabitant(),
                per_young_inhabitant(),
                fixed_plus_variable(part=part),
                fixed_plus_variable(each=total // (2 * len(who)), by="under_25"),
                own_table(table),
            ]
        )
    )
    return total, who, key, figures


@given(cases())
def test_no_cent_is_lost_and_each_is_less_than_a_cent_from_exact(
    case: tuple[int, list[str], Key, Figures],
) -> None:
    total, who, key, figures = case
    found = split(total, who, key, figures)
    assert sum(found.cents.values()) == total
    assert set(found.cents) == set(who)
    for share in found.shares.values():
        assert share.cents >= 0
        assert abs(share.rounding) < 1
        assert sum(part.cents for part in share.parts) == share.exact
    assert sum(share.exact for share in found.shares.values()) == total


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_named_does_not_matter(
    case: tuple[int, list[str], Key, Figures], chance: object
) -> None:
    total, who, key, figures = case
    other = list(who)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert split(total, other, key, figures) == split(total, who, key, figures)


@given(cases())
def test_who_has_more_of_the_figure_never_pays_less(
    case: tuple[int, list[str], Key, Figures],
) -> None:
    total, who, _key, figures = case
    found = split(total, who, per_inhabitant(), figures).shares
    by_size = sorted(found.values(), key=lambda share: share.parts[0].own)
    assert all(
        small.cents <= large.cents
        for small, large in pairwise(by_size)
        if small.parts[0].own < large.parts[0].own
    )


@given(st.integers(0, 10**6), st.integers(1, 10))
def test_equal_parts_differ_by_a_cent_at_most(total: int, count: int) -> None:
    cents = split(total, NAMES[:count], equal()).cents.values()
    assert max(cents) - min(cents) <= 1


def test_each_key_by_hand() -> None:
    who = ["Gent", "Herne"]
    assert split(10_001, who, equal()).cents == {"Gent": 5_001, "Herne": 5_000}
    # 100 euro over 277,000 inhabitants: 97.4729... and 2.5270...
    assert split(10_000, who, per_inhabitant(), FIGURES).cents == {"Gent": 9_747, "Herne": 253}
    # Over 81,900 under 25: 97.6800... and 2.3199...
    assert split(10_000, who, per_young_inhabitant(), FIGURES).cents == {"Gent": 9_768, "Herne": 232}
    # 20 euro each, and 60 euro by inhabitants: 58.4837... and 1.5162...
    fixed = split(10_000, who, fixed_plus_variable(each=2_000), FIGURES)
    assert fixed.cents == {"Gent": 7_848, "Herne": 2_152}
    assert fixed == split(10_000, who, fixed_plus_variable(each=2_000), FIGURES)
    assert split(10_000, who, fixed_plus_variable(part=Fraction(2, 5)), FIGURES).cents == fixed.cents
    assert split(10_000, who, own_table({"Gent": 2, "Herne": 1, "Lier": 9})).cents == {
        "Gent": 6_667,
        "Herne": 3_333,
    }


def test_the_parts_say_how_it_was_made() -> None:
    share = split(10_000, ["Gent", "Herne"], fixed_plus_variable(each=2_000), FIGURES).shares["Herne"]
    first, second = share.parts
    assert (first.by, second.by) == ("equal", "inhabitants")
    assert [first.size, first.own, first.all, first.cents] == [4_000, 1, 2, 2_000]
    assert [second.size, second.own, second.all] == [6_000, 7_000, 277_000]
    assert share.exact == 2_000 + Fraction(6_000 * 7, 277)
    assert (share.cents, share.rounding) == (2_152, 2_152 - share.exact)


def test_what_is_not_known_is_named() -> None:
    with pytest.raises(Unknown, match="under_25 is not known of Lier, Mol") as error:
        split(10_000, ["Mol", "Gent", "Lier"], per_young_inhabitant(), FIGURES)
    assert (error.value.figure, error.value.who) == ("under_25", ("Lier", "Mol"))
    with pytest.raises(Unknown, match="table is not known of Mol"):
        split(10_000, ["Mol", "Gent"], own_table({"Gent": 1}))
    with pytest.raises(Unknown, match="youth clubs"):
        split(10_000, ["Mol"], Key("clubs", (Slice("youth clubs"),)))


@pytest.mark.parametrize(
    ("total", "who", "key", "says"),
    [
        (-1, ["Gent"], equal(), "below zero"),
        (100, [], equal(), "nobody"),
        (100, ["Gent", "Herne"], fixed_plus_variable(each=51, by="inhabitants"), "more is fixed"),
        (100, ["Gent"], own_table({"Gent": 0}), "zero for all"),
        (100, ["Gent", "Mol"], own_table({"Gent": 3, "Mol": -1}), "below zero for Mol"),
    ],
)
def test_what_cannot_be_divided(total: int, who: list[str], key: Key, says: str) -> None:
    with pytest.raises(Impossible, match=says):
        split(total, who, key, FIGURES)


def test_a_key_that_is_none() -> None:
    with pytest.raises(ValueError, match="rest"):
        Key("none", (Slice("equal", each=5),))
    with pytest.raises(ValueError, match="rest"):
        Key("two", (Slice("equal"), Slice("inhabitants")))
    with pytest.raises(ValueError, match="fixed"):
        fixed_plus_variable()
    with pytest.raises(ValueError, match="each"):
        Slice("inhabitants", each=5)
    with pytest.raises(ValueError, match="or a part"):
        Slice("equal", each=5, part=Fraction(1, 2))
    with pytest.raises(ValueError, match="not more than all"):
        Slice("equal", part=Fraction(3, 2))


def test_equal_remainders_go_to_the_larger_part_then_by_name() -> None:
    half = Fraction(1, 2)
    assert rounded(7, {"b": 1 + half, "a": 1 + half, "c": 4 + half - half}) == {"b": 1, "a": 2, "c": 4}
    assert rounded(7, {"a": 1 + half, "c": 5 + half}) == {"a": 1, "c": 6}
