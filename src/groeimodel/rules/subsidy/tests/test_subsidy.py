"""Conditions and co-financing: sums are exact, what is not known is never called good, and more own means never harm."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.subsidy import (
    Cofinancing,
    Facts,
    Means,
    Own,
    Rule,
    Scheme,
    checks_of,
    cofinancing_of,
    lever_of,
    parse_value,
)
from groeimodel.rules.subsidy.schemes import Value

THIS_YEAR = 2024
amounts = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
means = st.builds(Means, amounts, amounts)
rows = st.lists(st.tuples(means, means), min_size=1, max_size=6).map(
    lambda found: [(2021 + n, budget, actual) for n, (budget, actual) in enumerate(found)]
)
ratios = st.fractions(min_value=Fraction(1, 20), max_value=20, max_denominator=50)
GRADE = {"not": 0, "unknown": 1, "ok": 2}


def scheme(**values: Value | None) -> Scheme:
    rules = tuple(Rule(name, name, value, "", confirmed=False) for name, value in values.items())
    return Scheme("s", "S", "", "2021-01-01", "2026-12-31", rules, (), ())


FACTS = Facts(
    form="projectvereniging",
    members=5,
    inhabitants=90_000,
    starts="2021-01-01",
    ends="2026-12-31",
    plan=("2021-01-01", "2026-12-31"),
    largest_grant=Decimal("81000.00"),
)
EMPTY: Cofinancing = cofinancing_of([], None, THIS_YEAR)


def outcome(facts: Facts, money: Cofinancing = EMPTY, **values: Value | None) -> str:
    (check,) = checks_of(scheme(**values), facts, money)
    return check.outcome


@given(rows, ratios)
def test_sums_are_exact(found: list[tuple[int, Means, Means]], ratio: Fraction) -> None:
    money = cofinancing_of(found, ratio, THIS_YEAR)
    assert money.budget.own == sum(one.budget.own for one in money.years)
    assert money.budget.subsidy == sum(one.budget.subsidy for one in money.years)
    over = [one.actual for one in money.years if one.actual is not None and one.over]
    assert money.actual.own == sum((one.own for one in over), Decimal(0))
    assert [one.year for one in money.years if one.actual is not None] == [
        year for year, *_ in found if year <= THIS_YEAR
    ]
    asked = money.budget.asked
    assert asked is not None
    exact = Fraction(money.budget.subsidy) * ratio
    assert 0 <= Fraction(asked) - exact < Fraction(1, 100)


@given(rows, ratios, st.integers(0, 7), amounts)
def test_more_own_means_never_make_it_worse(
    found: list[tuple[int, Means, Means]], ratio: Fraction, which: int, more: Decimal
) -> None:
    before = cofinancing_of(found, ratio, THIS_YEAR)
    n = which % len(found)
    year, budget, actual = found[n]
    richer = list(found)
    richer[n] = (
        year,
        replace(budget, own=budget.own + more),
        replace(actual, own=actual.own + more),
    )
    after = cofinancing_of(richer, ratio, THIS_YEAR)
    check = {"ratio": ratio}
    assert GRADE[outcome(FACTS, after, **check)] >= GRADE[outcome(FACTS, before, **check)]
    assert after.budget.margin is not None
    assert before.budget.margin is not None
    assert after.budget.margin - before.budget.margin == more


@given(rows)
def test_an_unknown_ratio_asks_nothing_and_judges_nothing(found: list[tuple[int, Means, Means]]) -> None:
    money = cofinancing_of(found, None, THIS_YEAR)
    assert money.budget.margin is None
    assert money.budget.outcome == "unknown"
    assert outcome(FACTS, money, ratio=None) == "unknown"


def test_a_year_that_still_runs_is_not_judged_on_what_came_in() -> None:
    good, late = Means(Decimal(10), Decimal(10)), Means(Decimal(0), Decimal(10))
    running = cofinancing_of([(THIS_YEAR, good, late)], Fraction(1), THIS_YEAR)
    over = cofinancing_of([(THIS_YEAR, good, late)], Fraction(1), THIS_YEAR + 1)
    assert outcome(FACTS, running, ratio=Fraction(1)) == "ok"
    assert outcome(FACTS, over, ratio=Fraction(1)) == "not"


@pytest.mark.parametrize(
    ("values", "changed", "expected"),
    [
        ({"min_members": 5}, {}, "ok"),
        ({"min_members": 5}, {"members": 4}, "not"),
        ({"min_members": None}, {"members": 400}, "unknown"),
        ({"min_inhabitants": 85_000}, {}, "ok"),
        ({"min_inhabitants": 85_000}, {"inhabitants": 84_999}, "not"),
        ({"min_inhabitants": 85_000}, {"inhabitants": None}, "unknown"),
        ({"forms": ("projectvereniging",)}, {}, "ok"),
        ({"forms": ("projectvereniging",)}, {"form": "interlokale_vereniging"}, "not"),
        ({"forms": ("projectvereniging",)}, {"form": ""}, "unknown"),
        ({"cap_per_inhabitant": Decimal("0.90")}, {}, "ok"),
        ({"cap_per_inhabitant": Decimal("0.90")}, {"largest_grant": Decimal("81000.01")}, "not"),
        ({"cap_per_inhabitant": Decimal("0.90")}, {"largest_grant": None}, "unknown"),
        ({"cap_per_year": Decimal(100_000)}, {}, "ok"),
        ({"term_years": 6}, {}, "ok"),
        ({"term_years": 6}, {"ends": "2025-12-31"}, "not"),
        ({"plan": True}, {}, "ok"),
        ({"plan": True}, {"plan": None}, "not"),
        ({"plan": True}, {"plan": ("2022-01-01", "2027-12-31")}, "not"),
        ({"plan": False}, {"plan": None}, "ok"),
    ],
)
def test_conditions(values: dict[str, Value | None], changed: dict[str, object], expected: str) -> None:
    assert outcome(replace(FACTS, **changed), **values) == expected  # type: ignore[arg-type]


def test_what_a_partnership_filled_in_is_checked_but_never_confirmed() -> None:
    own = scheme(min_members=None).with_own({"min_members": Own(6, "brief")})
    (check,) = checks_of(own, FACTS, EMPTY)
    assert (check.outcome, check.rule.own, check.rule.confirmed) == ("not", True, False)


def test_lever() -> None:
    assert lever_of(Means(Decimal("2.00"), Decimal("3.00"))) == Fraction(3, 2)
    assert lever_of(Means(Decimal(0), Decimal(3))) is None


@pytest.mark.parametrize(
    ("rule", "said", "value"),
    [
        ("min_members", "4", 4),
        ("min_inhabitants", "85.000", 85_000),
        ("cap_per_inhabitant", "0,90", Decimal("0.90")),
        ("cap_per_year", "100.000", Decimal(100_000)),
        ("ratio", "1 : 2", Fraction(1, 2)),
        ("plan", "Ja", True),
        ("forms", "a, b", ("a", "b")),
    ],
)
def test_values_are_read_as_people_type_them(rule: str, said: str, value: Value) -> None:
    assert parse_value(rule, said) == value


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("min_members", "vier"),
        ("min_members", "0"),
        ("ratio", "1/0"),
        ("ratio", "half"),
        ("plan", "soms"),
        ("forms", " , "),
        ("cap_per_year", "-1"),
        ("focus", "1"),
    ],
)
def test_what_is_no_value_is_refused(rule: str, said: str) -> None:
    with pytest.raises(ValueError, match=rule):
        parse_value(rule, said)
