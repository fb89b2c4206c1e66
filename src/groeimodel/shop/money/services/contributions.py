"""What municipalities are asked for, and what they promised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.keys import Impossible
from groeimodel.rules.money import reference
from groeimodel.shop.money.dividing import divide, figures_for, kept
from groeimodel.shop.money.models import (
    FIRST_YEAR,
    LAST_YEAR,
    BookYear,
    Call,
    Commitment,
    Contribution,
    Posting,
)
from groeimodel.shop.money.services.common import hold_open, refuse
from groeimodel.shop.money.wording import why_not


@transaction.atomic
def call_contributions(
    *,
    book_year: BookYear,
    total: Decimal,
    key: Mapping[str, Any],
    due_on: date,
    title: str = "Bijdrage",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Call:
    """Ask each member for its part by the key, exact to the cent, each with its own payment reference.

    Raises:
        ValidationError: the key cannot divide it, or nobody is a member.
    """
    require(actor, "money.keep", book_year)
    held, today = hold_open(book_year), timezone.localdate(at)
    places, figures = figures_for(held.partnership, held.year)
    try:
        shares = divide(total, key, places, figures)
    except (Impossible, ValueError) as error:
        raise ValidationError(why_not(error, places)) from error
    call = Call(
        book_year=held,
        title=title.strip(),
        total=total,
        key=dict(key),
        figures=kept(figures),
        due_on=due_on,
        called_on=today,
        called_by=actor,
    )
    call.full_clean()
    call.save()
    for place in places:
        one = Contribution.objects.create(
            call=call, municipality=place, asked_of=place, amount=shares[place.key], due_on=due_on
        )
        one.reference = reference(held.year, one.pk)
        one.save(update_fields=["reference"])
    _note(
        "money.called",
        held.partnership,
        call,
        actor=actor,
        data={"year": held.year, "total": str(total)},
        at=at,
    )
    return call


@transaction.atomic
def withdraw_call(*, call: Call, actor: Person | None = None) -> None:
    """Take a call back while nothing was posted on it: what stands in the books keeps what it paid."""
    require(actor, "money.keep", call)
    held = hold_open(call.book_year)
    if Posting.objects.filter(contribution__call=call).exists():
        raise ValidationError(
            _("Op deze vraag is al geboekt. Ze blijft dus staan, ook als de betalingen rechtgezet zijn.")
        )
    data = {"year": held.year, "total": str(call.total)}
    _note("money.call_withdrawn", held.partnership, call, actor=actor, data=data)
    Contribution.objects.filter(call=call).delete()
    call.delete()


@transaction.atomic
def commit(
    *,
    partnership: Partnership,
    municipality: Municipality,
    starts: date,
    ends: date,
    yearly: Decimal,
    basis: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Commitment:
    """Write down what a municipality promised for a term.

    Raises:
        ValidationError: with everything that is wrong; also a term that overlaps another of the same municipality.
    """
    require(actor, "money.keep", partnership)
    others = Commitment.objects.filter(
        partnership=partnership, municipality=municipality, starts__lte=ends, ends__gte=starts
    )
    if starts.year < FIRST_YEAR or ends.year > LAST_YEAR:
        refuse([_("Kies dagen tussen %(first)s en %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}])
    refuse(
        [_("%(place)s heeft al een engagement in die jaren.") % {"place": municipality}]
        if others.exists()
        else []
    )
    commitment = Commitment(
        partnership=partnership,
        municipality=municipality,
        starts=starts,
        ends=ends,
        yearly=yearly,
        basis=basis.strip(),
    )
    commitment.full_clean()
    commitment.save()
    data = {"municipality": municipality.pk, "yearly": str(yearly)}
    _note("money.committed", partnership, commitment, actor=actor, data=data, at=at)
    return commitment


def _note(
    verb: str,
    partnership: Partnership,
    subject: Call | Commitment,
    *,
    actor: Person | None,
    data: dict[str, Any],
    at: datetime | None = None,
) -> None:
    record(verb, partnership=partnership, actor=actor, subject=subject, data=data, at=at)
