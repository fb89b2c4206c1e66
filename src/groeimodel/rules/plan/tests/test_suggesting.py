"""Suggestions by shared words."""

import pytest

from groeimodel.rules.plan.suggesting import suggestions

JOINT = {
    1: "Speelbus langs alle dorpen",
    2: "Opleiding van animatoren voor speelpleinen",
    3: "Veilig uitgaan: coaches voor fuiven",
}


@pytest.mark.claim("B14")
def test_words_are_compared_by_their_stem() -> None:
    (best, *_) = suggestions({9: "Animatoren op elke fuif, veilig en wel"}, JOINT)[9]
    assert best.key == 3
    assert set(best.words) == {"veilig", "fuif"}


@pytest.mark.claim("B14")
def test_what_shares_nothing_is_not_suggested() -> None:
    assert suggestions({9: "Riolering vernieuwen"}, JOINT) == {9: []}


@pytest.mark.claim("B14")
def test_words_that_say_nothing_do_not_count() -> None:
    assert (
        suggestions({9: "Actie van de gemeente voor alle jaren"}, {1: "Een actie van de gemeente"})[9] == []
    )


@pytest.mark.claim("B14")
def test_a_rare_word_counts_for_more_than_one_that_all_hold() -> None:
    joint = {1: "Samen muziek", 2: "Samen sport", 3: "Samen natuur"}
    found = suggestions({9: "Samen de natuur in"}, joint)[9]
    assert [one.key for one in found] == [3, 1, 2]


@pytest.mark.claim("B14")
def test_at_most_a_few() -> None:
    assert len(suggestions({9: "fuif"}, dict.fromkeys(range(9), "fuif"))[9]) == 3


@pytest.mark.claim("B14")
def test_a_compound_is_found_by_what_it_begins_with() -> None:
    found = suggestions({9: "Speelpleinwerking in de zomer"}, JOINT)[9]
    assert [(one.key, one.words) for one in found] == [(2, ("speelpleinwerking",))]
