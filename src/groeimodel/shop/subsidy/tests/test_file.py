"""A file from beginning to filing: conditions, co-financing and what is due (claim B6)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope

from groeimodel.foundation.due import due_of
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.services.mergers import merge
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan.services import adopt_plan
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.models import Dossier, Paper
from groeimodel.shop.subsidy.selectors import lever_of, standing_of
from groeimodel.shop.subsidy.tests.helpers import a_file, the_paper, year_of_books

TODAY = date(2026, 6, 1)


def outcomes(dossier: Dossier, today: date = TODAY) -> dict[str, str]:
    standing = standing_of(dossier, today)
    assert standing is not None
    return {one.rule.id: one.outcome for one in standing.checks}


@pytest.mark.claim("B6")
def test_conditions_are_checked_over_what_is_recorded(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        found = outcomes(dossier)
        assert (found["forms"], found["plan"], found["min_members"]) == ("not", "not", "unknown")
        cast.partnership.legal_form = "projectvereniging"
        cast.partnership.save()
        adopt_plan(
            partnership=cast.partnership,
            title="Plan",
            starts=date(2021, 1, 1),
            ends=date(2026, 12, 31),
            adopted_on=date(2020, 12, 1),
        )
        dossier.refresh_from_db()
        found = outcomes(dossier)
        assert (found["forms"], found["plan"], found["term_years"]) == ("ok", "ok", "ok")


@pytest.mark.claim("B6")
def test_cofinancing_is_computed_over_the_term_exactly(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        year_of_books(cast, 2025, "1000.05", "900", came_in="1000.05")
        year_of_books(cast, 2026, "800", "900", came_in="10")
        services.grant(
            dossier=dossier, amounts={2025: Decimal("1000.05"), 2026: Decimal("799.99"), 2024: None}
        )
        standing = standing_of(dossier, TODAY)
        assert standing is not None
        by_year = {one.year: one for one in standing.money.years}
        assert by_year[2025].actual is not None
        assert by_year[2025].actual.margin == 0
        assert by_year[2026].budget.margin == Decimal("0.01")
        assert standing.money.budget.own == Decimal("1800.05")
        assert standing.money.budget.asked == Decimal("1800.04")
        assert outcomes(dossier)["ratio"] == "ok", "a year that still runs is not judged"
        assert outcomes(dossier, date(2027, 1, 1))["ratio"] == "not"


def test_what_is_not_known_can_be_filled_in_with_its_source(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast, "igs-jeugd-2027")
        assert outcomes(dossier)["min_members"] == "unknown"
        with pytest.raises(ValidationError) as refused:
            services.fill_in(dossier=dossier, rule="min_members", value="veel", source=" ", actor=cast.finn)
        assert set(refused.value.message_dict) == {"value", "source"}
        services.fill_in(dossier=dossier, rule="min_members", value="3", source="Brief", actor=cast.finn)
        standing = standing_of(dossier, TODAY)
        assert standing is not None
        check = next(one for one in standing.checks if one.rule.id == "min_members")
        assert (check.outcome, check.rule.own, check.rule.confirmed) == ("not", True, False)
        assert Entry.objects.filter(verb="subsidy.value_filled_in", actor_id=cast.finn.pk).count() == 1
        services.clear_value(dossier=dossier, rule="min_members", actor=cast.finn)
        assert outcomes(dossier)["min_members"] == "unknown"


def test_a_member_that_leaves_in_the_middle_of_the_term_counts_no_more(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast, "igs-cultuur-2027")
        for place, inhabitants in ((cast.municipality, 80_000), (cast.neighbour, 6_000)):
            place.inhabitants = inhabitants
            place.save()
        services.fill_in(dossier=dossier, rule="min_members", value="2", source="Brief")
        day = date(2028, 6, 1)
        assert outcomes(dossier, day) | {"min_members": "ok", "min_inhabitants": "ok"} == outcomes(
            dossier, day
        )
        gone = cast.partnership.memberships.get(municipality=cast.neighbour)
        gone.ends = date(2028, 3, 1)
        gone.save()
        found = outcomes(dossier, day)
        assert (found["min_members"], found["min_inhabitants"]) == ("not", "not")
        standing = standing_of(dossier, day)
        assert standing is not None
        assert (standing.before, len(standing.members)) == (2, 1)


def test_documents_are_due_until_they_are_filed(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        plan, progress = the_paper(dossier, "plan"), the_paper(dossier, "progress")
    due = {one.key: one for one in due_of(cast.partnership, TODAY)}
    assert due[f"subsidy.paper:{plan.pk}"].on == date(2020, 6, 1)
    assert due[f"subsidy.day:{progress.pk}"].on == date(2024, 1, 1)
    assert due[f"subsidy.term:{dossier.pk}"].on == date(2026, 12, 31)
    with scope(partnership=cast.partnership), time_machine.travel(TODAY, tick=False):
        services.move(paper=plan, state="filed", filed_on=date(2020, 5, 30), actor=cast.finn)
        services.move(paper=progress, state="drafting", due_on=date(2026, 9, 1), actor=cast.finn)
    keys = {one.key: one.on for one in due_of(cast.partnership, TODAY)}
    assert f"subsidy.paper:{plan.pk}" not in keys
    assert keys[f"subsidy.paper:{progress.pk}"] == date(2026, 9, 1)


def test_a_filed_document_has_its_day(cast: Cast) -> None:
    with scope(partnership=cast.partnership), time_machine.travel(TODAY, tick=False):
        paper = the_paper(a_file(cast))
        for day in (None, date(2026, 6, 2)):
            with pytest.raises(ValidationError):
                services.move(paper=paper, state="filed", filed_on=day)
        assert Paper.objects.get(pk=paper.pk).state == "todo"


@pytest.mark.claim("B13")
def test_lever_per_own_euro(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        assert lever_of(cast.partnership, TODAY) is None
        dossier = a_file(cast)
        year_of_books(cast, 2025, "1000", "900", came_in="500")
        services.grant(dossier=dossier, amounts={2025: Decimal(750)})
        lever = lever_of(cast.partnership, TODAY)
        assert lever is not None
        assert (lever.per_euro, lever.actual) == (Fraction(3, 2), True)


def test_one_file_for_each_scheme_and_an_empty_one_may_go(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        with pytest.raises(ValidationError):
            a_file(cast)
        services.grant(dossier=dossier, amounts={2021: Decimal(1)})
        with pytest.raises(ValidationError):
            services.remove(dossier=dossier)
        services.grant(dossier=dossier, amounts={2021: None})
        services.remove(dossier=dossier)
        assert not Dossier.objects.exists()


def test_only_who_coordinates_keeps_the_file(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        for actor in (cast.daan, cast.bram, cast.amina, cast.els):
            with pytest.raises(PermissionDenied):
                services.begin(partnership=cast.partnership, scheme="igs-jeugd-2027", actor=actor)
        dossier = a_file(cast)
        with pytest.raises(PermissionDenied):
            services.write(paper=the_paper(dossier), block="money", text="x", actor=cast.daan)
        services.write(paper=the_paper(dossier), block="money", text="x", actor=cast.bram)


def test_years_outside_the_term_are_refused(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        for amounts in ({2020: Decimal(1)}, {2021: Decimal(-1)}):
            with pytest.raises(ValidationError):
                services.grant(dossier=dossier, amounts=amounts)


def test_a_day_that_nobody_knows_is_not_called_sure(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        plan, progress = the_paper(dossier, "plan"), the_paper(dossier, "progress")
        assert plan.sure
        assert progress.last_day is None
        assert not progress.sure


def test_members_that_merge_count_as_one_and_their_inhabitants_anew(cast: Cast) -> None:
    merged = Municipality.objects.create(name="Fusiedorp", invented=True, inhabitants=86_500)
    merge(into=merged, parts=[cast.municipality, cast.neighbour], on=date(2024, 1, 2))
    with scope(partnership=cast.partnership):
        dossier = a_file(cast, "igs-cultuur-2027")
        services.fill_in(dossier=dossier, rule="min_members", value="2", source="Brief")
        standing = standing_of(dossier, TODAY)
        assert standing is not None
        assert [one.name for one in standing.members] == ["Fusiedorp"]
        found = outcomes(dossier)
        assert (found["min_members"], found["min_inhabitants"]) == ("not", "ok")
