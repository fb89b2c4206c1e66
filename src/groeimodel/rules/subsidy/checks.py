"""The conditions of a scheme beside the facts of a partnership."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from groeimodel.rules.subsidy.cofinancing import Cofinancing
from groeimodel.rules.subsidy.schemes import CHECKED, Rule, Scheme


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a partnership on a day."""

    form: str
    """Its legal form; empty where it is not known."""
    members: int
    inhabitants: int | None
    """Of all members together; None where the figure of one of them is not known."""
    starts: str
    """Of the term of the file, as '2027-01-01'."""
    ends: str
    plan: tuple[str, str] | None
    """First and last day of the plan that was adopted."""
    largest_grant: Decimal | None
    """The largest amount that was granted in one year; None while nothing was."""


Found = str | int | Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class Check:
    rule: Rule
    outcome: str
    """'ok', 'not' or 'unknown'."""
    why: str = ""
    """Of an unknown outcome: 'rule' (what is asked is not known) or 'fact' (what is there is not known)."""
    found: Found = None
    """What is there, in the unit of the rule."""
    asked: Found = None
    """What must be there, or what may be at most, where that is a number."""


def checks_of(scheme: Scheme, facts: Facts, money: Cofinancing) -> tuple[Check, ...]:
    """One for each rule of the scheme that can be checked, in a fixed order."""
    rules = [rule for name in CHECKED if (rule := scheme.rule(name)) is not None]
    return tuple(_check(rule, facts, money) for rule in rules)


def _check(rule: Rule, facts: Facts, money: Cofinancing) -> Check:
    if rule.value is None:
        return Check(rule, "unknown", "rule")
    if rule.id == "forms":
        return _forms(rule, facts)
    if rule.id == "plan":
        return _plan(rule, facts)
    if rule.id == "ratio":
        return _ratio(rule, money)
    assert isinstance(rule.value, int | Decimal)
    if rule.id == "term_years":
        years = int(facts.ends[:4]) - int(facts.starts[:4]) + 1
        return _judge(rule, years == rule.value, years, rule.value)
    if rule.id in ("min_members", "min_inhabitants"):
        found = facts.members if rule.id == "min_members" else facts.inhabitants
        return _unknown(rule) if found is None else _judge(rule, found >= rule.value, found, rule.value)
    return _cap(rule, facts, Decimal(rule.value))


def _forms(rule: Rule, facts: Facts) -> Check:
    assert isinstance(rule.value, tuple)
    return _judge(rule, facts.form in rule.value, facts.form) if facts.form else _unknown(rule)


def _plan(rule: Rule, facts: Facts) -> Check:
    """A plan is asked that begins no later and ends no sooner than the term."""
    if not rule.value:
        return _judge(rule, True)
    if facts.plan is None:
        return _judge(rule, False, "none")
    starts, ends = facts.plan
    covers = starts <= facts.starts and ends >= facts.ends
    return _judge(rule, covers, "covers" if covers else "part")


def _cap(rule: Rule, facts: Facts, cap: Decimal) -> Check:
    """The largest yearly grant beside the most that may be given; per inhabitant it is reckoned from all of them."""
    if rule.id == "cap_per_inhabitant":
        if facts.inhabitants is None:
            return _unknown(rule)
        cap = cap * facts.inhabitants
    if facts.largest_grant is None:
        return Check(rule, "unknown", "fact", asked=cap)
    return _judge(rule, facts.largest_grant <= cap, facts.largest_grant, cap)


def _ratio(rule: Rule, money: Cofinancing) -> Check:
    """Every year of the budget must reach it, and so must the years that are over."""
    sides = [one.budget for one in money.years]
    sides += [one.actual for one in money.years if one.actual is not None and one.over]
    outcomes = [one.outcome for one in sides]
    if "not" in outcomes:
        return _judge(rule, False, max(one.shortfall or Decimal(0) for one in sides))
    return _judge(rule, True) if "ok" in outcomes else _unknown(rule)


def _judge(rule: Rule, good: bool, found: Found = None, asked: Found = None) -> Check:
    return Check(rule, "ok" if good else "not", "", found, asked)


def _unknown(rule: Rule) -> Check:
    return Check(rule, "unknown", "fact")
