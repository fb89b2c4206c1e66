"""Votes that were counted by hand; how to read them stands in reading.py."""

import pytest

from groeimodel.rules.votes import Tally, count, count_secret
from groeimodel.rules.votes.tests.reading import kind, room

HALF = "v>1/2"
STATUTES = "v>=3/4 mv>=3/4 m>1/2:all"
"""As a change of statutes asks it in a service association: three majorities at once."""
DOUBLE = "v>1/2 mv>1/2"

# what it shows | seats and what they said | rule | adopted | per majority: reached of base, needed
CASES = """
one is enough                                | a+                                      | v>1/2          | yes | 1 of 1, 1
all for                                      | a+ b+ c+                                | v>1/2          | yes | 3 of 3, 2
all against                                  | a- b- c-                                | v>1/2          | no  | 0 of 3, 2
two to one                                   | a+ b+ c-                                | v>1/2          | yes | 2 of 3, 2
one to two                                   | a+ b- c-                                | v>1/2          | no  | 1 of 3, 2
a tie is no majority                         | a+ b-                                   | v>1/2          | no  | 1 of 2, 2
a tie of four                                | a+ b+ c- d-                             | v>1/2          | no  | 2 of 4, 3
at least half takes a tie                    | a+ b+ c- d-                             | v>=1/2         | yes | 2 of 4, 2
all abstain                                  | a0 b0 c0                                | v>1/2          | no  | 0 of 0, 1
all abstain, and at least half of nothing    | a0 b0 c0                                | v>=1/2         | no  | 0 of 0, 1
all silent                                   | a? b? c?                                | v>1/2          | no  | 0 of 0, 1
nobody is there                              | a! b! c!                                | v>1/2          | no  | 0 of 0, 1
abstaining is not cast                       | a+ b0 c0 d0                             | v>1/2          | yes | 1 of 1, 1
silence abstains                             | a+ b? c? d?                             | v>1/2          | yes | 1 of 1, 1
silence is present                           | a+ b? c? d?                             | v>1/2:present  | no  | 1 of 4, 3
abstaining is present                        | a+ b+ c0 d0                             | v>1/2:present  | no  | 2 of 4, 3
half and one of who is present               | a+ b+ c+ d0 e-                          | v>1/2:present  | yes | 3 of 5, 3
absent is not present                        | a+ b+ c- d! e!                          | v>1/2:present  | yes | 2 of 3, 2
absent counts in all                         | a+ b+ c- d! e!                          | v>1/2:all      | no  | 2 of 5, 3
three of five in all                         | a+ b+ c+ d! e!                          | v>1/2:all      | yes | 3 of 5, 3
all must agree                               | a+ b+ c+                                | v>=1/1:all     | yes | 3 of 3, 3
all must agree, one abstains                 | a+ b+ c0                                | v>=1/1:all     | no  | 2 of 3, 3
all must agree, one is absent                | a+ b+ c!                                | v>=1/1:all     | no  | 2 of 3, 3
all that was cast agrees                     | a+ b+ c0                                | v>=1/1         | yes | 2 of 2, 2
three quarters exactly                       | a+ b+ c+ d-                             | v>=3/4         | yes | 3 of 4, 3
more than three quarters is not exactly      | a+ b+ c+ d-                             | v>3/4          | no  | 3 of 4, 4
three quarters of five is four               | a+ b+ c+ d- e-                          | v>=3/4         | no  | 3 of 5, 4
four of five                                 | a+ b+ c+ d+ e-                          | v>=3/4         | yes | 4 of 5, 4
three quarters of eight exactly              | a3+ b3+ c2-                             | v>=3/4         | yes | 6 of 8, 6
two thirds exactly                           | a+ b+ c-                                | v>=2/3         | yes | 2 of 3, 2
more than two thirds of three                | a+ b+ c-                                | v>2/3          | no  | 2 of 3, 3
two thirds of seven is five                  | a+ b+ c+ d+ e- f- g-                    | v>=2/3         | no  | 4 of 7, 5
one heavy seat wins of two                   | a3+ b- c-                               | v>1/2          | yes | 3 of 5, 3
one heavy seat ties with two                 | a2+ b- c-                               | v>1/2          | no  | 2 of 4, 3
a heavy seat abstains                        | a5? b+ c+ d-                            | v>1/2          | yes | 2 of 3, 2
a seat without votes weighs nothing          | a0+ b-                                  | v>1/2          | no  | 0 of 1, 1
advisory votes do not help                   | a+ b- ~c+ ~d+                           | v>1/2          | no  | 1 of 2, 2
advisory votes do not harm                   | a+ b+ c- ~d- ~e-                        | v>1/2          | yes | 2 of 3, 2
advisory presence is not in the base         | a+ b+ c! ~d? ~e?                        | v>1/2:present  | yes | 2 of 2, 2
only advisory votes for                      | a0 b0 ~c+                               | v>1/2          | no  | 0 of 0, 1
advisory seats make no municipality          | a@X+ ~b@Y-                              | m>=1/1:all     | yes | 1 of 1, 1
a proxy counts                               | a+ b>a+ c-                              | v>1/2          | yes | 2 of 3, 2
a proxy may say something else               | a+ b>a- c-                              | v>1/2          | no  | 1 of 3, 2
a silent proxy abstains                      | a+ b>a? c-                              | v>1/2          | no  | 1 of 2, 2
a silent proxy is present                    | a+ b>a? c+ d-                           | v>1/2:present  | no  | 2 of 4, 3
a proxy keeps its weight                     | a+ b4>a+ c2- d2-                        | v>1/2          | yes | 5 of 9, 5
a municipality that splits does not agree    | a@X+ b@X- c@Y+                          | m>1/2          | no  | 1 of 2, 2
two of three municipalities                  | a@X+ b@Y+ c@Z-                          | m>1/2          | yes | 2 of 3, 2
heavy seats split one municipality unevenly  | a2@X+ b@X- c@Y-                         | m>=1/2         | yes | 1 of 2, 1
a municipality that abstains is not cast     | a@X+ b@Y0 c@Z0                          | m>1/2          | yes | 1 of 1, 1
a municipality that abstains is present      | a@X+ b@Y0 c@Z0                          | m>1/2:present  | no  | 1 of 3, 2
an absent municipality counts in all         | a@X+ b@Y+ c@Z! d@W!                     | m>1/2:all      | no  | 2 of 4, 3
a seat without municipality is no vote of one| a@X+ b- c-                              | mv>1/2         | yes | 1 of 1, 1
votes for, municipalities' votes not         | a@X- b@Y+ c+ d@Z-                       | mv>1/2         | no  | 1 of 3, 2
double: both                                 | a@X+ b@Y+ c@Z- d+                       | v>1/2 mv>1/2   | yes | 3 of 4, 3; 2 of 3, 2
double: votes but not municipalities' votes  | a@X- b@Y+ c+ d+                         | v>1/2 mv>1/2   | no  | 3 of 4, 3; 1 of 2, 2
double: municipalities' votes but not votes  | a@X+ b@Y+ c- d- e-                      | v>1/2 mv>1/2   | no  | 2 of 5, 3; 2 of 2, 2
big ones outvote, but too few municipalities | a5@X+ b@Y- c@Z-                         | v>1/2 m>1/2    | no  | 5 of 7, 4; 1 of 3, 2
triple: exactly on all three                 | a3@X+ b3@Y+ c2@Z-                       | STATUTES       | yes | 6 of 8, 6; 6 of 8, 6; 2 of 3, 2
triple: votes just short                     | a3@X+ b3@Y+ c3@Z-                       | STATUTES       | no  | 6 of 9, 7; 6 of 9, 7; 2 of 3, 2
triple: only municipalities' votes short     | a@X+ b@Y+ c@Z- d5+                      | STATUTES       | no  | 7 of 8, 6; 2 of 3, 3; 2 of 3, 2
triple: only the number short                | a9@X+ b@Y- c@Z- d@W-                    | STATUTES       | no  | 9 of 12, 9; 9 of 12, 9; 1 of 4, 3
triple: half of the municipalities           | a9@X+ b3@Y+ c@Z- d@W-                   | STATUTES       | no  | 12 of 14, 11; 12 of 14, 11; 2 of 4, 3
triple: absent municipalities still weigh    | a@X+ b@Y+ c@Z! d@W! e@V!                | STATUTES       | no  | 2 of 2, 2; 2 of 2, 2; 2 of 5, 3
triple: a proxy saves it                     | a@X+ b@Y+ c@Z>a+ d@W! e@V!              | STATUTES       | yes | 3 of 3, 3; 3 of 3, 3; 3 of 5, 3
triple: a split municipality breaks it       | a2@X+ b2@Y+ c@Z+ d@Z- e@W! f@V!         | STATUTES       | no  | 5 of 6, 5; 5 of 6, 5; 2 of 5, 3
""".strip().splitlines()

