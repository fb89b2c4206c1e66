"""From what a partnership did to the value that its garden is drawn from."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.tests.starting import started
from groeimodel.rules.energy import FULL
from groeimodel.rules.picture.garden import Garden, Thread
from groeimodel.shop.counter import services as counter
from groeimodel.shop.organs import services as organs
from groeimodel.shop.plan import services as plans
from groeimodel.showcase.garden import selectors
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain

TODAY = date(2026, 5, 4)


def garden(cast: Cast) -> Garden:
    with scope(partnership=cast.partnership):
        home = selectors.home_of(cast.partnership, person=cast.bram, today=TODAY)
        return selectors.garden_of(home)


def flower(cast: Cast, *, ends: int, plot: bool = False) -> Action:
    action = actions.take_down_seed(
        partnership=cast.partnership,
        title="Fuifcoaches",
        species="cornflower",
        on=TODAY - timedelta(days=600),
        plot=cast.municipality if plot else None,
    )
    last = TODAY + timedelta(days=ends)
    bounds = actions.Bounds(last - timedelta(days=90), last, Decimal(100))
    started(action, bounds, gardener=cast.bram)
    return actions.report_progress(action=action, progress=80, result=40)


def gain(cast: Cast, *, days: int, mutual: bool = True) -> None:
    origin = cast.neighbour if mutual else None
    given = Gain(cast.municipality, "Een draaiboek", TODAY - timedelta(days=days), from_municipality=origin)
    harvest.record_harvest(partnership=cast.partnership, gain=given)


def test_an_empty_partnership_has_members_and_nothing_else(cast: Cast) -> None:
    drawn = garden(cast)
    assert [one.name for one in drawn.members] == ["Buurdorp", "Proefdorp"]
    assert [(one.alderman_seat, one.officer_seat) for one in drawn.members] == [(False, True), (True, True)]
    assert (drawn.soil_health, drawn.trust, drawn.energy, drawn.shop) == (None, None, 0.0, "none")
    assert (drawn.flowers, drawn.seeds, drawn.compost, drawn.threads) == ((), (), (), ())


@pytest.mark.claim("W4")
def test_an_action_is_a_flower_as_tall_as_its_progress(cast: Cast) -> None:
    flower(cast, ends=30)
    flower(cast, ends=-5, plot=True)
    shared, own = garden(cast).flowers if garden(cast).flowers[0].plot is None else garden(cast).flowers[::-1]
    assert (shared.species, shared.progress, shared.bloom, shared.overdue) == ("cornflower", 0.8, 0.4, False)
    assert (own.plot, own.overdue) == (f"m{cast.municipality.pk}", True)


@pytest.mark.parametrize(("ended", "drawn"), [(200, 1), (400, 0)])
def test_a_picked_flower_stands_for_a_year(cast: Cast, ended: int, drawn: int) -> None:
    actions.pick(action=flower(cast, ends=-ended), result=90)
    assert len(garden(cast).flowers) == drawn


def test_what_was_stopped_lies_on_the_compost_heap(cast: Cast) -> None:
    actions.compost(action=flower(cast, ends=30), lesson="Te vroeg op het jaar.")
    assert [one.title for one in garden(cast).compost] == ["Fuifcoaches"]
    assert not garden(cast).flowers


def test_exchange_of_the_last_year_makes_threads_thicker(cast: Cast) -> None:
    for days in (10, 100, 500):
        gain(cast, days=days)
    a, b = sorted((cast.municipality.pk, cast.neighbour.pk))
    assert garden(cast).threads == (Thread(f"m{a}", f"m{b}", 0.5),)


def test_energy_is_what_was_done_in_the_last_half_year(cast: Cast) -> None:
    for days in (10, 20, 300):
        at = timezone.make_aware(datetime.combine(TODAY - timedelta(days=days), time(12)))
        given = Gain(cast.municipality, "Een draaiboek", at.date())
        harvest.record_harvest(partnership=cast.partnership, gain=given, actor=cast.bram, at=at)
    assert garden(cast).energy == pytest.approx(100 * 2 / (FULL * 2))


def test_a_shop_is_a_scaffold_until_organ_and_plan_stand(cast: Cast) -> None:
    start = date(2026, 1, 1)
    organs.set_up_organ(
        partnership=cast.partnership,
        name="Bestuur",
        kind="board",
        starts=start,
        places=[organs.Place(cast.municipality, cast.amina)],
    )
    assert garden(cast).shop == "scaffold"
    plans.adopt_plan(
        partnership=cast.partnership, title="Plan", starts=start, ends=date(2031, 12, 31), adopted_on=start
    )
    assert garden(cast).shop == "open"
    for number in range(3):
        counter.add_offer(
            partnership=cast.partnership, title=f"Aanbod {number}", starts=start, featured=number == 0
        )
    assert garden(cast).shop == "full"
    assert [one.title for one in garden(cast).bouquets] == ["Aanbod 0"]


def test_the_picture_can_be_kept_and_is_not_sent_twice(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    address = reverse("garden:svg", args=[cast.partnership.slug])
    first = client.get(address)
    assert first["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert first["Cache-Control"].startswith("private")
    assert first.content.startswith(b"<svg")
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
