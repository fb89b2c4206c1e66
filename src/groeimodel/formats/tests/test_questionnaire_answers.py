"""What counts as an answer, and what as 'don't know'."""

import pytest

from groeimodel.formats.tests.questionnaires import FIRST, HEAD, answers_of, as_csv, problems, read

LONG = ("respondent", "gemeente", "rol", "stelling", "antwoord")


def answer(text: object) -> bytes:
    return as_csv([HEAD, (1, "Gent", "schepen", text, 3)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", 4), (" 4 ", 4), ("4.0", 4), ("4,0", 4), ("4,00", 4), ("04", 4),
        ("eens", 4), ("Helemaal eens", 5), ("HELEMAAL ONEENS", 1), ("tussenin", 3), ("Strongly agree", 5),
        ("in between", 3), ("helemaal niet akkoord", 1), ("neutraal", 3),
        ("5 - helemaal eens", 5), ("1 (helemaal oneens)", 1), ("2: oneens", 2), ("5 = strongly agree", 5),
    ],
)  # fmt: skip
def test_an_answer(text: str, value: int) -> None:
    assert answers_of(read(answer(text)), FIRST) == [value]


@pytest.mark.parametrize(
    "text",
    ["", " ", "weet ik niet", "Weet niet.", "don't know", "I don’t know", "n.v.t.", "NVT", "N/A", "?", "-", "–", "geen mening",
     "\xa0", "nan", "NULL"],
)  # fmt: skip
def test_dont_know(text: str) -> None:
    assert answers_of(read(answer(text)), FIRST) == [0]


@pytest.mark.parametrize(
    "text",
    ["0", "6", "-1", "4,5", "4.5", "55", "1e9", "inf", "100%", "x", "👍", "да", "ja", "2-3", "1/5", "2 of 3", "4 jaar", "=4", "#REF!",
     "1 helemaal eens", "9" * 400, "1_0"],
)  # fmt: skip
def test_no_answer_at_all(text: str) -> None:
    found = problems(answer(text))
    assert len(found) == 1
    assert found[0].startswith(f"rij 2, kolom D ({FIRST}): '{text[:40]}' is geen antwoord. Kies 1 tot 5")


def test_the_long_form() -> None:
    rows = [
        LONG,
        ("a", "Gent", "schepen", FIRST, 4),
        ("b", "Aalst", "officer", FIRST, "weet niet"),
        (),
        ("a", "gent ", "Alderman", f"guess:{FIRST}", 2),
        ("", "", "", "", ""),
    ]
    reading = read(as_csv(rows))
    assert reading.responses.respondents == ("a", "b")
    assert answers_of(reading, FIRST) == [4, 0]
    assert answers_of(reading, FIRST, guess=True) == [2, 0]


def test_everything_that_is_wrong_with_a_long_file() -> None:
    rows = [
        LONG,
        ("a", "Gent", "schepen", FIRST, 4),
        ("a", "Gent", "schepen", FIRST, 5),
        ("a", "Aalst", "schepen", "soil-trust-open", 5),
        ("b", "Gnt", "baas", "soil-trust-opn", 9),
        ("", "Gent", "schepen", FIRST, 1),
        ("c", "", "ambtenaar", "", 1),
    ]
    rows_told = [int(line.split(" ", 2)[1].rstrip(",:")) for line in problems(as_csv(rows))]
    assert rows_told == [3, 4, 5, 5, 5, 5, 6, 7, 7]
    text = "\n".join(problems(as_csv(rows)))
    for part in (
        f"rij 3: Respondent 'a' antwoordde al op '{FIRST}'.",
        "rij 4: Respondent 'a' heeft hier een andere gemeente of rol dan eerst.",
        "rij 5, kolom B (gemeente): 'Gnt' is geen Vlaamse gemeente. Bedoel je Gent?",
        "rij 5, kolom C (rol): De rol 'baas' is onbekend.",
        "rij 5, kolom D (stelling): De stelling 'soil-trust-opn' bestaat niet. Bedoel je 'soil-trust-open'?",
        "rij 5, kolom E (antwoord): '9' is geen antwoord.",
        "rij 6, kolom A (respondent): De respondent ontbreekt.",
        "rij 7, kolom B (gemeente): De gemeente ontbreekt.",
        "rij 7, kolom D (stelling): De stelling ontbreekt.",
    ):
        assert part in text
