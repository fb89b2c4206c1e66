"""How a round chooses: one value with everything that the outcome depends on beside the election itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.choosing.election import Election
from groeimodel.rules.choosing.greedy import consent, greedy, phragmen
from groeimodel.rules.choosing.outcome import Outcome
from groeimodel.rules.choosing.shares import COMPLETIONS, SATISFACTIONS, equal_shares

RULES = ("equal-shares", "greedy", "phragmen", "consent")
TIES = ("cost", "id")
MONEY = ("pot", "own")
"""One common pot, where shares are only a means; or own contributions, where nobody pays more than it put in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rule does not look at keeps its default.

    Raises:
        ValueError: something that does not exist, or that does not go together.
    """

    rule: str = "equal-shares"
    satisfaction: str = "cost"
    completion: str = "none"
    ties: str = "cost"
    step: Fraction | None = None
    """How much all shares together rise with each step of `add1`; None: one unit of money for each unit of weight."""
    money: str = "pot"

    def __post_init__(self) -> None:
        for name, value, known in (
            ("rule", self.rule, RULES),
            ("satisfaction", self.satisfaction, SATISFACTIONS),
            ("completion", self.completion, COMPLETIONS),
            ("ties", self.ties, TIES),
            ("money", self.money, MONEY),
        ):
            if value not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}")
        if self.completion != "none" and self.rule != "equal-shares":
            raise ValueError("only equal-shares has a completion")
        if self.satisfaction != "cost" and self.rule in {"phragmen", "consent"}:
            raise ValueError(f"{self.rule} looks at no satisfaction")
        if self.step is not None and self.step <= 0:
            raise ValueError("a step is above zero")
        if self.money == "own" and self.rule not in {"equal-shares", "consent"}:
            raise ValueError("with own contributions the rule says who pays: equal-shares or consent")
        if self.money == "own" and self.completion != "none":
            raise ValueError("with own contributions nothing is completed: nobody pays more than it put in")


def choose(election: Election, settings: Settings) -> Outcome:
    if settings.rule == "greedy":
        return greedy(election, satisfaction=settings.satisfaction, ties=settings.ties)
    if settings.rule == "phragmen":
        return phragmen(election, ties=settings.ties)
    if settings.rule == "consent":
        return consent(election, ties=settings.ties)
    return equal_shares(
        election,
        satisfaction=settings.satisfaction,
        completion=settings.completion,
        ties=settings.ties,
        step=settings.step,
    )
