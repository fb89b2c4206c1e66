"""Cases of votes as short text, so that a table of them can be checked by hand.

A seat is one word, such as `a3@X+`:

    ~        in front: advisory
    a        its name
    3        its votes (1 where nothing stands)
    @X       its municipality (none where nothing stands)
    >b       absent, and seat b votes for it
    + - 0 ?  present and for, against, abstaining, silent
    !        absent

A rule is one word a majority, such as `v>1/2` or `m>=3/4:present`: of votes (v), votes of municipalities (mv) or number
of municipalities (m); more than or at least a share; of what is cast (where nothing stands), present or all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.votes import Attendance, Bound, Choice, Kind, Majority, Proxy, Seat
from groeimodel.rules.votes.statute import Base, MajorityOf, Tie

SEAT = re.compile(r"(~?)([a-z])(\d*)(?:@(\w))?(?:>([a-z]))?([-+0?!])")
RULE = re.compile(r"(v|mv|m)(>=|>)(\d/\d)(?::(present|all))?")
CHOICES: dict[str, Choice] = {"+": "for", "-": "against", "0": "abstain"}
OF: dict[str, MajorityOf] = {"v": "votes", "mv": "municipal_votes", "m": "municipalities"}


@dataclass(frozen=True, slots=True)
class Room:
    seats: tuple[Seat, ...]
    attendance: Attendance
    choices: dict[int | str, Choice]


def room(text: str) -> Room:
    seats, present, proxies = [], set(), []
    choices: dict[int | str, Choice] = {}
    for word in text.split():
        found = SEAT.fullmatch(word)
        assert found, word
        advisory, name, votes, municipality, holder, said = found.groups()
        seats.append(Seat(name, municipality, int(votes or 1), bool(advisory)))
        if holder:
            proxies.append(Proxy(name, holder))
        elif said != "!":
            present.add(name)
        if said in CHOICES:
            choices[name] = CHOICES[said]
    return Room(tuple(seats), Attendance(frozenset(present), tuple(proxies)), choices)


def kind(text: str, tie: Tie = "rejected") -> Kind:
    rows = []
    for word in text.split():
        found = RULE.fullmatch(word)
        assert found, word
        of, how, share, base = found.groups()
        base_of: Base = base or "cast"  # type: ignore[assignment]
        rows.append(Majority(OF[of], Bound(Fraction(share), how == ">"), base_of))
    return Kind(tuple(rows), tie=tie)
