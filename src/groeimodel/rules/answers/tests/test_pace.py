"""The time to an answer, in plain words (claim P8)."""

import pytest

from groeimodel.rules.answers import pace


@pytest.mark.parametrize(
    ("minutes", "unit", "number"),
    [
        ([30, 30, 30], "hour", 1),
        ([100, 200, 90_000], "hours", 3),
        ([1440, 1500, 1600], "day", 1),
        ([2900, 4400, 5800], "days", 3),
        ([20 * 1440] * 3, "weeks", 3),
    ],
)
def test_the_middle_one_counts(minutes: list[float], unit: str, number: int) -> None:
    found = pace(minutes)
    assert (found.unit, found.number) == (unit, number)


def test_with_few_answers_nothing_is_said() -> None:
    assert pace([10, 20]).unit == "few"
    assert pace([]).minutes is None
