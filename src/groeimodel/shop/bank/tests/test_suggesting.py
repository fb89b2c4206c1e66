"""Where a line may belong, and why: by reference first, then by amount and name, then by what was done before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from groeimodel.shop.bank.suggesting import Habit, Movement, Owed, Portion, Suggesting, is_named

A, B = "123456789002", "123456789103"
OWED = (
    Owed(1, A, Decimal("1000.00"), 11, ("Iepenrade",), "Bijdrage 2026, Iepenrade"),
    Owed(2, B, Decimal("400.00"), 12, ("Sleedoorn", "Oud-Sleedoorn"), "Bijdrage 2026, Sleedoorn"),
    Owed(3, "123456789204", Decimal("0.00"), 13, ("Boekweitdijk",), "Bijdrage 2026, Boekweitdijk"),
)


@dataclass(frozen=True)
class Moved:
    amount: Decimal
    name: str = ""
    iban: str = ""
    text: str = ""
    reference: str = ""
    day: date = date(2026, 3, 3)


def nothing(line: Movement) -> Habit | None:
    return None


def knowing(habits: dict[str, Habit]) -> Callable[[Movement], Habit | None]:
    return lambda line: habits.get(line.iban)


def moved(amount: str, **told: str) -> Moved:
    return Moved(Decimal(amount), **told)  # type: ignore[arg-type]


def test_by_reference_to_the_cent_is_sure() -> None:
    found = Suggesting(OWED, nothing).of(moved("1000.00", reference=A))
    assert found is not None
    assert (found.portions, found.sure, found.warning) == (
        (Portion(Decimal("1000.00"), contribution=1),),
        True,
        "",
    )
    assert "gestructureerde mededeling" in found.why


def test_a_part_is_sure_and_says_what_is_left() -> None:
    found = Suggesting(OWED, nothing).of(moved("250.00", reference=A))
    assert found is not None
    assert found.sure
    assert found.warning == "Een deel: hierna staat nog €\N{NO-BREAK SPACE}750 open."


def test_too_much_is_not_sure_and_leaves_the_rest() -> None:
    found = Suggesting(OWED, nothing).of(moved("1000.50", reference=A))
    assert found is not None
    assert (found.sure, found.rest) == (False, Decimal("0.50"))
    assert found.portions == (Portion(Decimal("1000.00"), contribution=1),)


def test_what_was_paid_already_is_told() -> None:
    found = Suggesting(OWED, nothing).of(moved("5.00", reference="123456789204"))
    assert found is not None
    assert (found.portions, found.sure) == ((), False)
    assert "al helemaal betaald" in found.warning


def test_two_payments_of_the_same_file_are_not_both_sure() -> None:
    asked = Suggesting(OWED, nothing)
    first, second = (asked.of(moved("1000.00", reference=A)) for _ in range(2))
    assert first is not None
    assert second is not None
    assert (first.sure, second.sure) == (True, False)


def test_digits_in_the_text_are_not_sure() -> None:
    found = Suggesting(OWED, nothing).of(moved("400.00", text=f"bijdrage {B[:3]} {B[3:7]} {B[7:]}"))
    assert found is not None
    assert (found.sure, found.portions[0].contribution) == (False, 2)


@pytest.mark.parametrize("name", ["Gemeente SLEEDOORN", "Stadsbestuur van Oud Sleedoorn"])
def test_the_same_amount_and_the_name(name: str) -> None:
    found = Suggesting(OWED, nothing).of(moved("400.00", name=name))
    assert found is not None
    assert (found.sure, found.portions[0].contribution) == (False, 2)


def test_the_same_amount_from_somebody_else_says_nothing() -> None:
    assert Suggesting(OWED, nothing).of(moved("400.00", name="Jan Sleedoorns")) is None


def test_an_amount_that_two_owe_needs_the_name() -> None:
    both = (OWED[0], replace(OWED[1], remaining=Decimal("1000.00")))
    assert Suggesting(both, nothing).of(moved("1000.00", name="Ontvanger")) is None


def test_the_account_of_a_municipality_is_known_again() -> None:
    habits = {"BE1": Habit(None, 12, "Bijdragen", 1)}
    found = Suggesting(OWED, knowing(habits)).of(moved("400.00", name="Ontvanger", iban="BE1"))
    assert found is not None
    assert "van deze rekening" in found.why


def test_what_was_done_before_is_done_again_also_for_what_is_paid() -> None:
    found = Suggesting(OWED, knowing({"BE2": Habit(7, None, "Druk en porto", 3)})).of(
        moved("-48.20", iban="BE2")
    )
    assert found is not None
    assert (found.portions, found.sure) == ((Portion(Decimal("48.20"), post=7),), False)
    assert "3 keer" in found.why


def test_money_that_leaves_never_pays_a_contribution() -> None:
    assert Suggesting(OWED, nothing).of(moved("-1000.00", reference=A)) is None


@pytest.mark.parametrize(
    ("name", "text", "yes"),
    [
        ("Lo", "Lokeren", False),
        ("Sint-Truiden", "STAD SINT TRUIDEN", True),
        ("", "x", False),
        ("Zoé", "gemeente ZOE", True),
    ],
)
def test_a_name_is_whole_words(name: str, text: str, yes: bool) -> None:
    assert is_named(name, text) is yes
