"""Reading statements in: what is there already never comes twice, and what lacks is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import OURS, THEIRS, Booked, Pay, camt
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.bank import selectors, services
from groeimodel.shop.bank.models import Account, Draft, Line, Statement
from groeimodel.shop.bank.planning import plan_of
from groeimodel.shop.bank.tests.banking import DAY, account_with, file, lines, pay, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(cast: Cast) -> Iterator[Cast]:
    with scope(partnership=cast.partnership):
        yield cast


def test_a_file_adds_its_lines_once(here: Cast) -> None:
    moves = [pay("1250.50", "Gemeente Proefdorp", iban=THEIRS), pay("-48.20", "Drukkerij", text="Factuur 14")]
    account = account_with(here.partnership, *moves)
    again = services.import_file(partnership=here.partnership, file=file(*moves))
    assert (again.count, again.accounts[0].known) == (0, 2)
    assert [one.amount for one in lines(account)] == [Decimal("1250.50"), Decimal("-48.20")]
    assert Statement.objects.count() == 1


def test_files_that_lie_over_each_other_add_only_what_is_new(here: Cast) -> None:
    one, two, three = (
        Booked(amount, [Pay(amount, "A", THEIRS)], bank=f"B{amount}") for amount in ("1.00", "2.00", "3.00")
    )
    services.add_account(partnership=here.partnership, iban=OURS, name="Zicht")
    services.import_file(partnership=here.partnership, file=read_statement(camt(one, two)))
    plan = services.import_file(
        partnership=here.partnership, file=read_statement(camt(two, three, opening="101.00"))
    )
    assert [line.amount for line in plan.accounts[0].lines] == [Decimal("3.00")]
    (balance,) = selectors.balances_of(here.partnership)
    assert balance.lines == 3


@pytest.mark.parametrize("whole", [True, False])
def test_the_same_days_in_the_other_format_come_no_second_time(here: Cast, whole: bool) -> None:
    account_with(here.partnership, pay("300.00", "Twee stortingen"), pay("-5.00", "Bank"))
    batch = [Pay("100.00", "Een", THEIRS), Pay("200.00", "Twee", THEIRS)]
    more = [] if whole else [Booked("7.00")]
    found = read_statement(camt(Booked("300.00", batch if whole else batch[:1]), Booked("-5.00"), *more))
    plan = plan_of(here.partnership, found)
    assert [line.amount for line in plan.accounts[0].lines] == ([] if whole else [Decimal("7.00")])
    assert plan.accounts[0].elsewhere == (3 if whole else 2)


def test_the_database_itself_refuses_a_line_twice(here: Cast) -> None:
    account = account_with(here.partnership, pay("5.00"))
    (line,) = lines(account)
    twin = Line(account=account, statement=line.statement, key=line.key, day=DAY, amount=Decimal("5.00"))
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_gap_between_two_statements_is_told(here: Cast) -> None:
    account_with(here.partnership, pay("5.00"))
    later = (date(2026, 3, 9), date(2026, 3, 10))
    found = read_statement(sheet(pay("1.00", day=later[1]), opening="150.00", number=9, days=later))
    (plan,) = plan_of(here.partnership, found).accounts
    (gap,) = plan.gaps
    assert (gap.after, gap.before, gap.difference) == (DAY, later[0], Decimal("45.00"))
    assert plan.difference == 0
    services.import_file(partnership=here.partnership, file=found)
    (balance,) = selectors.balances_of(here.partnership)
    assert (balance.missing, balance.closing) == (Decimal("45.00"), Decimal("151.00"))


def test_the_file_between_closes_the_gap_whatever_the_order(here: Cast) -> None:
    days = [date(2026, 3, day) for day in (2, 3, 4, 5)]
    account = services.add_account(partnership=here.partnership, iban=OURS, name="Zicht")
    for number in (3, 1, 2):
        span = (days[number - 1], days[number])
        data = sheet(
            pay("10.00", day=span[1], bank=f"X{number}"),
            opening=f"{90 + 10 * number}.00",
            number=number,
            days=span,
        )
        services.import_file(partnership=here.partnership, file=read_statement(data))
    (balance,) = selectors.balances_of(here.partnership)
    assert not balance.gaps
    assert not balance.missing
    assert (balance.start, balance.closing) == (Decimal("100.00"), Decimal("130.00"))
    assert len(lines(account)) == 3


def test_what_was_shown_is_what_is_done(here: Cast) -> None:
    account_with(here.partnership)
    found = file(pay("5.00"), number=2)
    seen = plan_of(here.partnership, found).digest
    services.import_file(partnership=here.partnership, file=found)
    with pytest.raises(services.PlanChanged):
        services.import_file(partnership=here.partnership, file=found, seen=seen)


def test_an_account_that_is_not_ours_is_left_out(here: Cast) -> None:
    plan = services.import_file(partnership=here.partnership, file=file(pay("5.00")))
    assert plan.unknown == ("BE68 5390 0754 7034",)
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("iban", "bic", "field"),
    [("BE68 5390 0754 7035", "", "iban"), ("rommel", "", "iban"), (OURS, "KRED", "bic")],
)
def test_an_account_is_checked(here: Cast, iban: str, bic: str, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        services.add_account(partnership=here.partnership, iban=iban, name="Zicht", bic=bic)
    assert set(caught.value.message_dict) == {field}


def test_an_account_is_added_once(here: Cast) -> None:
    services.add_account(partnership=here.partnership, iban="be68 5390 0754 7034", name="Zicht")
    with pytest.raises(ValidationError, match="staat er al"):
        services.add_account(partnership=here.partnership, iban=OURS, name="Anders")


def test_only_who_coordinates_reads_in(here: Cast) -> None:
    for who in (here.bram, here.amina, here.els, here.daan):
        with pytest.raises(PermissionDenied):
            services.import_file(partnership=here.partnership, file=file(pay("5.00")), actor=who)


def test_the_journal_names_nobody(here: Cast) -> None:
    account_with(here.partnership, pay("5.00", "Jan Janssens", iban=THEIRS, text="Geheim"))
    told = " ".join(str(one.data) for one in Entry.objects.filter(verb__startswith="bank."))
    assert not [word for word in ("Jan", THEIRS, "Geheim") if word in told]


def test_names_go_after_seven_years_and_drafts_after_a_day(here: Cast) -> None:
    account = account_with(here.partnership, pay("5.00", "Jan Janssens", iban=THEIRS, text="Woorden"))
    services.keep_draft(partnership=here.partnership, data=sheet(pay("1.00")), actor=here.finn)
    services.forget_old(timezone.now() + timedelta(hours=25))
    (line,) = lines(account)
    assert line.name == "Jan Janssens"
    assert not Draft.objects.exists()
    with time_machine.travel(DAY + timedelta(days=2560)):
        assert services.forget_old(timezone.now()) == 1
    (line,) = lines(account)
    assert (line.name, line.iban, line.text, line.amount) == ("", "", "", Decimal("5.00"))


def url(cast: Cast, name: str, *args: int) -> str:
    return reverse(f"bank:{name}", args=[cast.partnership.slug, *args])


def test_from_file_to_lines_on_the_pages(cast: Cast, client: Client) -> None:
    client.force_login(cast.finn)
    assert "Nog geen rekening" in client.get(url(cast, "page")).content.decode()
    upload = SimpleUploadedFile("maart.cod", sheet(pay("1250.50", "Gemeente Proefdorp", iban=THEIRS)))
    assert client.post(url(cast, "import"), {"file": upload}).headers["Location"] == url(cast, "preview")
    page = client.get(url(cast, "preview")).content.decode()
    assert "BE68 5390 0754 7034 kennen we nog niet" in page
    with scope(partnership=cast.partnership):
        assert not Account.objects.exists()
    told = client.post(
        url(cast, "add_account") + "?verder=inlezen", {"name": "Zicht", "iban": OURS, "bic": ""}
    )
    assert told.headers["Location"] == url(cast, "preview")
    response = client.get(url(cast, "preview"))
    assert "Lees 1 lijn in" in response.content.decode()
    seen = response.context["plan"].digest
    client.post(url(cast, "preview"), {"seen": seen})
    assert "Gemeente Proefdorp" in client.get(url(cast, "page")).content.decode()
    with scope(partnership=cast.partnership):
        assert Line.objects.count() == 1
    assert client.get(url(cast, "preview")).headers["Location"] == url(cast, "import")


def test_everything_that_is_wrong_is_told_and_nothing_kept(cast: Cast, client: Client) -> None:
    client.force_login(cast.finn)
    bad = sheet(pay("5.00")).replace(b"030326", b"999926")
    response = client.post(url(cast, "import"), {"file": SimpleUploadedFile("x.cod", bad)})
    assert response.status_code == 422
    assert response.content.decode().count("geen dag") >= 2
    with scope(partnership=cast.partnership):
        assert not Draft.objects.exists()


def test_who_is_elsewhere_sees_nothing(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        account = account_with(cast.partnership, pay("5.00", "Jan Janssens"))
    client.force_login(cast.daan)
    for address in (url(cast, "page"), url(cast, "account", account.pk), url(cast, "import")):
        assert client.get(address).status_code == 403
    client.force_login(cast.bram)
    assert client.get(url(cast, "page")).status_code == 200
    assert client.get(url(cast, "import")).status_code == 403
