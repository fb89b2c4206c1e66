"""Letters for contributions: each municipality reads its own, and gets it by mail once somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.formats.contribution_letter import render_letters
from groeimodel.formats.tests.paper import pages_of, words_of
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.bank import letters, services
from groeimodel.shop.bank.models import Account, Sending
from groeimodel.shop.bank.paper import bundle_of
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.bank.tests.banking import account_with, lines, pay
from groeimodel.shop.bank.tests.books import Books, make_books

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(cast: Cast) -> Iterator[Cast]:
    with scope(partnership=cast.partnership):
        yield cast


@pytest.fixture
def books(here: Cast) -> Books:
    return make_books(here)


@pytest.fixture
def account(here: Cast) -> Account:
    return account_with(here.partnership, pay("250.00", "Gemeente Proefdorp"))


def paper(cast: Cast, account: Account, books: Books) -> bytes:
    asked = letters.asked_in(books.home.call)
    return render_letters(bundle_of(cast.partnership, account, asked))


def test_each_municipality_has_its_own_page(here: Cast, books: Books, account: Account) -> None:
    made = paper(here, account, books)
    assert pages_of(made) == 2
    words = words_of(made)
    for told in (
        "Aan het bestuur van Proefdorp",
        "€ 1.250,00",
        "+++123/4567/89002+++",
        "BE68 5390 0754 7034",
        "KREDBEBB",
        "30 april 2026",
    ):
        assert told in words, words


def test_what_was_paid_already_is_taken_off(here: Cast, books: Books, account: Account) -> None:
    (line,) = lines(account)
    services.match_line(line=line, portions=[Portion(Decimal("250.00"), contribution=books.home.pk)])
    words = words_of(paper(here, account, books))
    assert "Daarvan is € 250,00 al betaald. Er staat nog € 1.000,00 open." in words


def test_mails_leave_for_what_was_chosen_only(here: Cast, books: Books, account: Account) -> None:
    chosen = {books.home.pk}
    sent = services.send_letters(call=books.home.call, account=account, contributions=chosen, actor=here.finn)
    (mail,) = OutgoingMail.objects.filter(kind=letters.KIND)
    assert (sent, mail.address) == (1, here.bram.email)
    assert "+++123/4567/89002+++" in mail.text
    assert Sending.objects.get().contribution == books.home
    assert [one.sent_at is not None for one in letters.asked_in(books.home.call)] == [False, True]


def test_what_is_paid_gets_no_mail(here: Cast, books: Books) -> None:
    account = account_with(here.partnership, pay("1250.00"))
    (line,) = lines(account)
    services.match_line(line=line, portions=[Portion(Decimal("1250.00"), contribution=books.home.pk)])
    assert services.send_letters(call=books.home.call, account=account, contributions={books.home.pk}) == 0


def test_only_who_coordinates_sends(here: Cast, books: Books, account: Account) -> None:
    for who in (here.bram, here.els, here.daan):
        with pytest.raises(PermissionDenied):
            services.send_letters(call=books.home.call, account=account, contributions={1}, actor=who)


def url(cast: Cast, name: str, *args: int) -> str:
    return reverse(f"bank:{name}", args=[cast.partnership.slug, *args])


def test_a_letter_is_for_the_own_municipality(
    here: Cast, books: Books, account: Account, client: Client
) -> None:
    own, other = url(here, "letter", books.home.pk), url(here, "letter", books.neighbour.pk)
    for who, mine, theirs in (
        (here.amina, 200, 403),
        (here.bram, 200, 403),
        (here.celia, 403, 200),
        (here.finn, 200, 200),
        (here.daan, 403, 403),
    ):
        client.force_login(who)
        assert (client.get(own).status_code, client.get(other).status_code) == (mine, theirs)
    client.force_login(here.bram)
    assert client.get(own).headers["Content-Type"] == "application/pdf"
    assert client.get(url(here, "letters", books.home.call.pk)).status_code == 403


def test_without_an_account_no_letter(here: Cast, books: Books, client: Client) -> None:
    client.force_login(here.finn)
    assert client.get(url(here, "letter", books.home.pk)).status_code == 409
    assert "Voeg een rekening toe" in client.get(url(here, "letters", books.home.call.pk)).content.decode()


def test_the_page_of_a_call(
    here: Cast,
    books: Books,
    account: Account,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(here.finn)
    address = url(here, "letters", books.home.call.pk)
    with django_assert_max_num_queries(24):
        assert client.get(address).content.decode().count('name="brief"') == 2
    client.post(address, {"brief": [str(books.home.pk)], "rekening": str(account.pk)})
    assert "verstuurd op" in client.get(address).content.decode()
    assert pages_of(client.get(url(here, "letters_pdf", books.home.call.pk)).content) == 2
