"""Give and take as two bars around a middle, without ranking (claim P14)."""

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.balance import GIFTS, TAKES, Ledger, bars

COUNTS = st.integers(0, 400)
LEDGERS = st.lists(
    st.builds(
        Ledger,
        st.text(max_size=3),
        st.text(max_size=9),
        st.fixed_dictionaries(dict.fromkeys(GIFTS, COUNTS)),
        st.fixed_dictionaries(dict.fromkeys(TAKES, COUNTS)),
    ),
    max_size=6,
)


def test_the_longest_side_of_all_is_whole() -> None:
    small = Ledger("a", "A", {"answers": 2}, {"questions": 5})
    large = Ledger("b", "B", {"answers": 4, "harvest": 6}, {})
    first, second = bars([small, large])
    assert [one.length for one in second.given] == [40.0, 60.0]
    assert [one.start for one in second.given] == [0.0, 40.0]
    assert [one.length for one in first.taken] == [50.0]
    assert not second.taken


def test_one_is_always_to_be_seen() -> None:
    (few, _many) = bars([Ledger("a", "A", {"thanks": 1}, {}), Ledger("b", "B", {"answers": 900}, {})])
    assert few.given[0].length == 3.0


def test_nothing_at_all() -> None:
    assert bars([]) == ()
    assert bars([Ledger("a", "A", {}, {})])[0].quiet


@given(LEDGERS)
def test_the_order_stays_and_nothing_runs_out_of_the_frame(ledgers: list[Ledger]) -> None:
    found = bars(ledgers)
    assert [one.ledger for one in found] == ledgers
    for one in found:
        for side in (one.given, one.taken):
            assert all(segment.count > 0 and segment.length > 0 for segment in side)
            assert not side or side[-1].start + side[-1].length <= 100.0 + 1e-9
