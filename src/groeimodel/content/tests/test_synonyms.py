"""The words of the field: what is shipped holds, and a mistake in the file is told."""

from pathlib import Path

import pytest

from groeimodel.content.errors import ContentError
from groeimodel.content.synonyms import read_groups, thesaurus
from groeimodel.rules.search import stem


def test_what_is_shipped_has_the_words_of_the_field() -> None:
    groups = read_groups()
    assert len(groups) >= 60
    assert stem("evenementen") in thesaurus().same_as("fuif")
    for group in groups:
        assert all(word == word.strip().lower() and word.isalpha() for word in group), group


def test_no_two_groups_are_the_same_words() -> None:
    groups = [frozenset(group) for group in read_groups()]
    assert not [one for one in groups for other in groups if one < other]
    assert len(set(groups)) == len(groups)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("groups = [", "is niet te lezen"),
        ("", "moet een lijst van groepen zijn"),
        ("groups = []", "moet een lijst van groepen zijn"),
        ('groups = [["fuif"]]', "minstens twee woorden"),
        ('groups = ["fuif", "feest"]', "minstens twee woorden"),
        ('groups = [["fuif", 3]]', "minstens twee woorden"),
        ('groups = [["fuif", "Fuif"]]', "staat er twee keer"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "synonyms.toml"
    path.write_text(text)
    with pytest.raises(ContentError) as told:
        read_groups(path)
    assert says in str(told.value)
