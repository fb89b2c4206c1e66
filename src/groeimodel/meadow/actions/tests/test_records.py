"""What the meadow's records say to the diagnosis: a shared action with start, end and budget, lately."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django_scopes.exceptions import ScopeError

from groeimodel.foundation import records
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Bounds
from groeimodel.meadow.actions.tests.starting import started

TODAY = date(2026, 5, 4)


def run(cast: Cast, *, ended_days_ago: int, shared: bool = True) -> Action:
    action = services.take_down_seed(
        partnership=cast.partnership,
        title="Fuifcoaches",
        species="cornflower",
        on=TODAY - timedelta(days=900),
        plot=None if shared else cast.municipality,
    )
    ends = TODAY - timedelta(days=ended_days_ago)
    bounds = Bounds(ends - timedelta(days=60), ends, Decimal(500) if shared else None)
    return started(action, bounds)


def says(cast: Cast) -> bool | None:
    return records.of(cast.partnership, TODAY).shared_action_last_year


def test_nothing_kept_says_nothing(cast: Cast) -> None:
    assert says(cast) is None


def test_ideas_alone_say_nothing(cast: Cast) -> None:
    services.take_down_seed(partnership=cast.partnership, title="Skatedag", species="poppy", on=TODAY)
    assert says(cast) is None


@pytest.mark.parametrize(("days", "expected"), [(-30, True), (0, True), (360, True), (370, False)])
def test_the_last_twelve_months_count(cast: Cast, days: int, expected: bool) -> None:
    run(cast, ended_days_ago=days)
    assert says(cast) is expected


def test_an_action_on_an_own_plot_is_not_a_shared_one(cast: Cast) -> None:
    run(cast, ended_days_ago=10, shared=False)
    assert says(cast) is False


def test_a_composted_action_does_not_count(cast: Cast) -> None:
    services.compost(action=run(cast, ended_days_ago=10), lesson="Geen vrijwilligers gevonden.")
    assert says(cast) is False


def test_another_partnership_does_not_count(cast: Cast) -> None:
    run(cast, ended_days_ago=10)
    assert records.of(cast.elsewhere, TODAY).shared_action_last_year is None


def test_outside_a_scope_actions_cannot_be_read(cast: Cast) -> None:
    with pytest.raises(ScopeError):
        Action.objects.count()
