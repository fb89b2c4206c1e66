"""Lines get a place: suggested with a reason, confirmed by a person, posted once, and taken back with a counter-entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.formats.tests.statements import THEIRS
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.bank import placing, selectors, services
from groeimodel.shop.bank.models import Line, Match
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.bank.tests.banking import account_with, file, lines, pay
from groeimodel.shop.bank.tests.books import OTHER, REFERENCE, Books, make_books
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Posting
from groeimodel.shop.money.selectors import open_contributions
from groeimodel.shop.money.services.budget import Line as BudgetLine

pytestmark = pytest.mark.django_db
EURO = Decimal("0.01")


@pytest.fixture
def here(cast: Cast) -> Iterator[Cast]:
    with scope(partnership=cast.partnership):
        yield cast


@pytest.fixture
def books(here: Cast) -> Books:
    return make_books(here)


def remaining(cast: Cast) -> dict[int, Decimal]:
    return {one.contribution.pk: one.remaining for one in open_contributions(cast.partnership)}


@pytest.mark.claim("B5")
def test_what_is_sure_is_confirmed_together_and_nothing_else(here: Cast, books: Books) -> None:
    account = account_with(
        here.partnership,
        pay("1250.00", "Gemeente Proefdorp", iban=THEIRS, reference=REFERENCE),
        pay("400.00", "Gemeente Buurdorp", text="bijdrage"),
        pay("-48.20", "Drukkerij"),
    )
    found = placing.waiting(here.partnership)
    assert [one.sure for one in found] == [True, False, False]
    chosen = {one.line.pk: one.suggestion.digest for one in found if one.suggestion}
    assert (
        services.match_suggested(partnership=here.partnership, chosen=chosen, only_sure=True, actor=here.finn)
        == 1
    )
    assert [one.state for one in lines(account)] == ["matched", "open", "open"]
    assert remaining(here) == {books.neighbour.pk: Decimal("400.00")}
    (posting,) = Posting.objects.all()
    assert (posting.post, posting.contribution, posting.amount) == (
        books.contributions,
        books.home,
        Decimal("1250.00"),
    )


def test_a_line_is_split_over_several_places(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1300.00", "Gemeente Proefdorp", reference=REFERENCE))
    (line,) = lines(account)
    (found,) = placing.waiting(here.partnership)
    assert found.suggestion is not None
    assert (found.suggestion.rest, found.sure) == (Decimal("50.00"), False)
    parts = [
        Portion(Decimal("1250.00"), contribution=books.home.pk),
        Portion(Decimal("50.00"), post=books.own.pk),
    ]
    services.match_line(line=line, portions=parts, text="Bijdrage en gift", actor=here.finn)
    assert sorted(Posting.objects.values_list("post__title", "amount")) == [
        ("Bijdragen van de gemeenten", Decimal("1250.00")),
        ("Eigen ontvangsten", Decimal("50.00")),
    ]


@pytest.mark.parametrize("parts", [["1000.00"], ["1250.00", "0.01"], ["1250.01"], [], ["1250.00", "0.00"]])
def test_the_parts_are_the_whole_line(here: Cast, books: Books, parts: list[str]) -> None:
    account = account_with(here.partnership, pay("1250.00"))
    (line,) = lines(account)
    with pytest.raises(ValidationError):
        services.match_line(line=line, portions=[Portion(Decimal(one), post=books.own.pk) for one in parts])
    assert not Posting.objects.exists()


def test_money_that_leaves_goes_to_an_expense_only(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("-48.20", "Drukkerij"))
    (line,) = lines(account)
    for wrong in (
        Portion(Decimal("48.20"), post=books.own.pk),
        Portion(Decimal("48.20"), contribution=books.home.pk),
    ):
        with pytest.raises(ValidationError):
            services.match_line(line=line, portions=[wrong])
    services.match_line(line=line, portions=[Portion(Decimal("48.20"), post=books.running.pk)])
    assert Posting.objects.get().amount == Decimal("48.20")


def test_a_line_is_posted_once(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("-48.20"))
    (line,) = lines(account)
    part = [Portion(Decimal("48.20"), post=books.running.pk)]
    services.match_line(line=line, portions=part)
    with pytest.raises(ValidationError, match="al een plek"):
        services.match_line(line=line, portions=part)
    assert Posting.objects.count() == 1


def test_taking_back_leaves_a_counter_entry_and_the_line_can_go_elsewhere(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1250.00", "Gemeente Proefdorp", reference=REFERENCE))
    (line,) = lines(account)
    services.match_line(line=line, portions=[Portion(Decimal("1250.00"), contribution=books.home.pk)])
    assert books.home.pk not in remaining(here)
    services.undo(line=line, actor=here.finn)
    assert remaining(here)[books.home.pk] == Decimal("1250.00")
    assert Posting.objects.filter(reverses__isnull=False).count() == 1
    (line,) = lines(account)
    assert (line.state, line.round) == ("open", 1)
    services.match_line(line=line, portions=[Portion(Decimal("1250.00"), post=books.own.pk)])
    assert Match.objects.count() == 2
    assert [one.posting.post for one in placing.matches_of(Line.objects.get(pk=line.pk))] == [books.own]


def test_aside_asks_a_reason_and_can_be_taken_back(here: Cast) -> None:
    account = account_with(here.partnership, pay("500.00", "Eigen spaarrekening"))
    (line,) = lines(account)
    with pytest.raises(ValidationError, match="waarom"):
        services.set_aside(line=line, why="  ")
    services.set_aside(line=line, why="Van onze spaarrekening", actor=here.finn)
    (balance,) = selectors.balances_of(here.partnership)
    assert balance.aside.amount == Decimal("500.00")
    assert (balance.matched.count, balance.open.count) == (0, 0)
    services.undo(line=line, actor=here.finn)
    (line,) = lines(account)
    assert (line.state, line.why) == ("open", "")
    with pytest.raises(ValidationError, match="wacht al"):
        services.undo(line=line, actor=here.finn)


def test_what_was_done_before_is_suggested_again(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("-48.20", "Drukkerij", iban=THEIRS))
    (line,) = lines(account)
    services.match_line(line=line, portions=[Portion(Decimal("48.20"), post=books.running.pk)])
    services.import_file(
        partnership=here.partnership,
        file=file(pay("-60.00", "Drukkerij", iban=THEIRS), opening="51.80", number=2),
    )
    (found,) = placing.waiting(here.partnership)
    assert found.suggestion is not None
    assert (found.suggestion.portions, found.sure) == (
        (Portion(Decimal("60.00"), post=books.running.pk),),
        False,
    )


def test_the_balance_is_explained(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1250.00"), pay("-48.20"), pay("-6.50"), pay("500.00"))
    first, second, _third, fourth = lines(account)
    services.match_line(line=first, portions=[Portion(Decimal("1250.00"), contribution=books.home.pk)])
    services.match_line(line=second, portions=[Portion(Decimal("48.20"), post=books.running.pk)])
    services.set_aside(line=fourth, why="Eigen rekening")
    (one,) = selectors.balances_of(here.partnership)
    assert one.closing == one.start + one.matched.amount + one.open.amount + one.aside.amount + one.missing
    signed = {"receipt": 1, "expense": -1}
    assert one.matched.amount == sum(
        signed[p.post.direction] * p.amount for p in Posting.objects.select_related("post")
    )


def test_only_who_coordinates_places_lines(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1250.00"))
    (line,) = lines(account)
    part = [Portion(Decimal("1250.00"), post=books.own.pk)]
    for who in (here.bram, here.amina, here.els, here.daan):
        with pytest.raises(PermissionDenied):
            services.match_line(line=line, portions=part, actor=who)
        with pytest.raises(PermissionDenied):
            services.set_aside(line=line, why="x", actor=who)
        with pytest.raises(PermissionDenied):
            services.undo(line=line, actor=who)


def test_the_journal_and_the_books_name_nobody(here: Cast, books: Books) -> None:
    account_with(here.partnership, pay("1250.00", "Jan Janssens", iban=THEIRS, reference=REFERENCE))
    (found,) = placing.waiting(here.partnership)
    assert found.suggestion is not None
    services.match_suggested(partnership=here.partnership, chosen={found.line.pk: found.suggestion.digest})
    told = [str(one.data) for one in Entry.objects.all()] + list(
        Posting.objects.values_list("text", flat=True)
    )
    assert not [one for one in told if "Jan" in one or THEIRS in one]


def url(cast: Cast, name: str, *args: int) -> str:
    return reverse(f"bank:{name}", args=[cast.partnership.slug, *args])


def test_the_pages_from_suggestion_to_posting_and_back(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        books = make_books(cast)
        account = account_with(
            cast.partnership,
            pay("1250.00", "Gemeente Proefdorp", reference=REFERENCE),
            pay("400.00", "Gemeente Buurdorp", bank="tweede"),
            pay("-48.20", "Drukkerij", text="Affiches"),
        )
        first, second, third = lines(account)
    client.force_login(cast.finn)
    page = client.get(url(cast, "page")).content.decode()
    assert "Bevestig de 1 zekere lijn" in page
    assert "de naam van de gemeente staat bij de tegenpartij" in page
    seen = f"c{books.neighbour.pk}:400.00"
    client.post(url(cast, "accept", second.pk), {"seen": seen})
    client.post(url(cast, "sure"), {"lijn": f"{first.pk}=c{books.home.pk}:1250.00"})
    wrong = {"delen": "3", "place_0": f"p{books.running.pk}", "amount_0": "40,00", "text": "Affiches"}
    response = client.post(url(cast, "line", third.pk), wrong)
    assert response.status_code == 422
    assert "8,20 een plek krijgen" in response.content.decode()
    assert 'value="40,00"' in response.content.decode()
    client.post(url(cast, "line", third.pk), wrong | {"amount_0": "48,20"})
    assert "Alle lijnen hebben een plek." in client.get(url(cast, "page")).content.decode()
    with scope(partnership=cast.partnership):
        assert Posting.objects.count() == 3
    assert "Zet deze lijn terug?" in client.get(url(cast, "undo", third.pk)).content.decode()
    client.post(url(cast, "undo", third.pk))
    assert client.post(url(cast, "aside", third.pk), {"why": ""}).status_code == 422
    client.post(url(cast, "aside", third.pk), {"why": "Van vorig jaar"})
    with scope(partnership=cast.partnership):
        assert Line.objects.get(pk=third.pk).why == "Van vorig jaar"


def test_a_suggestion_that_changed_meanwhile_is_not_posted(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        make_books(cast)
        (line,) = lines(account_with(cast.partnership, pay("1250.00", reference=REFERENCE)))
    client.force_login(cast.finn)
    for sent in ("", "c999:1250.00", "onzin"):
        client.post(url(cast, "accept", line.pk), {"seen": sent})
        client.post(url(cast, "sure"), {"lijn": f"{line.pk}={sent}"})
    with scope(partnership=cast.partnership):
        assert not Posting.objects.exists()


def test_the_page_asks_as_much_with_many_lines(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with scope(partnership=cast.partnership):
        make_books(cast)
        account_with(
            cast.partnership,
            *(pay("5.00", f"Iemand {one}", iban=THEIRS, bank=str(one)) for one in range(30)),
            pay("400.00", reference=OTHER),
        )
    client.force_login(cast.finn)
    with django_assert_max_num_queries(24):
        client.get(url(cast, "page"))


def test_a_posting_that_is_put_right_in_the_books_lets_the_line_wait_again(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1300.00", "Gemeente Proefdorp"))
    (line,) = lines(account)
    parts = [
        Portion(Decimal("1250.00"), contribution=books.home.pk),
        Portion(Decimal("50.00"), post=books.own.pk),
    ]
    services.match_line(line=line, portions=parts)
    money.reverse(posting=Posting.objects.get(post=books.own), why="Verkeerde post", actor=here.finn)
    (line,) = lines(account)
    assert (line.state, line.round) == ("open", 1)
    assert Posting.objects.filter(reverses__isnull=False).count() == 2
    assert remaining(here)[books.home.pk] == Decimal("1250.00")


def test_without_books_of_its_year_nothing_is_posted_and_that_is_said(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        (line,) = lines(account_with(cast.partnership, pay("5.00")))
        assert placing.places_for(line) == []
        with pytest.raises(ValidationError, match="2026"):
            services.match_line(line=line, portions=[Portion(Decimal("5.00"), post=1)])
    client.force_login(cast.finn)
    assert "Er zijn nog geen open boeken van 2026" in client.get(url(cast, "line", line.pk)).content.decode()


def test_a_contribution_without_a_post_for_it_is_told(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        books = make_books(cast)
        books.contributions.delete()
        (line,) = lines(account_with(cast.partnership, pay("1250.00", reference=REFERENCE)))
    client.force_login(cast.finn)
    sent = {"lijn": f"{line.pk}=c{books.home.pk}:1250.00"}
    assert "Zet eerst een post" in client.post(url(cast, "sure"), sent, follow=True).content.decode()
    sent = {"seen": f"c{books.home.pk}:1250.00"}
    assert (
        "Zet eerst een post" in client.post(url(cast, "accept", line.pk), sent, follow=True).content.decode()
    )


def test_a_line_of_a_closed_year_goes_in_the_books_after_it(here: Cast, books: Books) -> None:
    """It keeps its own day on the statement; in the books it stands on the first day of the open year."""
    account = account_with(here.partnership, pay("1250.00", reference=REFERENCE))
    (line,) = lines(account)
    with time_machine.travel("2027-02-01"):
        money.close_year(book_year=books.own.book_year)
        assert placing.places_for(line) == []
        later = money.open_year(partnership=here.partnership, year=2027)
        post = money.write_post(book_year=later, line=BudgetLine("receipt", "contribution", "Bijdragen"))
        assert placing.posts_for(line) == [post]
        part = Portion(Decimal("1250.00"), contribution=books.home.pk)
        services.match_line(line=line, portions=[part], actor=here.finn)
    posting = Posting.objects.get(post=post)
    assert (posting.day, posting.contribution) == (date(2027, 1, 1), books.home)
    assert books.home.pk not in remaining(here)
