"""Bouquets stand in the spotlight for a period and leave by themselves (B9); specialities show their share (B8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.arranging import bouquets_of, shares_of
from groeimodel.shop.counter.models import Bouquet, Offer, Speciality
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.counter.services import Bunch
from groeimodel.shop.counter.shelf import shelf_of
from groeimodel.shop.counter.tests.kit import offered, page
from groeimodel.shop.overview.selectors import shop_of
from groeimodel.shop.plan.models import ActionPlan, Estimate, Objective, Plan, PlanAction

FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)


@pytest.mark.claim("B9")
@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2026, 5, 31), False), (FIRST, True), (LAST, True), (date(2026, 7, 1), False)],
)
def test_in_the_spotlight_from_the_first_to_the_last_day(cast: Cast, day: date, shown: bool) -> None:
    offer, other = offered(cast, "Zwemmen"), offered(cast, "Blokken")
    with scope(partnership=cast.partnership):
        bunch = Bunch("Zomer", "", [offer], FIRST, LAST)
        services.tie_bouquet(partnership=cast.partnership, bunch=bunch)
        window = offers_in_window(cast.partnership, day)
        assert {one.title: one.spotlight for one in window} == {"Zwemmen": shown, "Blokken": False}
        assert [one.title for one in window] == (["Zwemmen", "Blokken"] if shown else ["Blokken", "Zwemmen"])
        assert [one.title for one in shop_of(cast.partnership, day).offers if one.spotlight] == (
            ["Zwemmen"] if shown else []
        )
        assert len(shelf_of(cast.partnership, day).bouquets) == shown
    assert other.featured is False


@pytest.mark.claim("B9")
def test_an_offer_in_two_bouquets_stands_in_the_window_once(cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        for title in ("Zomer", "Fuif"):
            services.tie_bouquet(
                partnership=cast.partnership,
                bunch=Bunch(title, "", [offer], FIRST, LAST if title == "Fuif" else None),
            )
        shelf = shelf_of(cast.partnership, FIRST)
        assert len(shelf.offers) == 1
        assert [one.bouquet.title for one in shelf.bouquets] == ["Fuif", "Zomer"]
        assert [one.featured for one in bouquets_of(cast.partnership, date(2026, 7, 1))] == [True, False]


def test_a_bouquet_without_anything_in_the_window_is_not_shown(cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        services.tie_bouquet(partnership=cast.partnership, bunch=Bunch("Zomer", "", [offer], FIRST))
        services.withdraw(offer=offer, why="Stuk.")
        assert shelf_of(cast.partnership, FIRST).bouquets == []


def test_who_coordinates_ties_and_unties(client: Client, cast: Cast) -> None:
    offer = offered(cast)
    for who in (cast.daan, cast.bram):
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.tie_bouquet(partnership=cast.partnership, bunch=Bunch("Zomer", "", [offer]), actor=who)
    client.force_login(cast.finn)
    refused = client.post(page("bouquets"), {"title": "", "ends": "2026-06-30"})
    assert (refused.status_code, refused.text.count('class="field__error"')) == (422, 3)
    sent = {"title": "Zomer", "offers": [offer.pk], "starts": "2026-06-01", "ends": "2026-06-30"}
    assert client.post(page("bouquets"), sent).status_code == 302
    with scope(partnership=cast.partnership):
        bouquet = Bouquet.objects.get()
    client.post(page("bouquet", bouquet.pk), {**sent, "title": "Hele zomer"})
    bouquet.refresh_from_db()
    assert bouquet.title == "Hele zomer"
    client.post(page("bouquet", bouquet.pk), {"los": "1"})
    with scope(partnership=cast.partnership):
        assert not Bouquet.objects.exists()
        assert Offer.objects.count() == 1


def test_a_bouquet_holds_no_offer_of_others(cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.elsewhere), pytest.raises(ValidationError):
        services.tie_bouquet(partnership=cast.elsewhere, bunch=Bunch("Zomer", "", [offer]))


@pytest.mark.claim("B8")
@time_machine.travel("2026-06-15")
def test_the_share_of_a_speciality_in_offer_reach_and_money(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        night = services.state_speciality(
            partnership=cast.partnership, title="Veilig uitgaan", actor=cast.finn
        )
        action, bare = planned(cast, "300.00"), planned(cast, "100.01")
        rows = [
            offered(cast, "Fuif", speciality=night, plan_action=action),
            offered(cast, "Preventie", speciality=night),
            offered(cast, "Kamp", plan_action=action),
            offered(cast, "Tent", plan_action=bare),
        ]
        services.withdraw(offer=offered(cast, "Weg", speciality=night), why="Stuk.")
        for offer, people in zip(rows, (30, 20, 100, 50), strict=True):
            services.record_use(offer=offer, municipality=None, day=date(2026, 3, 1), people=people)
        services.record_use(offer=rows[0], municipality=None, day=date(2025, 3, 1), people=999)
        found = shares_of(cast.partnership, date(2026, 6, 15))
    share, rest = found.rows
    assert (share.of_offers, share.people, share.of_people) == (50, 50, 25)
    assert (share.money, found.money, share.of_money) == (Decimal("150.00"), Decimal("400.01"), 37)
    assert (rest.speciality, rest.of_offers, rest.of_people, rest.of_money) == (None, 50, 75, 63)
    client.force_login(cast.amina)
    seen = client.get(page("specialities")).text
    assert "50 van 200 mensen" in seen
    assert "Hoe zijn deze cijfers berekend?" in seen


def planned(cast: Cast, amount: str) -> PlanAction:
    """An action of a plan, with an expense this year."""
    plan, _fresh = Plan.objects.get_or_create(
        partnership=cast.partnership, title="MJP", starts=date(2026, 1, 1), ends=date(2031, 12, 31)
    )
    objective = Objective.objects.create(plan=plan, code=amount, title="Doel")
    below = ActionPlan.objects.create(objective=objective, code="1", title="Actieplan")
    action = PlanAction.objects.create(action_plan=below, code="1", title="Actie")
    Estimate.objects.create(
        action=action, year=2026, nature="exploitation", direction="expense", amount=Decimal(amount)
    )
    return action


@pytest.mark.claim("B8")
def test_a_speciality_that_goes_leaves_its_offers(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.post(page("specialities"), {"title": "Kampen", "why": "Omdat."})
    assert client.post(page("specialities"), {"title": "Kampen"}).status_code == 422
    with scope(partnership=cast.partnership):
        kind = Speciality.objects.get()
    offer = offered(cast, speciality=kind)
    client.post(page("speciality", kind.pk), {"weg": "1"})
    offer.refresh_from_db()
    assert offer.speciality is None
