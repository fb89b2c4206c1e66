"""Columns are found by what people and form tools call them; what is not read is told."""

import time

import pytest

from groeimodel import content as texts
from groeimodel.formats.tests.questionnaires import FIRST, HEAD, SECOND, answers_of, as_csv, problems, read
from groeimodel.rules.growth.content import ROLES

ANSWERED = ("1", "Gent", "schepen", 4)
STATEMENT = texts.load().statement("soil-exchange-call")
TEXT = STATEMENT.text("alderman")


@pytest.mark.parametrize(
    "head",
    [
        STATEMENT.id,
        STATEMENT.id.upper(),
        STATEMENT.id.replace("-", "_"),
        f" {STATEMENT.id} ",
        *{STATEMENT.text(role, language) for role in ROLES for language in ("nl", "en")},
        f"12. {TEXT}",
        f"Vraag 3: {TEXT}",
        f"Q7 - {TEXT}",
        f"In welke mate ben je het eens? [{TEXT}]",
        f"{TEXT[:40]}...",
        f"{TEXT[:40]}…",
        TEXT.upper().rstrip("."),
    ],
)
def test_a_statement_by_id_or_by_text(head: str) -> None:
    assert answers_of(read(as_csv([(*HEAD[:3], head), ANSWERED])), STATEMENT.id) == [4]


def test_every_statement_is_found_by_its_text_in_every_wording() -> None:
    content = texts.load()
    for role in ROLES:
        for language in ("nl", "en"):
            head = [one.text(role, language) for one in content.statements]
            values = [n % 5 + 1 for n in range(len(head))]
            reading = read(as_csv([(*HEAD[:3], *head), (1, "Gent", "schepen", *values)]))
            assert list(reading.responses.answers[0]) == values


def test_a_cut_off_text_that_fits_two_statements_is_told() -> None:
    """'De samenwerking heeft een organigram' and '... een budget' begin alike."""
    assert (
        "bestaat niet" in problems(as_csv([(*HEAD[:4], "De samenwerking heeft een ..."), (*ANSWERED, 3)]))[0]
    )


@pytest.mark.parametrize(
    "head",
    [
        ("respondent", "gemeente", "rol"),
        ("Participant", "Municipality", "Role"),
        ("Deelnemer", "STAD", "Functie"),
        ("ID", "In welke gemeente werk je?", "Wat is jouw rol in de gemeente?"),
        ("token", "Municipality: ", "Je rol"),
        ("nr", "Lokaal bestuur", "Ik ben ..."),
    ],
)
def test_who_answered(head: tuple[str, ...]) -> None:
    reading = read(as_csv([(*head, FIRST), ANSWERED]))
    assert reading.responses.respondents == ("1",)
    assert list(reading.names.values()) == ["Gent"]


def test_a_column_that_people_filled_in_goes_before_a_row_number() -> None:
    reading = read(as_csv([("id", *HEAD), ("901", *ANSWERED, 2)]))
    assert reading.responses.respondents == ("1",)


@pytest.mark.parametrize("prefix", ["guess:", "gok:", "Gok: ", "raad "])
def test_guesses(prefix: str) -> None:
    reading = read(as_csv([(*HEAD, f"{prefix}{SECOND}"), (*ANSWERED, 3, 2)]))
    assert answers_of(reading, SECOND) == [3]
    assert answers_of(reading, SECOND, guess=True) == [2]


def test_no_guesses_is_none() -> None:
    assert read(as_csv([HEAD, (*ANSWERED, 3)])).responses.guesses is None


def test_what_is_not_read_is_told() -> None:
    head = ("Tijdstempel", "E-mailadres", *HEAD, "Wat wil je nog kwijt aan ons team?", "Team")
    reading = read(as_csv([head, ("1/2/26", "x@y.be", *ANSWERED, 3, "Niets", "Noord")]))
    assert reading.warnings == (
        "Deze kolommen zijn niet gelezen: Tijdstempel, E-mailadres, Wat wil je nog kwijt aan ons team?, Team.",
    )


