"""A shop that forgets its soil or its meadow is told so, the soil first."""

from dataclasses import replace

import pytest

from groeimodel.rules.neglect import STALE_DAYS, Seen, warnings

FED = Seen(soil="rich", days_since_scan=100, quiet=None, drying=0, harvests=3, running=2, started=1)


def words(seen: Seen) -> list[str]:
    return [one.word for one in warnings(seen)]


@pytest.mark.claim("B18")
def test_well_fed_soil_and_a_meadow_in_bloom_warn_of_nothing() -> None:
    assert warnings(FED) == ()


@pytest.mark.claim("B18")
@pytest.mark.parametrize(
    ("change", "word", "figure"),
    [
        ({"soil": "poor"}, "poor", 0),
        ({"quiet": 90}, "quiet", 90),
        ({"drying": 2}, "dry", 2),
        ({"days_since_scan": None, "soil": None}, "unmeasured", 0),
        ({"days_since_scan": STALE_DAYS + 1}, "unmeasured", STALE_DAYS + 1),
        ({"harvests": 0}, "no_harvest", 0),
        ({"running": 0}, "bare", 0),
        ({"started": 0}, "nothing_new", 0),
    ],
)
def test_each_neglect_has_its_own_warning(change: dict[str, int | None], word: str, figure: int) -> None:
    (only,) = warnings(replace(FED, **change))  # type: ignore[arg-type]
    assert (only.word, only.figure) == (word, figure)


def test_at_the_edge_nothing_is_said() -> None:
    assert words(replace(FED, days_since_scan=STALE_DAYS)) == []


def test_the_soil_comes_first() -> None:
    bare = Seen(None, None, 400, 1, 0, 0, 0)
    assert words(bare) == ["quiet", "dry", "unmeasured", "no_harvest", "bare", "nothing_new"]
