"""What the shop's records say to the diagnosis: an organ with filled seats and a plan in force."""

from collections.abc import Sequence
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from groeimodel.foundation import records
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.services import Place
from groeimodel.shop.plan import services as plans

TODAY = date(2026, 5, 4)


def organ(cast: Cast, people: Sequence[Person | None], actor: Person | None = None) -> None:
    organs.set_up_organ(
        partnership=cast.partnership,
        name="Raad van bestuur",
        kind="board",
        starts=date(2025, 1, 1),
        places=[Place(cast.municipality, person) for person in people],
        actor=actor,
    )


def plan(cast: Cast, *, starts: int = 2026, adopted: bool = True) -> None:
    plans.adopt_plan(
        partnership=cast.partnership,
        title="Meerjarenplan",
        starts=date(starts, 1, 1),
        ends=date(starts + 5, 12, 31),
        adopted_on=date(starts - 1, 12, 1) if adopted else None,
    )


def says(cast: Cast) -> bool | None:
    return records.of(cast.partnership, TODAY).organ_and_plan


def test_nothing_kept_says_nothing(cast: Cast) -> None:
    assert says(cast) is None


def test_an_organ_with_filled_seats_and_a_plan_in_force(cast: Cast) -> None:
    organ(cast, [cast.amina, cast.bram, None])
    assert says(cast) is False
    plan(cast)
    assert says(cast) is True


def test_an_organ_that_is_half_empty_does_not_work(cast: Cast) -> None:
    organ(cast, [cast.amina, None])
    plan(cast)
    assert says(cast) is False


@pytest.mark.parametrize(("starts", "adopted"), [(2026, False), (2019, True)])
def test_a_draft_or_an_old_plan_is_not_in_force(cast: Cast, starts: int, adopted: bool) -> None:
    organ(cast, [cast.amina])
    plan(cast, starts=starts, adopted=adopted)
    assert says(cast) is False


@pytest.mark.parametrize("who", ["amina", "bram", "daan", "els"])
def test_only_the_coordinator_builds(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        organ(cast, [cast.amina], actor=getattr(cast, who))
    assert says(cast) is None
