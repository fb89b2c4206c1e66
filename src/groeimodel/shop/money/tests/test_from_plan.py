"""Posts that come from the plan, and keep their action (claim B5)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import Post
from groeimodel.shop.money.tests.books import YEAR, books
from groeimodel.shop.plan import services as plans
from groeimodel.shop.plan.models import Plan, PlanAction

pytestmark = pytest.mark.claim("B5")


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def estimated(cast: Cast) -> tuple[Plan, PlanAction]:
    """A plan in force with one action, that costs 10 euro this year."""
    plan = plans.new_plan(partnership=cast.partnership, title="Plan", first_year=YEAR)
    objective = plans.add_objective(plan=plan, fields=plans.Fields("Ruimte"))
    way = plans.add_action_plan(objective=objective, fields=plans.Fields("Plekken"))
    action = plans.add_action(action_plan=way, fields=plans.Fields("Bus"))
    plans.estimate(action=action, cells={(YEAR, "exploitation", "expense"): Decimal(10)})
    plans.adopt(plan=plan, on=date(YEAR, 1, 2))
    return plan, action


@pytest.mark.parametrize("above", [False, True])
def test_what_was_taken_out_of_the_plan_makes_no_post(cast: Cast, above: bool) -> None:
    plan, action = estimated(cast)
    plans.strike(row=action.action_plan if above else action, actor=None)
    assert services.take_from_plan(book_year=books(cast), plan=plan) == 0


def test_a_post_keeps_its_action_when_that_left_the_plan(client: Client, cast: Cast) -> None:
    plan, action = estimated(cast)
    services.take_from_plan(book_year=books(cast), plan=plan)
    plans.strike(row=action, actor=None)
    page = reverse("money:post", args=["testland", YEAR, Post.objects.get().pk])
    client.force_login(cast.finn)
    choices = client.get(page).context["form"].fields["plan_action"].queryset
    assert action in choices
    said = {"kind": "expense:activities", "title": "Bus", "budget": "12", "nature": "exploitation"}
    assert client.post(page, said | {"plan_action": action.pk}).status_code == 302
    assert Post.objects.get().plan_action == action
