"""Reading mandates of local governments: both kinds of file say the same, nothing personal beyond the name is read."""

import json
import logging
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.formats.mandates import MAX_BYTES, BadInput, Mandate, read_mandates
from groeimodel.formats.mandates.sparql_json import FIELDS, QUESTION
from groeimodel.formats.mandates.vocabulary import FUNCTIONS, YOUTH

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
X = "http://data.lblod.info/id/voorbeeld/"
TURTLE, RESULTS = (HERE / "mandates.ttl").read_bytes(), (HERE / "mandates.srj").read_bytes()
EXPECTED = (
    Mandate(
        f"{X}m5", f"{X}zoe", "Zoë Van den Bossche", "Buurdorp", date(2025, 3, 1), date(2025, 5, 31), False
    ),
    Mandate(f"{X}m6", f"{X}zoe", "Zoë Van den Bossche", "Buurdorp", date(2025, 6, 1), None, True),
    Mandate(f"{X}m1", f"{X}amina", "Amina Bakkali", "Proefdorp", date(2025, 1, 1), date(2025, 8, 31), True),
    Mandate(f"{X}m2", f"{X}amina", "Amina Bakkali", "Proefdorp", date(2025, 9, 1), None, True),
)
"""Midnight in Brussels is an hour or two earlier in universal time; a French name gives way to the Dutch one."""


def results(**cells: str | None) -> bytes:
    """The results of the question with one mandate; a cell of None is left out."""
    row = {
        "mandataris": f"{X}m",
        "persoon": f"{X}p",
        "voornaam": "An",
        "familienaam": "Peeters",
        "gemeente": "Proefdorp",
        "functie": sorted(FUNCTIONS)[0],
        "beleidsdomein": YOUTH,
        "start": "2025-01-01",
    } | cells
    binding = {name: {"type": "literal", "value": value} for name, value in row.items() if value is not None}
    content = {"head": {"vars": ["mandataris", *FIELDS]}, "results": {"bindings": [binding]}}
    return json.dumps(content).encode()


@pytest.mark.parametrize("data", [TURTLE, RESULTS, b"\xef\xbb\xbf" + TURTLE], ids=["turtle", "json", "bom"])
def test_both_kinds_say_the_same(data: bytes) -> None:
    reading = read_mandates(data)
    assert reading.mandates == EXPECTED
    assert not reading.problems


def test_other_functions_and_competences_are_passed_over() -> None:
    assert read_mandates(TURTLE).others == 2


@pytest.mark.parametrize("data", [TURTLE, RESULTS], ids=["turtle", "json"])
def test_a_national_number_and_a_date_of_birth_are_never_read(data: bytes) -> None:
    assert b"80010112345" in data
    kept = repr([astuple(one) for one in read_mandates(data).mandates])
    assert "80010112345" not in kept
    assert "1980" not in kept


def test_https_in_the_vocabulary_reads_the_same() -> None:
    changed = TURTLE.replace(b"<http://data.vlaanderen.be/ns/", b"<https://data.vlaanderen.be/ns/")
    assert read_mandates(changed).mandates == EXPECTED


def test_the_example_for_download_is_read() -> None:
    reading = read_mandates((ROOT / "docs/examples/aldermen.ttl").read_bytes())
    assert len(reading.mandates) >= 5
    assert not reading.problems


def test_the_question_asks_what_is_read() -> None:
    text = QUESTION.read_text()
    assert all(f"?{name}" in text for name in ("mandataris", *FIELDS))
    assert YOUTH in text
    assert all(code in text for code in FUNCTIONS)


def test_the_question_finds_in_the_data_what_we_read_in_them() -> None:
    """The endpoint itself is not asked here: the question runs over the sample."""
    from rdflib import Graph

    graph = Graph().parse(data=TURTLE, format="turtle")
    answer = graph.query(QUESTION.read_text()).serialize(format="json")
    assert answer is not None
    assert read_mandates(answer).mandates == EXPECTED


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"voornaam": None, "persoon": None}, ["de voornaam ontbreekt", "de persoon ontbreekt"]),
        ({"start": "gisteren"}, ["geen dag: ‘gisteren’"]),
        ({"start": "2025-02-30"}, ["geen dag"]),
        ({"start": "0025-01-01"}, ["kan niet"]),
        ({"einde": "2024-01-01"}, ["eindigt (01/01/2024) voor het begint"]),
        ({"familienaam": "x" * 200}, ["langer dan 120 tekens"]),
        ({"gemeente": None, "start": "nu"}, ["de gemeente ontbreekt", "geen dag"]),
    ],
)
def test_everything_wrong_with_a_mandate_is_told(cells: dict[str, Any], said: list[str]) -> None:
    reading = read_mandates(results(**cells))
    assert not reading.mandates
    texts = " ".join(one.text for one in reading.problems)
    assert f"{X}m" in texts
    assert all(part in texts for part in said)


def test_two_rows_that_contradict_each_other_are_told() -> None:
    content = json.loads(results())
    content["results"]["bindings"] += json.loads(results(start="2025-02-01", familienaam="Janssens"))[
        "results"
    ]["bindings"]
    reading = read_mandates(json.dumps(content).encode())
    assert [one.text.partition(": ")[2] for one in reading.problems] == [
        "de familienaam staat er meer dan één keer, en telkens anders.",
        "de begindag staat er meer dan één keer, en telkens anders.",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a\x00b", "geen tekst"),
        (b"<!doctype html><p>Fout</p>", "webpagina"),
        (b"<http://a> <http://b> .", "regel 1"),
        (b"gemeente;schepen\nProefdorp;Amina\n", "geen Turtle en geen JSON"),
        (b"{", "beschadigd"),
        (b"[" * 100_000 + b"{", "diep genest"),
        (b'{"a":' * 50_000, "beschadigd"),
        (b"{}", "niet de uitkomst"),
        (b'{"head": {"vars": 3}, "results": {"bindings": []}}', "niet de uitkomst"),
        (b'{"head": {"vars": []}, "results": {"bindings": []}}', "‘persoon’ ontbreekt"),
        (b'[{"@id": "x"}]', "niet de uitkomst"),
        (b"<http://a> <http://b> <http://c> .", "geen enkele schepen"),
        (b" " * (MAX_BYTES + 1), "groter dan 5 MB"),
    ],
)
def test_what_is_no_file_of_mandates_is_one_clear_message(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_mandates(data)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_anything_is_read_or_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_mandates(data)


def test_odd_values_do_not_land_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    odd = b'\n<http://a> <http://b> "Amina Bakkali"^^<http://www.w3.org/2001/XMLSchema#date> .\n'
    with caplog.at_level(logging.DEBUG):
        read_mandates(TURTLE + odd)
    assert "Bakkali" not in caplog.text
