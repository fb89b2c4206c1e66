"""Writing a plan together: rows, places, amounts, and what is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.models import Objective, PlanAction
from groeimodel.shop.plan.selectors import token_of
from groeimodel.shop.plan.services import ActionFields, Fields, Stale
from groeimodel.shop.plan.tests.helpers import EXPENSE, RECEIPT, Small, small_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def small(cast: Cast) -> Small:
    return small_plan(cast)


@pytest.mark.claim("B15")
def test_a_new_plan_lasts_six_years(small: Small) -> None:
    assert (small.plan.starts, small.plan.ends) == (date(2026, 1, 1), date(2031, 12, 31))
    assert small.plan.adopted_on is None


@pytest.mark.claim("B15")
def test_codes_are_thought_up_and_may_be_chosen(small: Small, cast: Cast) -> None:
    assert (small.objective.code, small.action_plan.code, small.action.code) == ("1", "1.1", "1.1.1")
    second = services.add_action(action_plan=small.action_plan, fields=Fields("Nog een"), actor=cast.bram)
    assert second.code == "1.1.2"
    with pytest.raises(ValidationError, match="staat al in het plan"):
        services.add_action(
            action_plan=small.action_plan, fields=Fields("Dubbel", code="1.1.2"), actor=cast.bram
        )


@pytest.mark.claim("B15")
def test_estimates_are_exact_by_year_and_kind(small: Small, cast: Cast) -> None:
    found = selectors.estimates_by_year(small.plan)
    assert list(found) == [2026, 2027, 2028, 2029, 2030, 2031]
    assert found[2026] == {("exploitation", "expense"): Decimal("1200.50")}
    assert found[2027] == {("exploitation", "receipt"): Decimal("300.00")}
    with pytest.raises(ValidationError, match="buiten het plan"):
        services.estimate(
            action=small.action, cells={(2032, "exploitation", "expense"): Decimal(1)}, actor=cast.finn
        )
    with pytest.raises(ValidationError):
        services.estimate(action=small.action, cells={EXPENSE: Decimal("1.005")}, actor=cast.finn)
    with pytest.raises(ValidationError):
        services.estimate(action=small.action, cells={EXPENSE: Decimal(-5)}, actor=cast.finn)
    assert selectors.amounts_of(small.action)[EXPENSE] == Decimal("1200.50")


@pytest.mark.claim("B15")
def test_who_writes_second_is_told_and_nothing_is_lost(small: Small, cast: Cast) -> None:
    shown = token_of(small.objective)
    services.change_row(row=small.objective, fields=Fields("Eerste"), seen=shown, actor=cast.bram)
    with pytest.raises(Stale):
        services.change_row(row=small.objective, fields=Fields("Tweede"), seen=shown, actor=cast.celia)
    assert Objective.objects.get(pk=small.objective.pk).title == "Eerste"
    amounts = token_of(small.action, selectors.amounts_of(small.action))
    services.estimate(action=small.action, cells={EXPENSE: Decimal(5)}, seen=amounts, actor=cast.bram)
    with pytest.raises(Stale):
        services.estimate(action=small.action, cells={EXPENSE: Decimal(9)}, seen=amounts, actor=cast.celia)
    assert selectors.amounts_of(small.action) == {EXPENSE: Decimal(5)}


@pytest.mark.claim("B15")
def test_an_action_moves_to_another_action_plan_and_stays_the_same_row(small: Small, cast: Cast) -> None:
    other = services.add_action_plan(objective=small.objective, fields=Fields("Elders"), actor=cast.finn)
    services.change_row(
        row=small.action,
        fields=Fields(small.action.title),
        more=ActionFields(),
        under=other,
        seen=token_of(small.action),
        actor=cast.finn,
    )
    moved = PlanAction.objects.get(pk=small.action.pk)
    assert (moved.action_plan_id, moved.code) == (other.pk, "1.1.1")
    assert selectors.amounts_of(moved)[RECEIPT] == Decimal(300)


@pytest.mark.claim("B15")
def test_a_place_up_and_down(small: Small, cast: Cast) -> None:
    second = services.add_objective(plan=small.plan, fields=Fields("Tweede"), actor=cast.finn)
    assert services.move(row=second, up=True, actor=cast.bram)
    assert not services.move(row=second, up=True, actor=cast.bram)
    assert [one.row.title for one in selectors.tree_of(small.plan)] == ["Tweede", small.objective.title]


@pytest.mark.claim("B15")
def test_what_is_taken_out_counts_no_more_and_can_come_back(small: Small, cast: Cast) -> None:
    services.strike(row=small.objective, actor=cast.finn)
    assert selectors.tree_of(small.plan) == []
    assert selectors.estimates_by_year(small.plan)[2026] == {}
    assert selectors.struck_of(small.plan) == [small.objective]
    services.restore(row=Objective.objects.get(pk=small.objective.pk), actor=cast.finn)
    assert selectors.estimates_by_year(small.plan)[2026] != {}


@pytest.mark.claim("B15")
def test_what_comes_back_does_not_take_a_code_twice(small: Small, cast: Cast) -> None:
    services.strike(row=small.objective, actor=cast.finn)
    services.add_objective(plan=small.plan, fields=Fields("Nieuw", code="1"), actor=cast.finn)
    with pytest.raises(ValidationError, match="staat al in het plan"):
        services.restore(row=Objective.objects.get(pk=small.objective.pk), actor=cast.finn)


@pytest.mark.claim("B15")
def test_a_new_plan_can_begin_with_the_structure_of_the_last(small: Small, cast: Cast) -> None:
    new = services.new_plan(
        partnership=cast.partnership, title="Volgende", first_year=2032, copy_of=small.plan, actor=cast.finn
    )
    (goal,) = selectors.tree_of(new)
    (way,) = goal.action_plans
    (action,) = way.actions
    assert (action.row.title, action.row.code, action.row.priority) == (
        small.action.title,
        small.action.code,
        True,
    )
    assert action.row.pk != small.action.pk
    assert action.amounts == {}
    with pytest.raises(ValidationError, match="Er is al een plan"):
        services.new_plan(partnership=cast.partnership, title="Weer", first_year=2032, actor=cast.finn)


@pytest.mark.claim("B15")
@pytest.mark.parametrize("who", ["amina", "daan", "els"])
def test_officers_and_coordinator_write_others_do_not(small: Small, cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.add_objective(plan=small.plan, fields=Fields("Nee"), actor=getattr(cast, who))
    assert services.add_objective(plan=small.plan, fields=Fields("Ja"), actor=cast.bram)


@pytest.mark.claim("B15")
def test_only_the_coordinator_begins_a_plan(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        services.new_plan(partnership=cast.partnership, title="Nee", first_year=2026, actor=cast.bram)


@pytest.mark.claim("B15")
def test_which_plan_is_in_force(small: Small, cast: Cast) -> None:
    day = date(2026, 11, 28)
    assert selectors.plan_in_force(cast.partnership, day) is None
    assert selectors.plan_to_show(cast.partnership, day) == small.plan
    services.adopt(plan=small.plan, on=date(2025, 12, 9), actor=cast.finn)
    assert selectors.plan_in_force(cast.partnership, day) == small.plan
    assert selectors.plan_in_force(cast.partnership, date(2032, 1, 1)) is None
