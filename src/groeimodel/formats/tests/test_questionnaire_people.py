"""Roles and municipalities as people write them; who is counted twice or not at all."""

import pytest

from groeimodel.formats.questionnaire.problems import MOST_OF_A_KIND
from groeimodel.formats.tests.questionnaires import HEAD, answers_of, as_csv, problems, read
from groeimodel.rules.growth.content import ROLES

FIRST = HEAD[3]


def role(text: str) -> str:
    found = read(as_csv([HEAD, (1, "Gent", text, 4, 3)])).responses.roles[0]
    return str(ROLES[int(found)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schepen", "alderman"), ("SCHEPEN VAN JEUGD", "alderman"), ("Schepen (m/v/x)", "alderman"), ("alderman", "alderman"),
        ("schepen van jeugd en cultuur", "alderman"), ("burgemeester", "alderman"),
        ("jeugdambtenaar", "officer"), ("ambtenaar", "officer"), ("youth officer", "officer"), ("Jeugdconsulent", "officer"),
        ("medewerker jeugddienst", "officer"), ("officer", "officer"),
        ("coördinator", "coordinator"), ("IGS-coördinator", "coordinator"), ("Coordinator", "coordinator"),
        ("regio-ondersteuner", "supporter"), ("supporter", "supporter"),
        ("andere", "other"), ("iemand anders", "other"), ("other", "other"),
    ],
)  # fmt: skip
def test_a_role(text: str, expected: str) -> None:
    assert role(text) == expected


@pytest.mark.parametrize("text", ["baas", "schepen en ambtenaar", "", "1", "jeugd"])
def test_an_unknown_role(text: str) -> None:
    found = problems(as_csv([HEAD, (1, "Gent", text, 4, 3)]))
    assert len(found) == 1
    assert found[0].startswith("rij 2, kolom C (rol): De rol ")
    assert found[0].endswith("Kies: schepen, ambtenaar, coördinator, regio-ondersteuner, andere.")


@pytest.mark.parametrize(
    "text",
    [
        "Pajottegem",
        "pajottegem",
        "23106",
        "23106.0",
        "Herne",
        "Galmaarden",
        "23032",
        "Gemeente Gooik",
        "1540 Herne",
    ],
)
def test_one_municipality_by_all_its_names(text: str) -> None:
    """Old names and codes of what merged count as the one municipality that it became."""
    reading = read(as_csv([HEAD, (1, text, "schepen", 4, 3), (2, "Pajottegem", "ambtenaar", 2, 3)]))
    assert reading.responses.municipalities == ("23106",)
    assert reading.names == {"23106": "Pajottegem"}
    assert list(reading.responses.municipality) == [0, 0]


def test_an_unknown_municipality_with_the_nearest_names() -> None:
    assert problems(as_csv([HEAD, (1, "Antwrpen", "schepen", 4, 3), (2, "Foutgem", "officer", 4, 3), (3, "Qqq", "officer", 4, 3)])) == [
        "rij 2, kolom B (gemeente): 'Antwrpen' is geen Vlaamse gemeente. Bedoel je Antwerpen?",
        "rij 3, kolom B (gemeente): 'Foutgem' is geen Vlaamse gemeente. Bedoel je Zottegem of Boutersem?",
        "rij 4, kolom B (gemeente): 'Qqq' is geen Vlaamse gemeente. Schrijf de naam of de NIS-code voluit.",
    ]  # fmt: skip


def test_invented_municipalities_where_they_may_be() -> None:
    rows = [
        HEAD,
        (1, "Lindergem", "schepen", 4, 3),
        (2, " lindergem", "ambtenaar", 2, 3),
        (3, "Herne", "schepen", 1, 1),
    ]
    reading = read(as_csv(rows), any_municipality=True)
    assert list(reading.names.values()) == ["Lindergem", "Pajottegem"]
    assert list(reading.responses.municipality) == [0, 0, 1]


def test_who_stands_outside_the_municipalities() -> None:
    rows = [
        HEAD,
        (1, "", "coördinator", 4, 3),
        (2, "", "regio-ondersteuner", 4, 3),
        (3, "Gent", "schepen", 4, 3),
    ]
    assert list(read(as_csv(rows)).responses.municipality) == [-1, -1, 0]
    found = problems(as_csv([HEAD, (1, "", "schepen", 4, 3), (2, " ", "ambtenaar", 4, 3)]))
    assert [line.split(":")[0] for line in found] == [
        "rij 2, kolom B (gemeente)",
        "rij 3, kolom B (gemeente)",
    ]


def test_a_respondent_twice() -> None:
    rows = [
        HEAD,
        ("a", "Gent", "schepen", 4, 3),
        ("b", "Gent", "schepen", 4, 3),
        (" a", "Aalst", "schepen", 1, 1),
    ]
    assert problems(as_csv(rows)) == [
        "rij 4, kolom A (respondent): Respondent 'a' staat ook in rij 2. Hou één rij per mens."
    ]


def test_everything_that_is_wrong_comes_at_once_from_top_to_bottom() -> None:
    rows = [
        (*HEAD, "soil-trust-opn"),
        (1, "Gnt", "baas", 7, "ja", 1),
        (1, "Gent", "schepen", 4, 0, 1, "te veel"),
    ]
    assert [line.split(":")[0] for line in problems(as_csv(rows))] == [
        "rij 1, kolom F (soil-trust-opn)",
        "rij 2, kolom B (gemeente)",
        "rij 2, kolom C (rol)",
        f"rij 2, kolom D ({HEAD[3]})",
        f"rij 2, kolom E ({HEAD[4]})",
        "rij 3",
        "rij 3, kolom A (respondent)",
        f"rij 3, kolom E ({HEAD[4]})",
    ]


def test_a_thousand_times_the_same_mistake_is_counted() -> None:
    found = problems(as_csv([HEAD, *((n, "Gent", "schepen", 7, 3) for n in range(1000))]))
    assert len(found) == MOST_OF_A_KIND + 1
    assert found[-1] == f"... en nog {1000 - MOST_OF_A_KIND} keer: antwoord onbekend"


def test_a_short_row_is_filled_up() -> None:
    assert answers_of(read(f"{';'.join(HEAD)}\n1;Gent;schepen\n"), FIRST) == [0]
