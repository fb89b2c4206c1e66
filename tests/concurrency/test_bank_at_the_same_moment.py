"""Two people who read in the same statement, or place the same line, at once: every line is there once, and posted once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.formats.tests.statements import OURS
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, make_cast, person
from groeimodel.shop.bank import placing, services
from groeimodel.shop.bank.models import Line, Statement
from groeimodel.shop.bank.planning import plan_of
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.bank.tests.banking import file, pay
from groeimodel.shop.bank.tests.books import REFERENCE, make_books
from groeimodel.shop.money.models import Posting
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)
MOVES = [pay("1250.00", "Gemeente Proefdorp"), pay("-48.20", "Drukkerij"), pay("-0.50", "Bank")]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    cast = make_cast()
    with scope(partnership=cast.partnership):
        services.add_account(partnership=cast.partnership, iban=OURS, name="Zichtrekening")
    partners.appoint(
        partnership=cast.partnership, person=person("Gita"), kind="coordinator", since=timezone.localdate()
    )
    return cast


def reading(cast: Cast, who: Person, *, seen: bool) -> Callable[[], Any]:
    """With the plan looked at before the race, or not."""
    found = file(*MOVES)
    with scope(partnership=cast.partnership):
        digest = plan_of(cast.partnership, found).digest if seen else None

    def run() -> Any:
        with scope(partnership=cast.partnership):
            return services.import_file(
                partnership=cast.partnership, file=found, seen=digest, actor=who
            ).count

    return run


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_read_in_the_same_file(world: Cast, number: int, seen: bool) -> None:
    gita = Person.objects.get(name="Gita")
    results = race(reading(world, world.finn, seen=seen), reading(world, gita, seen=seen))
    if seen:
        assert [one for one in results if one == 3] == [3], results
        assert sum(isinstance(one, services.PlanChanged) for one in results) == 1, results
    else:
        assert sorted(results) == [0, 3]
    with scope(partnership=world.partnership):
        assert (Line.objects.count(), Statement.objects.count()) == (3, 1)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_place_the_same_line(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        books = make_books(world)
        services.import_file(partnership=world.partnership, file=file(pay("1250.00")))
        line = Line.objects.get()
    places = [
        Portion(Decimal("1250.00"), post=books.own.pk),
        Portion(Decimal("1250.00"), contribution=books.home.pk),
    ]

    def placing_at(one: Portion, who: Person) -> Callable[[], Any]:
        def run() -> Any:
            with scope(partnership=world.partnership):
                return services.match_line(line=line, portions=[one], actor=who).state

        return run

    gita = Person.objects.get(name="Gita")
    results = race(placing_at(places[0], world.finn), placing_at(places[1], gita))
    assert [one for one in results if one == "matched"] == ["matched"], results
    assert sum(isinstance(one, ValidationError) for one in results) == 1, results
    with scope(partnership=world.partnership):
        assert Posting.objects.count() == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_confirm_all_that_is_sure(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        make_books(world)
        services.import_file(partnership=world.partnership, file=file(pay("1250.00", reference=REFERENCE)))
        (found,) = placing.waiting(world.partnership)
        assert found.suggestion is not None
        chosen = {found.line.pk: found.suggestion.digest}

    def run() -> Any:
        with scope(partnership=world.partnership):
            return services.match_suggested(partnership=world.partnership, chosen=chosen, only_sure=True)

    assert sorted(race(run, run)) == [0, 1]
    with scope(partnership=world.partnership):
        assert Posting.objects.count() == 1
