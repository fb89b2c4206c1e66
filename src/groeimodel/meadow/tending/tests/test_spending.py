"""Money against the budget, to the cent, and the bound up to which the gardener decides alone (claims W7, W14)."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.selectors import told
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.tending import letters, selectors, services
from groeimodel.meadow.tending.models import Expense
from groeimodel.meadow.tending.tests.running import address, running, spend


def asks(cast: Cast, person: Person) -> list[str]:
    here = Here(person, cast.partnership, parts_in(person, cast.partnership), timezone.localdate())
    return [one.title for one in asked_of(here)]


@pytest.mark.claim("W7")
def test_spending_stands_against_the_budget_to_the_cent(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, budget=100)
        spend(action, "33.33")
        spend(action, "33.33")
        spend(action, "33.33")
        money = selectors.money_of(action)
    assert (money.spent, money.left, money.over) == (Decimal("99.99"), Decimal("0.01"), Decimal(0))
    client.force_login(cast.celia)
    assert "Nog €\xa00,01" in client.get(address(action)).text
    with scope(partnership=cast.partnership):
        spend(action, "0.02")
    assert "Er is €\xa00,01 te veel uitgegeven" in client.get(address(action)).text


def test_an_expense_comes_from_a_form_with_a_comma_and_all_problems_come_at_once(
    client: Client, cast: Cast
) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.bram)
    page = client.post(address(action, "add_expense"), {"what": "", "amount": "-3", "on": "2999-01-01"})
    assert page.status_code == 422
    assert "Deze dag moet nog komen" in page.text
    assert page.text.count("field__error") == 3
    sent = {
        "what": "Zaal",
        "amount": "12,5",
        "on": timezone.localdate().isoformat(),
        "payer": cast.neighbour.pk,
    }
    assert client.post(address(action, "add_expense"), sent).status_code == 302
    with scope(partnership=cast.partnership):
        (row,) = Expense.objects.all()
        assert (row.amount, row.payer) == (Decimal("12.50"), cast.neighbour)


def test_only_who_tends_it_notes_money(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        for person in (cast.celia, cast.daan, cast.els):
            with pytest.raises(PermissionDenied):
                spend(action, "5", actor=person)
    client.force_login(cast.daan)
    assert client.get(address(action)).status_code == 403
    client.force_login(cast.celia)
    assert client.post(address(action, "add_expense"), {}).status_code == 403
    assert "Noteer een uitgave" not in client.get(address(action)).text


def test_undo_works_on_the_day_itself_and_the_journal_tells_it(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        row = spend(action, "80", actor=cast.bram)
    client.force_login(cast.bram)
    client.post(address(action, "remove_expense", row.pk))
    with scope(partnership=cast.partnership):
        assert not Expense.objects.exists()
    (entry,) = told(Entry.objects.filter(verb="tending.expense_removed"))
    assert entry.sentence == "Bram haalde een uitgave van € 80,00 weg bij een actie."


def test_later_a_counter_entry_puts_it_right_and_nothing_vanishes(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        with time_machine.travel(timezone.now() - timedelta(days=3)):
            row = spend(action, "80", actor=cast.bram)
        with pytest.raises(ValidationError):
            services.remove_expense(expense=row, actor=cast.bram)
    client.force_login(cast.bram)
    page = client.post(address(action, "put_right", row.pk), {"reason": ""})
    assert page.status_code == 422
    client.post(address(action, "put_right", row.pk), {"reason": "Zonder btw genoteerd"})
    with scope(partnership=cast.partnership):
        assert [one.amount for one in Expense.objects.order_by("pk")] == [80, -80]
        assert selectors.money_of(action).spent == 0
        with pytest.raises(ValidationError):
            services.put_right(expense=row, reason="Nog eens", actor=cast.bram)
    page = client.get(address(action))
    assert "tegenboeking" in page.text
    assert "rechtgezet" in page.text


@pytest.mark.claim("W14")
def test_within_the_bound_nobody_is_asked(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        services.set_bound(action=action, bound=Decimal(100), actor=cast.finn)
        row = spend(action, "100", actor=cast.bram)
        assert row.approval == ""
        assert selectors.money_of(action).spent == 100
        assert not any("uitgave" in one for one in asks(cast, cast.finn))
    assert not OutgoingMail.objects.exists()


@pytest.mark.claim("W14")
def test_above_the_bound_it_waits_for_the_coordinator_and_counts_after_yes(
    client: Client, cast: Cast
) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        services.set_bound(action=action, bound=Decimal(100), actor=cast.finn)
        row = spend(action, "100.01", actor=cast.bram)
        assert row.approval == "asked"
        money = selectors.money_of(action)
        assert (money.spent, money.waiting) == (Decimal(0), Decimal("100.01"))
        assert "Antwoord op een uitgave van €\xa0100,01" in asks(cast, cast.finn)
        assert not any("Antwoord" in one for one in asks(cast, cast.amina))
    mail = OutgoingMail.objects.get()
    assert mail.person == cast.finn
    client.force_login(cast.finn)
    client.post(address(action, "answer", row.pk))
    with scope(partnership=cast.partnership):
        assert selectors.money_of(action).spent == Decimal("100.01")
    assert OutgoingMail.objects.filter(person=cast.bram, kind="tending.answer").exists()


@pytest.mark.claim("W14")
def test_on_a_plot_its_alderman_answers_from_the_mail_without_signing_in(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, plot=cast.municipality)
        with pytest.raises(PermissionDenied):
            services.set_bound(action=action, bound=Decimal(50), actor=cast.finn)
        with pytest.raises(PermissionDenied):
            services.set_bound(action=action, bound=Decimal(5000), actor=cast.bram)
        services.set_bound(action=action, bound=Decimal(50), actor=cast.amina)
        row = spend(action, "60", actor=cast.bram)
        assert any("€\xa060" in one for one in asks(cast, cast.amina))
        assert not any("€\xa060" in one for one in asks(cast, cast.finn))
    link = letters.link_for(row, cast.amina)
    assert "€\xa060 voor Geluid" in client.get(link).text
    with scope(
        partnership=cast.partnership
    ):  # opening it changes nothing: programs that guard mailboxes do too
        assert Expense.objects.get().approval == "asked"
    assert client.post(link, {"nee": "", "reason": ""}).status_code == 422
    client.post(link, {"nee": "", "reason": "Te duur, vraag het bij de buren"})
    with scope(partnership=cast.partnership):
        row = Expense.objects.get()
        assert (row.approval, row.answered_by) == ("refused", cast.amina)
        assert selectors.money_of(action).spent == 0
    assert client.post(link, {"ja": ""}).status_code == 409
    client.force_login(cast.bram)
    assert "Te duur, vraag het bij de buren" in client.get(address(action)).text


def test_a_link_of_who_left_answers_nothing(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        services.set_bound(action=action, bound=Decimal(10), actor=cast.finn)
        row = spend(action, "60", actor=cast.bram)
    assert client.post(letters.link_for(row, cast.celia), {"ja": ""}).status_code == 403
    assert client.get("/uitgave/onzin/").status_code == 404


def test_who_answers_needs_not_ask(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        services.set_bound(action=action, bound=Decimal(10), actor=cast.finn)
        assert spend(action, "500", actor=cast.finn).approval == ""


def test_nothing_is_spent_on_what_never_ran(cast: Cast) -> None:
    from groeimodel.meadow.actions import services as actions

    with scope(partnership=cast.partnership):
        seed = actions.take_down_seed(partnership=cast.partnership, title="Idee", on=timezone.localdate())
        with pytest.raises(ValidationError):
            spend(seed, "5")
