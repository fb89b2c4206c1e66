"""The multi-year plan with two people at the same moment: nothing is lost, nothing stands twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django_scopes import scope

from groeimodel.formats.local_plan import LocalLine
from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.models import LocalAction, Objective, Version
from groeimodel.shop.plan.selectors import token_of
from groeimodel.shop.plan.services import Fields, Stale
from groeimodel.shop.plan.tests.helpers import EXPENSE, Small, small_plan
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("number", range(ROUNDS))]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def inside(cast: Cast, work: Any) -> Any:
    with scope(partnership=cast.partnership):
        return work()


def plan_in(world: Cast) -> Small:
    small: Small = inside(world, lambda: small_plan(world))
    return small


def stale(done: Any) -> list[bool]:
    return sorted(isinstance(one, Stale) for one in done)


def test_two_people_change_the_same_row(world: Cast, number: int) -> None:
    small = plan_in(world)
    seen = token_of(small.objective)

    def change(title: str) -> Any:
        fields = Fields(title)
        return inside(
            world,
            lambda: services.change_row(row=small.objective, fields=fields, seen=seen, actor=world.bram),
        )

    assert stale(race(lambda: change("Een"), lambda: change("Twee"))) == [False, True]


def test_two_people_fill_in_the_same_amounts(world: Cast, number: int) -> None:
    small = plan_in(world)
    seen = inside(world, lambda: token_of(small.action, selectors.amounts_of(small.action)))

    def fill(amount: int) -> Any:
        cells = {EXPENSE: Decimal(amount)}
        return inside(
            world,
            lambda: services.estimate(action=small.action, cells=cells, seen=seen, actor=world.bram),
        )

    assert stale(race(lambda: fill(5), lambda: fill(9))) == [False, True]
    amounts = inside(world, lambda: selectors.amounts_of(small.action))
    assert amounts in ({EXPENSE: Decimal(5)}, {EXPENSE: Decimal(9)})


def test_two_new_objectives_have_two_codes(world: Cast, number: int) -> None:
    small = plan_in(world)

    def add() -> Any:
        return inside(
            world, lambda: services.add_objective(plan=small.plan, fields=Fields("Nog een"), actor=world.bram)
        )

    assert not any(isinstance(one, Exception) for one in race(add, add))
    codes = inside(world, lambda: sorted(Objective.objects.values_list("code", flat=True)))
    assert codes == ["1", "2", "3"]


def test_the_same_plan_is_adopted_once(world: Cast, number: int) -> None:
    small = plan_in(world)

    def adopt() -> Any:
        return inside(world, lambda: services.adopt(plan=small.plan, on=date(2025, 12, 9), actor=world.finn))

    done = race(adopt, adopt)
    assert sum(isinstance(one, ValidationError) for one in done) == 1
    assert inside(world, lambda: len(Version.objects.all())) == 1


def test_the_same_file_is_read_in_twice(world: Cast, number: int) -> None:
    lines = [LocalLine(2, "A1", "Speelbus"), LocalLine(3, "B2", "Kamp")]

    def read() -> Any:
        return inside(
            world,
            lambda: services.read_in(
                partnership=world.partnership, municipality=world.municipality, lines=lines, actor=world.bram
            ),
        )

    assert not any(isinstance(one, Exception) for one in race(read, read))
    assert inside(world, lambda: len(LocalAction.objects.all())) == 2
