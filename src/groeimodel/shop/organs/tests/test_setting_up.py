"""An organ from the template of a legal form, and its rules by the own statutes."""

from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.organs import Heads
from groeimodel.rules.votes import data_of
from groeimodel.shop.organs import services
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.organs.selectors import organs_of, seats_on
from groeimodel.shop.organs.statutes import applied, limits_of, statute_for
from groeimodel.shop.organs.tests.setting_up import SINCE, founded

pytestmark = pytest.mark.django_db


@pytest.mark.claim("B2")
def test_a_project_association_gets_a_board_with_everybody_and_advisory_seats(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        seats = seats_on(organ, SINCE)
        found = organs_of(cast.partnership, SINCE)
    assert [(one.municipality.name, one.person and one.person.name) for one in seats if one.municipality][
        :2
    ] == [
        ("Buurdorp", None),
        ("Proefdorp", "Amina"),
    ]
    assert [one.advisory for one in seats] == [False, False, True, True]
    assert all(one.seat.opposition for one in seats if one.advisory)
    assert found == [organ]
    cast.partnership.refresh_from_db()
    assert cast.partnership.legal_form == "projectvereniging", "the term says the form"


def test_the_statute_is_the_template_until_the_own_statutes_say_otherwise(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        by_template = statute_for(organ)
        assert by_template.delay_days == 8
        own = {**data_of(by_template), "delay_days": 14}
        services.set_statute(organ=organ, statute=own, actor=cast.finn)
        assert statute_for(Organ.objects.select_related("partnership").get()).delay_days == 14
        services.set_statute(organ=organ, statute={}, actor=cast.finn)
        assert statute_for(organ) == by_template


def test_the_three_majorities_of_a_service_association(cast: Cast) -> None:
    founded(cast, form="dienstverlenende_vereniging")
    with scope(partnership=cast.partnership):
        (assembly,) = services.found_organs(
            partnership=cast.partnership, kinds=["assembly"], starts=SINCE, actor=cast.finn
        )
    majorities = statute_for(assembly).kind("statutes").majorities
    assert [(one.of, one.bound.share) for one in majorities] == [
        ("votes", Fraction(3, 4)),
        ("municipal_votes", Fraction(3, 4)),
        ("municipalities", Fraction(1, 2)),
    ]
    assert assembly.public


def test_all_that_is_wrong_with_a_statute_is_told_at_once(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership), pytest.raises(ValidationError) as error:
        services.set_statute(organ=organ, statute={"delay_days": -1, "kinds": {}}, actor=cast.finn)
    assert len(error.value.messages) == 2


def test_own_rules_take_the_place_of_the_template_and_keep_its_source(cast: Cast) -> None:
    organ = founded(cast)
    assert limits_of(organ)["opposition"] == 1
    with scope(partnership=cast.partnership):
        services.set_limits(organ=organ, limits={"max_seats": 9, "opposition": 0}, actor=cast.finn)
    found = applied(organ)
    assert found["max_seats"].own
    assert found["max_seats"].value == 9
    assert found["opposition"].value == 0
    assert found["opposition"].rule.source == "https://www.olen.be/projectverenigingen"
    assert not found["every_member"].own


def test_only_counts_are_kept_of_gender(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        services.count_heads(organ=organ, heads=Heads(3, 2, 1), on=SINCE, actor=cast.finn)
        assert (organ.women, organ.men, organ.others, organ.counted_on) == (3, 2, 1, SINCE)
        services.count_heads(organ=organ, heads=None, on=SINCE, actor=cast.finn)
        assert organ.women is None


def test_the_same_organ_is_not_set_up_twice_and_only_where_the_form_knows_it(cast: Cast) -> None:
    founded(cast)
    with scope(partnership=cast.partnership):
        for kinds in (["board"], ["assembly"], []):
            with pytest.raises(ValidationError):
                services.found_organs(
                    partnership=cast.partnership, kinds=kinds, starts=SINCE, actor=cast.finn
                )


def test_only_the_coordinator_sets_up(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        for who in (cast.amina, cast.bram, cast.els, cast.daan):
            with pytest.raises(PermissionDenied):
                services.found_organs(partnership=cast.partnership, kinds=["daily"], starts=SINCE, actor=who)
            with pytest.raises(PermissionDenied):
                services.set_statute(organ=organ, statute={}, actor=who)
