from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.sheet import MOST, Crop, choose

crops = st.lists(
    st.builds(Crop, st.integers(1, 500), st.integers(730_000, 740_000), st.booleans(), st.booleans()),
    unique_by=lambda one: one.key,
    max_size=40,
)


def test_what_is_seen_and_counted_goes_first() -> None:
    rows = [
        Crop(1, 900),
        Crop(2, 100, counted=True),
        Crop(3, 50, pictured=True),
        Crop(4, 10, True, True),
        Crop(5, 901),
    ]
    assert choose(rows) == (4, 3, 2, 5, 1)


@given(crops)
def test_nothing_worse_takes_the_place_of_something_better(rows: list[Crop]) -> None:
    chosen = choose(rows)
    assert len(chosen) == min(MOST, len(rows))
    assert len(set(chosen)) == len(chosen)
    if len(rows) > MOST:
        left = [one for one in rows if one.key not in chosen]
        worst = next(one for one in rows if one.key == chosen[-1])
        value = 2 * worst.pictured + worst.counted
        assert all(2 * one.pictured + one.counted <= value for one in left)


@given(crops, st.randoms())
def test_the_order_in_which_they_come_does_not_matter(rows: list[Crop], random: object) -> None:
    again = list(rows)
    random.shuffle(again)  # type: ignore[attr-defined]
    assert choose(rows) == choose(again)
