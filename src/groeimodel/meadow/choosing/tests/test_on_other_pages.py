"""What others show of a round: the page of an action, the meadow and the decision."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.decisions import leading
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.offering import on_meadow, to_sprout
from groeimodel.meadow.choosing.selectors import proposals_of
from groeimodel.meadow.choosing.services import Said
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, poll, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Meadow:
    return meadow(["Aalst", "Brugge"], {"Zaal": 2000, "Tent": 900})


@pytest.mark.claim("W12")
def test_points_and_goals_stay_in_sight_with_the_action_once_it_is_decided(
    client: Client, made: Meadow
) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        lines = [Said(one, 5, "Elk kind een plek") for one in proposals_of(round)]
        first = made.towns[0]
        services.hand_in(poll=poll(round, first.municipality), said=lines, actor=first.alderman)
        vote(round, made.towns[1], {"Zaal": 2})
    client.force_login(made.towns[1].officer)
    page = reverse("actions:action", args=[made.partnership.slug, made.actions[0].pk])
    before = client.get(page).text
    assert round.title in before
    assert "Elk kind een plek" not in before, "not while the round is open"
    with scope(partnership=made.partnership):
        services.close_round(round=round, actor=made.coordinator)
    after = client.get(page).text
    assert "Aalst gaf 5 punten" in after
    assert "Elk kind een plek" in after


def test_a_seedling_leads_to_its_round_or_to_a_new_one(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        (item,) = to_sprout(made.actions[0])
        assert (item.done, item.right) == (False, "choosing.run")
        client.force_login(made.coordinator)
        page = client.get(item.url)
        assert page.context["form"]["rule"].value() == "consent"
        assert page.context["form"]["actions"].value() == [str(made.actions[0].pk)]
        round = opened(made)
        (item,) = to_sprout(made.actions[0])
        assert item.url == round.get_absolute_url()


def test_the_meadow_and_the_decision_lead_to_the_round(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        panel = on_meadow(made.partnership)
        assert panel is not None
        assert panel.rows[0].url == round.get_absolute_url()
        assert leading.pages_of(made.partnership, [round.key_name]) == {
            round.key_name: round.get_absolute_url()
        }
