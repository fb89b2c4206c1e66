"""Quorum and proxies, by hand; how to read the seats stands in reading.py."""

from fractions import Fraction

import pytest

from groeimodel.rules.votes import Bound, Quorum, Statute, problems_of, quorum
from groeimodel.rules.votes.tests.reading import kind, room

ORDINARY = {"ordinary": kind("v>1/2")}

# what it shows | seats | of | bound | here of total, needed | enough?
QUORUM = """
all are here                           | a? b? c? d?           | seats          | >1/2  | 4 of 4, 3 | yes
exactly half is not more than half     | a? b? c! d!           | seats          | >1/2  | 2 of 4, 3 | no
exactly half is at least half          | a? b? c! d!           | seats          | >=1/2 | 2 of 4, 2 | yes
half of five is three                  | a? b? c! d! e!        | seats          | >=1/2 | 2 of 5, 3 | no
a proxy is represented                 | a? b? c>a? d!         | seats          | >1/2  | 3 of 4, 3 | yes
advisory seats do not fill it          | a? b! c! ~d? ~e?      | seats          | >1/2  | 1 of 3, 2 | no
advisory seats do not raise it         | a? b? c! ~d! ~e!      | seats          | >1/2  | 2 of 3, 2 | yes
weights do not count                   | a9? b! c!             | seats          | >1/2  | 1 of 3, 2 | no
two thirds of six                      | a? b? c? d? e! f!     | seats          | >=2/3 | 4 of 6, 4 | yes
nobody                                 | a! b! c!              | seats          | >1/2  | 0 of 3, 2 | no
one of two seats makes a municipality  | a@X? b@X! c@Y? d@Z!   | municipalities | >1/2  | 2 of 3, 2 | yes
half of the municipalities             | a@X? b@X? c@Y! d@Z!   | municipalities | >1/2  | 1 of 3, 2 | no
a proxy brings its municipality        | a@X? c@Y>a? d@Z!      | municipalities | >1/2  | 2 of 3, 2 | yes
advisory seats bring no municipality   | a@X? ~c@Y? d@Y! e@Z!  | municipalities | >1/2  | 1 of 3, 2 | no
seats of no municipality do not count  | a@X? b? c? d@Y!       | municipalities | >1/2  | 1 of 2, 2 | no
""".strip().splitlines()


def cells(line: str) -> list[str]:
    return [one.strip() for one in line.split("|")]


def statute(of: str, bound: str, *, second_call: bool = True) -> Statute:
    share = Fraction(bound.lstrip(">="))
    rule = Quorum(of, Bound(share, not bound.startswith(">=")), second_call)  # type: ignore[arg-type]
    return Statute(ORDINARY, rule, 8, 1)


@pytest.mark.claim("B2")
@pytest.mark.parametrize("line", QUORUM, ids=lambda line: cells(line)[0])
def test_a_quorum_by_hand(line: str) -> None:
    _name, seats, of, bound, expected, enough = cells(line)
    there = room(seats)
    found = quorum(statute(of, bound), there.seats, there.attendance)
    assert (f"{found.here} of {found.total}, {found.needed}", found.met) == (expected, enough == "yes")


def test_a_second_call_decides_with_whoever_is_there() -> None:
    there = room("a? b! c! d!")
    assert not quorum(statute("seats", ">1/2"), there.seats, there.attendance).met
    second = quorum(statute("seats", ">1/2"), there.seats, there.attendance, second=True)
    assert second.met
    assert second.waived


def test_a_second_call_of_nobody_decides_nothing() -> None:
    there = room("a! b! ~c?")
    assert not quorum(statute("seats", ">1/2"), there.seats, there.attendance, second=True).met


def test_a_second_call_is_like_any_meeting_where_the_statutes_know_none() -> None:
    there = room("a? b! c! d!")
    strict = statute("seats", ">1/2", second_call=False)
    assert not quorum(strict, there.seats, there.attendance, second=True).met


def test_without_a_rule_somebody_is_enough() -> None:
    there = room("a? b! c!")
    assert quorum(Statute(ORDINARY), there.seats, there.attendance).met
    assert not quorum(Statute(ORDINARY), room("a! ~b?").seats, room("a! ~b?").attendance).met


# what it shows | seats | how many a seat may hold | what is wrong
PROXIES = """
one is allowed                       | a? b>a?          | 1 |
none is allowed                      | a? b>a?          | 0 | too_many a
two is one too many                  | a? b>a? c>a?     | 1 | too_many a
two may be allowed                   | a? b>a? c>a?     | 2 |
two holders, one each                | a? b? c>a? d>b?  | 1 |
who holds must be there              | a! b>a? c?       | 1 | holder_absent a
who holds must be there itself       | a>c? b>a? c?     | 2 | holder_absent a
an advisory seat holds no vote       | ~a? b>a? c?      | 1 | holder_advisory a
an advisory seat may hold advice     | ~a? ~b>a? c?     | 1 |
all that is wrong at once            | ~a! b>a? c>a? d? | 1 | holder_absent a, holder_advisory a, too_many a
""".strip().splitlines()


@pytest.mark.claim("B2")
@pytest.mark.parametrize("line", PROXIES, ids=lambda line: cells(line)[0])
def test_proxies_by_hand(line: str) -> None:
    _name, seats, limit, expected = cells(line)
    there = room(seats)
    found = problems_of(there.seats, there.attendance, proxies=int(limit))
    assert ", ".join(f"{one.wrong} {one.seat}" for one in found) == expected


def test_who_is_there_gives_no_proxy() -> None:
    there = room("a? b>a?")
    attendance = type(there.attendance)(frozenset({"a", "b"}), there.attendance.proxies)
    assert [one.wrong for one in problems_of(there.seats, attendance, proxies=1)] == ["giver_present"]


def test_nobody_gives_two_proxies() -> None:
    there = room("a? b? c>a?")
    twice = (*there.attendance.proxies, *room("a? b? c>b?").attendance.proxies)
    attendance = type(there.attendance)(there.attendance.present, twice)
    assert [one.wrong for one in problems_of(there.seats, attendance, proxies=1)] == ["giver_twice"]


def test_seats_that_are_not_known_are_told() -> None:
    there = room("a? b>a? z?")
    found = problems_of(there.seats[:1], there.attendance, proxies=1)
    assert [(one.wrong, one.seat) for one in found] == [("unknown_seat", "z"), ("unknown_seat", "b")]
