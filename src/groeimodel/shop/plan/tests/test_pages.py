"""The pages of the plan: to read, to write on, and what happens when two people write at once."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.models import Objective, Plan, PlanAction
from groeimodel.shop.plan.selectors import token_of
from groeimodel.shop.plan.services import Fields
from groeimodel.shop.plan.tests.helpers import EXPENSE, Small, small_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(cast: Cast) -> Small:
    with scope(partnership=cast.partnership):
        return small_plan(cast)


def at(name: str, *args: Any) -> str:
    return reverse(f"plan:{name}", args=["testland", *args])


@pytest.mark.claim("B15")
def test_an_empty_page_teaches_and_one_tap_begins_a_plan(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    assert "Begin een plan" in client.get(at("page")).content.decode()
    form = client.get(at("new")).context["form"]
    answer = client.post(at("new"), {name: form[name].value() for name in ("title", "first_year")})
    with scope(partnership=cast.partnership):
        plan = Plan.objects.get()
    assert answer.headers["Location"] == at("plan", plan.pk)
    assert (plan.starts.month, plan.ends.year - plan.starts.year) == (1, 5)


@pytest.mark.claim("B19")
@pytest.mark.parametrize("who", ["amina", "bram", "celia", "finn", "els"])
def test_both_roles_read_the_same_plan(client: Client, cast: Cast, small: Small, who: str) -> None:
    client.force_login(getattr(cast, who))
    page = client.get(at("page")).content.decode()
    assert "Jongeren vinden overal een plek" in page
    assert "Speelbus langs alle dorpen" in page
    assert "1.200,50" in page
    assert ("Doelstelling erbij" in page) == (who in ("bram", "celia", "finn"))


@pytest.mark.claim("B15")
def test_the_outsider_reads_nothing(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.daan)
    assert client.get(at("page")).status_code == 403
    assert client.post(at("change", "actie", small.action.pk), {"title": "x"}).status_code == 403


@pytest.mark.claim("B15")
def test_rows_of_another_partnership_are_not_found(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.elsewhere):
        plan = services.new_plan(partnership=cast.elsewhere, title="Elders", first_year=2026)
        goal = services.add_objective(plan=plan, fields=Fields("Elders"))
    client.force_login(cast.finn)
    assert client.get(at("plan", plan.pk)).status_code == 404
    assert client.get(at("change", "doelstelling", goal.pk)).status_code == 404
    assert client.get(at("change", "onzin", goal.pk)).status_code == 404


@pytest.mark.claim("B15")
def test_a_whole_branch_is_written_on_small_forms(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        plan = services.new_plan(partnership=cast.partnership, title="MJP", first_year=2026)
    client.force_login(cast.bram)
    client.post(at("add_objective", plan.pk), {"title": "Doel"})
    with scope(partnership=cast.partnership):
        goal = Objective.objects.get()
    client.post(at("add_below", "doelstelling", goal.pk), {"title": "Actieplan"})
    with scope(partnership=cast.partnership):
        way = goal.action_plans.get()
    answer = client.post(
        at("add_below", "actieplan", way.pk),
        {"title": "Actie", "priority": "on", "policy_field": "0750", "report_code": "IGS-1"},
    )
    with scope(partnership=cast.partnership):
        action = PlanAction.objects.get()
    assert answer.headers["Location"] == f"{at('plan', plan.pk)}#actie-{action.pk}"
    assert (action.code, action.priority, action.report_code) == ("1.1.1", True, "IGS-1")


@pytest.mark.claim("B15")
def test_all_problems_at_once_and_what_was_typed_stays(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    sent = {"title": "", "policy_field": "jeugd", "text": "Blijft staan", "seen": token_of(small.action)}
    answer = client.post(at("change", "actie", small.action.pk), sent)
    assert answer.status_code == 422
    assert {"title", "policy_field"} <= set(answer.context["form"].errors)
    assert "Blijft staan" in answer.content.decode()


@pytest.mark.claim("B15")
def test_estimates_are_typed_as_belgians_do(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    with scope(partnership=cast.partnership):
        seen = token_of(small.action, selectors.amounts_of(small.action))
    sent = {
        "exploitation-expense-2026": "1.250,50",
        "investment-expense-2028": "€ 12 000",
        "exploitation-receipt-2027": "",
        "seen": seen,
    }
    assert client.post(at("estimate", small.action.pk), sent).status_code == 302
    with scope(partnership=cast.partnership):
        assert selectors.amounts_of(small.action) == {
            EXPENSE: Decimal("1250.50"),
            (2028, "investment", "expense"): Decimal(12000),
        }


@pytest.mark.claim("B15")
def test_wrong_amounts_are_told_all_at_once(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    sent = {
        "exploitation-expense-2026": "12x",
        "investment-expense-2028": "-5",
        "financing-receipt-2030": "7",
    }
    answer = client.post(at("estimate", small.action.pk), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "2026, exploitatie, uitgave" in page
    assert "2028, investering, uitgave" in page
    assert 'value="12x"' in page
    with scope(partnership=cast.partnership):
        assert selectors.amounts_of(small.action)[EXPENSE] == Decimal("1200.50")


@pytest.mark.claim("B15")
def test_two_people_at_once_lose_nothing(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.celia)
    seen = client.get(at("change", "doelstelling", small.objective.pk)).context["seen"]
    with scope(partnership=cast.partnership):
        services.change_row(row=small.objective, fields=Fields("Van Bram"), seen=seen, actor=cast.bram)
    sent = {"title": "Van Celia", "code": "1", "seen": seen}
    answer = client.post(at("change", "doelstelling", small.objective.pk), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Bram" in page
    assert 'value="Van Celia"' in page
    again = client.post(
        at("change", "doelstelling", small.objective.pk), {**sent, "seen": answer.context["seen"]}
    )
    assert again.status_code == 302
    with scope(partnership=cast.partnership):
        assert Objective.objects.get(pk=small.objective.pk).title == "Van Celia"


@pytest.mark.claim("B15")
def test_two_people_at_the_same_amounts(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.celia)
    seen = client.get(at("estimate", small.action.pk)).context["seen"]
    with scope(partnership=cast.partnership):
        services.estimate(action=small.action, cells={EXPENSE: Decimal(777)}, seen=seen, actor=cast.bram)
    answer = client.post(at("estimate", small.action.pk), {"exploitation-expense-2026": "888", "seen": seen})
    assert answer.status_code == 409
    assert ("2026, exploitatie, uitgave", "777") in answer.context["theirs"]
    assert 'value="888"' in answer.content.decode()


@pytest.mark.claim("B15")
def test_removing_asks_first_and_offers_the_way_back(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    where = at("remove", "actie", small.action.pk)
    assert "Ja, haal weg" in client.get(where).content.decode()
    page = client.post(where, follow=True).content.decode()
    assert at("restore", "actie", small.action.pk) in page
    client.post(at("restore", "actie", small.action.pk))
    with scope(partnership=cast.partnership):
        assert PlanAction.objects.get(pk=small.action.pk).struck_at is None


@pytest.mark.claim("B15")
def test_the_coordinator_notes_the_decision_and_changes_show_beside_it(
    client: Client, cast: Cast, small: Small
) -> None:
    client.force_login(cast.finn)
    sent = {"on": "2025-12-09", "decided_by": "Raad van bestuur", "decision": "12"}
    page = client.post(at("adopt", small.plan.pk), sent, follow=True).content.decode()
    assert "Raad van bestuur" in page
    with scope(partnership=cast.partnership):
        services.estimate(action=small.action, cells={EXPENSE: Decimal(2000)}, actor=cast.bram)
        services.add_objective(plan=small.plan, fields=Fields("Erbij"), actor=cast.bram)
    assert "2 veranderingen sinds versie 1" in client.get(at("page")).content.decode()
    compared = client.get(at("compare", small.plan.pk)).content.decode()
    assert "+799,5" in compared
    assert "nieuw" in compared
    assert client.get(at("compare", small.plan.pk), {"van": "1", "tot": "1"}).context["told"].is_empty
    with scope(partnership=cast.partnership):
        version = selectors.versions_of(small.plan).get()
    old = client.get(at("version", version.pk)).content.decode()
    assert "1.200,5" in old
    assert version.checksum in old
    assert "Erbij" not in old
    assert "Versie 1" in client.get(at("versions", small.plan.pk)).content.decode()


@pytest.mark.claim("B15")
def test_what_is_wrong_with_a_decision_is_told(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.finn)
    answer = client.post(at("adopt", small.plan.pk), {"on": "2199-01-01", "decided_by": "Raad"})
    assert answer.status_code == 422
    assert "nog komen" in answer.content.decode()
    assert 'value="Raad"' in answer.content.decode()


@pytest.mark.claim("B15")
def test_a_large_plan_takes_no_more_queries(
    client: Client, cast: Cast, small: Small, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with scope(partnership=cast.partnership):
        services.adopt(plan=small.plan, on=date(2025, 12, 9))
        for number in range(6):
            goal = services.add_objective(plan=small.plan, fields=Fields(f"Doel {number}"))
            way = services.add_action_plan(objective=goal, fields=Fields("Plan"))
            for _ in range(3):
                action = services.add_action(action_plan=way, fields=Fields("Actie"))
                services.estimate(action=action, cells={EXPENSE: Decimal(5)})
    client.force_login(cast.bram)
    for name, most in (("page", 22), ("compare", 18)):
        args = () if name == "page" else (small.plan.pk,)
        with django_assert_max_num_queries(most):
            assert client.get(at(name, *args)).status_code == 200


@pytest.mark.claim("B19")
@time_machine.travel("2026-11-28T12:00:00Z", tick=False)
def test_direction_and_management_show_the_same_facts_to_both_roles(
    client: Client, cast: Cast, small: Small
) -> None:
    """The adopted plan, what changed since, the register of decisions, and what is due."""
    with scope(partnership=cast.partnership):
        version = services.adopt(plan=small.plan, on=date(2025, 12, 9), decision="12")
        services.add_objective(plan=small.plan, fields=Fields("Erbij"))
    pages = [
        at("version", version.pk),
        at("compare", small.plan.pk),
        at("versions", small.plan.pk),
        reverse("decisions:list", args=["testland"]),
        reverse("overview:page", args=["testland"]),
    ]
    seen: dict[str, list[str]] = {}
    for who in (cast.amina, cast.bram):
        client.force_login(who)
        answers = [client.get(one) for one in pages]
        assert [one.status_code for one in answers] == [200] * len(pages)
        seen[who.name] = [facts(one.content.decode()) for one in answers]
    assert seen["Amina"][:3] == seen["Bram"][:3]
    assert all("Herzie het meerjarenplan" in one[-1] for one in seen.values())


def facts(page: str) -> str:
    """What stands in the main part of a page, without tokens and links of its own head."""
    main = page.partition("<h1")[2].partition("</main>")[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", main)
