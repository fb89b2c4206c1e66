"""What a seed or seedling still needs, shown done or not, with where it is done (claim W2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services, sprouting
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.sprouting import Item
from groeimodel.meadow.actions.tests.starting import decided

OWN = ["gardener", "estimate", "dates", "time", "decision"]


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def seed(cast: Cast) -> Action:
    return services.take_down_seed(partnership=cast.partnership, title="Nachtbus", on=timezone.localdate())


def lacking(action: Action) -> list[str]:
    items = sprouting.items_of(action, timezone.localdate())
    return [one.key for one in items if not one.done and one.key in (*OWN, "species")]


@pytest.mark.claim("W2")
def test_the_list_gets_shorter_as_it_is_worked_out(cast: Cast) -> None:
    today = timezone.localdate()
    action = seed(cast)
    assert lacking(action) == ["species", "gardener"]
    services.work_out(action=action, gardener=None, species="daisy", actor=cast.finn)
    assert lacking(action) == OWN
    plan = services.Plan(
        "Nachtbus", species="daisy", gardener=cast.bram, estimate=Decimal(200), starts=today, ends=today
    )
    services.change_plan(action=action, plan=plan, actor=cast.finn)
    assert lacking(action) == ["time", "decision"]
    terms = Proposal(
        cast.municipality, "time", cast.bram, today, today + timedelta(days=90), hours=Decimal(4)
    )
    mandates.give(partnership=cast.partnership, proposal=terms, actor=cast.amina)
    assert lacking(action) == ["decision"]
    decided(action)
    assert lacking(action) == []


def test_a_mandate_for_another_action_gives_this_one_no_time(cast: Cast) -> None:
    today = timezone.localdate()
    action, other = seed(cast), seed(cast)
    services.work_out(action=action, gardener=cast.bram, species="daisy")
    for subject, lacks in ((other.key, True), (action.key, False)):
        terms = Proposal(
            cast.municipality, "time", cast.bram, today, today, hours=Decimal(4), subject=subject
        )
        mandates.give(partnership=cast.partnership, proposal=terms, actor=cast.amina)
        assert ("time" in lacking(action)) is lacks


@pytest.mark.claim("W2")
def test_the_page_shows_it_with_the_way_there(cast: Cast, client: Client) -> None:
    action = services.work_out(action=seed(cast), gardener=cast.bram, species="daisy")
    client.force_login(cast.bram)
    text = client.get(action.get_absolute_url()).text
    assert "Wat deze kiem nodig heeft" in text
    assert "Een gezamenlijk besluit" in text
    assert f'{action.get_absolute_url()}wijzigen/">Een raming' in text
    client.force_login(cast.els)
    assert (
        f'{action.get_absolute_url()}wijzigen/">Een raming' not in client.get(action.get_absolute_url()).text
    )


def test_rooms_above_add_theirs_and_say_where_a_decision_is_made(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = [Item("checks", "Lokale toets", False), Item("decision", "Kies mee", False, url="/kies/")]
    monkeypatch.setattr(sprouting, "_providers", [lambda action: added])
    action = services.work_out(action=seed(cast), gardener=cast.bram, species="daisy")
    items = {one.key: one for one in sprouting.items_of(action, timezone.localdate())}
    assert list(items) == [*OWN, "checks"]
    assert items["decision"].url == "/kies/"


def test_what_runs_needs_nothing_to_sprout(cast: Cast) -> None:
    action = seed(cast)
    services.compost(action=action, lesson="Geen vraag naar.")
    assert sprouting.items_of(action, timezone.localdate()) == []
