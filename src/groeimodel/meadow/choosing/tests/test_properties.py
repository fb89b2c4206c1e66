"""Random rounds through the services: what may make no difference, makes none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groeimodel.formats.pb_file import read_pb
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, vote
from groeimodel.rules.choosing import choose

pytestmark = pytest.mark.django_db
few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WAYS: list[dict[str, Any]] = [
    {"money": "own"},
    {"money": "own", "rule": "consent"},
    {"money": "common"},
    {"money": "common", "completion": "greedy"},
    {"money": "common", "rule": "greedy"},
    {"money": "common", "rule": "phragmen"},
    {"money": "common", "marks": "approval", "subsidy": Decimal(1500), "subsidy_by_key": True},
]
TITLES = ("Bus", "Tent", "Zaal", "Kamp")


@st.composite
def rounds(draw: st.DrawFn) -> tuple[dict[str, int], list[int], list[dict[str, int]], dict[str, Any]]:
    """Costs and contributions full of ties; points of four municipalities; and how is chosen."""
    costs = {title: draw(st.sampled_from([300, 500, 500, 900, 1200])) for title in TITLES}
    amounts = [draw(st.sampled_from([200, 500, 500, 1000])) for _town in range(4)]
    way = draw(st.sampled_from(WAYS))
    points = st.integers(0, 1 if way.get("marks") == "approval" else 5)
    said = [{title: draw(points) for title in TITLES} for _town in range(4)]
    return costs, amounts, said, way


def rolled_back(run: Callable[[], Any]) -> Any:
    """What a run gives, with everything that it wrote undone."""
    with transaction.atomic():
        found = run()
        transaction.set_rollback(True)
    return found


def outcome(round: Round, made: Meadow) -> tuple[list[str], dict[str, Decimal]]:
    """Titles in order of choice, and what is paid for each by all together."""
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        closed = services.close_round(round=round, actor=made.coordinator)
    file = read_pb(closed.snapshot)
    assert file.settings is not None
    chosen = choose(file.election, file.settings)
    paid = {
        str(one): sum((row.amount or Decimal(0) for row in one.action.participations.all()), Decimal(0))
        for one in closed.proposals.filter(chosen=True).select_related("action")
    }
    return [file.names[key] for key in chosen.ids], paid


def table_of(made: Meadow, amounts: list[int]) -> dict[int, Decimal]:
    return {one.municipality.pk: Decimal(amount) for one, amount in zip(made.towns, amounts, strict=True)}


@few
@given(rounds())
def test_a_ballot_without_a_mandate_changes_nothing(
    drawn: tuple[dict[str, int], list[int], list[dict[str, int]], dict[str, Any]],
) -> None:
    costs, amounts, said, way = drawn

    def run() -> None:
        made = meadow(["Aa", "Bee", "Cee", "Dee"], costs)
        with scope(partnership=made.partnership):
            round = opened(made, key="table", table=table_of(made, amounts), **way)
            for town, points in zip(made.towns[:3], said[:3], strict=True):
                vote(round, town, points)
            last = made.towns[3]
            mandates.revoke(mandate=made.mandates["Dee"], actor=last.alderman)
            without = rolled_back(lambda: outcome(round, made))
            vote(round, last, said[3])
            assert outcome(round, made) == without

    rolled_back(run)


@few
@given(rounds())
def test_merging_two_that_said_the_same_changes_no_winner(
    drawn: tuple[dict[str, int], list[int], list[dict[str, int]], dict[str, Any]],
) -> None:
    costs, amounts, said, way = drawn
    said[1] = said[0]

    def run() -> None:
        made = meadow(["Aa", "Bee", "Cee", "Dee"], costs)
        with scope(partnership=made.partnership):
            round = opened(made, key="table", table=table_of(made, amounts), **way)
            for town, points in zip(made.towns, said, strict=True):
                vote(round, town, points)
            apart = rolled_back(lambda: outcome(round, made))
            new = Municipality.objects.create(name="Aabee", invented=True)
            with scopes_disabled():
                parts = [one.municipality for one in made.towns[:2]]
                partners.merge(into=new, parts=parts, on=timezone.localdate())
            chosen, paid = outcome(round, made)
        assert chosen == apart[0]
        # What the subsidy pays may come out a cent differently, for cents are rounded once.
        assert all(abs(paid[title] - apart[1][title]) <= Decimal("0.01") for title in paid)

    rolled_back(run)
