"""What the statutes of an organ ask of its meetings and votes, read from plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeVar, cast, get_args

QuorumOf = Literal["seats", "municipalities"]
MajorityOf = Literal["votes", "municipal_votes", "municipalities"]
Base = Literal["cast", "present", "all"]
Tie = Literal["rejected", "chair"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A part of a whole that must be reached, exactly."""

    share: Fraction
    more_than: bool

    def needed(self, base: int) -> int:
        """The smallest whole number that is enough of `base`; at least 1, for nobody is no majority."""
        exact = self.share * base
        if self.more_than:
            return exact.numerator // exact.denominator + 1
        return max(1, -(-exact.numerator // exact.denominator))


@dataclass(frozen=True, slots=True)
class Quorum:
    of: QuorumOf
    bound: Bound
    second_call: bool = False
    """A second meeting with the same agenda decides whatever the attendance."""


@dataclass(frozen=True, slots=True)
class Majority:
    of: MajorityOf
    bound: Bound
    base: Base = "cast"
    """What the share is taken of."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of point is decided: all majorities must be reached."""

    majorities: tuple[Majority, ...]
    secret: bool = False
    tie: Tie = "rejected"


@dataclass(frozen=True, slots=True)
class Statute:
    kinds: Mapping[str, Kind]
    """By name: 'ordinary', 'persons', 'statutes', ..."""
    quorum: Quorum | None = None
    """None asks only that somebody with a vote is there."""
    delay_days: int = 0
    """Days between the invitation and the meeting."""
    proxies: int = 0
    """How many one seat may hold."""

    def kind(self, name: str) -> Kind:
        """The rules for a kind of point; a kind that the statutes do not name is an ordinary one."""
        return self.kinds.get(name) or self.kinds["ordinary"]


class StatuteError(ValueError):
    """Data that is no statute. `problems` holds them all, each as 'where: what'."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


L = TypeVar("L", bound=str)


def statute_of(data: Mapping[str, Any]) -> Statute:
    """Read a statute; the shape stands in docs/rules/votes.md.

    Raises:
        StatuteError: a ValueError with every problem at once.
    """
    reader = _Reader()
    found = reader.statute(data)
    if reader.problems:
        raise StatuteError(reader.problems)
    return found


class _Reader:
    """Reads on after a problem, with something harmless in its place, so that all problems are told together."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def statute(self, data: Any) -> Statute:
        data = self.table(data, "statute", ("quorum", "delay_days", "proxies", "kinds"))
        kinds = self.table(data.get("kinds", {}), "kinds")
        if "ordinary" not in kinds:
            self.problems.append("kinds: 'ordinary' is missing")
        return Statute(
            kinds={str(name): self.kind(one, f"kinds.{name}") for name, one in kinds.items()},
            quorum=self.quorum(data.get("quorum")),
            delay_days=self.whole(data.get("delay_days", 0), "delay_days"),
            proxies=self.whole(data.get("proxies", 0), "proxies"),
        )

    def quorum(self, data: Any) -> Quorum | None:
        if not data and data in (None, {}):
            return None
        data = self.table(data, "quorum", ("of", "share", "more_than", "second_call"))
        return Quorum(
            cast(QuorumOf, self.one_of(data.get("of"), get_args(QuorumOf), "quorum.of")),
            self.bound(data, "quorum"),
            self.yes_no(data.get("second_call", False), "quorum.second_call"),
        )

    def kind(self, data: Any, where: str) -> Kind:
        data = self.table(data, where, ("majorities", "secret", "tie", "base"))
        base = cast(Base, self.one_of(data.get("base", "cast"), get_args(Base), f"{where}.base"))
        rows = data.get("majorities", [])
        if not isinstance(rows, list | tuple) or not rows:
            self.problems.append(f"{where}.majorities: at least one is needed")
            rows = []
        majorities = tuple(
            self.majority(one, base, f"{where}.majorities.{place}") for place, one in enumerate(rows, start=1)
        )
        secret = self.yes_no(data.get("secret", False), f"{where}.secret")
        if secret and any(one.of != "votes" for one in majorities):
            self.problems.append(
                f"{where}: a secret ballot has totals only, so it cannot tell municipalities"
            )
        tie = cast(Tie, self.one_of(data.get("tie", "rejected"), get_args(Tie), f"{where}.tie"))
        return Kind(majorities, secret, tie)

    def majority(self, data: Any, base: Base, where: str) -> Majority:
        data = self.table(data, where, ("of", "share", "more_than", "base"))
        return Majority(
            cast(MajorityOf, self.one_of(data.get("of"), get_args(MajorityOf), f"{where}.of")),
            self.bound(data, where),
            cast(Base, self.one_of(data.get("base", base), get_args(Base), f"{where}.base")),
        )

    def bound(self, data: Mapping[str, Any], where: str) -> Bound:
        more_than = self.yes_no(data.get("more_than", False), f"{where}.more_than")
        said = data.get("share")
        try:
            if not isinstance(said, str | Fraction):
                raise ValueError("no text")
            share = Fraction(said)
        except (ValueError, ZeroDivisionError):
            self.problems.append(f"{where}.share: {said!r} is no fraction as text, such as '1/2'")
            return Bound(Fraction(1, 2), more_than)
        if not 0 < share <= 1:
            self.problems.append(f"{where}.share: {said} lies not above 0 and up to 1")
        elif share == 1 and more_than:
            self.problems.append(f"{where}.share: more than all cannot be reached")
        return Bound(share, more_than)

    def table(self, data: Any, where: str, known: Iterable[str] | None = None) -> Mapping[str, Any]:
        if not isinstance(data, Mapping):
            self.problems.append(f"{where}: is no table")
            return {}
        if known is not None:
            self.problems += [f"{where}.{name}: is not known" for name in data if name not in known]
        return data

    def one_of(self, said: Any, allowed: tuple[L, ...], where: str) -> L:
        if said not in allowed:
            self.problems.append(f"{where}: {said!r} is none of {', '.join(allowed)}")
            return allowed[0]
        return cast(L, said)

    def yes_no(self, said: Any, where: str) -> bool:
        if not isinstance(said, bool):
            self.problems.append(f"{where}: {said!r} is not true or false")
            return False
        return said

    def whole(self, said: Any, where: str) -> int:
        if isinstance(said, bool) or not isinstance(said, int) or said < 0:
            self.problems.append(f"{where}: {said!r} is no whole number from 0 on")
            return 0
        return said


def data_of(statute: Statute) -> dict[str, Any]:
    """A statute as plain data, that `statute_of` reads back to the same."""
    data: dict[str, Any] = {"delay_days": statute.delay_days, "proxies": statute.proxies, "kinds": {}}
    if statute.quorum is not None:
        data["quorum"] = {
            "of": statute.quorum.of,
            **_bound_data(statute.quorum.bound),
            "second_call": statute.quorum.second_call,
        }
    for name, kind in statute.kinds.items():
        data["kinds"][name] = kind_data(kind)
    return data


def kind_data(kind: Kind) -> dict[str, Any]:
    rows = [{"of": one.of, **_bound_data(one.bound), "base": one.base} for one in kind.majorities]
    return {"majorities": rows, "secret": kind.secret, "tie": kind.tie}


def _bound_data(bound: Bound) -> dict[str, Any]:
    return {"share": str(bound.share), "more_than": bound.more_than}
