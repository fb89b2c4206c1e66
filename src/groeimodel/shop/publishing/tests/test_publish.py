"""Which decisions stand on the web is chosen by the coordinator, and can be undone (claim B2)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.services import MatterSaid, Taken, take_decision
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.publishing import services
from groeimodel.shop.publishing.models import Publication


def url(name: str, *more: object) -> str:
    return reverse(f"publishing:{name}", args=["testland", *more])


@pytest.mark.claim("B2")
def test_from_the_desk_to_the_web_and_back(client: Client, cast: Cast, decision: Decision) -> None:
    page = url("decision", decision.number)
    assert client.get(page).status_code == 404
    assert "Nog geen besluit op het web" in client.get(url("list")).text
    client.force_login(cast.finn)
    assert "checked" in client.get(url("desk")).text
    client.post(url("desk"), {"besluit": [decision.number, "x"]})
    client.logout()
    assert decision.title in client.get(url("list")).text.replace("&lt;", "<").replace("&gt;", ">").replace(
        "&amp;", "&"
    )
    assert "2 stemmen voor, 1 tegen en 1 onthoudingen" in client.get(page).text
    client.force_login(cast.finn)
    client.post(url("withdraw", decision.number))
    client.logout()
    assert client.get(page).status_code == 404
    assert client.get(url("data", decision.number)).status_code == 404
    services.publish(partnership=cast.partnership, decisions=[decision])
    assert client.get(page).status_code == 200


def test_search(client: Client, cast: Cast, decision: Decision) -> None:
    services.publish(partnership=cast.partnership, decisions=[decision])
    assert "goedkeuren" in client.get(url("list"), {"q": "PLAN"}).text
    assert "goedkeuren" in client.get(url("list"), {"q": str(decision.number)}).text
    assert "Geen besluit gevonden" in client.get(url("list"), {"q": "zwembad"}).text


def test_nothing_chosen_says_so(client: Client, cast: Cast, decision: Decision) -> None:
    client.force_login(cast.finn)
    assert "Vink eerst een besluit aan" in client.post(url("desk"), {}, follow=True).text
    assert not Publication.objects.exists()


def test_only_decisions_of_an_organ(cast: Cast) -> None:
    taken = Taken("Samen kiezen", "agreed", [MatterSaid("actions.action:1", "Fuif", True)], [])
    agreed = take_decision(partnership=cast.partnership, taken=taken, on=date(2026, 1, 1))
    with pytest.raises(ValidationError):
        services.publish(partnership=cast.partnership, decisions=[agreed])


@pytest.mark.parametrize("who", ["amina", "bram", "els", "daan"])
def test_only_the_coordinator_publishes(client: Client, cast: Cast, decision: Decision, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.publish(partnership=cast.partnership, decisions=[decision], actor=getattr(cast, who))
    client.force_login(getattr(cast, who))
    assert client.get(url("desk")).status_code == 403
