"""From the words of a question to its area, and to who probably knows (claims P3 and P8)."""

import pytest

from groeimodel.content.nutrients import nutrients
from groeimodel.rules.expertise.words import Skill, alike, distance, guess, knowers, tokens


def test_common_words_say_nothing() -> None:
    assert tokens("Heeft iemand een goed réglement voor de speelpleinen?") == ("reglement", "speelpleinen")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("reglement", "reglementen", True),
        ("fuifcharter", "fuif", True),
        ("speelplien", "speelplein", True),
        ("reglemnt", "reglement", True),
        ("kamp", "kamer", False),
        ("sport", "spoor", False),
        (
            "jeugdhuis",
            "jeugdraad",
            True,
        ),  # the first letters alike: a word too many costs less than one too few
    ],
)
def test_alike(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same
    assert alike(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "steps"), [("", "ab", 2), ("ab", "ba", 1), ("kamp", "kramp", 1), ("a", "a", 0)]
)
def test_distance(a: str, b: str, steps: int) -> None:
    assert distance(a, b) == distance(b, a) == steps


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Hoe maken jullie afspraken over geluid op een fuif?", "parties"),
        ("Wie heeft een kansentarief voor gezinnen in armoede?", "vulnerable"),
        ("Wie kent een goede app om te reserveren, met oog voor privacy?", "digital"),
        ("Een skatepark zonder klachten", "outdoors"),
        ("Zwijgen is goud", ""),
    ],
)
def test_the_area_is_guessed_from_the_words(text: str, area: str) -> None:
    assert guess(text, nutrients()) == area


def test_every_area_is_guessed_from_its_own_words() -> None:
    wrong = [one.id for one in nutrients() if guess(" ".join(one.words), nutrients()) != one.id]
    assert not wrong


def test_the_likeliest_come_first_and_at_most_so_many() -> None:
    skills = [
        Skill(1, "play", "", own=False),
        Skill(2, "parties", "een fuifcharter", own=True),
        Skill(3, "play", "animatoren", own=True),
        Skill(1, "parties", "een fuifcharter met de politie", own=False),
    ]
    found = knowers("Wie heeft een fuifcharter?", "parties", skills)
    assert [(one.person, one.reason) for one in found] == [(2, "own"), (1, "municipality")]
    assert [one.person for one in knowers("charter van een fuif", "", skills)] == [2, 1]
    many = [Skill(number, "play", "", own=True) for number in range(20)]
    assert len(knowers("kamp", "play", many)) == 6
    assert not knowers("Zwijgen", "", skills)
