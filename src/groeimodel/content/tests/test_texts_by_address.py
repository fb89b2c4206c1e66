"""Each text has an address, can be laid over the files, and can be written back into them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.content import in_force, load_from
from groeimodel.content.addresses import Path_, lay_over, parsed, spots_of, values_of
from groeimodel.content.in_force import Published
from groeimodel.content.writing import files_with, quoted, write_into

FILES, RAW = in_force.shipped_files(), in_force.shipped_raw()
VALUES = values_of(RAW)
WORD = "words/infographic.toml:infographic.more"
TEXT = "factors.toml:factor.region.title"
STATEMENT = "statements/soil.toml:statement.soil-exchange-regular"
ADDRESSES = sorted((one.address, one.language) for one in spots_of(RAW) if one.language)
SENTENCES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60
)


def with_text(address: str, dutch: str) -> dict[str, dict[str, str]]:
    return {**VALUES, address: {**VALUES[address], "nl": dutch}}


def test_every_text_that_a_person_reads_has_an_address() -> None:
    from groeimodel.content.checks import all_texts

    said = {(one["nl"], one["en"]) for one in VALUES.values() if "nl" in one}
    assert {(one.nl, one.en) for one in all_texts(in_force.shipped())} <= said


def test_all_values_laid_over_their_own_files_change_nothing() -> None:
    assert in_force.made_of(Published("2026.1", VALUES)) == in_force.shipped()
    assert files_with(FILES, VALUES, version="2026.1") == FILES


@given(st.dictionaries(st.sampled_from(ADDRESSES), SENTENCES, max_size=12))
@settings(max_examples=60, deadline=None)
def test_what_is_written_reads_back_and_nothing_else_moves(new: dict[tuple[str, str], str]) -> None:
    values = {address: dict(said) for address, said in VALUES.items()}
    for (address, language), text in new.items():
        values[address][language] = text
    written = files_with(FILES, values, version="2026.2")
    assert parsed(written) == lay_over(RAW, values, version="2026.2").raw
    for name, text in written.items():
        assert [one for one in text.splitlines() if one.startswith(("#", "["))] == [
            one for one in FILES[name].splitlines() if one.startswith(("#", "["))
        ]


@given(SENTENCES)
def test_any_sentence_can_be_quoted(sentence: str) -> None:
    assert tomllib.loads(f"k = {quoted(sentence)}") == {"k": sentence}


ODD = '''# Een # in uitleg
"met quote" = 'letterlijk "zo"'
a.b = { nl = """
drie
""", en = "e \\" f" } # achteraan
lijst = [
  "een", # ook hier
  { nl = "x", en = 'y' },
]
getal = 1_000
dag = 2026-01-01
[tabel."x.y"]
waar = true
[[rij]]
id = "1"
[[rij.kind]]
naam = "a"
[[rij.kind]]
naam = "b"
[[rij]]
id = "2"
'''


def test_odd_but_valid_toml_is_written_at_the_right_place() -> None:
    places: dict[Path_, str] = {
        ("a", "b", "en"): "nieuw",
        ("a", "b", "nl"): "een\ntwee",
        ("lijst", 1, "en"): "z",
        ("rij", 0, "kind", 1, "naam"): "B",
        ("rij", 1, "id"): "drie",
        ("met quote",): "gewoon",
    }
    read = tomllib.loads(write_into(ODD, places))
    expected = tomllib.loads(ODD)
    expected["a"]["b"] = {"nl": "een\ntwee", "en": "nieuw"}
    expected["lijst"][1]["en"] = "z"
    expected["rij"][0]["kind"][1]["naam"] = "B"
    expected["rij"][1]["id"] = "drie"
    expected["met quote"] = "gewoon"
    assert read == expected


def test_a_place_where_no_string_stands_is_refused() -> None:
    with pytest.raises(KeyError):
        write_into(ODD, {("getal",): "x"})


def test_a_text_of_a_later_release_keeps_what_its_files_say() -> None:
    old = {address: said for address, said in VALUES.items() if address != TEXT}
    assert in_force.made_of(Published("2026.2", old)).factors == in_force.shipped().factors


def test_what_asks_something_that_is_not_filled_in_stays_out() -> None:
    laid = lay_over(RAW, with_text(WORD, "Alles over {name} en {town}"))
    assert laid.unfit == (WORD,)
    assert laid.raw == RAW
    loose = lay_over(RAW, with_text(WORD, "Alles over {name"))
    assert loose.unfit == (WORD,)


def test_what_the_files_no_longer_have_is_named() -> None:
    gone = {**VALUES, "factors.toml:factor.gone.title": {"nl": "Weg", "en": "Gone"}}
    assert lay_over(RAW, gone).gone == ("factors.toml:factor.gone.title",)


def test_a_statement_that_got_another_id_is_known_when_the_files_follow() -> None:
    values = {address: dict(said) for address, said in VALUES.items()}
    values[f"{STATEMENT}.id"] = {"": "soil-exchange-regular-2"}
    values[f"{STATEMENT}.wording.all"]["nl"] = "Ze zien elkaar elke maand."
    later = parsed(files_with(FILES, values, version="2026.2"))
    values[f"{STATEMENT}.wording.all"]["nl"] = "Ze zien elkaar elke week."
    laid = lay_over(later, values)
    assert not laid.gone
    (found,) = [
        one for one in laid.raw["statements/soil.toml"]["statement"] if one["id"] == "soil-exchange-regular-2"
    ]
    assert found["wording"]["all"]["nl"] == "Ze zien elkaar elke week."


def test_texts_that_fail_the_checks_leave_the_files_in_force(caplog: pytest.LogCaptureFixture) -> None:
    in_force.use(lambda: Published("2026.2", with_text(TEXT, "")))
    try:
        assert in_force.load() == in_force.shipped()
    finally:
        in_force.use(None)
    assert "2026.2" in caplog.text


def test_a_draft_is_shown_within_its_own_walls_only() -> None:
    draft = Published("2026.2-x", with_text(TEXT, "Een goede streek"))
    with in_force.shown_as(draft):
        assert in_force.load().factor("region").title.nl == "Een goede streek"
    assert in_force.load() == in_force.shipped()


def test_files_with_other_texts_load_to_the_same_content(tmp_path: Path) -> None:
    values = with_text(TEXT, 'Een "goede" streek: \\ en meer')
    for name, text in files_with(FILES, values, version="2026.2").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert load_from(tmp_path) == in_force.made_of(Published("2026.2", values))
