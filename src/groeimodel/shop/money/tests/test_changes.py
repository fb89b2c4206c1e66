"""Who joins or leaves is looked at first, decided by an organ, and then carried out (claim B7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.partners.services import merge
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.dividing import members_in
from groeimodel.shop.money.models import BookYear, Change, Commitment, Contribution, Posting
from groeimodel.shop.money.selectors import contributions_of, figures_of
from groeimodel.shop.money.tests.books import a_post, books, paid
from groeimodel.shop.money.whatif import meaning_of
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem
from groeimodel.shop.sittings.tests import kit

TODAY = timezone.localdate()
YEAR = TODAY.year


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def decide(cast: Cast, kind: str, place: Municipality, *, yes: bool = True) -> Change:
    """Asked, and voted on by the whole board."""
    board = kit.board(cast)
    sitting = sittings.call_sitting(organ=board, starts=kit.soon())
    change = services.ask_change(
        partnership=cast.partnership, municipality=place, kind=kind, on=TODAY, sitting=sitting
    )
    item = AgendaItem.objects.get(subject=change.subject)
    sittings.open_sitting(sitting=sitting, present=kit.seats_of(board))
    sittings.set_votes(
        item=item, choices={one.pk: "for" if yes else "against" for one in kit.seats_of(board)}
    )
    sittings.count(item=item)
    change.refresh_from_db()
    return change


def outside() -> Municipality:
    return Municipality.objects.create(
        name="Verweg", invented=True, inhabitants=8000, inhabitants_under_25=2000
    )


@pytest.mark.claim("B7")
def test_a_municipality_joins_when_the_board_says_so(cast: Cast) -> None:
    place = outside()
    change = decide(cast, "joining", place)
    assert change.state == "done"
    assert place in members_in(cast.partnership, YEAR)


@pytest.mark.claim("B7")
def test_a_member_leaves_and_its_promise_ends(cast: Cast) -> None:
    place = cast.neighbour
    services.commit(
        partnership=cast.partnership,
        municipality=place,
        starts=TODAY - timedelta(400),
        ends=TODAY + timedelta(800),
        yearly=Decimal(100),
    )
    decide(cast, "leaving", place)
    assert Membership.objects.get(partnership=cast.partnership, municipality=place).ends == TODAY
    assert Commitment.objects.get().ends == TODAY


def test_a_board_that_says_no_changes_nothing(cast: Cast) -> None:
    change = decide(cast, "leaving", cast.neighbour, yes=False)
    assert change.state == "down"
    assert cast.neighbour in members_in(cast.partnership, YEAR)


def test_what_cannot_be_is_not_asked(cast: Cast) -> None:
    sitting = kit.sitting_with(kit.board(cast))
    for kind, place in (("joining", cast.neighbour), ("leaving", outside())):
        with pytest.raises(ValidationError):
            services.ask_change(
                partnership=cast.partnership, municipality=place, kind=kind, on=TODAY, sitting=sitting
            )
    with pytest.raises(PermissionDenied):
        services.ask_change(
            partnership=cast.partnership,
            municipality=cast.neighbour,
            kind="leaving",
            on=TODAY,
            sitting=sitting,
            actor=cast.amina,
        )


@pytest.mark.claim("B7")
def test_what_leaving_means_to_the_cent(cast: Cast, client: Client) -> None:
    services.call_contributions(
        book_year=books(cast, YEAR), total=Decimal("900.01"), key={"name": "equal"}, due_on=TODAY
    )
    meaning = meaning_of(cast.partnership, cast.neighbour, "leaving", TODAY)
    assert sum(one.before or 0 for one in meaning.rows) == Decimal("900.01")
    assert sum(one.after or 0 for one in meaning.rows) == Decimal("900.01")
    assert {one.place: one.after for one in meaning.rows}[cast.neighbour] is None
    client.force_login(cast.finn)
    url = reverse("money:what_if", args=["testland"])
    text = client.get(
        url, {"kind": "leaving", "municipality": cast.neighbour.name, "on": TODAY.isoformat()}
    ).text
    assert f"Als {cast.neighbour.name} weggaat" in text
    assert client.get(url, {"kind": "leaving", "municipality": "Nergens", "on": ""}).status_code == 422


@pytest.mark.claim("B7")
def test_a_merger_in_the_middle_of_a_year_loses_no_cent(cast: Cast) -> None:
    third = outside()
    decide(cast, "joining", third)
    year = books(cast, YEAR)
    post = a_post(year, "Bijdragen", "1000", "contribution", "receipt")
    services.call_contributions(book_year=year, total=Decimal("1000.01"), key={"name": "equal"}, due_on=TODAY)
    for place in (cast.municipality, cast.neighbour, third):
        services.commit(
            partnership=cast.partnership,
            municipality=place,
            starts=TODAY,
            ends=TODAY + timedelta(900),
            yearly=Decimal("333.33"),
        )
    settled = Contribution.objects.get(municipality=third)
    services.post_amount(post=post, day=TODAY, amount=settled.amount, text="Bijdrage", contribution=settled)
    half = Contribution.objects.get(municipality=cast.neighbour)
    services.post_amount(post=post, day=TODAY, amount=Decimal("100.00"), text="Deel", contribution=half)
    before = [(one.contribution.pk, one.paid, one.remaining) for one in contributions_of(cast.partnership)]
    totals = figures_of(cast.partnership, YEAR).receipts
    into = Municipality.objects.create(name="Samendorp", invented=True, inhabitants=30_000)
    merge(into=into, parts=[cast.municipality, cast.neighbour, third], on=TODAY)
    after = {one.contribution.pk: one for one in contributions_of(cast.partnership)}
    assert sorted((pk, one.paid, one.remaining) for pk, one in after.items()) == sorted(before)
    assert figures_of(cast.partnership, YEAR).receipts == totals
    assert after[half.pk].contribution.municipality == into
    assert after[half.pk].contribution.asked_of == cast.neighbour
    assert after[settled.pk].contribution.municipality == third
    assert sum(one.yearly for one in Commitment.objects.filter(municipality=into)) == Decimal("999.99")
    assert Posting.objects.get(contribution=settled).municipality == third
    assert into in members_in(cast.partnership, YEAR)
    assert cast.neighbour not in members_in(cast.partnership, YEAR)


def test_a_member_counts_on_its_last_day(cast: Cast) -> None:
    membership = Membership.objects.get(partnership=cast.partnership, municipality=cast.neighbour)
    membership.ends = date(YEAR - 1, 12, 31)
    membership.save()
    assert cast.neighbour in members_in(cast.partnership, YEAR - 1)
    assert cast.neighbour not in members_in(cast.partnership, YEAR)


@pytest.mark.claim("B5")
def test_the_accounts_are_adopted_by_an_organ(cast: Cast, client: Client) -> None:
    year = books(cast, 2024)
    paid(a_post(year), "10")
    board = kit.board(cast)
    sitting = sittings.call_sitting(organ=board, starts=kit.soon())
    client.force_login(cast.finn)
    url = reverse("money:accounts", args=["testland", 2024])
    assert "Sluit eerst het jaar af" in client.post(url, {"chosen": sitting.pk}).text
    services.close_year(book_year=year, on=date(2025, 2, 1))
    client.post(url, {"chosen": sitting.pk})
    item = AgendaItem.objects.get(subject=f"money.bookyear:{year.pk}")
    sittings.open_sitting(sitting=sitting, present=kit.seats_of(board))
    sittings.vote_all(item=item)
    sittings.count(item=item)
    adopted = BookYear.objects.get(pk=year.pk).adopted_by
    assert adopted is not None
    assert f"besluit {adopted.number}" in client.get(reverse("money:year", args=["testland", 2024])).text


def test_a_contribution_of_another_partnership_is_refused(cast: Cast) -> None:
    post = a_post(books(cast, YEAR), "Bijdragen", "1", "contribution", "receipt")
    with scope(partnership=cast.elsewhere):
        theirs = services.open_year(partnership=cast.elsewhere, year=YEAR)
        services.call_contributions(book_year=theirs, total=Decimal(10), key={"name": "equal"}, due_on=TODAY)
        other = Contribution.objects.select_related("call__book_year__partnership").first()
    with pytest.raises(ValidationError, match="andere samenwerking"):
        services.post_amount(post=post, day=TODAY, amount=Decimal(1), text="x", contribution=other)


@pytest.mark.parametrize("how", ["withdraw", "postpone", "remove_item", "cancel_sitting"])
def test_what_nobody_will_decide_on_can_be_asked_again(cast: Cast, how: str) -> None:
    board = kit.board(cast)
    asked = {"partnership": cast.partnership, "municipality": cast.neighbour, "kind": "leaving", "on": TODAY}
    sitting = sittings.call_sitting(organ=board, starts=kit.soon())
    services.ask_change(sitting=sitting, **asked)  # type: ignore[arg-type]
    if how in ("withdraw", "postpone"):
        sittings.open_sitting(sitting=sitting, present=kit.seats_of(board))
    what = {"sitting": sitting} if how == "cancel_sitting" else {"item": kit.point(sitting)}
    getattr(sittings, how)(**what)
    later = sittings.call_sitting(organ=board, starts=kit.soon(40))
    services.ask_change(sitting=later, **asked)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="al op een agenda"):
        services.ask_change(sitting=later, **asked)  # type: ignore[arg-type]
