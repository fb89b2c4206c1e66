"""Three points from what is recorded: one of each side, the strongest first, and nothing that nobody recorded."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.kit import FRESH, OLD, SIDES, Fact, Kind, Reason, Side, choose

TODAY = 740_000


def keys(*facts: Fact) -> list[str]:
    return [one.key for one in choose(facts, TODAY)]


def fact(key: str, kind: Kind, ago: int = 10, own: bool = True, figure: bool = False) -> Fact:
    return Fact(key, kind, TODAY - ago, own, figure)


def test_one_of_each_side_in_the_order_of_telling() -> None:
    told = keys(
        fact("grows", Kind.RUNS),
        fact("trade", Kind.LEVER, figure=True),
        fact("came", Kind.HARVEST),
        fact("more", Kind.HARVEST, ago=400),
    )
    assert told == ["came", "trade", "grows"]


def test_of_a_side_this_year_then_a_figure_then_the_own_then_the_kind_then_the_newest() -> None:
    rows = [
        fact("old", Kind.RESULT, ago=FRESH + 1, figure=True),
        fact("others", Kind.RESULT, own=False, figure=True),
        fact("bare", Kind.HARVEST),
        fact("picked", Kind.PICKED, figure=True),
        fact("harvest", Kind.HARVEST, ago=20, figure=True),
        fact("newer", Kind.HARVEST, ago=5, figure=True),
    ]
    order = ["newer", "harvest", "picked", "others", "bare", "old"]
    for at, name in enumerate(order):
        left = [one for one in rows if one.key in order[at:]]
        assert choose(left, TODAY)[0].key == name


def test_a_silent_side_gives_its_place_to_another_kind_first() -> None:
    told = keys(
        fact("one", Kind.HARVEST, ago=1, figure=True),
        fact("two", Kind.HARVEST, ago=2, figure=True),
        fact("picked", Kind.PICKED),
    )
    assert told == ["one", "two", "picked"]
    told = keys(fact("one", Kind.HARVEST, ago=1), fact("two", Kind.HARVEST, ago=2), fact("runs", Kind.RUNS))
    assert told == ["one", "two", "runs"]


def test_fewer_facts_are_fewer_points() -> None:
    assert keys() == []
    assert keys(fact("only", Kind.DECIDED)) == ["only"]
    assert keys(fact("history", Kind.RESULT, ago=OLD + 1), fact("tomorrow", Kind.RUNS, ago=-1)) == []


def test_every_point_says_why() -> None:
    (came, trade, grows) = choose(
        [
            fact("came", Kind.HARVEST, figure=True),
            fact("picked", Kind.PICKED, own=False),
            fact("trade", Kind.HOURS, ago=FRESH + 5, own=False, figure=True),
            fact("grows", Kind.RUNS),
        ],
        TODAY,
    )
    assert came.reasons == (Reason.OWN, Reason.FIGURE, Reason.FRESH)
    assert trade.reasons == (Reason.FIGURE, Reason.ONLY)
    assert grows.reasons == (Reason.OWN, Reason.FRESH, Reason.ONLY)
    beside = choose([fact("one", Kind.HARVEST), fact("two", Kind.PICKED, own=False)], TODAY)
    assert beside[1].reasons == (Reason.FRESH, Reason.BESIDE)


FACTS = st.lists(
    st.builds(
        Fact,
        key=st.text("abcdefgh", min_size=1, max_size=3),
        kind=st.sampled_from(Kind),
        day=st.integers(TODAY - OLD - 50, TODAY + 20),
        own=st.booleans(),
        figure=st.booleans(),
    ),
    max_size=7,
    unique_by=lambda one: one.key,
)


@given(FACTS, st.randoms())
def test_the_order_of_the_facts_changes_nothing(facts: list[Fact], chance: object) -> None:
    mixed = list(facts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert choose(mixed, TODAY) == choose(facts, TODAY)


@given(FACTS)
def test_as_the_slow_obvious_way(facts: list[Fact]) -> None:
    """Try every set of three and take the best: sides covered, then strength of each place."""
    usable = [one for one in facts if 0 <= TODAY - one.day <= OLD]
    chosen = [one.key for one in choose(facts, TODAY)]
    assert len(chosen) == min(3, len(usable))
    sides = {SIDES[one.kind] for one in usable}
    told = {SIDES[one.kind] for one in usable if one.key in chosen}
    best = max(
        (len({SIDES[one.kind] for one in some}) for some in combinations(usable, min(3, len(usable)))),
        default=0,
    )
    assert len(told) == best == min(len(sides), 3)
    for side in told:
        of_side = [one for one in usable if SIDES[one.kind] is side]
        strongest = min(of_side, key=weakness)
        assert strongest.key in chosen
    order = [next(SIDES[one.kind] for one in usable if one.key == key) for key in chosen]
    assert order == sorted(order, key=list(Side).index)


def weakness(one: Fact) -> tuple[int, int, int, int, int, str]:
    return (
        int(TODAY - one.day > FRESH),
        int(not one.figure),
        int(not one.own),
        list(Kind).index(one.kind),
        TODAY - one.day,
        one.key,
    )
