"""What holds for every vote, against a slow twin that counts single votes one by one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.votes import (
    Attendance,
    Bound,
    Choice,
    Kind,
    Majority,
    Proxy,
    Seat,
    Statute,
    Tally,
    count,
    count_secret,
    problems_of,
    quorum,
)
from groeimodel.rules.votes.tests.reading import Room

SHARES = [Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(3, 4), Fraction(1)]
majorities = st.builds(
    Majority,
    st.sampled_from(["votes", "municipal_votes", "municipalities"]),
    st.builds(Bound, st.sampled_from(SHARES), st.booleans()),
    st.sampled_from(["cast", "present", "all"]),
)
kinds = st.builds(
    Kind, st.lists(majorities, min_size=1, max_size=3).map(tuple), tie=st.sampled_from(["rejected", "chair"])
)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Up to eight seats; proxies as the statutes allow them."""
    seats = tuple(
        Seat(key, draw(st.sampled_from(["X", "Y", "Z", None])), draw(st.integers(0, 4)), draw(st.booleans()))
        for key in range(draw(st.integers(1, 8)))
    )
    present = frozenset(one.key for one in seats if draw(st.booleans()))
    holders = [one for one in seats if one.key in present and not one.advisory]
    proxies = tuple(
        Proxy(one.key, draw(st.sampled_from(holders)).key)
        for one in seats
        if holders and one.key not in present and draw(st.booleans())
    )
    attendance = Attendance(present, proxies)
    choices: dict[int | str, Choice] = {}
    for key in attendance.here:
        if (said := draw(st.sampled_from(["for", "against", "abstain", None]))) is not None:
            choices[key] = said  # type: ignore[assignment]
    assert problems_of(seats, attendance, proxies=len(seats)) == ()
    return Room(seats, attendance, choices)


def slow(there: Room, kind: Kind, chair: int | None) -> bool:
    """Whether it is adopted: every vote is one slip of paper, and every majority is asked of the slips."""
    slips = []  # (municipality, what it says), one a vote
    for seat in there.seats:
        if seat.advisory:
            continue
        if seat.key in there.attendance.present or any(
            seat.key == one.giver for one in there.attendance.proxies
        ):
            said: str = there.choices.get(seat.key, "abstain")
        else:
            said = "absent"
        slips += [(seat.municipality, said)] * seat.votes
    kept = {"cast": ["for", "against"], "present": ["for", "against", "abstain"]}
    everything = ["for", "against", "abstain", "absent"]
    for majority in kind.majorities:
        asked = slips if majority.of == "votes" else [one for one in slips if one[0] is not None]
        asked = [one for one in asked if one[1] in kept.get(majority.base, everything)]
        if majority.of == "municipalities":
            names = {one[0] for one in asked}
            base = len(names)
            yes = 0
            for name in names:
                theirs = [one[1] for one in asked if one[0] == name]
                yes += theirs.count("for") > theirs.count("against")
        else:
            base, yes = len(asked), [one[1] for one in asked].count("for")
        part = Fraction(yes, base) if base else Fraction(0)
        enough = part > majority.bound.share if majority.bound.more_than else part >= majority.bound.share
        says = [one[1] for one in slips]
        plain_half = majority.of == "votes" and majority.bound == Bound(Fraction(1, 2), True)
        tie = plain_half and says.count("for") == says.count("against") > 0 and part == Fraction(1, 2)
        saved = (
            tie
            and kind.tie == "chair"
            and chair in there.attendance.present
            and there.choices.get(chair) == "for"
            and not next(one for one in there.seats if one.key == chair).advisory
        )
        if not (enough and yes > 0) and not saved:
            return False
    return True


def adopted(there: Room, kind: Kind, choices: Mapping[int | str, Choice], chair: int | None) -> bool:
    return count(there.seats, there.attendance, choices, kind, chair=chair).adopted


