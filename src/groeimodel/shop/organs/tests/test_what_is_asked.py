"""What must not be missed: the term that ends, seats that are empty, seats to look at after a merger."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Ask, Here, asked_of
from groeimodel.foundation.due import Due, due_of
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs import services
from groeimodel.shop.organs.models import Term
from groeimodel.shop.organs.tests.setting_up import founded

pytestmark = pytest.mark.django_db


def asks(cast: Cast, who: Person) -> list[Ask]:
    here = Here(who, cast.partnership, parts_in(who, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return [one for one in asked_of(here) if "/winkel/organen/" in one.url]


def due_here(cast: Cast, today: date) -> list[Due]:
    return [one for one in due_of(cast.partnership, today) if one.key.startswith("organs.")]


def term_of(cast: Cast, ends: date) -> Term:
    with scope(partnership=cast.partnership):
        new = services.NewTerm("projectvereniging", date(2025, 1, 1), ends)
        return services.begin_term(partnership=cast.partnership, new=new, actor=cast.finn)


@pytest.mark.parametrize(
    ("before", "stage", "by"),
    [(700, "far", 548), (500, "18", 365), (300, "12", 183), (90, "6", 0), (-3, "over", 0)],
)
def test_each_stage_of_a_term_has_a_step_with_a_day(cast: Cast, before: int, stage: str, by: int) -> None:
    ends = date(2030, 12, 31)
    term = term_of(cast, ends)
    (found,) = due_here(cast, ends - timedelta(days=before))
    assert found.key == f"organs.term:{term.pk}:{stage}"
    assert found.on == ends - timedelta(days=by)
    assert "ontbonden" in found.why
    assert ("Buurdorp" in found.why) is (stage != "far")


def test_a_renewed_term_is_not_due_any_more(cast: Cast) -> None:
    ends = date(2026, 12, 31)
    term = term_of(cast, ends)
    with scope(partnership=cast.partnership):
        for place in (cast.municipality, cast.neighbour):
            services.note_renewal(
                term=term, decided=services.Decided(place, True, date(2026, 3, 1)), actor=cast.finn
            )
        services.renew_term(term=term, ends=date(2032, 12, 31), actor=cast.finn)
    assert due_here(cast, date(2026, 11, 1)) == []


def test_an_organ_that_ends_is_due(cast: Cast) -> None:
    organ, today = founded(cast), timezone.localdate()
    with scope(partnership=cast.partnership):
        services.end_organ(organ=organ, on=today + timedelta(days=60), actor=cast.finn)
    assert f"organs.organ:{organ.pk}" in [one.key for one in due_here(cast, today)]


def test_the_coordinator_is_asked_to_fill_and_to_look_after_a_merger(cast: Cast) -> None:
    founded(cast)
    (fill,) = asks(cast, cast.finn)
    assert fill.title == "Vul de lege zetels in: Raad van bestuur"
    assert "1 zetel is leeg" in fill.why
    assert asks(cast, cast.bram) == []
    into = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    assert [one.title for one in asks(cast, cast.finn)] == [
        "Kijk de zetels na: Raad van bestuur",
        "Vul de lege zetels in: Raad van bestuur",
    ]


def test_who_speaks_for_a_member_is_asked_to_bring_it_to_the_council(cast: Cast) -> None:
    term = term_of(cast, timezone.localdate() + timedelta(days=120))
    assert [one.title for one in asks(cast, cast.bram)] == ["Zet de verlenging op jullie gemeenteraad"]
    with scope(partnership=cast.partnership):
        decided = services.Decided(cast.municipality, True, timezone.localdate())
        services.note_renewal(term=term, decided=decided, actor=cast.finn)
    assert asks(cast, cast.bram) == []
    assert [one.title for one in asks(cast, cast.finn)] == ["De termijn loopt af: zorg voor de verlenging"]


def test_what_the_parts_decided_counts_for_the_merged_municipality(cast: Cast) -> None:
    term, today = term_of(cast, timezone.localdate() + timedelta(days=120)), timezone.localdate()
    with scope(partnership=cast.partnership):
        for place in (cast.municipality, cast.neighbour):
            services.note_renewal(term=term, decided=services.Decided(place, True, today), actor=cast.finn)
    into = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=today)
    with scope(partnership=cast.partnership):
        services.renew_term(term=term, ends=date(2035, 1, 1), actor=cast.finn)
        assert Term.objects.count() == 2
