"""Two coordinators who confirm the same import at once, and one who is faster by hand: nothing double, nothing half."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.aldermen import services
from groeimodel.foundation.aldermen.models import Draft, PersonLink
from groeimodel.foundation.aldermen.plan import PlanChanged
from groeimodel.foundation.aldermen.planning import ours_of, plan_of
from groeimodel.foundation.aldermen.reading import read_file
from groeimodel.foundation.aldermen.tests.register import Row, file_of
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, make_cast, person
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = (
    Row("Buurdorp", "Zoë Peeters", "2025-01-01"),
    Row("Proefdorp", "Amina", "2025-01-01", "2026-03-31"),
    Row("Proefdorp", "Wout Hermans", "2026-04-01"),
)


@pytest.fixture
def world(transactional_db: None) -> Cast:
    cast = make_cast()
    Person.objects.filter(pk=cast.amina.pk).update(name="Amina -")
    return cast


def confirming(cast: Cast, who: Person) -> Callable[[], Any]:
    """With a draft and a plan of its own, seen before the race."""
    with scope(partnership=cast.partnership):
        ours = ours_of(cast.partnership, read_file(file_of(*ROWS)).mandates)
        draft = services.keep_draft(partnership=cast.partnership, ours=ours, actor=who)
        plan = plan_of(cast.partnership, ours, timezone.localdate())

    def run() -> Any:
        with scope(partnership=cast.partnership):
            return services.confirm(draft=draft, seen=plan.digest, said=plan.defaults, actor=who)

    return run


def sitting() -> list[str]:
    rows = Tenure.objects.filter(ends=None, seat__role="alderman")
    return sorted(rows.values_list("person__name", flat=True))


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_coordinators_confirm_at_once(world: Cast, number: int) -> None:
    gita = person("Gita")
    partners.appoint(
        partnership=world.partnership, person=gita, kind="coordinator", since=timezone.localdate()
    )
    results = race(confirming(world, world.finn), confirming(world, gita))
    assert [one for one in results if one == 2] == [2], results
    assert sum(isinstance(one, PlanChanged) for one in results) == 1, results
    assert sitting() == ["Wout Hermans", "Zoë Peeters"]
    assert Person.objects.filter(email=None).count() == 2
    assert PersonLink.objects.count() == 2


@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_same_draft_is_confirmed_once(world: Cast, number: int) -> None:
    run = confirming(world, world.finn)
    results = race(run, run)
    assert sorted(map(type, results), key=str) == sorted([int, PlanChanged], key=str), results
    assert Person.objects.filter(email=None).count() == 2
    with scope(partnership=world.partnership):
        assert not Draft.objects.exists()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_somebody_fills_a_seat_by_hand_at_that_moment(world: Cast, number: int) -> None:
    gita = person("Gita")
    membership = Membership.objects.get(municipality=world.neighbour)

    def by_hand() -> Any:
        return partners.fill_seat(
            membership=membership, role="alderman", person=gita, since=timezone.localdate(), expected=None
        )

    imported, filled = race(confirming(world, world.finn), by_hand)
    if isinstance(filled, Tenure):
        assert isinstance(imported, PlanChanged), "nothing of it was done, also not the other municipality"
        assert sitting() == ["Amina -", "Gita"]
        assert not PersonLink.objects.exists()
    else:
        assert isinstance(filled, partners.SeatTaken)
        assert imported == 2
        assert sitting() == ["Wout Hermans", "Zoë Peeters"]