# what it shows | seats, the chair is a | rule | adopted, by the chair? | reached of base, needed
TIES = """
the chair was for                            | a+ b-                                   | v>1/2          | chair | 1 of 2, 2
the chair was against                        | a- b+                                   | v>1/2          | no    | 1 of 2, 2
the chair abstained                          | a0 b+ c-                                | v>1/2          | no    | 1 of 2, 2
the chair said nothing                       | a? b+ c-                                | v>1/2          | no    | 1 of 2, 2
the chair is represented, not there          | a>b+ b-                                 | v>1/2          | no    | 1 of 2, 2
no tie, no chair needed                      | a+ b+ c-                                | v>1/2          | yes   | 2 of 3, 2
the chair cannot win from a minority         | a+ b- c-                                | v>1/2          | no    | 1 of 3, 2
a tie in weights                             | a2+ b- c-                               | v>1/2          | chair | 2 of 4, 3
others abstain, of cast                      | a+ b- c0                                | v>1/2          | chair | 1 of 2, 2
others abstain, of present                   | a+ b- c0                                | v>1/2:present  | no    | 1 of 3, 2
half abstains is no tie                      | a+ b0                                   | v>1/2:present  | no    | 1 of 2, 2
three quarters know no tie                   | a+ b-                                   | v>=3/4         | no    | 1 of 2, 2
an advisory chair breaks none                | ~a+ b+ c-                               | v>1/2          | no    | 1 of 2, 2
it saves the votes, not the municipalities   | a@X+ b@Y-                               | v>1/2 m>1/2    | no    | 1 of 2, 2; 1 of 2, 2
it saves the votes where the rest is reached | a@X+ b@Y+ c2-                           | v>1/2 m>1/2    | chair | 2 of 4, 3; 2 of 2, 2
""".strip().splitlines()


