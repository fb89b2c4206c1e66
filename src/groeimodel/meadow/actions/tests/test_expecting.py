"""What partners expect of a shared action, and how that turned out (claim W23)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import expecting, services
from groeimodel.meadow.actions.asking import asks_of
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.meadow.actions.services import Bounds
from groeimodel.meadow.actions.tests.starting import started

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def running(cast: Cast, *, plot: bool = False) -> Action:
    today = timezone.localdate()
    seed = services.take_down_seed(partnership=cast.partnership, title="Weidefeest", species="poppy", on=today, plot=cast.municipality if plot else None)  # fmt: skip
    bounds = Bounds(today, today + timedelta(days=30), Decimal(500))
    return started(seed, bounds)


def over(action: Action) -> Action:
    day: date = timezone.localdate() - timedelta(days=1)
    Action.objects.filter(pk=action.pk).update(starts=day, ends=day)
    action.refresh_from_db()
    return action


def asked(cast: Cast) -> list[str]:
    here = Here(cast.bram, cast.partnership, parts_in(cast.bram, cast.partnership), timezone.localdate())
    return [one.title for one in asks_of(here)]


@pytest.mark.claim("W23")
def test_each_partner_says_it_and_it_comes_back_at_the_end(cast: Cast, client: Client) -> None:
    action = running(cast)
    assert asked(cast) == ["Zeg wat je verwacht van 'Weidefeest'"]
    address = reverse("actions:action", args=[cast.partnership.slug, action.pk])
    client.force_login(cast.bram)
    client.post(address, {"municipality": cast.municipality.pk, "text": "Tien jongeren van bij ons"})
    expecting.expect(action=action, municipality=cast.neighbour, text="Geen afval", actor=cast.celia)
    assert asked(cast) == []
    over(action)
    assert asked(cast) == ["Kijk terug op 'Weidefeest'"]
    text = client.get(address).content.decode()
    assert "Tien jongeren van bij ons" in text
    assert "Geen afval" in text
    client.post(address, {"municipality": cast.municipality.pk, "came": "partly", "text": "Het waren er zes"})
    text = client.get(address).content.decode()
    assert "deels" in text
    assert "Het waren er zes" in text
    assert asked(cast) == []


def test_the_last_word_counts_until_the_end(cast: Cast) -> None:
    action = running(cast)
    expecting.expect(action=action, municipality=cast.municipality, text="Een", actor=cast.bram)
    expecting.expect(action=action, municipality=cast.municipality, text="Twee", actor=cast.amina)
    assert [one.text for one in ActionExpectation.objects.all()] == ["Twee"]
    with pytest.raises(ValidationError, match="twee weken voor het einde"):
        expecting.look_back(action=action, municipality=cast.municipality, came="yes", actor=cast.bram)
    over(action)
    with pytest.raises(ValidationError, match="voorbij"):
        expecting.expect(action=action, municipality=cast.municipality, text="Drie", actor=cast.bram)
    with pytest.raises(ValidationError, match="zei niet"):
        expecting.look_back(action=action, municipality=cast.neighbour, came="yes", actor=cast.celia)
    with pytest.raises(ValidationError, match="Kies"):
        expecting.look_back(action=action, municipality=cast.municipality, came="misschien", actor=cast.bram)


def test_only_for_the_own_municipality(cast: Cast) -> None:
    action = running(cast)
    for who in (cast.celia, cast.els, cast.daan):
        with pytest.raises(PermissionDenied):
            expecting.expect(action=action, municipality=cast.municipality, text="Iets", actor=who)
    with pytest.raises(PermissionDenied):
        expecting.expect(action=action, municipality=cast.faraway, text="Iets", actor=cast.finn)
    expecting.expect(action=action, municipality=cast.neighbour, text="Iets", actor=cast.finn)


def test_not_on_an_own_plot_and_not_empty(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="eigen perceel"):
        expecting.expect(
            action=running(cast, plot=True), municipality=cast.municipality, text="x", actor=cast.bram
        )
    with pytest.raises(ValidationError, match="Schrijf op"):
        expecting.expect(action=running(cast), municipality=cast.municipality, text="  ", actor=cast.bram)


def test_it_goes_along_with_a_merger(cast: Cast) -> None:
    action = running(cast)
    expecting.expect(action=action, municipality=cast.municipality, text="Een", actor=cast.bram)
    expecting.take_over(action_ids=[action.pk], into=cast.neighbour.pk, parts=[cast.municipality.pk])
    assert ActionExpectation.objects.get().municipality == cast.neighbour
