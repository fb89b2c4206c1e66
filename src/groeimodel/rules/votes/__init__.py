"""Votes in organs: presence, proxies, quorum and majorities, exact and explained. In words: docs/rules/votes.md."""

from groeimodel.rules.votes.counting import (
    Choice,
    Count,
    MunicipalVoice,
    Reached,
    Tally,
    count,
    count_secret,
)
from groeimodel.rules.votes.presence import (
    Attendance,
    Enough,
    Key,
    Problem,
    Proxy,
    Seat,
    problems_of,
    quorum,
)
from groeimodel.rules.votes.statute import (
    Bound,
    Kind,
    Majority,
    Quorum,
    Statute,
    StatuteError,
    data_of,
    kind_data,
    statute_of,
)

__all__ = [
    "Attendance",
    "Bound",
    "Choice",
    "Count",
    "Enough",
    "Key",
    "Kind",
    "Majority",
    "MunicipalVoice",
    "Problem",
    "Proxy",
    "Quorum",
    "Reached",
    "Seat",
    "Statute",
    "StatuteError",
    "Tally",
    "count",
    "count_secret",
    "data_of",
    "kind_data",
    "problems_of",
    "quorum",
    "statute_of",
]
