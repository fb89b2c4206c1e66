"""Each municipality keeps its needs, with their source (claim G8)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.needs import selectors, services
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.services import Heard
from groeimodel.soil.needs.tests.kit import DAY, heard, noted


@pytest.mark.claim("G8")
@pytest.mark.parametrize("who", ["amina", "bram", "finn"])
def test_both_seats_and_the_coordinator_note_a_need_with_its_source(cast: Cast, who: str) -> None:
    actor = getattr(cast, who)
    need = services.note_need(partnership=cast.partnership, heard=heard(cast), actor=actor)
    assert (need.get_source_display(), need.source_words, need.heard_on) == (
        "bevraging",
        "212 leerlingen",
        DAY,
    )
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor, entry.municipality_id) == ("needs.noted", actor, cast.municipality.pk)


@pytest.mark.parametrize("who", ["celia", "daan", "els"])
def test_others_do_not(cast: Cast, who: str) -> None:
    need, other = noted(cast), getattr(cast, who)
    with pytest.raises(PermissionDenied):
        services.note_need(partnership=cast.partnership, heard=heard(cast), actor=other)
    with pytest.raises(PermissionDenied):
        services.change_need(need=need, heard=heard(cast), actor=other)
    with pytest.raises(PermissionDenied):
        services.close_need(need=need, why="Opgelost", actor=other)
    with pytest.raises(PermissionDenied):
        services.reopen_need(need=need, actor=other)
    with pytest.raises(PermissionDenied):
        services.remove_need(need=need, actor=other)
    with scope(partnership=cast.partnership):
        assert Need.objects.get().is_open


def test_a_need_is_not_moved_to_a_municipality_of_another(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        services.change_need(need=noted(cast), heard=heard(cast, cast.neighbour), actor=cast.bram)


def test_what_is_still_to_come_was_not_heard(cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="nog komen"):
        services.note_need(
            partnership=cast.partnership, heard=Heard(cast.municipality, "Later", tomorrow), actor=cast.bram
        )


def test_a_municipality_of_elsewhere_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="geen partner"):
        services.note_need(partnership=cast.partnership, heard=heard(cast, cast.faraway))


def test_closing_says_why_and_can_be_undone(cast: Cast) -> None:
    need = noted(cast)
    with pytest.raises(ValidationError, match="waarom"):
        services.close_need(need=need, why="  ", actor=cast.bram)
    services.close_need(need=need, why="De zaal is open", actor=cast.bram, on=date(2026, 5, 1))
    services.close_need(need=need, why="Iets anders", actor=cast.bram)
    assert (need.closed_why, need.closed_on) == ("De zaal is open", date(2026, 5, 1))
    services.reopen_need(need=need, actor=cast.bram)
    with scope(partnership=cast.partnership):
        assert Need.objects.get().is_open


def test_removing_leaves_a_trace(cast: Cast) -> None:
    services.remove_need(need=noted(cast), actor=cast.amina)
    assert Entry.objects.latest("pk").verb == "needs.removed"
    with scope(partnership=cast.partnership):
        assert not Need.objects.exists()


def test_open_needs_go_along_with_a_merger_and_closed_ones_stay(cast: Cast) -> None:
    open_one, closed = noted(cast), noted(cast, title="Een oude nood")
    services.close_need(need=closed, why="Opgelost", actor=cast.bram)
    new = Municipality.objects.create(name="Nieuwdorp", invented=True)
    with scopes_disabled():
        partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
        whose = dict(Need.objects.values_list("title", "municipality"))
    assert whose == {open_one.title: new.pk, "Een oude nood": cast.municipality.pk}
    with scope(partnership=cast.partnership):
        assert cast.amina.has_perm("needs.tend", selectors.needs_of(cast.partnership).get(pk=closed.pk))
