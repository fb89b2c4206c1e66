"""Who complements whom, and what nobody brings (claim P5)."""

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.expertise import Bringer, Nutrient, Share, complements, missing, strata

LIME, IRON, WATER = (Nutrient(one, one.title(), "", ()) for one in ("lime", "iron", "water"))
A, B, C = (Bringer(one, one.upper()) for one in "abc")


def test_layers_keep_the_order_that_was_given() -> None:
    layers = strata([LIME, IRON], [B, A], [Share("iron", "a", "brings"), Share("iron", "b", "brings")])
    assert [one.nutrient for one in layers] == [LIME, IRON]
    assert layers[1].brings == (B, A)


def test_one_brings_what_another_seeks() -> None:
    shares = [Share("lime", "a", "brings"), Share("lime", "b", "seeks"), Share("iron", "a", "brings")]
    (pair,) = complements(strata([LIME, IRON], [A, B], shares))
    assert (pair.giver, pair.taker, pair.nutrients) == (A, B, (LIME,))


def test_nobody_complements_themselves() -> None:
    layers = strata([LIME], [A], [Share("lime", "a", "brings"), Share("lime", "a", "seeks")])
    assert layers[0].both == (A,)
    assert not complements(layers)


def test_what_is_looked_for_and_lacks_comes_first() -> None:
    layers = strata([LIME, IRON, WATER], [A], [Share("iron", "a", "seeks"), Share("water", "a", "brings")])
    assert [one.nutrient.id for one in missing(layers)] == ["iron", "lime"]


def test_what_is_unknown_is_left_out() -> None:
    layers = strata([LIME], [A], [Share("gold", "a", "brings"), Share("lime", "z", "brings")])
    assert layers[0].missing


SHARES = st.lists(
    st.builds(
        Share, st.sampled_from(["lime", "iron"]), st.sampled_from("abc"), st.sampled_from(["brings", "seeks"])
    )
)


@given(SHARES)
def test_pairs_are_all_and_only_those_of_a_slow_twin(shares: list[Share]) -> None:
    pairs = {
        (one.giver.id, one.taker.id, nutrient.id)
        for one in complements(strata([LIME, IRON], [A, B, C], shares))
        for nutrient in one.nutrients
    }
    slow = {
        (give.member, take.member, give.nutrient)
        for give in shares
        for take in shares
        if give.kind == "brings"
        and take.kind == "seeks"
        and give.nutrient == take.nutrient
        and give.member != take.member
    }
    assert pairs == slow
