"""What must not be forgotten about the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation import due
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import services
from groeimodel.shop.plan.due import due_of
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.plan.tests.helpers import small_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def adopted(cast: Cast, first: int, on: date | None) -> Plan:
    return services.adopt_plan(
        partnership=cast.partnership,
        title="MJP",
        starts=date(first, 1, 1),
        ends=date(first + 5, 12, 31),
        adopted_on=on,
    )


def found(cast: Cast, today: date) -> dict[str, date]:
    return {one.key.split(":")[0]: one.on for one in due_of(cast.partnership, today)}


@pytest.mark.claim("B15")
def test_nothing_is_due_where_there_is_no_plan(cast: Cast) -> None:
    assert found(cast, date(2026, 5, 1)) == {}


@pytest.mark.claim("B15")
def test_a_plan_is_looked_at_again_within_a_year(cast: Cast) -> None:
    adopted(cast, 2026, date(2025, 12, 9))
    assert found(cast, date(2026, 5, 1)) == {"plan.review": date(2026, 12, 9)}


@pytest.mark.claim("B15")
def test_a_new_version_moves_the_day(cast: Cast) -> None:
    small = small_plan(cast)
    services.adopt(plan=small.plan, on=date(2025, 12, 9))
    assert found(cast, date(2026, 5, 1))["plan.review"] == date(2026, 12, 9)
    services.strike(row=small.action, actor=cast.finn)
    services.adopt(plan=small.plan, on=date(2026, 6, 1))
    assert found(cast, date(2026, 6, 2))["plan.review"] == date(2027, 6, 1)


@pytest.mark.claim("B15")
def test_the_end_without_a_next_plan(cast: Cast) -> None:
    adopted(cast, 2026, date(2030, 12, 9))
    assert "plan.ends" not in found(cast, date(2030, 1, 1))
    assert found(cast, date(2031, 5, 1))["plan.ends"] == date(2031, 12, 31)
    adopted(cast, 2032, None)
    assert "plan.ends" in found(cast, date(2031, 5, 1))
    adopted(cast, 2032, date(2031, 10, 1))
    assert "plan.ends" not in found(cast, date(2031, 11, 1))


@pytest.mark.claim("B15")
def test_no_plan_for_next_year(cast: Cast) -> None:
    adopted(cast, 2026, None)
    assert found(cast, date(2025, 11, 1)) == {"plan.next": date(2025, 12, 31)}
    adopted(cast, 2026, date(2025, 11, 30))
    assert "plan.next" not in found(cast, date(2025, 12, 1))


@pytest.mark.claim("B15")
def test_it_stands_in_the_one_list_with_one_query(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    adopted(cast, 2026, date(2025, 12, 9))
    assert any(one.room == "Meerjarenplan" for one in due.due_of(cast.partnership, date(2026, 5, 1)))
    with django_assert_max_num_queries(1):
        list(due_of(cast.partnership, date(2026, 5, 1)))
