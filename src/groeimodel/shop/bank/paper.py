"""Letters for contributions, from rows to paper."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.formats.contribution_letter import Bundle, Letter, Payment, Row
from groeimodel.foundation.partners.colours import COLOURS, LEAF
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import appointments_of
from groeimodel.shop.bank.letters import Asked, how_computed
from groeimodel.shop.bank.models import Account
from groeimodel.shop.bank.templatetags.bank import to_the_cent
from groeimodel.shop.money.wording import key_in_words


def bundle_of(partnership: Partnership, account: Account, asked: Sequence[Asked]) -> Bundle:
    """Each letter on a page of its own, by name of the municipality."""
    year = asked[0].year
    return Bundle(
        title=_("Bijdragen %(year)s van %(name)s") % {"year": year, "name": partnership.name},
        letters=[_letter(partnership, account, one) for one in asked],
        footer=partnership.name,
        page_word=_("bladzijde"),
        example=_("verzonnen voorbeeld") if partnership.example else "",
        colour=COLOURS.get(partnership.colour, LEAF),
    )


def _letter(partnership: Partnership, account: Account, one: Asked) -> Letter:
    rows = [Row(*row) for row in how_computed(one)]
    return Letter(
        partnership=partnership.name,
        municipality=_("Aan het bestuur van %(name)s") % {"name": one.name},
        title=f"{one.contribution.call.title} {one.year}",
        lead=_lead(one),
        payment=_payment(partnership, account, one),
        pairs=_pairs(partnership, account, one),
        code_says=_("Scan met de app van je bank: alles is dan ingevuld."),
        rows_title=_("Zo is het berekend"),
        columns=(_("Waarop"), one.asked_of.name, _("Alle gemeenten samen")),
        rows=rows,
        rows_after=[_("Verdeeld: %(key)s.") % {"key": key_in_words(one.contribution.call.key)}],
        closing=_closing(partnership),
    )


def _lead(one: Asked) -> list[str]:
    words = {"amount": to_the_cent(one.amount), "year": one.year}
    said = [_("Dit is jullie bijdrage aan de samenwerking voor %(year)s: %(amount)s.") % words]
    if one.remaining <= 0:
        return [*said, _("Ze is helemaal betaald. Dank je wel.")]
    if one.remaining < one.amount:
        paid = {"paid": to_the_cent(one.amount - one.remaining), "left": to_the_cent(one.remaining)}
        said.append(_("Daarvan is %(paid)s al betaald. Er staat nog %(left)s open.") % paid)
    return [
        *said,
        _("Betaal ten laatste op %(day)s, met precies deze mededeling: dan weten we meteen van wie het komt.")
        % {"day": date_format(one.due_on, "j F Y")},
    ]


def _payment(partnership: Partnership, account: Account, one: Asked) -> Payment | None:
    if one.remaining <= 0:
        return None
    return Payment(partnership.name, account.iban, account.bic, one.remaining, one.shown_reference)


def _pairs(partnership: Partnership, account: Account, one: Asked) -> list[tuple[str, str]]:
    pairs = [
        (
            _("Te betalen") if one.remaining > 0 else _("Betaald"),
            to_the_cent(one.remaining if one.remaining > 0 else one.amount),
        ),
        (_("Ten laatste op"), date_format(one.due_on, "j F Y")),
        (_("Aan"), partnership.name),
        (_("Rekening"), account.shown),
        (_("BIC"), account.bic),
        (_("Mededeling"), one.shown_reference),
    ]
    return [(word, value) for word, value in pairs if value]


def _closing(partnership: Partnership) -> list[str]:
    for one in appointments_of(partnership):
        if one.kind == "coordinator" and one.person.is_active:
            words = {"name": one.person.name, "address": one.person.email or ""}
            told = (
                _("Vragen? %(name)s helpt je verder: %(address)s.")
                if one.person.email
                else _("Vragen? %(name)s helpt je verder.")
            )
            return [told % words]
    return []
