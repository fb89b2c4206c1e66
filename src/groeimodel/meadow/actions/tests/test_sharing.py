"""A shared action can be of some partners only, each with money or in kind; and what a merger does to it (claim W5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.actions.services import Share
from groeimodel.meadow.actions.tests.starting import decided


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def seedling(cast: Cast, *, plot: Municipality | None = None) -> Action:
    today = timezone.localdate()
    seed = services.take_down_seed(partnership=cast.partnership, title="Nachtbus", on=today, plot=plot)
    return services.work_out(action=seed, gardener=cast.celia, species="daisy")


def shares(action: Action) -> dict[str, tuple[Decimal | None, str]]:
    return {one.municipality.name: (one.amount, one.in_kind) for one in action.participations.all()}


@pytest.mark.claim("W5")
def test_some_partners_take_part_with_money_or_in_kind(cast: Cast, client: Client) -> None:
    action = seedling(cast)
    client.force_login(cast.celia)
    address = reverse("actions:take_part", args=[cast.partnership.slug, action.pk])
    home, other = f"g{cast.municipality.pk}", f"g{cast.neighbour.pk}"
    client.post(
        address, {f"{home}-joins": "on", f"{home}-amount": "1.200,50", f"{other}-in_kind": "de sporthal"}
    )
    assert shares(action) == {"Proefdorp": (Decimal("1200.50"), ""), "Buurdorp": (None, "de sporthal")}
    client.post(address, {f"{home}-joins": "on", f"{home}-amount": "800"})
    assert shares(action) == {"Proefdorp": (Decimal(800), "")}
    text = client.get(reverse("actions:action", args=[cast.partnership.slug, action.pk])).text
    assert "800" in text


def test_every_row_that_is_wrong_says_so_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    action = seedling(cast)
    client.force_login(cast.celia)
    address = reverse("actions:take_part", args=[cast.partnership.slug, action.pk])
    home, other = f"g{cast.municipality.pk}", f"g{cast.neighbour.pk}"
    answer = client.post(address, {f"{home}-amount": "veel", f"{other}-amount": "-3"})
    assert answer.status_code == 422
    assert answer.text.count("field__error") == 2
    assert 'value="veel"' in answer.text
    assert not action.participations.exists()


@pytest.mark.parametrize(("who", "may"), [("celia", True), ("finn", True), ("bram", False), ("els", False)])
def test_the_table_is_for_gardener_and_coordinator(cast: Cast, who: str, may: bool) -> None:
    action, share = seedling(cast), Share(cast.municipality, Decimal(100))
    if may:
        services.share_out(action=action, shares=[share], actor=getattr(cast, who))
    else:
        with pytest.raises(PermissionDenied):
            services.share_out(action=action, shares=[share], actor=getattr(cast, who))


def test_each_municipality_says_what_it_brings_in_kind(cast: Cast, client: Client) -> None:
    action = seedling(cast)
    services.share_out(action=action, shares=[Share(cast.municipality, Decimal(100))])
    client.force_login(cast.bram)
    address = reverse("actions:in_kind", args=[cast.partnership.slug, action.pk])
    client.post(address, {"municipality": cast.municipality.pk, "in_kind": "onze bus"})
    assert shares(action) == {"Proefdorp": (Decimal(100), "onze bus")}
    for who in (cast.daan, cast.els, cast.amina):
        with pytest.raises(PermissionDenied):
            services.offer_in_kind(action=action, municipality=cast.neighbour, in_kind="x", actor=who)
    with pytest.raises(ValidationError, match="geen partner"):
        services.offer_in_kind(action=action, municipality=cast.faraway, in_kind="x", actor=cast.finn)


@pytest.mark.claim("W5")
def test_what_was_decided_together_is_not_changed_alone(cast: Cast) -> None:
    action = seedling(cast)
    decision = decided(action, amount=Decimal(900))
    both = [Share(cast.municipality, Decimal(600)), Share(cast.neighbour, Decimal(300))]
    services.adopt(action=action, decision=decision, budget=Decimal(900), shares=both)
    assert (action.budget, action.decision) == (Decimal(900), decision)
    for changed in (both[:1], [both[0], Share(cast.neighbour, Decimal(200))]):
        with pytest.raises(ValidationError, match="samen beslist"):
            services.share_out(action=action, shares=changed, actor=cast.finn)
    more = [both[0], Share(cast.neighbour, Decimal(300), "een zaal")]
    services.share_out(action=action, shares=more, actor=cast.finn)
    assert shares(action)["Buurdorp"] == (Decimal(300), "een zaal")


def test_only_what_a_decision_took_on_is_adopted(cast: Cast) -> None:
    action, other = seedling(cast), seedling(cast)
    decision = decided(other)
    with pytest.raises(ValidationError, match="niet over deze actie"):
        services.adopt(action=action, decision=decision, budget=None)
    with pytest.raises(PermissionDenied):
        services.adopt(action=other, decision=decision, budget=None, actor=cast.bram)


@pytest.mark.claim("W4")
def test_on_an_own_plot_nobody_else_takes_part(cast: Cast) -> None:
    action = seedling(cast, plot=cast.neighbour)
    with pytest.raises(ValidationError, match="eigen perceel"):
        services.share_out(action=action, shares=[Share(cast.municipality)], actor=cast.celia)


@pytest.mark.claim("W4")
def test_a_seedling_moves_between_plot_and_meadow_until_it_is_decided(cast: Cast) -> None:
    action = seedling(cast, plot=cast.neighbour)
    plan = services.plan_of(action)
    moved = services.Plan(plan.title, species="daisy", plot=cast.municipality)
    with pytest.raises(PermissionDenied):
        services.change_plan(action=action, plan=moved, actor=cast.celia)
    action.refresh_from_db()
    shared = services.Plan(plan.title, species="daisy", gardener=cast.celia)
    services.change_plan(action=action, plan=shared, actor=cast.celia)
    assert action.plot is None
    services.adopt(action=action, decision=decided(action), budget=Decimal(1))
    with pytest.raises(ValidationError, match="niet meer verhuizen"):
        services.change_plan(action=action, plan=plan, actor=cast.finn)


def test_a_merger_adds_up_what_both_put_in_and_moves_what_is_open(cast: Cast) -> None:
    today = timezone.localdate()
    action, alone = seedling(cast), seedling(cast)
    both = [
        Share(cast.municipality, Decimal("100.10"), "bus"),
        Share(cast.neighbour, Decimal("0.20"), "zaal"),
    ]
    services.share_out(action=action, shares=both)
    services.share_out(action=alone, shares=[Share(cast.neighbour, None, "hal")])
    plot = seedling(cast, plot=cast.municipality)
    over = seedling(cast)
    services.share_out(action=over, shares=both)
    services.compost(action=over, lesson="Te duur.")
    new = Municipality.objects.create(name="Proefbuur", invented=True)
    with scopes_disabled():
        partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=today)
    assert shares(action) == {"Proefbuur": (Decimal("100.30"), "zaal; bus")}
    assert shares(alone) == {"Proefbuur": (None, "hal")}
    assert set(shares(over)) == {"Proefdorp", "Buurdorp"}, "what is done stays as it was"
    plot.refresh_from_db()
    assert plot.plot == new
    assert Participation.objects.count() == 4
