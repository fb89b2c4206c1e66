"""An action goes from seed to seedling, flower, and harvest or compost, each step with its reason (claims W2, W5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Bounds
from groeimodel.meadow.actions.tests.starting import decided, started

DAY = date(2026, 3, 1)
SUMMER = Bounds(date(2026, 7, 1), date(2026, 8, 31), Decimal("1200"))


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def seed(
    cast: Cast, *, actor: Person | None = None, plot: Municipality | None = None, species: str = "daisy"
) -> Action:
    return services.take_down_seed(
        partnership=cast.partnership,
        title="Speelstraten op tournee",
        species=species,
        on=DAY,
        plot=plot,
        actor=actor,
    )


@pytest.mark.claim("W2")
def test_from_seed_to_picked_flower_with_a_reason_for_each_step(cast: Cast) -> None:
    action = seed(cast, actor=cast.amina, species="")
    services.work_out(
        action=action,
        gardener=cast.bram,
        species="daisy",
        reason="Drie gemeenten vragen erom.",
        actor=cast.finn,
    )
    decision = decided(action)
    services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=cast.bram)
    services.report_progress(action=action, progress=60, result=30, actor=cast.bram)
    services.pick(action=action, result=85, reason="Twaalf straten speelden mee.", actor=cast.bram)
    assert (action.stage, action.progress, action.result) == ("harvest", 100, 85)
    assert [(one.stage, one.reason, one.by) for one in action.changes.all()] == [
        ("seed", "Opgetekend op de weide.", cast.amina),
        ("seedling", "Drie gemeenten vragen erom.", cast.finn),
        ("flower", f"Besluit {decision}.", cast.bram),
        ("harvest", "Twaalf straten speelden mee.", cast.bram),
    ]
    told = Entry.objects.filter(verb__startswith="actions.").order_by("pk")
    assert [entry.verb.removeprefix("actions.") for entry in told] == [
        "seed_taken_down",
        "sprouted",
        "started",
        "reported",
        "picked",
    ]


@pytest.mark.claim("W2")
def test_no_step_is_without_a_reason(cast: Cast) -> None:
    action = seed(cast, plot=cast.municipality)
    services.work_out(action=action, gardener=None)
    services.start_action(action=action, bounds=SUMMER, gardener=None)
    services.compost(action=action, lesson="Te dicht bij de examens.")
    assert all(one.reason for one in action.changes.all())
    assert action.changes.count() == 4


@pytest.mark.claim("W5")
@pytest.mark.parametrize("who", ["finn", None])
def test_a_shared_action_does_not_start_without_a_joint_decision(cast: Cast, who: str | None) -> None:
    """Not by the coordinator, and not by the system."""
    action = seed(cast)
    actor = getattr(cast, who) if who else None
    with pytest.raises(ValidationError, match="beslissen jullie samen"):
        services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=actor)
    action.refresh_from_db()
    assert action.stage == "seed"
    decided(action, adopted=False)
    with pytest.raises(ValidationError, match="beslissen jullie samen"):
        services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=actor)
    decision = decided(action)
    services.start_action(action=action, bounds=SUMMER, gardener=cast.bram, actor=actor)
    assert (action.stage, action.decision) == ("flower", decision)


@pytest.mark.claim("W5")
def test_what_a_later_decision_took_back_does_not_start(cast: Cast) -> None:
    action = seed(cast)
    decided(action)
    decided(action, adopted=False)
    with pytest.raises(ValidationError, match="beslissen jullie samen"):
        services.start_action(action=action, bounds=SUMMER, gardener=None)


@pytest.mark.claim("W5")
def test_a_decision_of_another_partnership_does_not_count(cast: Cast) -> None:
    action = seed(cast)
    other = services.take_down_seed(partnership=cast.elsewhere, title="Elders", on=DAY)
    decided(other)
    with pytest.raises(ValidationError, match="beslissen jullie samen"):
        services.start_action(action=action, bounds=SUMMER, gardener=None)


@pytest.mark.claim("W5")
def test_an_action_on_an_own_plot_starts_without_one_and_needs_no_budget(cast: Cast) -> None:
    action = seed(cast, plot=cast.municipality)
    services.start_action(action=action, bounds=replace(SUMMER, budget=None), gardener=None, actor=cast.bram)
    assert (action.stage, action.decision) == ("flower", None)


def test_everything_that_lacks_is_said_at_once(cast: Cast) -> None:
    bounds = Bounds(SUMMER.ends, SUMMER.starts)
    with pytest.raises(ValidationError) as caught:
        services.start_action(
            action=seed(cast, species=""), bounds=bounds, gardener=cast.daan, actor=cast.finn
        )
    assert len(caught.value.messages) == 5


def test_what_was_granted_together_goes_before_what_is_asked(cast: Cast) -> None:
    action = seed(cast)
    decided(action, amount=Decimal("900.50"))
    services.start_action(action=action, bounds=replace(SUMMER, budget=None), gardener=None)
    assert action.budget == Decimal("900.50")


@pytest.mark.claim("W21")
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


def test_somebody_else_was_first(cast: Cast) -> None:
    """Two people with the same page open: the second is told, and nothing happens twice."""
    action = seed(cast, plot=cast.municipality)
    same = Action.objects.select_related("partnership", "plot").get(pk=action.pk)
    services.compost(action=action, lesson="Geen zaal.", actor=cast.bram)
    with pytest.raises(ValidationError, match="compost"):
        services.work_out(action=same, gardener=cast.bram, actor=cast.amina)
    assert Action.objects.get().stage == "compost"


def test_a_long_lesson_is_kept_whole_and_told_short(cast: Cast) -> None:
    action = seed(cast)
    services.compost(action=action, lesson="les " * 300)
    last = action.changes.last()
    assert last is not None
    assert len(last.reason) == 300
    assert len(action.lesson) > 1000


def test_a_kind_is_asked_when_it_sprouts(cast: Cast) -> None:
    action = seed(cast, species="")
    with pytest.raises(ValidationError, match="soort"):
        services.work_out(action=action, gardener=cast.bram)
    services.work_out(action=action, gardener=cast.bram, species="mallow", estimate=Decimal(300))
    assert (action.stage, action.species, action.estimate) == ("seedling", "mallow", Decimal(300))


def test_the_gardener_has_a_part_here(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="zetel"):
        services.work_out(action=seed(cast), gardener=cast.daan)
    services.work_out(action=seed(cast), gardener=cast.finn)


@pytest.mark.parametrize("who", ["daan", "els"])
def test_outsiders_and_supporters_take_no_seeds_down(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        seed(cast, actor=getattr(cast, who))
    assert not Entry.objects.filter(verb="actions.seed_taken_down").exists()


@pytest.mark.parametrize(("who", "may"), [("amina", True), ("celia", True), ("els", False), ("daan", False)])
def test_any_partner_may_take_up_a_shared_seed(cast: Cast, who: str, may: bool) -> None:
    action, actor = seed(cast), getattr(cast, who)
    if may:
        services.work_out(action=action, gardener=cast.bram, actor=actor)
    else:
        with pytest.raises(PermissionDenied):
            services.work_out(action=action, gardener=cast.bram, actor=actor)


@pytest.mark.parametrize("who", ["celia", "daan", "els"])
def test_a_seed_on_a_plot_is_of_that_municipality(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        seed(cast, plot=cast.municipality, actor=getattr(cast, who))
    action = seed(cast, plot=cast.municipality, actor=cast.amina)
    with pytest.raises(PermissionDenied):
        services.work_out(action=action, gardener=cast.bram, actor=getattr(cast, who))


@pytest.mark.parametrize("who", ["amina", "celia", "daan", "els"])
def test_only_gardener_and_coordinator_tend_a_shared_action(cast: Cast, who: str) -> None:
    action = started(seed(cast), SUMMER, gardener=cast.bram, actor=cast.finn)
    with pytest.raises(PermissionDenied):
        services.report_progress(action=action, progress=50, result=50, actor=getattr(cast, who))


def test_what_is_picked_early_was_over_on_that_day(cast: Cast) -> None:
    row = started(seed(cast), SUMMER, gardener=cast.bram, actor=cast.finn)
    planned = row.ends
    assert planned is not None
    early = datetime(planned.year, planned.month, planned.day, 12, tzinfo=UTC) - timedelta(days=5)
    services.pick(action=row, result=70, at=early)
    row.refresh_from_db()
    assert row.ends == planned - timedelta(days=5)


def test_what_is_picked_late_keeps_its_last_day(cast: Cast) -> None:
    row = started(seed(cast), SUMMER, gardener=cast.bram, actor=cast.finn)
    planned = row.ends
    assert planned is not None
    late = datetime(planned.year, planned.month, planned.day, 12, tzinfo=UTC) + timedelta(days=40)
    services.pick(action=row, result=70, at=late)
    row.refresh_from_db()
    assert row.ends == planned
