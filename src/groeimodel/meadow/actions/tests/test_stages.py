"""An action goes from seed to seedling, flower, and harvest or compost."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Bounds

DAY = date(2026, 3, 1)
SUMMER = Bounds(date(2026, 7, 1), date(2026, 8, 31), Decimal("1200"))


def seed(cast: Cast, *, actor: Person | None = None, plot: Municipality | None = None) -> Action:
    return services.take_down_seed(
        partnership=cast.partnership,
        title="Speelstraten op tournee",
        species="daisy",
        on=DAY,
        plot=plot,
        actor=actor,
    )


def test_from_seed_to_picked_flower(cast: Cast) -> None:
    action = seed(cast, actor=cast.amina)
    services.work_out(action=action, gardener=cast.bram, actor=cast.finn)
    services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=cast.bram)
    services.report_progress(action=action, progress=60, result=30, actor=cast.bram)
    services.pick(action=action, result=85, actor=cast.bram)
    assert (action.stage, action.progress, action.result) == ("harvest", 100, 85)
    told = Entry.objects.filter(verb__startswith="actions.").order_by("pk")
    assert [entry.verb.removeprefix("actions.") for entry in told] == [
        "seed_taken_down",
        "sprouted",
        "started",
        "reported",
        "picked",
    ]


def test_a_shared_action_is_bounded_in_time_and_budget(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="budget"):
        services.start_action(
            action=seed(cast), bounds=Bounds(SUMMER.starts, SUMMER.ends), gardener=None, actor=cast.finn
        )


def test_an_action_on_an_own_plot_needs_no_budget(cast: Cast) -> None:
    action = seed(cast, plot=cast.municipality)
    bounds = Bounds(SUMMER.starts, SUMMER.ends)
    services.start_action(action=action, bounds=bounds, gardener=None, actor=cast.bram)
    assert action.stage == "flower"


def test_compost_asks_what_was_learnt(cast: Cast) -> None:
    action = seed(cast)
    with pytest.raises(ValidationError, match="leerden"):
        services.compost(action=action, lesson="  ", actor=cast.finn)
    services.compost(action=action, lesson="Te dicht bij de examens gepland.", actor=cast.finn)
    assert (action.stage, action.lesson) == ("compost", "Te dicht bij de examens gepland.")


def test_what_is_picked_or_composted_does_not_start_again(cast: Cast) -> None:
    action = seed(cast)
    services.compost(action=action, lesson="Geen zaal.", actor=cast.finn)
    with pytest.raises(ValidationError, match="compost"):
        services.start_action(action=action, bounds=SUMMER, gardener=None, actor=cast.finn)


@pytest.mark.parametrize("who", ["daan", "els"])
def test_outsiders_and_supporters_take_no_seeds_down(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        seed(cast, actor=getattr(cast, who))
    assert not Entry.objects.filter(verb="actions.seed_taken_down").exists()


@pytest.mark.parametrize("who", ["amina", "celia", "daan", "els"])
def test_only_gardener_and_coordinator_tend_a_shared_action(cast: Cast, who: str) -> None:
    action = seed(cast)
    services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=cast.finn)
    with pytest.raises(PermissionDenied):
        services.report_progress(action=action, progress=50, result=50, actor=getattr(cast, who))