def test_without_respondents_every_row_is_someone() -> None:
    reading = read(as_csv([HEAD[1:], ANSWERED[1:], ANSWERED[1:]]))
    assert reading.responses.respondents == ("rij 2", "rij 3")
    assert "elke rij" in reading.warnings[0]


def test_a_nameless_row_beside_one_that_bears_its_number() -> None:
    reading = read(as_csv([HEAD, ("", *ANSWERED[1:], 1), ("rij 2", *ANSWERED[1:], 2)]))
    assert answers_of(reading, SECOND) == [1, 2]
    assert len(reading.responses.respondents) == 2


@pytest.mark.parametrize(
    ("head", "nearest"),
    [
        ("soil-trust-opn", SECOND),
        ("sol-trust-open", SECOND),
        ("no-such-statement", ""),
        (texts.load().statement(SECOND).text("other").replace("misliep", "misging"), SECOND),
        ("Deze stelling staat nergens in de scan.", ""),
    ],
)
def test_an_unknown_statement(head: str, nearest: str) -> None:
    found = problems(as_csv([(*HEAD[:4], head), (*ANSWERED, 3)]))
    assert len(found) == 1
    assert found[0].startswith("rij 1, kolom E (")
    assert "bestaat niet" in found[0]
    assert ("Bedoel je" in found[0]) == bool(nearest)
    assert f"'{nearest}" in found[0]


@pytest.mark.parametrize("head", ["Stelling 12", "xyz", ""])
def test_answers_under_a_head_that_says_nothing_are_not_lost(head: str) -> None:
    found = problems(as_csv([(*HEAD[:4], head, "Team"), (*ANSWERED, "", "a"), (2, *ANSWERED[1:], 3, "b")]))
    assert len(found) == 1
    assert found[0].startswith("rij 1, kolom E")


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ((*HEAD, FIRST), "F"),
        ((*HEAD[:3], TEXT, STATEMENT.id), "E"),
        ((*HEAD, "gemeente"), "F"),
        ((*HEAD, f"gok:{FIRST}", f"guess:{FIRST}"), "G"),
    ],
)
def test_a_column_that_stands_twice(head: tuple[str, ...], column: str) -> None:
    found = problems(as_csv([head, ("1", "Gent", "schepen", *[3] * (len(head) - 3))]))
    assert any(line.startswith(f"rij 1, kolom {column} (") and "staat ook in kolom" in line for line in found)


def test_columns_that_are_missing_are_told_together() -> None:
    found = problems(as_csv([("respondent", "naam"), (1, "x")]))
    assert [line.split(".")[0] for line in found] == [
        "rij 1: De kolom 'gemeente' ontbreekt",
        "rij 1: De kolom 'rol' ontbreekt",
        "rij 1: Geen enkele kolom is een stelling",
    ]


def test_a_long_file_needs_respondents() -> None:
    found = problems(as_csv([("gemeente", "rol", "stelling", "antwoord"), ("Gent", "schepen", FIRST, 4)]))
    assert found == ["rij 1: De kolom 'respondent' ontbreekt. Noem een kolom respondent of deelnemer."]


def test_only_the_statements_of_the_file_were_asked() -> None:
    """A short round is not judged by the statements that it did not ask."""
    wide = [(*HEAD, "gok:shop-plan-exists"), (*ANSWERED, "", 3)]
    long = [
        ("respondent", "gemeente", "rol", "stelling", "antwoord"),
        (1, "Gent", "schepen", SECOND, ""),
        (1, "Gent", "schepen", FIRST, 4),
    ]
    for rows in (wide, long):
        responses = read(as_csv(rows)).responses
        assert responses.statements == (FIRST, SECOND)
        assert responses.answers.shape == (1, 2)


@pytest.mark.parametrize("head", ["[" * 200_000, "-" * 4000, "_-" * 100_000, "a" * 1_000_000])
def test_an_endless_head_takes_no_time(head: str) -> None:
    began = time.thread_time()
    problems(as_csv([("respondent", head), (1, "x")]))
    assert time.thread_time() - began < 3
