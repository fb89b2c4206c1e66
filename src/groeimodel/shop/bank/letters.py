"""What municipalities are asked to pay, as letters and mails need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.shop.bank.models import Account, Sending
from groeimodel.shop.bank.templatetags.bank import to_the_cent
from groeimodel.shop.money.models import Call, Contribution
from groeimodel.shop.money.selectors import open_contributions

KIND = "bank.contribution"


@dataclass(frozen=True, slots=True)
class Asked:
    """One contribution, with what is still to be paid of it."""

    contribution: Contribution
    remaining: Decimal
    officer: Person | None = None
    """Who gets the mail; None where the seat is empty."""
    sent_at: datetime | None = None
    """When the last mail left."""

    @property
    def year(self) -> int:
        return self.contribution.call.book_year.year

    @property
    def name(self) -> str:
        """Of the municipality that pays today."""
        where = self.contribution.municipality
        return where.merged_into.name if where.merged_into else where.name

    @property
    def amount(self) -> Decimal:
        return self.contribution.amount

    @property
    def due_on(self) -> date:
        return self.contribution.due_on

    @property
    def shown_reference(self) -> str:
        one = self.contribution.reference
        return f"+++{one[:3]}/{one[3:7]}/{one[7:]}+++"

    @property
    def can_be_sent(self) -> bool:
        return self.remaining > 0 and self.officer is not None and bool(self.officer.email)


def asked_in(call: Call) -> list[Asked]:
    """Every contribution of a call, by name: six queries."""
    partnership = call.book_year.partnership
    rows = Contribution.objects.filter(call=call).select_related(
        "call__book_year__partnership", "municipality__merged_into"
    )
    left = {one.pk: one.remaining for one in open_contributions(partnership)}
    officers = officers_of(partnership)
    sent = {
        one.contribution_id: one.sent_at
        for one in Sending.objects.filter(contribution__call=call).order_by("sent_at")
    }
    found = [
        Asked(one, left.get(one.pk, Decimal(0)), officers.get(one.municipality.today), sent.get(one.pk))
        for one in rows
    ]
    return sorted(found, key=lambda one: one.name)


def officers_of(partnership: Partnership) -> dict[int, Person]:
    """Who sits as officer today, by key of the municipality."""
    rows = Tenure.objects.filter(
        ends=None,
        seat__role=Seat.Role.OFFICER,
        seat__membership__partnership=partnership,
        seat__membership__ends=None,
    )
    return {
        one.seat.membership.municipality_id: one.person
        for one in rows.select_related("person", "seat__membership")
    }


def how_computed(contribution: Contribution) -> list[tuple[str, str, str]]:
    return []


def key_in_words(contribution: Contribution) -> list[str]:
    return []


def mail(one: Asked, account: Account, *, actor: Person | None) -> bool:
    """To the officer of the municipality; whether it left."""
    assert one.officer is not None
    partnership = one.contribution.call.book_year.partnership
    words = {
        "name": partnership.name,
        "where": one.name,
        "year": one.year,
        "amount": to_the_cent(one.remaining),
        "day": date_format(one.due_on, "j F Y"),
    }
    letter = Letter(
        subject=_("Bijdrage %(year)s van %(where)s aan %(name)s") % words,
        paragraphs=[
            _("De bijdrage van %(where)s voor %(year)s kan betaald worden: %(amount)s, ten laatste op %(day)s.") % words,
            ("list", [
                _("Rekening: %(iban)s van %(name)s") % {"iban": account.shown, "name": partnership.name},
                _("Mededeling: %(reference)s") % {"reference": one.shown_reference},
            ]),
            _("De brief hieronder zegt ook hoe het bedrag berekend is. Geef hem door aan de financiële dienst."),
        ],
        action=Action(_("Open de brief"), reverse("bank:letter", args=[partnership.slug, one.contribution.pk])),
    )  # fmt: skip
    return post(kind=KIND, to=one.officer, letter=letter, partnership=partnership, actor=actor) is not None