def cells(line: str) -> list[str]:
    return [one.strip() for one in line.split("|")]


@pytest.mark.claim("B2")
@pytest.mark.parametrize("line", CASES, ids=lambda line: cells(line)[0])
def test_a_vote_counted_by_hand(line: str) -> None:
    _name, seats, rule, adopted, expected = cells(line)
    there = room(seats)
    result = count(there.seats, there.attendance, there.choices, kind(rule.replace("STATUTES", STATUTES)))
    figures = "; ".join(f"{one.reached} of {one.base}, {one.needed}" for one in result.reached)
    assert (figures, result.adopted) == (expected, adopted == "yes")


@pytest.mark.claim("B2")
@pytest.mark.parametrize("line", TIES, ids=lambda line: cells(line)[0])
def test_a_tie_before_a_chair(line: str) -> None:
    _name, seats, rule, outcome, expected = cells(line)
    there = room(seats)
    result = count(there.seats, there.attendance, there.choices, kind(rule, tie="chair"), chair="a")
    figures = "; ".join(f"{one.reached} of {one.base}, {one.needed}" for one in result.reached)
    said = "chair" if result.chair_decided else "yes" if result.adopted else "no"
    assert (figures, said) == (expected, outcome)
    rejecting = count(there.seats, there.attendance, there.choices, kind(rule), chair="a")
    assert rejecting.adopted == (outcome == "yes"), "where a tie is rejected, the chair decides nothing"


def test_there_are_enough_cases() -> None:
    names = [cells(line)[0] for line in CASES + TIES]
    assert len(names) == len(set(names)) >= 45


# what it shows | seats | for, against, abstain on paper | rule | adopted | for, against, abstain, absent
SECRET = """
two to one                   | a? b? c?        | 2 1 0 | v>1/2         | yes | 2 1 0 0
a paper not handed in        | a? b? c?        | 1 1 0 | v>1/2         | no  | 1 1 1 0
blank papers                 | a? b? c? d?     | 2 1 1 | v>1/2         | yes | 2 1 1 0
blank papers of present      | a? b? c? d?     | 2 1 1 | v>1/2:present | no  | 2 1 1 0
absent seats                 | a? b? c! d!     | 2 0 0 | v>1/2:all     | no  | 2 0 0 2
a proxy has a paper          | a? b? c>a? d!   | 3 0 0 | v>1/2:all     | yes | 3 0 0 1
advisory seats have no paper | a? b? ~c? ~d?   | 1 1 0 | v>1/2         | no  | 1 1 0 0
weights on paper             | a3? b2? c!      | 3 2 0 | v>1/2         | yes | 3 2 0 1
""".strip().splitlines()


@pytest.mark.claim("B2")
@pytest.mark.parametrize("line", SECRET, ids=lambda line: cells(line)[0])
def test_a_secret_vote_counted_by_hand(line: str) -> None:
    _name, seats, papers, rule, adopted, expected = cells(line)
    pro, against, abstain = map(int, papers.split())
    there = room(seats)
    result = count_secret(there.seats, there.attendance, Tally(pro, against, abstain), kind(rule))
    votes = result.votes
    assert f"{votes.pro} {votes.against} {votes.abstain} {votes.absent}" == expected
    assert result.adopted == (adopted == "yes")
    assert result.municipalities == ()


def test_no_more_papers_than_votes() -> None:
    there = room("a? b? c! ~d?")
    with pytest.raises(ValueError, match="3 ballots for 2 votes"):
        count_secret(there.seats, there.attendance, Tally(2, 1), kind(HALF))


def test_a_secret_vote_cannot_tell_municipalities() -> None:
    there = room("a@X? b@Y?")
    with pytest.raises(ValueError, match="municipalities"):
        count_secret(there.seats, there.attendance, Tally(2), kind(DOUBLE))


def test_who_is_not_here_does_not_vote() -> None:
    there = room("a+ b!")
    with pytest.raises(ValueError, match="without being here: b"):
        count(there.seats, there.attendance, {"a": "for", "b": "for"}, kind(HALF))


def test_what_each_municipality_said_stands_beside_it() -> None:
    there = room("a@X+ b@X- c@Y+ ~d@Y- e@Z! f+")
    result = count(there.seats, there.attendance, there.choices, kind(HALF))
    assert [(one.municipality, one.agrees) for one in result.municipalities] == [
        ("X", False), ("Y", True), ("Z", False)
    ]  # fmt: skip
    assert result.municipalities[2].votes == Tally(absent=1)
    assert result.advisory == Tally(against=1)
