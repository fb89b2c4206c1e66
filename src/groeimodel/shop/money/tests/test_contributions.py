"""Contributions by a key are exact, have a reference that banks check, and know what was paid (claims B5, B7)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django_scopes import scope
from stdnum.be import ogm_vcs

from groeimodel.foundation.due import due_of
from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.money import mixed
from groeimodel.shop.money import services
from groeimodel.shop.money.models import Call, Contribution
from groeimodel.shop.money.selectors import contributions_of, open_contributions
from groeimodel.shop.money.simulating import simulate, with_standard
from groeimodel.shop.money.tests.books import YEAR, a_post, books, paid


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def called(cast: Cast, total: str = "1000.01", key: dict[str, object] | None = None) -> Call:
    return services.call_contributions(
        book_year=books(cast), total=Decimal(total), key=key or {"name": "equal"}, due_on=date(YEAR, 4, 1)
    )


@pytest.mark.claim("B5")
def test_together_they_are_the_total_to_the_cent(cast: Cast) -> None:
    called(cast)
    rows = Contribution.objects.all()
    assert sum(one.amount for one in rows) == Decimal("1000.01")
    assert all(ogm_vcs.is_valid(one.reference or "") for one in rows)
    assert len({one.reference for one in rows}) == len(rows) > 1


@pytest.mark.claim("B5")
def test_what_was_paid_is_the_sum_of_its_postings(cast: Cast) -> None:
    call = called(cast, "800")
    post = a_post(call.book_year, "Bijdragen", "800", "contribution", "receipt")
    first = Contribution.objects.order_by("pk")[0]
    paid(post, "100", contribution=first)
    states = {one.contribution.pk: (one.state, one.remaining) for one in contributions_of(cast.partnership)}
    assert states[first.pk] == ("partly", first.amount - 100)
    paid(post, str(first.amount - 100), contribution=first)
    assert first.pk not in {one.contribution.pk for one in open_contributions(cast.partnership)}
    paid(post, "1", contribution=first)
    assert {one.state for one in contributions_of(cast.partnership)} == {"over", "open"}
    assert "betaalt haar bijdrage" in " ".join(
        one.title for one in due_of(cast.partnership, date(YEAR, 2, 1))
    )


def test_a_contribution_belongs_on_a_post_for_contributions(cast: Cast) -> None:
    call = called(cast)
    with pytest.raises(ValidationError, match="post voor bijdragen"):
        paid(a_post(call.book_year), "1", contribution=Contribution.objects.first())


def test_a_call_is_withdrawn_while_nobody_paid(cast: Cast) -> None:
    call = called(cast)
    post = a_post(call.book_year, "Bijdragen", "800", "contribution", "receipt")
    paid(post, "1", contribution=Contribution.objects.first())
    with pytest.raises(ValidationError, match="al geboekt"):
        services.withdraw_call(call=call)
    services.withdraw_call(call=called(cast))
    assert Call.objects.count() == 1


def test_a_key_without_figures_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="kan het bedrag niet verdelen"):
        called(cast, key={"name": "participation"})
    assert not Call.objects.exists()


@pytest.mark.claim("B5")
def test_the_simulator_shows_each_key_and_the_difference(cast: Cast) -> None:
    keys = with_standard({"equal": 50, "inhabitants": 50}, {"name": "equal"})
    shown = simulate(cast.partnership, YEAR, Decimal("1000.00"), keys)
    assert [one.name for one in shown.columns][:3] == ["Nu", "Jullie keuze", "Per inwoner"]
    for at, column in enumerate(shown.columns):
        cells = [row[at][1] for _place, row in shown.rows]
        if not column.problem:
            assert sum(cell.amount for cell in cells if cell) == Decimal("1000.00")
            assert at == 0 or not sum(cell.differs or 0 for cell in cells if cell)
    assert mixed({"equal": 1}) == {"name": "equal"}


@pytest.mark.claim("B7")
def test_a_commitment_has_a_term_and_does_not_overlap(cast: Cast) -> None:
    def promise(first: int, last: int) -> None:
        services.commit(
            partnership=cast.partnership,
            municipality=cast.municipality,
            starts=date(first, 1, 1),
            ends=date(last, 12, 31),
            yearly=Decimal(2500),
        )

    promise(2026, 2031)
    with pytest.raises(ValidationError, match="al een engagement"):
        promise(2031, 2036)
    promise(2032, 2037)
    titles = [one.title for one in due_of(cast.partnership, date(2031, 6, 1))]
    assert any("loopt af" in one for one in titles)


def test_days_far_away_are_a_slip(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="tussen 2000 en 2100"):
        services.commit(
            partnership=cast.partnership,
            municipality=cast.municipality,
            starts=date(1, 1, 1),
            ends=date(9999, 1, 1),
            yearly=Decimal(1),
        )


def test_what_is_wrong_is_told_in_words(cast: Cast) -> None:
    year = books(cast)
    a_post(year)
    with pytest.raises(ValidationError, match="al een post van die soort"):
        a_post(year)
    with pytest.raises(ValidationError, match="laatste dag ligt voor de eerste"):
        services.commit(
            partnership=cast.partnership,
            municipality=cast.municipality,
            starts=date(2027, 1, 1),
            ends=date(2026, 1, 1),
            yearly=Decimal(1),
        )
