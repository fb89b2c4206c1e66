import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.search import Rank, Thesaurus, ask, fold, nearest, rank, stem, words_of, written
from groeimodel.rules.search.matching import answers

GROUPS = [["fuif", "evenement", "feest"], ["charter", "afspraken"], ["speelplein", "vakantiewerking"]]
THESAURUS = Thesaurus.of(GROUPS)


def best(query: str, title: str, text: str = "") -> Rank:
    asked = ask(query, THESAURUS)
    return rank(asked.terms, written(title, THESAURUS.parts), " ".join(written(text, THESAURUS.parts)))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Coördinator", "coordinator"), ("CRÈCHE", "creche"), ("café", "CAFE"), ("ﬁets", "fiets")],
)
def test_accents_and_capitals_do_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fuiven", "fuif"), ("evenementen", "evenement"), ("kampen", "kamp"), ("huizen", "huis")],
)
def test_singular_and_plural_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_compound_is_found_by_its_parts() -> None:
    assert {"fuif", "charter"} <= set(written("Fuifcharter", THESAURUS.parts))
    assert best("charter", "Fuifcharter").found == 1
    assert best("fuif", "Fuifcharter").found == 1


def test_a_word_for_the_same_thing_finds() -> None:
    assert best("fuif", "Onze evenementen").found == 1
    assert best("fuifzaal", "Een feest").found == 1
    assert best("fuif", "Een boek").found == 0


def test_closer_and_in_the_title_is_better() -> None:
    order = [
        best("fuif", "De fuif"),
        best("fuif", "Fuifcharter"),
        best("fuif", "Het feest"),
        best("fuif", "Iets anders", "Over een fuif"),
        best("fuif", "Iets anders", "Over een feest"),
    ]
    assert order[0] >= order[1] >= order[2] >= order[4]
    assert order[0] > order[3] > order[4]


def test_more_words_found_goes_before_one_found_well() -> None:
    assert best("fuif charter", "Feest", "afspraken") > best("fuif charter", "Fuif")


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert [one.word for one in ask("wie kent een fuif", THESAURUS).terms] == ["fuif"]
    assert [one.word for one in ask("wie is er", THESAURUS).terms] == ["wie", "is", "er"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("speelplien", "speelplein"),
        ("subsdie", "subsidie"),
        ("fiuf", "fuif"),
        ("vrijwiliger", "vrijwilliger"),
        ("bos", None),
        ("xyzxyz", None),
    ],
)
def test_typing_errors(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["speelplein", "subsidie", "fuif", "vrijwilliger", "kos"]) == meant


@given(st.text(max_size=60))
def test_any_text_has_words_that_find_it(text: str) -> None:
    for word in words_of(text):
        assert word in written(text)


@given(st.text(alphabet="abcdef ", max_size=30), st.text(alphabet="abcdef ", max_size=30))
def test_what_is_found_never_exceeds_what_was_asked(query: str, text: str) -> None:
    asked = ask(query, THESAURUS)
    assert rank(asked.terms, written(text), "").found <= len(asked.terms)


@given(
    st.lists(
        st.sampled_from(["fuif", "fuiven", "charter", "feest", "fuifzaal", "x", "afspraken"]), max_size=6
    )
)
def test_a_text_is_ranked_as_its_words_one_by_one(words: list[str]) -> None:
    """The quick way through a long text says the same as the slow one, word by word."""
    terms = ask("fuif afspraak", THESAURUS).terms
    kept = written(" ".join(words), THESAURUS.parts)
    alone = rank(terms, [], " ".join(kept))
    assert alone.found == sum(any(answers(term, one) for one in kept) for term in terms)
    assert rank(terms, kept, "").worth == 2 * alone.worth
