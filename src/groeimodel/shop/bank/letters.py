"""What municipalities are asked to pay, as letters and mails need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Municipality, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.rules.keys import Part, split
from groeimodel.rules.money import key_of
from groeimodel.shop.bank.models import Account, Sending
from groeimodel.shop.bank.templatetags.bank import to_the_cent
from groeimodel.shop.money.models import Call, Contribution
from groeimodel.shop.money.selectors import contributions_of

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
    def asked_of(self) -> Municipality:
        """Who was asked at first, before a merger."""
        return self.contribution.asked_of or self.contribution.municipality

    @property
    def name(self) -> str:
        """Of the municipality that pays today, with for whom when it merged since."""
        pays = self.contribution.municipality
        if pays == self.asked_of:
            return pays.name_today
        return _("%(name)s, voor %(before)s") % {"name": pays.name, "before": self.asked_of.name}

    @property
    def amount(self) -> Decimal:
        asked: Decimal = self.contribution.amount
        return asked

    @property
    def due_on(self) -> date:
        return self.contribution.due_on

    @property
    def shown_reference(self) -> str:
        one = self.contribution.reference or ""
        return f"+++{one[:3]}/{one[3:7]}/{one[7:]}+++"

    @property
    def can_be_sent(self) -> bool:
        return self.remaining > 0 and self.officer is not None and bool(self.officer.email)


def asked_in(call: Call) -> list[Asked]:
    """Every contribution of a call, by name: four queries."""
    partnership = call.book_year.partnership
    officers = officers_of(partnership)
    sent = {
        one.contribution_id: one.sent_at
        for one in Sending.objects.filter(contribution__call=call).order_by("sent_at")
    }
    found = [
        Asked(
            one.contribution,
            max(one.remaining, Decimal(0)),
            officers.get(one.contribution.municipality.today),
            sent.get(one.contribution.pk),
        )
        for one in contributions_of(partnership, call.book_year.year)
        if one.contribution.call_id == call.pk and one.contribution.amount > 0
    ]
    return sorted(found, key=lambda one: (one.name, one.contribution.pk))


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


FIGURES = {
    "inhabitants": lambda: _("inwoners"),
    "under_25": lambda: _("inwoners onder 25"),
    "participation": lambda: _("acties waar een gemeente aan meedoet"),
    "table": lambda: _("deel in de eigen tabel"),
}


def how_computed(one: Asked) -> list[tuple[str, str, str]]:
    """Of each slice of the key: what it divides by with the own figure, its own amount and that of all; then the sum.

    Worked out from the figures as they were kept on the day of the call; only the sum where those no longer divide.
    """
    call = one.contribution.call
    figures = {
        name: {who: None if said is None else Fraction(said) for who, said in of.items()}
        for name, of in call.figures.items()
    }
    sums = (_("Samen"), to_the_cent(one.amount), to_the_cent(call.total))
    who = {key for of in figures.values() for key in of}
    try:
        found = split(int(call.total * 100), who, key_of(call.key), figures).shares[one.asked_of.key]
    except (ValueError, KeyError):
        return [sums]
    rows = [(_by(part), _in_euro(part.cents), _in_euro(part.size)) for part in found.parts]
    return [*rows, sums]


def _by(part: Part) -> str:
    if part.by == "equal":
        return _("Gelijk voor iedereen (1 van de %(count)s)") % {"count": _number(part.all)}
    words = {"own": _number(part.own), "all": _number(part.all), "what": FIGURES[part.by]()}
    return _("%(own)s van de %(all)s %(what)s") % words


def _number(figure: Fraction) -> str:
    whole = figure.denominator == 1
    return number_format(
        Decimal(figure.numerator) / figure.denominator, 0 if whole else 2, force_grouping=True
    )


def _in_euro(cents: Fraction) -> str:
    """Rounded for the eye; the sum below it is exact."""
    return to_the_cent(Decimal(round(cents)) / 100)


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
