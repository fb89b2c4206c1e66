"""Harvest is recorded for the own municipality, with where it came from (claim P9)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest import selectors, services
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain

DAY = date(2026, 2, 3)


def gain(cast: Cast, where: Municipality | None = None, origin: Municipality | None = None) -> Gain:
    return Gain(where or cast.municipality, "Fuifcharter voor onze zaal", DAY, from_municipality=origin)


@pytest.mark.claim("P9")
@pytest.mark.parametrize("who", ["amina", "bram", "finn"])
def test_both_seats_of_the_municipality_and_the_coordinator_record(cast: Cast, who: str) -> None:
    actor = getattr(cast, who)
    harvest = services.record_harvest(
        partnership=cast.partnership, gain=gain(cast, origin=cast.neighbour), actor=actor
    )
    with scope(partnership=cast.partnership):
        assert list(selectors.harvest_of(cast.partnership)) == [harvest]
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor) == ("harvest.recorded", actor)


@pytest.mark.parametrize("who", ["celia", "daan", "els"])
def test_others_do_not(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.record_harvest(partnership=cast.partnership, gain=gain(cast), actor=getattr(cast, who))
    with scope(partnership=cast.partnership):
        assert not Harvest.objects.exists()


def test_a_harvest_cannot_be_moved_to_a_municipality_of_another(cast: Cast) -> None:
    harvest = services.record_harvest(partnership=cast.partnership, gain=gain(cast), actor=cast.bram)
    with pytest.raises(PermissionDenied):
        services.change_harvest(harvest=harvest, gain=gain(cast, cast.neighbour), actor=cast.bram)


def test_a_municipality_of_elsewhere_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="geen partner"):
        services.record_harvest(partnership=cast.partnership, gain=gain(cast, origin=cast.faraway))


def test_nobody_harvests_from_themselves(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="andere gemeente"):
        services.record_harvest(partnership=cast.partnership, gain=gain(cast, origin=cast.municipality))


def test_removing_leaves_a_trace(cast: Cast) -> None:
    harvest = services.record_harvest(partnership=cast.partnership, gain=gain(cast), actor=cast.bram)
    with pytest.raises(PermissionDenied):
        services.remove_harvest(harvest=harvest, actor=cast.celia)
    services.remove_harvest(harvest=harvest, actor=cast.bram)
    assert Entry.objects.latest("pk").verb == "harvest.removed"


def test_exchange_is_counted_both_ways_together(cast: Cast) -> None:
    for where, origin in ((cast.municipality, cast.neighbour), (cast.neighbour, cast.municipality)):
        services.record_harvest(partnership=cast.partnership, gain=gain(cast, where, origin))
    services.record_harvest(partnership=cast.partnership, gain=gain(cast))
    with scope(partnership=cast.partnership):
        rows = list(selectors.harvest_of(cast.partnership))
    pair = tuple(sorted((cast.municipality.pk, cast.neighbour.pk)))
    assert selectors.exchanges(rows, since=DAY) == {pair: 2}
    assert not selectors.exchanges(rows, since=date(2026, 2, 4))


def test_outside_a_scope_harvest_cannot_be_read(cast: Cast) -> None:
    with pytest.raises(ScopeError):
        Harvest.objects.count()
