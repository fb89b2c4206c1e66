import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.search import Piece, Thesaurus, ask, excerpt, marked

THESAURUS = Thesaurus.of([["fuif", "evenement"], ["charter", "afspraken"]])


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("query", "text", "with_marks"),
    [
        ("fuif", "Een Fuif, en fuiven", "Een [Fuif], en [fuiven]"),
        ("fuif", "Fuifcharter voor evenementen", "[Fuifcharter] voor [evenementen]"),
        ("charter", "Het Fuifcharter", "Het [Fuifcharter]"),
        ("coordinator", "De coördinator belt", "De [coördinator] belt"),
        ("wie heeft de fuif", "De fuif die heeft", "De [fuif] die heeft"),
        ("zwemmen", "Geen enkele", "Geen enkele"),
        ("fuif", "", ""),
    ],
)
def test_words_by_which_it_was_found_are_marked(query: str, text: str, with_marks: str) -> None:
    assert shown(marked(text, ask(query, THESAURUS).terms, THESAURUS.parts)) == with_marks


def test_an_excerpt_shows_the_place_and_keeps_words_whole() -> None:
    text = "vooraan staat iets anders " * 20 + "dan de fuif zelf " + "en daarna nog veel meer " * 20
    terms = ask("fuif", THESAURUS).terms
    said = shown(excerpt(text, terms))
    assert "de [fuif] zelf" in said
    assert said.startswith("… ")
    assert said.endswith(" …")
    kept = said.strip("… ").replace("[", "").replace("]", "")
    assert set(kept.split()) <= set(text.split())
    assert 120 < len(kept) <= 200


def test_an_excerpt_without_a_marked_word_is_the_beginning_on_one_line() -> None:
    terms = ask("zwemmen", THESAURUS).terms
    assert shown(excerpt("Eerste regel\n\ntweede", terms)) == "Eerste regel tweede"
    long = shown(excerpt("woord " * 100, terms))
    assert long.startswith("woord woord")
    assert long.endswith("woord …")


@given(st.text(max_size=400), st.text(alphabet="aefiu n", max_size=20))
def test_the_pieces_are_the_text(text: str, query: str) -> None:
    terms = ask(query, THESAURUS).terms
    assert "".join(piece.text for piece in marked(text, terms)) == text
    line = " ".join(text.split())
    kept = "".join(piece.text for piece in excerpt(text, terms))
    assert kept.removeprefix("… ").removesuffix(" …") in line
    assert len(kept) <= 200 + 4
    assert bool(kept) == bool(line)
