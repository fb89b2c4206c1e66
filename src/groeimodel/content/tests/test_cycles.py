"""The cycles that are shipped, and what is wrong in a file is named."""

from datetime import date
from pathlib import Path

import pytest

from groeimodel.content.cycles import NAME, cycles, cycles_from
from groeimodel.content.errors import ContentError


def test_three_cycles_that_never_coincide() -> None:
    found = {one.id: (one.starts, one.ends) for one in cycles()}
    assert found == {
        "municipal_plan": (date(2026, 1, 1), date(2031, 12, 31)),
        "subsidy": (date(2027, 1, 1), date(2032, 12, 31)),
        "council": (date(2025, 1, 1), date(2030, 12, 31)),
    }
    assert len(set(found.values())) == 3


def test_what_is_not_sure_says_so() -> None:
    days = {day.title: day.status for one in cycles() for day in one.days}
    assert days["Subsidie aanvragen"] == "to_confirm"
    assert all(one.source for one in cycles())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = ", "niet te lezen"),
        ('[[cycle]]\nid = "a"', "ends"),
        ('[[cycle]]\nid = "a"\nstarts = 2027-01-01\nends = 2026-01-01', "na het begin"),
        ('[[cycle]]\nid = "a"\nstatus = "misschien"', "geen van"),
        ('[[cycle]]\nid = "a"\n[[cycle]]\nid = "a"', "twee keer"),
        ('[[cycle]]\nid = "a"\nkleur = "rood"', "onbekende sleutel"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(ContentError) as error:
        cycles_from(tmp_path)
    assert says in str(error.value)
