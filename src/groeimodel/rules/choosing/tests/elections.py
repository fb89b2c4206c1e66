"""Small elections, made to be full of ties."""

from fractions import Fraction

from hypothesis import strategies as st

from groeimodel.rules.choosing import Ballot, Election, Project


@st.composite
def elections(draw: st.DrawFn, projects: int = 5, ballots: int = 5, points: int = 3) -> Election:
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
    return Election(
        tuple(Project(f"p{number}", Fraction(cost)) for number, cost in enumerate(costs)),
        tuple(Ballot(given, weight) for given, weight in cast),
        Fraction(budget),
    )