@given(rooms(), kinds, st.none() | st.integers(0, 7))
def test_it_counts_like_slips_of_paper(there: Room, kind: Kind, chair: int | None) -> None:
    assert adopted(there, kind, there.choices, chair) == slow(there, kind, chair)


@given(rooms(), kinds, st.sampled_from(["for", "against", "abstain"]))
def test_advice_changes_nothing(there: Room, kind: Kind, said: Choice) -> None:
    advisory = {one.key for one in there.seats if one.advisory}
    changed = {**there.choices, **dict.fromkeys(advisory & there.attendance.here, said)}
    before = count(there.seats, there.attendance, there.choices, kind)
    after = count(there.seats, there.attendance, changed, kind)
    assert (before.adopted, before.votes, before.reached) == (after.adopted, after.votes, after.reached)
    without = [one for one in there.seats if not one.advisory]
    attendance = Attendance(
        there.attendance.present - advisory,
        tuple(one for one in there.attendance.proxies if one.giver not in advisory),
    )
    choices = {key: one for key, one in there.choices.items() if key not in advisory}
    assert count(without, attendance, choices, kind).reached == before.reached


@given(rooms(), kinds, st.randoms(use_true_random=False))
def test_order_changes_nothing(there: Room, kind: Kind, random: object) -> None:
    seats = list(there.seats)
    random.shuffle(seats)  # type: ignore[attr-defined]
    choices = dict(sorted(there.choices.items(), key=lambda one: str(one[0]), reverse=True))
    attendance = Attendance(there.attendance.present, tuple(reversed(there.attendance.proxies)))
    assert count(seats, attendance, choices, kind, chair=0) == count(
        there.seats, there.attendance, there.choices, kind, chair=0
    )


@given(rooms(), kinds, st.data())
def test_one_more_for_never_rejects(there: Room, kind: Kind, data: st.DataObject) -> None:
    chair = data.draw(st.none() | st.integers(0, 7))
    if there.attendance.here and adopted(there, kind, there.choices, chair):
        key = data.draw(st.sampled_from(sorted(there.attendance.here, key=str)))
        assert adopted(there, kind, {**there.choices, key: "for"}, chair)


@given(rooms(), kinds, st.data())
def test_somebody_who_comes_and_is_for_never_rejects(there: Room, kind: Kind, data: st.DataObject) -> None:
    absent = sorted({one.key for one in there.seats} - there.attendance.here, key=str)
    if absent and adopted(there, kind, there.choices, None):
        key = data.draw(st.sampled_from(absent))
        attendance = Attendance(there.attendance.present | {key}, there.attendance.proxies)
        assert count(there.seats, attendance, {**there.choices, key: "for"}, kind).adopted


@given(
    rooms(),
    st.builds(Bound, st.sampled_from(SHARES), st.booleans()),
    st.sampled_from(["cast", "present", "all"]),
)
def test_a_secret_vote_counts_as_an_open_one(there: Room, bound: Bound, base: str) -> None:
    kind = Kind((Majority("votes", bound, base),))  # type: ignore[arg-type]
    opened = count(there.seats, there.attendance, there.choices, kind)
    papers = Tally(opened.votes.pro, opened.votes.against, opened.votes.abstain)
    closed = count_secret(there.seats, there.attendance, papers, kind, advisory=None)
    assert (closed.votes, closed.reached) == (opened.votes, opened.reached)


@given(rooms())
def test_every_vote_is_somewhere_once(there: Room) -> None:
    result = count(there.seats, there.attendance, there.choices, Kind(()))
    assert result.votes.all + result.advisory.all == sum(one.votes for one in there.seats)


@given(rooms(), st.integers(0, 7))
def test_who_comes_never_breaks_the_quorum(there: Room, key: int) -> None:
    key %= len(there.seats)
    statute = Statute({"ordinary": Kind(())})
    before = quorum(statute, there.seats, there.attendance)
    more = Attendance(there.attendance.present | {key}, there.attendance.proxies)
    after = quorum(statute, there.seats, more)
    assert after.here >= before.here
    assert after.needed == before.needed
