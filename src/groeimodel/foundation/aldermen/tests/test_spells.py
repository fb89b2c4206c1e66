"""Versions of a mandate become unbroken spells."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.formats.mandates import Mandate
from groeimodel.foundation.aldermen.spells import spells_of

FIRST = date(2025, 1, 1)


def version(number: int, person: str, start: int, length: int | None, sits: bool) -> Mandate:
    begins = FIRST + timedelta(days=start)
    end = None if length is None else begins + timedelta(days=length)
    return Mandate(f"m{number}", person, f"Naam {person}", "Proefdorp", begins, end, sits)


versions = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 60), st.none() | st.integers(0, 30), st.booleans()),
    max_size=7,
).map(lambda rows: [version(number, *row) for number, row in enumerate(rows)])
DAYS = [FIRST + timedelta(days=day) for day in range(120)]


@given(versions)
def test_on_each_day_the_spells_say_what_the_versions_say(mandates: list[Mandate]) -> None:
    """The slow twin: who does the work on a day, day by day."""
    spells = spells_of(mandates)
    for day in DAYS:
        slow = {
            one.person
            for one in mandates
            if one.sits and one.start <= day and (not one.end or day <= one.end)
        }
        assert {one.person for one in spells if one.on(day)} == slow


@given(versions)
def test_spells_of_one_person_never_touch(mandates: list[Mandate]) -> None:
    spells = spells_of(mandates)
    for person in "ab":
        own = [one for one in spells if one.person == person]
        for one, following in pairwise(own):
            assert one.end is not None
            assert following.start > one.end + timedelta(days=1)


@given(versions, st.randoms())
def test_the_order_in_the_file_does_not_matter(mandates: list[Mandate], random: object) -> None:
    mixed = list(mandates)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert spells_of(mixed) == spells_of(mandates)
