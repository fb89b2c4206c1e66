"""A proposal held against its soil, part by part (claim W10)."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.fit import LEAST, MONTH, WINDOW, Grant, Ground, Heard, Past, Proposal, Running, fit

TODAY = 1000
BUS = Proposal("actions.action:1")
NOBODY = Heard(6)


def capacity(proposal: Proposal, **ground: object) -> tuple[str, F, F]:
    part = fit(proposal, Ground(TODAY, **ground), NOBODY, None).capacity  # type: ignore[arg-type]
    return part.verdict, part.granted, part.promised


@pytest.mark.claim("W10")
@pytest.mark.parametrize(
    ("heard", "verdict"),
    [
        (Heard(6), "unknown"),
        (Heard(6, fits=3), "good"),
        (Heard(6, fits=2, neutral=1), "doubt"),
        (Heard(6, fits=1, against=3), "bad"),
        (Heard(6, neutral=6), "bad"),
        (Heard(6, neutral=5), "doubt"),
        (Heard(1, fits=1), "good"),
    ],
)
def test_needs(heard: Heard, verdict: str) -> None:
    assert fit(BUS, Ground(TODAY), heard, None).needs.verdict == verdict


@pytest.mark.claim("W10")
def test_capacity_is_what_was_granted_less_what_is_promised() -> None:
    whole = [Grant(F(30), TODAY - 50, TODAY + 400)]
    ends = TODAY + WINDOW - 1
    other = Running("actions.action:2", F(22) * WINDOW / MONTH, TODAY, ends)
    asks = replace(BUS, hours=F(8) * WINDOW / MONTH, starts=TODAY, ends=ends)
    assert capacity(asks, grants=whole, running=[other]) == ("good", F(30), F(22))
    more = replace(asks, hours=F(9) * WINDOW / MONTH)
    assert capacity(more, grants=whole, running=[other])[0] == "doubt"
    too_much = replace(asks, hours=F(31) * WINDOW / MONTH)
    assert capacity(too_much, grants=whole)[0] == "bad"
    assert capacity(BUS, grants=whole)[0] == "unknown", "nobody estimated its hours"
    assert capacity(asks)[0] == "unknown", "nobody was granted time"


def test_a_mandate_counts_for_the_days_that_it_holds() -> None:
    asks = replace(BUS, hours=F(1), starts=TODAY + 10, ends=TODAY + 109)
    half = [Grant(F(10), TODAY, TODAY + 59)]
    assert capacity(asks, grants=half)[1] == F(5)
    assert capacity(asks, grants=[Grant(F(10), TODAY + 110, TODAY + 500)])[1] == 0


def test_time_for_one_action_is_of_that_action() -> None:
    asks = replace(BUS, hours=F(1), starts=TODAY, ends=TODAY + 99)
    grants = [Grant(F(6), TODAY, TODAY + 99, BUS.key), Grant(F(9), TODAY, TODAY + 99, "actions.action:2")]
    running = [Running("actions.action:2", F(9) * 100 / MONTH, TODAY, TODAY + 99)]
    assert capacity(asks, grants=grants, running=running) == ("good", F(6), F(0))


def test_what_runs_without_an_estimate_leaves_a_doubt() -> None:
    asks = replace(BUS, hours=F(1))
    running = [Running("actions.action:2", None, TODAY, TODAY + 9)]
    grants = [Grant(F(30), TODAY, TODAY + 400)]
    assert capacity(asks, grants=grants, running=running)[0] == "doubt"
    over = [Running("actions.action:2", None, TODAY - 90, TODAY - 1)]
    assert capacity(asks, grants=grants, running=over)[0] == "good"


def test_it_says_when_the_days_were_assumed() -> None:
    assert fit(BUS, Ground(TODAY), NOBODY, None).capacity.assumed
    planned = replace(BUS, starts=TODAY, ends=TODAY + 3)
    assert not fit(planned, Ground(TODAY), NOBODY, None).capacity.assumed


@pytest.mark.claim("W10")
@pytest.mark.parametrize(
    ("past", "verdict"),
    [
        (None, "unknown"),
        (Past(), "unknown"),
        (Past(running=3), "unknown"),
        (Past(picked=2, composted=1, results=(80, 40)), "good"),
        (Past(picked=2, composted=1, results=(50, 40)), "doubt"),
        (Past(picked=1, composted=1, results=(90,)), "doubt"),
        (Past(picked=1, composted=2, results=(90,)), "bad"),
    ],
)
def test_experience(past: Past | None, verdict: str) -> None:
    assert fit(BUS, Ground(TODAY), NOBODY, past).experience.verdict == verdict


@pytest.mark.claim("W10")
@pytest.mark.parametrize(
    ("cost", "budget", "verdict"),
    [
        (None, F(10), "unknown"),
        (F(10), None, "unknown"),
        (F(5), F(10), "good"),
        (F("5.01"), F(10), "doubt"),
        (F(10), F(10), "doubt"),
        (F("10.01"), F(10), "bad"),
        (F(0), F(0), "good"),
    ],
)
def test_budget(cost: F | None, budget: F | None, verdict: str) -> None:
    ground = Ground(TODAY, budget=budget)
    assert fit(replace(BUS, cost=cost), ground, NOBODY, None).budget.verdict == verdict


@pytest.mark.parametrize(
    ("health", "verdict"), [("rich", "good"), ("growing", "doubt"), ("poor", "bad"), (None, "unknown")]
)
def test_soil(health: str | None, verdict: str) -> None:
    ground = Ground(TODAY, soil=health)  # type: ignore[arg-type]
    assert fit(BUS, ground, NOBODY, None).soil.verdict == verdict


days = st.integers(TODAY - 60, TODAY + 60)
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
keys = st.sampled_from(["", BUS.key, "actions.action:2", "actions.action:3"])
hours = st.fractions(0, 40, max_denominator=4)


def day_by_day(proposal: Proposal, ground: Ground) -> tuple[F, F]:
    """The slow, obvious twin: every day of the window apart."""
    assert proposal.starts is not None
    assert proposal.ends is not None
    first = max(proposal.starts, ground.today)
    window = range(first, max(proposal.ends, first + LEAST - 1) + 1)
    granted = F(0)
    asked: dict[str, F] = {}
    own: dict[str, F] = {}
    for day in window:
        for one in ground.grants:
            if one.starts <= day <= one.ends:
                if one.key in ("", proposal.key):
                    granted += one.hours / len(window)
                own[one.key] = own.get(one.key, F(0)) + one.hours / len(window)
        for run in ground.running:
            if run.hours is not None and run.starts <= day <= run.ends and run.key != proposal.key:
                a_day = run.hours / (run.ends - run.starts + 1)
                asked[run.key] = asked.get(run.key, F(0)) + a_day * MONTH / len(window)
    return granted, sum((max(F(0), asks - own.get(key, F(0))) for key, asks in asked.items()), F(0))


@given(
    st.lists(st.tuples(hours, spans, keys), max_size=5),
    st.lists(st.tuples(hours, spans), max_size=2),
    spans,
)
def test_the_sum_over_spans_is_the_sum_over_days(
    granted: list[tuple[F, tuple[int, int], str]],
    runs: list[tuple[F, tuple[int, int]]],
    when: tuple[int, int],
) -> None:
    ground = Ground(
        TODAY,
        grants=[Grant(h, a, b, key) for h, (a, b), key in granted],
        running=[Running(f"actions.action:{at + 2}", h, a, b) for at, (h, (a, b)) in enumerate(runs)],
    )
    proposal = replace(BUS, hours=F(3), starts=when[0], ends=when[1])
    part = fit(proposal, ground, NOBODY, None).capacity
    assert (part.granted, part.promised) == day_by_day(proposal, ground)


@given(hours, hours)
def test_who_asks_more_never_fits_better(one: F, more: F) -> None:
    order = ["good", "doubt", "bad"]
    ground = Ground(TODAY, grants=[Grant(F(20), TODAY, TODAY + 400)])
    less, most = (
        fit(replace(BUS, hours=amount), ground, NOBODY, None).capacity.verdict
        for amount in sorted((one, more))
    )
    assert order.index(less) <= order.index(most)
