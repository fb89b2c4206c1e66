"""The table of the security standard is whole: every requirement once, each with a test that exists or a reason."""

from collections import Counter

from tools import asvs

FOUND = asvs.chapters()
ROWS = [row for chapter in FOUND for row in chapter.rows]
LEVELS = asvs.levels()
SHORTEST = 40
"""Letters: below it a reason is a word, not a reason."""


def test_the_list_of_numbers_is_the_one_of_the_standard() -> None:
    assert Counter(LEVELS.values()) == {1: 70, 2: 183}
    per_chapter = Counter(int(key.split(".")[0]) for key in LEVELS)
    expected = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
    assert [per_chapter[number] for number in range(1, asvs.CHAPTERS + 1)] == expected


def test_every_chapter_was_gone_through() -> None:
    assert [chapter.number for chapter in FOUND] == list(range(1, asvs.CHAPTERS + 1))


def test_every_requirement_of_a_chapter_is_there_once() -> None:
    for chapter in FOUND:
        expected = [key for key in LEVELS if key.startswith(f"{chapter.number}.")]
        assert sorted(row.id for row in chapter.rows) == sorted(expected), f"V{chapter.number}"


def test_no_row_is_without_a_test_or_a_reason() -> None:
    assert not [row.id for row in ROWS if not row.tests and not row.reason]
    assert not [row.id for row in ROWS if not row.applies and (row.tests or not row.reason)]


def test_every_row_says_what_it_asks_in_short_words_of_our_own() -> None:
    assert not [row.id for row in ROWS if not 20 <= len(row.says) <= 220 or not row.says.endswith(".")]
    assert not [row.id for row in ROWS if row.says.startswith("Verify")]


def test_a_reason_is_a_sentence() -> None:
    bad = [row.id for row in ROWS if row.reason and (len(row.reason) < SHORTEST or row.reason[-1] != ".")]
    assert not bad


def test_every_test_that_is_named_exists() -> None:
    assert not [(row.id, node) for row in ROWS for node in row.tests if not asvs.exists(node)]


def test_a_test_that_does_not_exist_is_noticed() -> None:
    assert asvs.exists("tests/security/test_asvs.py::test_a_reason_is_a_sentence")
    assert not asvs.exists("tests/security/test_asvs.py::test_that_nobody_wrote")
    assert not asvs.exists("tests/security/test_gone.py::test_a_reason_is_a_sentence")


def test_the_page_is_made_from_the_files_of_today() -> None:
    made = asvs.page(FOUND, LEVELS)
    assert asvs.PAGE.read_text() == made, "run .venv/bin/python tools/asvs.py"
