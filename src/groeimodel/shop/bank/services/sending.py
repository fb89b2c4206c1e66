"""Sending letters for contributions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.bank import letters
from groeimodel.shop.bank.models import Account, Sending
from groeimodel.shop.money.models import Call


@transaction.atomic
def send_letters(
    *,
    call: Call,
    account: Account,
    contributions: Collection[int],
    actor: Person | None = None,
    at: datetime | None = None,
) -> int:
    """Mail the letters of these contributions, by key, to the officers of their municipalities. Says how many left.

    What is paid, or has no officer with an address, is left out.

    Raises:
        ValidationError: the account is of another partnership.
    """
    partnership = call.book_year.partnership
    require(actor, "bank.tend", partnership)
    if account.partnership_id != partnership.pk:
        raise ValidationError(_("Deze rekening is van een andere samenwerking."))
    moment = at or timezone.now()
    sent = 0
    for one in letters.asked_in(call):
        if (
            one.contribution.pk in contributions
            and one.can_be_sent
            and letters.mail(one, account, actor=actor)
        ):
            Sending.objects.create(contribution=one.contribution, sent_at=moment)
            sent += 1
    if sent:
        data = {"call": call.pk, "letters": sent}
        record("bank.letters_sent", partnership=partnership, actor=actor, data=data, at=moment)
    return sent
