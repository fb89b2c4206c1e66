"""Accounts at the bank."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.formats.statement import account_of, is_iban
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.bank.models import Account

_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")


@transaction.atomic
def add_account(
    *, partnership: Partnership, iban: str, name: str, bic: str = "", actor: Person | None = None
) -> Account:
    """Add an account.

    Raises:
        ValidationError: no IBAN or BIC, or the account is there already.
    """
    require(actor, "bank.tend", partnership)
    account = Account(partnership=partnership, iban=account_of(iban), name=name.strip(), bic=_bic(bic))
    _check(account)
    account.save()
    record("bank.account_added", partnership=partnership, actor=actor, data={"account": account.pk})
    return account


@transaction.atomic
def change_account(*, account: Account, name: str, bic: str = "", actor: Person | None = None) -> Account:
    """Its name and BIC; another number is another account."""
    require(actor, "bank.tend", account.partnership)
    account.name, account.bic = name.strip(), _bic(bic)
    _check(account)
    account.save()
    record("bank.account_changed", partnership=account.partnership, actor=actor, data={"account": account.pk})
    return account


def _bic(text: str) -> str:
    return re.sub(r"\s", "", text).upper()


def _check(account: Account) -> None:
    wrong: dict[str, str] = {}
    if not is_iban(account.iban):
        wrong["iban"] = _("Dit is geen geldig rekeningnummer. Kijk elk cijfer na.")
    if account.bic and not _BIC.fullmatch(account.bic):
        wrong["bic"] = _("Een BIC heeft acht of elf tekens, zoals KREDBEBB.")
    same = Account.objects.filter(partnership=account.partnership, iban=account.iban).exclude(pk=account.pk)
    if same.exists():
        wrong["iban"] = _("Deze rekening staat er al.")
    if not account.name:
        wrong["name"] = _("Geef de rekening een naam.")
    if wrong:
        raise ValidationError(wrong)
    account.full_clean(validate_unique=False, validate_constraints=False)
