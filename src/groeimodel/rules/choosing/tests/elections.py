"""Small elections, made to be full of ties."""

from fractions import Fraction

from hypothesis import strategies as st

from groeimodel.rules.choosing import Ballot, Cap, Election, Project


@st.composite
def elections(
    draw: st.DrawFn, projects: int = 5, ballots: int = 5, points: int = 3, caps: int = 0
) -> Election:
    """With `caps`, up to so many; they may overlap, and one may leave nothing."""
    costs = draw(st.lists(st.sampled_from([1, 2, 3, 4, 6, 10]), min_size=1, max_size=projects))
    weights = [Fraction(1), Fraction(2), Fraction(3), Fraction(3, 2), Fraction(1, 3)]
    cast = draw(
        st.lists(
            st.tuples(
                st.dictionaries(st.integers(0, len(costs) - 1), st.integers(1, points), max_size=len(costs)),
                st.sampled_from(weights),
            ),
            min_size=1,
            max_size=ballots,
        )
    )
    budget = draw(st.integers(0, sum(costs) + 2))
    group = st.frozensets(st.integers(0, len(costs) - 1))
    bounds = draw(st.lists(st.tuples(group, st.integers(0, sum(costs))), max_size=caps))
    return Election(
        tuple(Project(f"p{number}", Fraction(cost)) for number, cost in enumerate(costs)),
        tuple(Ballot(given, weight) for given, weight in cast),
        Fraction(budget),
        tuple(Cap(f"c{number}", some, Fraction(most)) for number, (some, most) in enumerate(bounds)),
    )
